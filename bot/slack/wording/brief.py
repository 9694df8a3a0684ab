"""The modal in which a company approves the brief before anybody else sees it."""

from bot.slack.wording.said import Said

TITLE = Said("Introduction", "Introduktion")
SUBMIT = Said("Start introduction", "Starta introduktionen")
CANCEL = Said("Cancel", "Avbryt")
LABEL = Said("What they will read", "Det här får de läsa")
HINT = Said(
    "Change it as you like. They get these words and no others.", "Ändra som ni vill. De får just de här orden."
)
MAY_BECOME_PUBLIC = Said(
    "What reaches a university or a region may become a public document, so leave secrets out.",
    "Det som når ett universitet eller en region kan bli allmän handling, så utelämna det som är hemligt.",
)
TOO_LITTLE = Said(
    "Please write in words what you need; a sentence or two is enough.",
    "Skriv med ord vad ni behöver; en eller två meningar räcker.",
)
UNDER_WAY = Said(
    "This introduction is already under way. You hear more where you asked.",
    "Den här introduktionen är redan på gång. Ni får veta mer där ni frågade.",
)


def who_reads(role: str, unit: str) -> Said:
    """Who sees the brief, when the service has an expert."""
    return Said(
        f"Who will see it: {role} at {unit}, and the innovation advisors, one of whom takes part.",
        f"De som får se det: {role} på {unit} samt innovationsrådgivarna; en av dem är med i samtalet.",
    )


def who_reads_unnamed(unit: str) -> Said:
    """Who sees the brief, when nobody is named for the service."""
    return Said(
        f"Who will see it: the innovation advisors, and the person at {unit} whom they find for you.",
        f"De som får se det: innovationsrådgivarna och den person på {unit} som de hittar åt er.",
    )
