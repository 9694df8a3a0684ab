"""What an expert reads when a company asks, and what stands there once it is answered."""

from bot.slack.wording.said import Said

UNNAMED = Said(
    "From a company. You will see who it is once you have both said yes.",
    "Från ett företag. Du får se vem det är när ni båda har sagt ja.",
)
WHY_TITLE = Said("Why it comes to you", "Varför du får frågan")
YES = Said("Yes", "Ja")
NOT_BEFORE = Said("Yes, but not before…", "Ja, men inte före…")
NOT_US = Said("Not us, try…", "Inte vi, fråga…")
NO = Said("No", "Nej")
NO_IS_FINE = Said(
    "A no is a fine answer too: the company reads the reason that you choose, kindly put, and nothing else.",
    "Ett nej är också ett bra svar: företaget läser den anledning som du väljer, vänligt uttryckt, och inget annat.",
)
YES_MEANS = Said(
    "A yes means twenty minutes to begin with. A group message opens with the company and an innovation advisor.",
    "Ett ja betyder tjugo minuter till att börja med. Ett gruppmeddelande öppnas med företaget och en"
    " innovationsrådgivare.",
)
PUT_RIGHT = Said("Pauses and limits: the Home tab of this app.", "Pauser och gränser: fliken Hem i den här appen.")

SAID_YES = Said(
    "You said yes. You meet the company in a group message.", "Du har sagt ja. Ni träffas i ett gruppmeddelande."
)
YES_BY_HAND = Said(
    "You said yes. An innovation advisor brings you together.",
    "Du har sagt ja. En innovationsrådgivare för er samman.",
)
MET = Said("You have met.", "Ni har träffats.")
SAID_NO = Said("You said no. Thank you for answering.", "Du har sagt nej. Tack för svaret.")
NAMED_ANOTHER = Said(
    "You named somebody else. The company decides whether they are asked. Thank you.",
    "Du har nämnt någon annan. Företaget bestämmer om de blir tillfrågade. Tack.",
)
RAN_OUT = Said(
    "The time for an answer has passed, and somebody else is asked. You need not do anything.",
    "Svarstiden är över, och någon annan blir tillfrågad. Du behöver inte göra något.",
)
WITHDRAWN = Said(
    "The company has taken it back. You need not do anything.",
    "Företaget har tagit tillbaka den. Du behöver inte göra något.",
)
CLOSED = Said("This is closed. You need not do anything.", "Den här är avslutad. Du behöver inte göra något.")
STILL_WELCOME = Said(
    "An innovation advisor has it now, and may ask you in person. Your answer here is still welcome.",
    "En innovationsrådgivare har den nu, och frågar dig kanske personligen. Ditt svar här är fortfarande välkommet.",
)
WITH_ADVISOR = Said(
    "An innovation advisor has it now. You need not do anything.",
    "En innovationsrådgivare har den nu. Du behöver inte göra något.",
)
BOTH_AGREED = Said(
    "You said yes, thank you. Your conversation could not be opened in Slack, so an innovation advisor brings you"
    " together by other means.",
    "Du har sagt ja, tack. Ert samtal gick inte att öppna i Slack, så en innovationsrådgivare för er samman på annat"
    " sätt.",
)
ERASED = Said("The company has had its words erased.", "Företaget har låtit radera sina ord.")
TOO_LATE = Said(
    "This has been answered already, or is over. Thank you all the same.",
    "Den här är redan besvarad, eller avslutad. Tack ändå.",
)


def heading(match: str) -> Said:
    """What is asked about; also the notification, which tells nothing of the brief."""
    return Said(f"A company asks about {match}", f"Ett företag frågar om {match}")


def reminder_of(match: str) -> Said:
    """The one reminder."""
    return Said(
        f"A gentle reminder: a company asks about {match}", f"En vänlig påminnelse: ett företag frågar om {match}"
    )


def named(company: str) -> Said:
    """A company that chose to show its name."""
    return Said(f"From {company}.", f"Från {company}.")


def why(brief: str, met: Said) -> Said:
    """Words of the need beside words of the expert's own service, which come quoted."""
    return Said(
        f"They write “{brief}”, and this matches your description: {met.en}",
        f"De skriver ”{brief}”, och det stämmer med er beskrivning: {met.sv}",
    )


def answer_by(by: str) -> Said:
    """Until when an answer was promised."""
    return Said(f"The company was promised an answer {by}.", f"Företaget är lovat ett svar {by}.")


def not_before(day: str) -> Said:
    """A yes with a date; it can still be changed."""
    return Said(
        f"You said yes, but not before {day}. You are introduced then; until that day you can change your answer.",
        f"Du har sagt ja, men inte före {day}. Då blir ni introducerade; till dess kan du ändra ditt svar.",
    )
