"""What a person can do with their own data: see it, export it, have it erased, take a need back. Said at once."""

from bot.slack.wording.said import Said

EXPORT = Said("Export my data", "Exportera mina uppgifter")
ERASE = Said("Erase me", "Radera mig")
CONFIRM_ERASE_TITLE = Said("Erase everything about you?", "Radera allt om dig?")
CONFIRM_ERASE = Said(
    "Your words are erased, your needs withdrawn and your account forgotten. It cannot be undone. What others have"
    " received already stays with them.",
    "Dina ord raderas, dina behov dras tillbaka och ditt konto glöms. Det går inte att ångra. Det som andra redan har"
    " fått finns kvar hos dem.",
)
YES_ERASE = Said("Erase", "Radera")
NO_KEEP = Said("Keep it", "Behåll")
ERASED = Said("What stood here has been erased.", "Det som stod här har raderats.")
ERASING = Said(
    "Everything about you is being erased. Messages in Slack that were sent before stay as they are; you can delete"
    " your own.",
    "Allt om dig raderas. Meddelanden i Slack som redan är skickade finns kvar; dina egna kan du ta bort.",
)
EXPORTING = Said(
    "Everything that I keep about you comes as a direct message from me, as JSON."
    " If it has not come within a minute, ask once more.",
    "Allt som jag har sparat om dig kommer som ett direktmeddelande från mig, som JSON."
    " Har det inte kommit inom en minut, fråga en gång till.",
)
NO_NEEDS = Said("You have no needs with me.", "Ni har inga behov hos mig.")
YOUR_NEEDS = Said("Your needs, and what happens next:", "Era behov, och vad som händer härnäst:")
WITHDRAWING = Said(
    "It is being withdrawn; whoever was asked is told.", "Det dras tillbaka; de som är tillfrågade får veta det."
)
WHICH_ONE = Said("Which one do you want to withdraw?", "Vilket vill du ta tillbaka?")
SURE = Said(
    "Press the button, or write /lotsen erase everything.", "Tryck på knappen, eller skriv /lotsen radera allt."
)
NEED_STATES: dict[str, Said] = {
    "filed": Said(
        "An innovation advisor wrote it down for you. Say yes or no to it in your direct messages with me.",
        "En innovationsrådgivare har lagt in det åt er. Svara ja eller nej bland era direktmeddelanden med mig.",
    ),
    "asked": Said("I am looking for an answer.", "Jag letar efter ett svar."),
    "matched": Said("Answered; nobody has been asked yet.", "Besvarat; ingen är tillfrågad än."),
    "unmatched": Said("Nothing fits; an innovation advisor has it.", "Inget passar; en innovationsrådgivare har det."),
    "unclear": Said("I asked you something back.", "Jag har frågat er något tillbaka."),
    "no_need": Said("Nothing to do.", "Inget att göra."),
    "withdrawn": Said("Withdrawn by you.", "Tillbakadraget av er."),
    "closed": Said("Closed.", "Avslutat."),
}


def export_part(number: int, of: int) -> Said:
    """Above each part of an export that needs several messages."""
    return Said(f"Your data, part {number} of {of}", f"Dina uppgifter, del {number} av {of}")


def unknown_need(reference: str) -> Said:
    """A reference that is none of theirs."""
    return Said(f"You have no open need {reference}.", f"Ni har inget öppet behov {reference}.")


def need(reference: str, text: str) -> Said:
    """One need in a line."""
    return Said(f"{reference}: “{text}”", f"{reference}: ”{text}”")
