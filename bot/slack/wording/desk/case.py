"""A need's page: what stands on it, and the lines on top that say what a press came to."""

from typing import Final

from bot.domain.clock import ClockKind
from bot.domain.lifecycle import NeedState
from bot.domain.triage import Outcome
from bot.slack.wording.said import Said

REFRESH = Said("Refresh", "Uppdatera")
FROM = Said("From", "Från")
FILED_BY = Said("Written down by", "Nedskrivet av")
READ_ALL = Said("Read all", "Läs allt")
SHOW_ALL = Said("Show all", "Visa alla")
EARLIER = Said("Earlier", "Tidigare")
LATER = Said("Later", "Senare")
ERASED = Said("somebody whose data is erased", "någon vars uppgifter är raderade")
NO_WORDS_LEFT = Said("The words have been erased.", "Orden är raderade.")

READ_FROM_IT = Said("Read from it", "Uppfattat")
PARTS = Said("It asks for several things", "Det gäller flera saker")
MATCHES = Said("Matches", "Träffar")
NEAREST = Said("Nothing fits; these came nearest", "Inget passar; de här ligger närmast")
MISSING = Said("Nobody here knows", "Saknas här")
NO_MATCHES = Said("There are no matches.", "Det finns inga träffar.")
BY_ADVISOR = Said("Chosen by an advisor", "Vald av en rådgivare")
INTRODUCTIONS = Said("Introductions", "Introduktioner")
NO_INTRODUCTIONS = Said("The company has not chosen anybody yet.", "Företaget har inte valt någon än.")
NOT_BEFORE = Said("Not before", "Inte före")
NEXT = Said("Next", "Härnäst")
ADVISOR = Said("Advisor", "Rådgivare")
SUGGESTED_BY = Said("Suggested by", "Föreslagen av")
ENQUIRIES = Said("Questions to the company", "Frågor till företaget")
NO_ANSWER_YET = Said("No answer yet.", "Inget svar än.")
REFERRAL = Said("What the company was told", "Det här har företaget fått veta")
CORRECTIONS = Said("Changed by advisors", "Ändrat av rådgivare")
NOTES = Said("For advisors only", "Bara för rådgivare")
NEITHER_READS = Said("No company and no expert can read these.", "Inget företag och ingen expert kan läsa de här.")
HISTORY = Said("What has happened", "Det som har hänt")
SAME = Said("Linked by an advisor", "Ihopkopplade av en rådgivare")
SAME_COMPANY = Said("Earlier needs of the same company", "Tidigare behov från samma företag")
NEAR = Said("Much the same, from other companies", "Liknande, från andra företag")
ONLY_ADVISORS_SEE = Said(
    "Only advisors see these side by side; companies never do.",
    "Bara rådgivare ser dem sida vid sida, aldrig företagen.",
)

STATES: Final[dict[NeedState, Said]] = {
    NeedState.FILED: Said("Waits for the company's consent", "Väntar på företagets samtycke"),
    NeedState.ASKED: Said("Being answered", "Håller på att besvaras"),
    NeedState.MATCHED: Said("Answered with matches", "Besvarat med träffar"),
    NeedState.UNMATCHED: Said("Nothing fits", "Inget passar"),
    NeedState.UNCLEAR: Said("Waits for the company to say more", "Väntar på att företaget berättar mer"),
    NeedState.NO_NEED: Said("It asked for nothing", "Det var inget behov"),
    NeedState.WITHDRAWN: Said("Taken back by the company", "Tillbakadraget av företaget"),
    NeedState.CLOSED: Said("Closed", "Avslutat"),
}
OUTCOMES: Final[dict[Outcome, Said]] = {
    Outcome.INTRODUCED: Said("they were introduced", "de blev introducerade"),
    Outcome.HELPED_OTHERWISE: Said("helped in another way", "fick hjälp på annat sätt"),
    Outcome.NOTHING_HERE: Said("nothing here fits", "inget här passar"),
    Outcome.NO_ANSWER: Said("the company did not answer", "företaget svarade inte"),
    Outcome.NOT_NOW: Said("not now", "inte nu"),
    Outcome.DUPLICATE: Said("the same as another need", "samma som ett annat behov"),
    Outcome.OTHER: Said("for another reason", "av en annan anledning"),
}
CLOCKS: Final[dict[ClockKind, Said]] = {
    ClockKind.TURN: Said("can be asked", "kan tillfrågas"),
    ClockKind.NO_TURN: Said(
        "comes to the advisors if not asked by then", "går till rådgivarna om ingen frågats innan dess"
    ),
    ClockKind.REMINDER: Said("the one reminder", "experten får sin enda påminnelse"),
    ClockKind.WARNING: Said("the advisors are warned", "rådgivarna varnas"),
    ClockKind.PROMISE: Said("the promise ends", "löftet går ut"),
    ClockKind.RESUME: Said("they are introduced", "de introduceras"),
    ClockKind.BY_HAND: Said("the advisors are told once more", "rådgivarna påminns"),
    ClockKind.CHECK_BACK: Said("they are asked whether they met", "de får frågan om de har träffats"),
    ClockKind.UNDECIDED: Said("the company is reminded once", "företaget får sin enda påminnelse"),
}

WRITTEN_DOWN = Said(
    "Written down. It takes a moment; press Refresh to see it.",
    "Noterat. Det tar ett ögonblick; tryck på Uppdatera för att se det.",
)
MEANWHILE = Said(
    "It has changed meanwhile, so nothing was done. This is how it stands now.",
    "Behovet ändrades under tiden, så inget gjordes. Så här ser det ut nu.",
)
NEW = Said("New since you looked", "Nytt sedan du tittade")
GONE = Said("There is no such need any more.", "Det behovet finns inte längre.")


def title(reference: str) -> Said:
    """The title of the page."""
    return Said(f"Need {reference}", f"Behov {reference}")


def back(reference: str) -> Said:
    """The button that leads back to the need from which another was opened."""
    return Said(f"Back to {reference}", f"Tillbaka till {reference}")


def opened_below(reference: str) -> Said:
    """Another need was opened from a list that lies on the page."""
    return Said(
        f"Need {reference} is open now. Close this window to see it.",
        f"Behov {reference} är öppet nu. Stäng det här fönstret för att se det.",
    )


def asleep(day: str) -> Said:
    """Snoozed, and until when."""
    return Said(f"asleep until {day}", f"vilar till {day}")


def how_it_ended(outcome: Said) -> Said:
    """Closed, and with what outcome."""
    return Said(f"Closed: {outcome.en}", f"Avslutat: {outcome.sv}")


def answered(moment: str) -> Said:
    """The company answered an advisor's question."""
    return Said(f"Answered {moment}", f"Besvarat {moment}")


def in_place_of(after: str, before: str) -> Said:
    """How the matches were changed, best first."""
    return Said(f"Before: {before}\nNow: {after}", f"Tidigare: {before}\nNu: {after}")


def same_as(reference: str) -> Said:
    """Known to ask for the same as another need."""
    return Said(f"the same as {reference}", f"samma som {reference}")


def asked(moment: str) -> Said:
    """An advisor asked the company, and when."""
    return Said(f"asked {moment}", f"frågade {moment}")


def beginning_of(letters: int) -> Said:
    """How long a text is of which only the beginning is shown."""
    number = f"{letters:,}"
    return Said(f"The beginning of {number} characters.", f"Början av en text på {number.replace(',', ' ')} tecken.")


def page(number: int, pages: int) -> Said:
    """Where somebody is in what is read in full."""
    return Said(f"Page {number} of {pages}", f"Sida {number} av {pages}")


def fact(what: Said, value: str) -> Said:
    """One fact after its name."""
    return Said(f"{what.en}: {value}", f"{what.sv}: {value}")


def some_of(shown: int, number: int) -> Said:
    """How many of a list stand on the page."""
    return Said(f"{shown} of {number} shown.", f"{shown} av {number} visas.")


def clock(what: Said, moment: str) -> Said:
    """What happens next by itself, and when."""
    return Said(f"{moment}: {what.en}", f"{moment}: {what.sv}")


def because(need: str, met: Said) -> Said:
    """Words of the need beside words of the entry that they met."""
    return Said(f"“{need}” meets {met.en}", f"”{need}” stämmer med {met.sv}")


def caveat(limit: Said, wanted: Said, offered: Said) -> Said:
    """A limit that a match does not meet."""
    return Said(
        f"Mind the {limit.en}: wanted {wanted.en}, offered {offered.en}",
        f"Tänk på {limit.sv}: företaget söker {wanted.sv}, de erbjuder {offered.sv}",
    )
