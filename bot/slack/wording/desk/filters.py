"""The filters of the queue: their form, and how a narrowed list says what it is narrowed to."""

from typing import Final

from bot.slack.wording.said import Said

TITLE = Said("Filter the desk", "Filtrera")
SUBMIT = Said("Show", "Visa")
CANCEL = Said("Cancel", "Avbryt")
INTRODUCTION = Said(
    "Leave a field empty and it narrows nothing.",
    "Ett fält som lämnas tomt begränsar inget.",
)
WORDS_LABEL = Said("Words in the need", "Ord i behovet")
UNIT_LABEL = Said("Infrastructure", "Infrastruktur")
LANGUAGE_LABEL = Said("Language of the need", "Behovets språk")
STATE_LABEL = Said("How it stands", "Läge")
ADVISOR_LABEL = Said("Taken by", "Taget av")
FREE_LABEL = Said("Free needs", "Lediga behov")
ONLY_FREE = Said("Only what nobody has taken", "Bara det som ingen har tagit")
AGE_LABEL = Said("Asked at least this many days ago", "Inkom för minst så här många dagar sedan")
ANY = Said("Any", "Alla")
FREE = Said("not taken by anybody", "inte tagna av någon")
TAKEN_BY = Said("taken by", "taget av")
ONE_OF_THEM = Said(
    "Choose an advisor, or tick the box below; not both.",
    "Välj en rådgivare, eller kryssa i rutan nedanför; inte både och.",
)
LANGUAGES: Final[dict[str, Said]] = {
    "sv": Said("in Swedish", "på svenska"),
    "en": Said("in English", "på engelska"),
    "other": Said("in another language", "på ett annat språk"),
}


def at_least(days: int) -> Said:
    """How old a need has to be."""
    day, dag = ("day", "dag") if days == 1 else ("days", "dagar")
    return Said(f"at least {days} {day} old", f"minst {days} {dag} gamla")


def with_words(text: str) -> Said:
    """Which words a need has to hold."""
    return Said(f"with the words “{text}”", f"med orden ”{text}”")
