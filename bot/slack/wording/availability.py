"""How an expert wants to be asked: the form, and how the wishes are told on the Home tab."""

from bot.slack.wording.said import Said

TITLE = Said("How to ask you", "Hur du vill bli frågad")
SUBMIT = Said("Save", "Spara")
CANCEL = Said("Cancel", "Avbryt")
PAUSE_LABEL = Said("Pause until", "Pausa till")
PAUSE_HINT = Said(
    "You are not asked before this day. Empty: no pause.",
    "Du blir inte frågad före den här dagen. Tomt: ingen paus.",
)
CAP_LABEL = Said("Open requests at a time, at most", "Öppna frågor åt gången, högst")
DEPUTY_LABEL = Said("Deputy, asked when you cannot be", "Ersättare, som frågas när du inte kan")
DAYS_LABEL = Said("Days on which you can be asked", "Dagar då du kan bli frågad")
OPENS_LABEL = Said("From", "Från")
CLOSES_LABEL = Said("To", "Till")
HOURS_HINT = Said(
    "No day ticked: the campus's own hours.",
    "Ingen dag markerad: campus egna tider.",
)
AT_ONCE_LABEL = Said("Before an introduction", "Före en introduktion")
AS_CATALOGUE = Said("As the catalogue says", "Som katalogen säger")
ASK_FIRST = Said("Ask me first", "Fråga mig först")
AT_ONCE = Said("Introduce me at once", "Introducera mig direkt")
PAST_DAY = Said("Choose a day that is still to come.", "Välj en dag framåt i tiden.")
OPENS_FIRST = Said("The day must end after it begins.", "Dagen måste sluta efter att den börjar.")
NOT_YOURSELF = Said("Choose somebody other than yourself.", "Välj någon annan än dig själv.")
WEEKDAYS = (
    Said("Monday", "Måndag"),
    Said("Tuesday", "Tisdag"),
    Said("Wednesday", "Onsdag"),
    Said("Thursday", "Torsdag"),
    Said("Friday", "Fredag"),
    Said("Saturday", "Lördag"),
    Said("Sunday", "Söndag"),
)
NOT_PAUSED = Said("You are not paused.", "Du är inte pausad.")
NO_DEPUTY_LABEL = Said("The deputy you have", "Ersättaren du har")
NO_DEPUTY = Said("I want no deputy any more", "Jag vill inte ha någon ersättare längre")
CAMPUS_HOURS = Said("Within the campus's hours.", "Under campus tider.")
ASKED_FIRST = Said("You are asked first.", "Du blir frågad först.")
INTRODUCED_AT_ONCE = Said("You are introduced at once.", "Du introduceras direkt.")


def paused_until(day: str) -> Said:
    """Until when they are away."""
    return Said(f"Paused until {day}.", f"Pausad till {day}.")


def deputy_by_role(title: str) -> Said:
    """A deputy who is a role of the catalogue, and no account in a menu."""
    return Said(f"Your deputy now: {title}.", f"Din ersättare nu: {title}.")


def cap(number: int) -> Said:
    """How many requests may wait for their answer at a time."""
    return Said(f"At most {number} open at a time.", f"Högst {number} öppna åt gången.")


def hours(days: Said, opens: str, closes: str) -> Said:
    """Their own hours."""
    return Said(f"{days.en}, {opens} to {closes}.", f"{days.sv}, {opens} till {closes}.")
