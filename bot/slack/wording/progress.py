"""A company's introductions side by side: where each stands and what happens next."""

from bot.slack.wording.said import Said

HEADING = Said("Your introductions", "Era introduktioner")
ASK_NOW = Said("Ask now", "Fråga nu")
WITHDRAW_ONE = Said("Withdraw", "Ta tillbaka")
WITHDRAW_NEED = Said("Withdraw the whole need", "Ta tillbaka hela behovet")
CONFIRM_ONE_TITLE = Said("Withdraw this one?", "Ta tillbaka den här?")
CONFIRM_ONE = Said(
    "They are told that you took it back, and nothing more. The others go on.",
    "De får veta att ni har tagit tillbaka den, och inget mer. De andra går vidare.",
)
CONFIRM_NEED_TITLE = Said("Withdraw the whole need?", "Ta tillbaka hela behovet?")
CONFIRM_NEED = Said(
    "Whoever was asked is told that you took it back, and nobody else is asked.",
    "De som är tillfrågade får veta att ni har tagit tillbaka det, och ingen mer blir tillfrågad.",
)
YES_WITHDRAW = Said("Withdraw", "Ta tillbaka")
NO_KEEP = Said("Keep it", "Behåll")
NOBODY_ELSE = Said("Nobody else sees this message.", "Ingen annan ser det här meddelandet.")
NEED_WITHDRAWN = Said("You have withdrawn this need.", "Ni har tagit tillbaka det här behovet.")
NEED_CLOSED = Said("This need is closed.", "Det här behovet är avslutat.")
HIDDEN = Said("Older ones are not shown here.", "Äldre visas inte här.")

A_COLLEAGUE = Said("a colleague there", "en kollega där")
SUGGESTED = Said(
    "Suggested by somebody you asked. Nobody hears of it before you approve.",
    "Föreslagen av någon ni frågade. Ingen får veta något innan ni har godkänt.",
)
SUGGESTED_BY_ADVISOR = Said(
    "Suggested by an innovation advisor. Nobody hears of it before you approve.",
    "Föreslagen av en innovationsrådgivare. Ingen får veta något innan ni har godkänt.",
)
IF_OTHERS_SAY_NO = Said("Asked only if the others say no.", "Tillfrågas bara om de andra säger nej.")
ABOUT_TO_ASK = Said("Approved, and about to be asked.", "Godkänd, och blir strax tillfrågad.")
WAITS_FOR_HOURS = Said("Approved. They are asked when they are at work.", "Godkänd. De blir tillfrågade på arbetstid.")
WAITS_FOR_ROOM = Said(
    "Approved. They answer others first, and are asked as soon as they have room.",
    "Godkänd. De svarar andra först, och blir tillfrågade så snart de har utrymme.",
)
WAITS_FOR_RETURN = Said("Approved. They are away at the moment.", "Godkänd. De är borta just nu.")
OPENING = Said("They said yes. Your conversation is being opened.", "De har sagt ja. Ert samtal öppnas.")
INTRODUCED = Said(
    "Introduced. You find the conversation among your direct messages.",
    "Introducerade. Ni hittar samtalet bland era direktmeddelanden.",
)
INTRODUCED_BY_HAND = Said(
    "They said yes, and an innovation advisor brings you together.",
    "De har sagt ja, och en innovationsrådgivare för er samman.",
)
MET = Said("You have met.", "Ni har träffats.")
REDIRECTED = Said("They suggested somebody else.", "De föreslog någon annan.")
EXPIRED = Said("No answer in time.", "Inget svar i tid.")
WITHDRAWN = Said("Withdrawn by you.", "Tillbakadragen av er.")
CLOSED = Said("Closed.", "Avslutad.")


def for_need(text: str) -> Said:
    """Which need they are about, in the company's own words."""
    return Said(f"For “{text}”", f"För ”{text}”")


def in_short(waiting: int, over: int) -> Said:
    """The message as a notification; it names nobody."""
    ended = "avslutad" if over == 1 else "avslutade"
    return Said(
        f"Your introductions: {waiting} under way, {over} over",
        f"Era introduktioner: {waiting} på gång, {over} {ended}",
    )


def asked(by: str) -> Said:
    """Somebody has the card; `by` is the promise in words."""
    return Said(f"Asked. You will have an answer {by}.", f"Tillfrågad. Ni får svar {by}.")


def promised(state: Said, by: str) -> Said:
    """A waiting introduction whose promise runs already."""
    return Said(f"{state.en} You will have an answer {by}.", f"{state.sv} Ni får svar {by}.")


def away_until(day: str) -> Said:
    """They are away, and until when."""
    return Said(f"Approved. They are away until {day}.", f"Godkänd. De är borta till {day}.")


def not_before(day: str) -> Said:
    """Yes, but not before a date."""
    return Said(
        f"Yes, but not before {day}. You are introduced then.", f"Ja, men inte före {day}. Då blir ni introducerade."
    )


def declined(why: Said) -> Said:
    """No, and why, in our words."""
    return Said(f"No: {why.en}.", f"Nej: {why.sv}.")
