"""The week's corrections, of which the advisors choose those that teach the matcher. The frame is in both languages."""

from bot.slack.wording.said import Said

HEADING = Said("Corrections of the week", "Veckans rättelser")
WHAT_IT_MEANS = Said(
    "An approved correction becomes an example for the matcher. Its words are first cleaned of all that looks secret,"
    " and no company hears of it.",
    "En godkänd rättelse blir ett exempel för matchningen. Orden rensas först från allt som ser hemligt ut, och inget"
    " företag får veta det.",
)
ALL_DECIDED = Said("Everything is decided. Thank you.", "Allt är avgjort. Tack.")
BEFORE = Said("Before", "Före")
AFTER = Said("After", "Efter")
WHY = Said("Why", "Varför")
NOTHING = Said("nothing", "inget")
BY = Said("by", "av")
APPROVE = Said("Approve", "Godkänn")
LEAVE_OUT = Said("Leave out", "Utelämna")


def more(number: int) -> Said:
    """How many do not fit."""
    return Said(f"{number} more come up as these are decided.", f"{number} till visas när de här är avgjorda.")
