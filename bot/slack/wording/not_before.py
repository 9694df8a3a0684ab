"""An expert's yes with a date."""

from bot.slack.wording.said import Said

TITLE = Said("Yes, but not before…", "Ja, men inte före…")
SUBMIT = Said("Send", "Skicka")
CANCEL = Said("Cancel", "Avbryt")
LABEL = Said("Not before", "Inte före")
HINT = Said(
    "You are introduced on that day, or on the first working day after it.",
    "Ni introduceras den dagen, eller första arbetsdagen därefter.",
)
COMING_DAY = Said("Choose a day that is still to come.", "Välj en dag framåt i tiden.")
