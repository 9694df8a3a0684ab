"""What stands in a menu over the whole catalogue."""

from bot.slack.wording.said import Said

TYPE = Said("Type a name, a technique or a unit", "Skriv ett namn, en teknik eller en enhet")
NOTHING = Said("(nothing in this place)", "(inget på den här platsen)")
