"""An advisor asks a company one question, and reads the answer."""

from bot.slack.wording.said import Said

ASK = Said("Ask the company", "Fråga företaget")
TITLE = Said("Ask the company", "Fråga företaget")
SUBMIT = Said("Ask", "Fråga")
CANCEL = Said("Cancel", "Avbryt")
LABEL = Said("Your question", "Din fråga")
HINT = Said(
    "One question, as short as you can; you can ask the next when this one is answered.",
    "En fråga, så kort du kan; nästa kan du ställa när den här är besvarad.",
)
WHERE = Said(
    "The company gets it from me in a direct message. When it has answered, the advisor channel is told.",
    "Företaget får den av mig i ett direktmeddelande. När det har svarat syns det i rådgivarkanalen.",
)
NO_WORDS = Said("Please write your question in words.", "Skriv din fråga med ord.")
OVER = Said(
    "This need is over, or the company has not agreed to it yet, so it cannot be asked.",
    "Behovet är avslutat, eller så har företaget inte gått med på det än, så det går inte att fråga.",
)
ON_THE_PAGE = Said("The answer stands on the need's page.", "Svaret står på behovets sida.")


def waiting(question: str) -> Said:
    """One question at a time."""
    return Said(
        f"The company has a question to answer first: “{question}”. When it has answered, the advisor channel is told.",
        f"Företaget har redan en fråga att svara på: ”{question}”. När det har svarat syns det i rådgivarkanalen.",
    )


def answered(reference: str) -> Said:
    """Heading of an answer in the advisor channel."""
    return Said(f"The company has answered: need {reference}", f"Företaget har svarat: behov {reference}")
