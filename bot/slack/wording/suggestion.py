"""What a company reads when an expert or an advisor suggests somebody; it decides whether they are asked."""

from bot.slack.wording.said import Said

APPROVE = Said("Read and approve", "Läs och godkänn")
NO_THANKS = Said("No, thank you", "Nej tack")
NOBODY_ASKED_YET = Said(
    "Nobody has been asked yet. You see and approve the text first, as before.",
    "Ingen är tillfrågad än. Ni ser och godkänner texten först, som förut.",
)
NOBODY_ASKED_BY_ADVISOR = Said(
    "Nobody has been asked yet. Read the text that the advisor has written for you, and change what you like.",
    "Ingen är tillfrågad än. Läs texten som rådgivaren har skrivit åt er, och ändra det ni vill.",
)
APPROVED = Said("You approved this suggestion.", "Ni har godkänt förslaget.")
STILL_UNDECIDED = Said(
    "Still undecided: you can approve this suggestion, or say no, thank you. I remind you once.",
    "Fortfarande inte bestämt: ni kan godkänna förslaget eller tacka nej. Jag påminner en gång.",
)
NOTHING_TO_DECIDE = Said(
    "There is nothing left to decide about this suggestion. How it stands is in your direct messages with me.",
    "Det finns inget kvar att bestämma om förslaget. Hur det står till ser ni bland era direktmeddelanden med mig.",
)
LEFT = Said("You left this suggestion.", "Ni har avstått från förslaget.")


def suggests(who: str, whom: str) -> Said:
    """One expert names another service or expert."""
    return Said(f"{who} cannot take it, and suggests {whom}.", f"{who} kan inte ta det, och föreslår {whom}.")


def suggests_colleague(who: str) -> Said:
    """One expert names a colleague for the same service."""
    return Said(
        f"{who} cannot take it in person, and suggests a colleague there.",
        f"{who} kan inte ta det själv, och föreslår en kollega där.",
    )


def advisor_suggests(whom: str) -> Said:
    """An advisor thinks of a service or expert for the need."""
    return Said(
        f"An innovation advisor suggests that you ask {whom}.",
        f"En innovationsrådgivare föreslår att ni frågar {whom}.",
    )
