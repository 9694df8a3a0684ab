"""An advisor puts the matches of a need in another order, or others in their place, and says why."""

from bot.slack.wording.said import Said

CORRECT = Said("Change the matches", "Ändra träffarna")
TITLE = Said("Change the matches", "Ändra träffarna")
SUBMIT = Said("Show the company", "Visa för företaget")
CANCEL = Said("Cancel", "Avbryt")
COMPANY_READS = Said(
    "The company gets this list in place of mine, as an innovation advisor's suggestion.",
    "Företaget får den här listan i stället för min, som ett förslag från en innovationsrådgivare.",
)
REASON_LABEL = Said("Why? Only advisors read this", "Varför? Bara rådgivare läser det")
REASON_HINT = Said(
    "Three words or more. Once a week you choose together which of your corrections I learn from.",
    "Minst tre ord. En gång i veckan väljer ni tillsammans vilka av era ändringar jag ska lära mig av.",
)
TWICE = Said("This one stands in a place above.", "Den här finns redan på en plats ovanför.")
UNCHANGED = Said(
    "They stand in this order now. Choose another order, or another match.",
    "Så är ordningen redan. Välj en annan ordning eller en annan träff.",
)
SAY_WHY = Said(
    "Please say in three words or more why this is better.",
    "Skriv med minst tre ord varför det här är bättre.",
)
OVER = Said(
    "This need is over, or not yet answered, so its matches cannot be changed.",
    "Behovet är avslutat eller inte besvarat än, så träffarna går inte att ändra.",
)


def place(number: int) -> Said:
    """One of the places, the best first."""
    return Said(f"Place {number}", f"Plats {number}")
