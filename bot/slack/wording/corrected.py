"""What a company reads when an advisor has put other matches before it."""

from bot.slack.wording.said import Said

SUGGESTED = Said(
    "An innovation advisor has read your need, and suggests these.",
    "En innovationsrådgivare har läst ert behov och föreslår de här.",
)
LOOKED = Said(
    "An innovation advisor has read your need and suggests, best first:",
    "En innovationsrådgivare har läst ert behov och föreslår, det bästa först:",
)
YOURS_TO_CHOOSE = Said(
    "Nobody is asked because of this. You choose, and read the text before anybody else does.",
    "Ingen blir tillfrågad för den skull. Ni väljer själva och läser texten innan någon annan gör det.",
)
SHOW = Said("Show them", "Visa dem")


def in_short(names: str) -> Said:
    """The matches in one line, for notifications and screen readers."""
    return Said(f"An innovation advisor suggests: {names}", f"En innovationsrådgivare föreslår: {names}")
