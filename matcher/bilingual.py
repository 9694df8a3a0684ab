"""Whether an encoder reads Swedish by itself, found out by asking it. Translating is `glossary`'s business."""

import numpy as np

from matcher.encoders import Encoder
from matcher.glossary import Glossary

# Words of the glossary to ask about; enough that chance (one in as many) plays no part.
ASKED = 60
# An English encoder finds one word in ten, those that the languages share; a multilingual one nine.
ENOUGH = 0.5


def reads_swedish(encoder: Encoder, glossary: Glossary) -> bool:
    """Whether the encoder puts most Swedish words nearest to their own English among some others."""
    pairs = glossary.pairs
    chosen = pairs[:: max(1, len(pairs) // ASKED)][:ASKED]
    if len(chosen) < ASKED:
        return False
    swedish, english = (encoder.encode([pair[side] for pair in chosen]) for side in (0, 1))
    nearest = np.asarray(swedish @ english.T).argmax(axis=1)
    return bool((nearest == np.arange(len(chosen))).mean() >= ENOUGH)
