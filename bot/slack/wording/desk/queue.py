"""The queue of needs: its piles, what each holds, its lines and pages. The moments in it are told in `when`."""

from typing import Final

from bot.domain.queue import Pile
from bot.slack.wording.said import Said

HEADING = Said("The advisors' desk", "Rådgivarnas bord")
TITLE = Said("The desk", "Rådgivarnas bord")
CLOSE = Said("Close", "Stäng")
EARLIER = Said("Earlier", "Tidigare")
LATER = Said("Later", "Senare")
FILTER = Said("Filter", "Filtrera")
CLEAR = Said("Clear the filters", "Rensa filtren")
ONLY = Said("Only", "Bara")
NOTHING_WITH_FILTERS = Said(
    "Nothing here with these filters. Clear them to see the whole pile.",
    "Inget här med de här filtren. Rensa dem för att se allt.",
)

NAMES: Final[dict[Pile, Said]] = {
    Pile.NEW: Said("New", "Nya"),
    Pile.WAITING: Said("Waiting for you", "Väntar på dig"),
    Pile.BREAKS_TODAY: Said("Due today", "Senast i dag"),
    Pile.STUCK: Said("Stuck", "Står stilla"),
    Pile.NO_MATCH: Said("No match", "Ingen träff"),
    Pile.MINE: Said("Mine", "Mina"),
    Pile.ALL: Said("All", "Alla"),
    Pile.WENT_WELL: Said("Went well", "Gick bra"),
}
EMPTY: Final[dict[Pile, Said]] = {
    Pile.NEW: Said(
        "Nothing new. Everything that came in is in good hands.", "Inget nytt. Allt som kommit in är i goda händer."
    ),
    Pile.WAITING: Said("Nothing waits for you right now.", "Inget väntar på dig just nu."),
    Pile.BREAKS_TODAY: Said("No promise runs out today.", "Inget löfte går ut i dag."),
    Pile.STUCK: Said("Nothing stands still.", "Inget står stilla."),
    Pile.NO_MATCH: Said("Every open need has a match.", "Alla öppna behov har en träff."),
    Pile.MINE: Said(
        "You have taken nothing at the moment. “New” shows what is free.",
        "Du har inte tagit något just nu. ”Nya” visar det som är ledigt.",
    ),
    Pile.ALL: Said(
        "No need is open. When a company asks, it appears here.",
        "Inget behov är öppet. När ett företag frågar syns det här.",
    ),
    Pile.WENT_WELL: Said(
        "Nothing to tell from the last seven days yet.", "Inget att berätta från de senaste sju dagarna än."
    ),
}
#: The same pile as the digest counts it: whoever has taken them.
WAITING_FOR_ANY = Said("Waiting for an advisor", "Väntar på en rådgivare")
MEANING_FOR_ANY = Said(
    "The next step is ours, whoever has taken them.", "Nästa steg är vårt, vem som än har tagit dem."
)
EMPTY_FOR_ANY = Said("Nothing waits for an advisor right now.", "Inget väntar på en rådgivare just nu.")
NOBODY_HAS_IT = Said("Nobody has taken it", "Ingen har tagit det")
HAS_IT = Said("has it", "har det")
YOU_HAVE_IT = Said("You have it", "Du har det")
BY = Said("by", "från")


def meaning(pile: Pile, stuck_days: int) -> Said:
    """What stands in a pile, in a small line under its name."""
    said = {
        Pile.NEW: Said(
            "Nobody has taken these, and no advisor has done anything with them yet.",
            "Ingen har tagit de här, och ingen rådgivare har gjort något med dem än.",
        ),
        Pile.WAITING: Said("Yours or free, and the next step is ours.", "Dina eller lediga, och nästa steg är vårt."),
        Pile.BREAKS_TODAY: Said(
            "An answer was promised to the company by the end of today, or earlier.",
            "Företaget är lovat svar senast i dag, eller skulle redan ha fått det.",
        ),
        Pile.STUCK: Said(
            f"Nothing has happened for {stuck_days} working days or more.",
            f"Inget har hänt på {stuck_days} arbetsdagar eller mer.",
        ),
        Pile.NO_MATCH: Said("Nothing in the catalogue fits these.", "Inget i katalogen passar de här."),
        Pile.MINE: Said(
            "Everything that you have taken, also what is asleep.", "Allt som du har tagit, också det som vilar."
        ),
        Pile.ALL: Said("Every open need, also what is asleep.", "Alla öppna behov, också de som vilar."),
        Pile.WENT_WELL: Said(
            "Introduced, met or helped within the last seven days.",
            "Introducerade, träffade eller hjälpta de senaste sju dagarna.",
        ),
    }
    return said[pile]


def with_count(pile: Pile, number: int) -> Said:
    """A pile's button."""
    return Said(f"{NAMES[pile].en} {number}", f"{NAMES[pile].sv} {number}")


def asleep(day: str) -> Said:
    """Snoozed, and until when."""
    return Said(f"Asleep until {day}", f"Vilar till {day}")


def how_many(name: Said, total: int) -> Said:
    """The heading of a list that fits on one page."""
    needs = "need" if total == 1 else "needs"
    return Said(f"{name.en}: {total} {needs}", f"{name.sv}: {total} behov")


def some_of(name: Said, first: int, last: int, total: int) -> Said:
    """The heading of a page among several."""
    return Said(f"{name.en}: {first}–{last} of {total} needs", f"{name.sv}: {first}–{last} av {total} behov")


def words_of(reference: str, text: str) -> Said:
    """A need's number and its first words."""
    return Said(f"{reference} “{text}”", f"{reference} ”{text}”")


def matches_at(units: Said) -> Said:
    """Where the first matches are."""
    return Said(f"Matches at {units.en}", f"Träffar hos {units.sv}")


def and_more(names: Said, number: int) -> Said:
    """Some names, and how many are left out."""
    return Said(f"{names.en} and {number} more", f"{names.sv} och {number} till")


def same_as(reference: str) -> Said:
    """An advisor linked it to another need."""
    return Said(f"Asks the same as {reference}", f"Samma fråga som {reference}")
