"""Choosing several matches of a need, for one brief."""

from bot.slack.wording.said import Said

CHOOSE_SEVERAL = Said("Choose several", "Välj flera")
TITLE = Said("Choose several", "Välj flera")
LABEL = Said("Whom do you want to ask?", "Vilka vill ni fråga?")
HINT = Said(
    "Tick as many as you like; you write one text for all of them in the next step.",
    "Markera så många ni vill; i nästa steg skriver ni en text till dem alla.",
)
CONTINUE = Said("Continue", "Fortsätt")
NOBODY = Said("Tick at least one.", "Markera minst en.")
