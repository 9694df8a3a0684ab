"""What stands on the way to a need's page."""

from bot.slack.wording.said import Said

OPEN = Said("Open", "Öppna")
TAKE = Said("Take it", "Ta det")
SEARCH = Said("Search by words or number", "Sök på ord eller nummer")
