"""Which language a need is written in: English, Swedish or another. Translation lives in `glossary`."""

from functools import lru_cache

from lingua import Language as Known
from lingua import LanguageDetector, LanguageDetectorBuilder

from matcher.answer import Language

OURS = (Known.ENGLISH, Known.SWEDISH)
# What people around a Nordic campus write; more candidates only make short texts guess worse.
CANDIDATES = (
    *OURS,
    Known.BOKMAL,
    Known.DANISH,
    Known.FINNISH,
    Known.GERMAN,
    Known.FRENCH,
    Known.SPANISH,
    Known.ITALIAN,
    Known.DUTCH,
    Known.POLISH,
)
# A few words of jargon look like anything, so a foreign language must be all but certain and have a few words to show.
# Measured on the labelled needs: no foreign need is then taken for English or Swedish without doubt, and of 100
# English or Swedish ones about one is mistaken.
SUREST = 0.9
FEWEST_WORDS = 4


def language_of(text: str) -> Language:
    """The language of a text; a short or doubtful one is English or Swedish, whichever is likelier."""
    foreign = (v.value for v in _all().compute_language_confidence_values(text) if v.language not in OURS)
    if max(foreign, default=0.0) > SUREST and len(text.split()) >= FEWEST_WORDS:
        return "other"
    likely = {value.language: value.value for value in _ours().compute_language_confidence_values(text)}
    return "sv" if likely[Known.SWEDISH] > likely[Known.ENGLISH] else "en"


@lru_cache(maxsize=1)
def _all() -> LanguageDetector:
    # The small models: 10 MB for all languages instead of 300.
    return LanguageDetectorBuilder.from_languages(*CANDIDATES).with_low_accuracy_mode().build()


@lru_cache(maxsize=1)
def _ours() -> LanguageDetector:
    # The large models of two languages: "thanks" and "stent" are told apart by letters alone.
    return LanguageDetectorBuilder.from_languages(*OURS).build()
