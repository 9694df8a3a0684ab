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
LEFT = Said("You left this suggestion.", "Ni har avstått från förslaget.")


def those_who_answer(match: str) -> Said:
    """Whoever was asked about a service."""
    return Said(f"those who answer for {match}", f"de som svarar för {match}")


def suggests(who: Said, whom: str) -> Said:
    """Whoever was asked names another service or expert."""
    return Said(
        f"{who.en} cannot take it, but would suggest {whom}.", f"{who.sv} kan inte ta det, men föreslår {whom}."
    ).as_sentence()


def suggests_colleague(who: Said) -> Said:
    """Whoever was asked names a colleague for the same."""
    return Said(
        f"{who.en} cannot take it, but would suggest a colleague there.",
        f"{who.sv} kan inte ta det, men föreslår en kollega där.",
    ).as_sentence()


def advisor_suggests(whom: str) -> Said:
    """An advisor thinks of a service or expert for the need."""
    return Said(
        f"An innovation advisor suggests that you ask {whom}.",
        f"En innovationsrådgivare föreslår att ni frågar {whom}.",
    )
