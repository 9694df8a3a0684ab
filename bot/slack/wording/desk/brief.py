"""An advisor writes the brief for a company, which reads and approves it before anybody else sees it."""

from bot.slack.wording.said import Said

EDIT = Said("Suggest an introduction", "Föreslå en introduktion")
TITLE = Said("Suggest an introduction", "Föreslå en introduktion")
SUBMIT = Said("Send to the company", "Skicka till företaget")
CANCEL = Said("Cancel", "Avbryt")
COMPANY_FIRST = Said(
    "The company reads it first, can change it, and decides whether it is sent. Nobody else sees it before that.",
    "Företaget läser texten först, kan ändra i den och bestämmer själv om den ska skickas. Ingen annan ser den innan"
    " dess.",
)
MATCH_LABEL = Said("To whom", "Till vem")
TEXT_LABEL = Said("The text that they would read", "Texten som de skulle få läsa")
YOURS_TO_DECIDE = Said(
    "Nothing has been sent. Change the text, use the cleaned version, or send it as it is: the company reads these"
    " marks as well before it approves.",
    "Inget är skickat än. Ändra texten, använd den rensade eller skicka den som den är: företaget ser också de här"
    " markeringarna innan det godkänner.",
)
OVER = Said(
    "This need is over, or not yet answered, so there is nothing to approve.",
    "Behovet är avslutat eller inte besvarat än, så det finns inget att godkänna.",
)


def hint(most: int) -> Said:
    """How to write it."""
    return Said(
        f"At most {most} words, in the language of the company's own. The company can still change them.",
        f"Högst {most} ord, på samma språk som företaget skrev på. Företaget kan ändra i texten innan det godkänner.",
    )


def chosen_before(stands: Said) -> Said:
    """This match of the need has an introduction already, which stands somewhere."""
    return Said(
        f"The company has this one on its list already ({stands.en}).",
        f"Företaget har redan den här på sin lista ({stands.sv}).",
    )
