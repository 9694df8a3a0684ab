"""Which language a need is written in: English, Swedish or another. Translation lives in `glossary`."""

from collections.abc import Sequence
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
# Where the small models see one of ours and are this sure that it is not the other, the large ones say the same of all
# but one of 3,800 labelled needs, and need not be loaded: they take 90 MB and half a second.
PLAIN = 0.5
PLAINLY = 0.999
# Letters behind this one are Greek, Cyrillic, Arabic, Chinese ...
LAST_LATIN = "\u024f"


def language_of(text: str) -> Language:
    """The language of a text; a short or doubtful one is English or Swedish, whichever is likelier."""
    if _in_another_script(text):
        return "other"
    likely = {value.language: value.value for value in _all().compute_language_confidence_values(text)}
    foreign = max(value for language, value in likely.items() if language not in OURS)
    if foreign > SUREST and len(text.split()) >= FEWEST_WORDS:
        return "other"
    if not _is_plain([likely[language] for language in OURS]):
        likely = {value.language: value.value for value in _ours().compute_language_confidence_values(text)}
    return "sv" if likely[Known.SWEDISH] > likely[Known.ENGLISH] else "en"


def _is_plain(ours: Sequence[float]) -> bool:
    return max(ours) > PLAIN and max(ours) > PLAINLY * sum(ours)


def _in_another_script(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return sum(character > LAST_LATIN for character in letters) > len(letters) / 2


@lru_cache(maxsize=1)
def _all() -> LanguageDetector:
    # The small models: 10 MB for all languages instead of 300.
    return LanguageDetectorBuilder.from_languages(*CANDIDATES).with_low_accuracy_mode().build()


@lru_cache(maxsize=1)
def _ours() -> LanguageDetector:
    # The large models of two languages: "thanks" and "stent" are told apart by letters alone.
    return LanguageDetectorBuilder.from_languages(*OURS).build()
