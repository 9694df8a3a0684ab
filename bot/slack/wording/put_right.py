"""Putting right what was read as a hard limit: the button, its modal, and what stands in the old answer's place."""

from bot.slack.wording.said import Said

CHANGE = Said("Not right? Change it", "Fel? Ändra det")
TITLE = Said("What you meant", "Så menade ni")
MUSTS_LABEL = Said(
    "I read these as musts. Untick what is not.", "Det här läste jag som krav. Avmarkera det som inte är det."
)
TEXT_LABEL = Said("Your need, in your own words", "Ert behov, med egna ord")
TEXT_HINT = Said(
    "Add what I missed, or say it in other words.", "Lägg till det jag missade, eller säg det på annat sätt."
)
MORE_LABEL = Said("Anything to add?", "Något att tillägga?")
MORE_HINT = Said(
    "Your need is longer than this field can hold. It stays as it is, and what you add comes behind it.",
    "Ert behov är längre än vad fältet rymmer. Det står kvar som det är, och det ni lägger till kommer efter det.",
)
SUBMIT = Said("Look again", "Leta igen")
CANCEL = Said("Cancel", "Avbryt")
NOTHING_CHANGED = Said(
    "Nothing has changed yet: untick what is not a must, or change the text.",
    "Inget är ändrat ännu: avmarkera det som inte är ett krav, eller ändra texten.",
)
RECEIVED = Said(
    "I am looking again. The new answer comes where the first one stands.",
    "Jag letar igen. Det nya svaret kommer där det första står.",
)
PUT_RIGHT = Said(
    "You put this right. The new answer is below.", "Ni har rättat det här. Det nya svaret finns nedanför."
)


def taken_out(limits: str) -> Said:
    """Beside what was read: what the company has said it did not mean."""
    return Said(f"You took out: {limits}", f"Ni har tagit bort: {limits}")
