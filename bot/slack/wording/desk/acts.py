"""What is said of any act on a need that cannot be done."""

from bot.slack.wording.said import Said

UNKNOWN_NEED = Said("I know of no such need any more.", "Jag känner inte till det behovet längre.")
