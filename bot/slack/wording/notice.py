"""The frame of the small modal that says one sentence in place of another modal."""

from bot.slack.wording.said import Said

TITLE = Said("From Lotsen", "Från Lotsen")
CLOSE = Said("Close", "Stäng")
