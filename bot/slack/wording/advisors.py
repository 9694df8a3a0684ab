"""What the advisors are told in their channel, and the e-mail they can send."""

from bot.domain.need import Door
from bot.domain.people import Reach
from bot.slack.wording.said import Said

WHO_ASKED = Said("Who asked", "Vem som frågade")
WHERE = Said("Where", "Var")
IN_PRIVATE = Said("in private", "privat")
IN_THEIR_WORDS = Said("In their words", "Med deras ord")
NEAREST = Said("Nearest, and why they do not fit", "Närmast, och varför de inte passar")
NOTHING_NEAR = Said("Nothing in the catalogue comes near.", "Inget i katalogen kommer i närheten.")
THEY_WERE_TOLD = Said(
    "The company has been told that an advisor answers.",
    "Företaget har fått veta att en rådgivare svarar.",
)
FOR = Said("For", "Till")
MATCH = Said("Match", "Träff")
EXPERT = Said("Expert", "Expert")
NOBODY_NAMED = Said("nobody is named in the catalogue", "ingen är namngiven i katalogen")
ACCOUNT = Said("Slack account", "Slack-konto")
EMAIL = Said("E-mail", "E-post")
NOT_LINKED = Said("not linked", "inte kopplad")
WHY = Said("Why by hand", "Varför för hand")
APPROVED_BRIEF = Said("The brief that the company approved", "Texten som företaget har godkänt")
READY_EMAIL = Said("Ready to send, in English and in Swedish", "Färdigt att skicka, på engelska och på svenska")

DOORS: dict[Door, Said] = {
    Door.MENTION: Said("a mention", "ett omnämnande"),
    Door.DIRECT_MESSAGE: Said("a direct message", "ett direktmeddelande"),
    Door.COMMAND: Said("/lotsen", "/lotsen"),
    Door.SHORTCUT: Said("the message shortcut", "meddelandegenvägen"),
    Door.HOME: Said("the Home tab", "fliken Hem"),
}

HURDLES: dict[Reach, Said] = {
    Reach.REACHABLE: Said("both can be reached", "båda går att nå"),
    Reach.UNLINKED: Said("no account is linked to the expert", "inget konto är kopplat till experten"),
    Reach.NOT_IN_SLACK: Said("nobody here has the expert's address", "ingen här har expertens adress"),
    Reach.DEACTIVATED: Said("a Slack account is deactivated", "ett Slack-konto är avaktiverat"),
    Reach.ELSEWHERE: Said("one of them is in another workspace", "en av dem finns i en annan arbetsyta"),
    Reach.REFUSED: Said("Slack refused the conversation", "Slack nekade samtalet"),
}


def unmatched(reference: str) -> Said:
    """Heading of a need that nothing here fits."""
    return Said(f"Nothing fits: need {reference}", f"Inget passar: behov {reference}")


def by_hand(reference: str) -> Said:
    """Heading of an introduction that an advisor has to make."""
    return Said(
        f"An introduction to make by hand: need {reference}", f"En introduktion att göra för hand: behov {reference}"
    )


def breakdown(reference: str) -> Said:
    """Something broke around a need; the company may be without an answer."""
    return Said(
        f"Something broke around need {reference}, and the company may be without an answer. Reference: {reference}",
        f"Något gick sönder kring behov {reference}, och företaget kan vara utan svar. Referens: {reference}",
    )


def email(role: str, match: Said, brief: str) -> Said:
    """The whole e-mail to an expert; it does not name the company, which has not been asked to be named."""
    return Said(
        f"Subject: A company asks about {match.en}\n\n"
        f"Dear {role},\n\n"
        f"A company has asked for help, and {match.en} came up as a match. It has approved these words for you:\n\n"
        f"{brief}\n\n"
        "May we introduce you? Twenty minutes are enough to begin with, and a no is a fine answer too.\n\n"
        "Kind regards",
        f"Ämne: Ett företag frågar om {match.sv}\n\n"
        f"Hej,\n\n"
        f"Ett företag har bett om hjälp, och {match.sv} kom upp som en träff. Företaget har godkänt den här texten:\n\n"
        f"{brief}\n\n"
        "Får vi sätta er i kontakt? Tjugo minuter räcker till att börja med, och ett nej är också ett bra svar.\n\n"
        "Vänliga hälsningar",
    )
