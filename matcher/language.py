"""Which language a need is written in: English, Swedish or another. Translation lives in `glossary`.

Small words decide first, since nobody borrows them: "sequencing på våra samples" is Swedish. A detector of letters
decides the rest, and where it can only guess, in a word or two or in abbreviations, whoever asks may know better.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from lingua import Language as Known
from lingua import LanguageDetector, LanguageDetectorBuilder

from matcher.answer import Language
from matcher.context import Hint

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
# Measured on the labelled needs, behind the small words: no foreign need is then taken for English or Swedish, and of
# 1,000 English or Swedish ones three are mistaken; without the small words nine.
SUREST = 0.9
FEWEST_WORDS = 4
LONGEST_ABBREVIATION = 5
# Where the small models see one of ours and are this sure that it is not the other, the large ones say the same of all
# but one of 3,800 labelled needs, and need not be loaded: they take 90 MB and half a second.
PLAIN = 0.5
PLAINLY = 0.999
# In fewer words than the above, a language of ours must be this likely of the two, or it is a guess: of 3,000 single
# words of the glossary 2 % of the Swedish and 1 % of the English ones are then mistaken, of all without it 8 % and 5 %.
LIKELY = 0.7
# And two or three words must not look as foreign as this.
FOREIGN = 0.99
# Letters behind this one are Greek, Cyrillic, Arabic, Chinese ...
LAST_LATIN = "\u024f"
# Words that hold sentences together, and those that letters begin and end with. What is a word of both languages
# stands with the one in which it is the commoner ("for" may be Swedish without its dots), or in neither list.
_ENGLISH = """
a an and are as at by can could do does for from has have hello help hi how if in is it its need needs of on or our
please should thanks that the their this to us was we what when where which who will with without would you your
"""
_SWEDISH = """
alla andra att av behöver blir då där efter eller en er era ert ett finns fran från får för ha hade har hej hejsan hos
hur hjälp inom inte kan kanske med mellan mot måste ni nog någon något några när och om oss pa på sig ska som söker
tack till upp ut utan vad vem vi vid vilka vilken vill vår vårt våra är än även över
"""
# And those of others that share some of them: where one of these stands, small words decide nothing.
_OTHERS = """
og ikke til jeg hvem hvor hvordan vores trenger brug hjelp hjælp et
und der das wir ein eine für nicht ist auf zu von uns suchen brauchen
het een voor zijn wij niet naar ons hebben
le les du nous pour dans avec notre un una une est los las para con nuestro necesitamos di che nostro della abbiamo
ei että tarvitsemme meidän sekä joka się jest nie dla potrzebujemy szukamy nasz
"""
ENGLISH, SWEDISH, OTHERS = (frozenset(words.split()) for words in (_ENGLISH, _SWEDISH, _OTHERS))
# One language has this many times the small words of the other, or they decide nothing.
LEAD = 2
_WORD = re.compile(r"[^\W\d_]+")
# Letters that neither language has.
_STRANGE = re.compile("[æøßñł]", re.IGNORECASE)


def language_of(text: str, hint: Hint | None = None) -> Language:
    """The language of a text; a short or doubtful one is English or Swedish, whichever is likelier.

    Args:
        text: of any length.
        hint: what to take where the text itself decides nothing; only then asked, and English without it.
    """
    if _in_another_script(text):
        return "other"
    return _of_small_words(text) or _of_letters(text) or (hint() if hint else "en")


def _of_small_words(text: str) -> Language | None:
    # An abbreviation is no small word: IT, US, EN 1078.
    words = [word.lower() for word in _WORD.findall(text) if word == "A" or not word.isupper()]
    if _STRANGE.search(text) or not OTHERS.isdisjoint(words):
        return None
    english, swedish = (sum(word in known for word in words) for known in (ENGLISH, SWEDISH))
    if english > swedish and english >= LEAD * swedish:
        return "en"
    return "sv" if swedish > english and swedish >= LEAD * english else None


def _of_letters(text: str) -> Language | None:
    """What the detector says; None where it can only guess."""
    likely = {value.language: value.value for value in _all().compute_language_confidence_values(text)}
    foreign = max(value for language, value in likely.items() if language not in OURS)
    words = sum(len(word) > 1 and not _is_abbreviation(word) for word in _WORD.findall(text))
    if foreign > SUREST and words >= FEWEST_WORDS:
        return "other"
    if not _is_plain([likely[language] for language in OURS]):
        likely = {value.language: value.value for value in _ours().compute_language_confidence_values(text)}
    ours = [likely[language] for language in OURS]
    if words < FEWEST_WORDS:
        doubtful = not words or max(ours) < LIKELY * sum(ours)
        if doubtful or (foreign > FOREIGN and words > 1):
            return None
    return "sv" if likely[Known.SWEDISH] > likely[Known.ENGLISH] else "en"


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and len(word) <= LONGEST_ABBREVIATION


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
