"""What a company reads when an expert named somebody else; it decides whether they are asked."""

from bot.slack.wording.said import Said

APPROVE = Said("Read and approve", "Läs och godkänn")
NO_THANKS = Said("No, thank you", "Nej tack")
NOBODY_ASKED_YET = Said(
    "Nobody has been asked yet. You see and approve the text first, as before.",
    "Ingen är tillfrågad än. Ni ser och godkänner texten först, som förut.",
)
APPROVED = Said("You approved this suggestion.", "Ni har godkänt förslaget.")
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
