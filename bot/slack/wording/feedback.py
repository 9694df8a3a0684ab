"""The two questions after an introduction, for both sides; only advisors read the answers."""

from bot.slack.wording.said import Said

OPEN = Said("Answer two questions", "Svara på två frågor")
TITLE = Said("Two questions", "Två frågor")
SUBMIT = Said("Send", "Skicka")
CANCEL = Said("Cancel", "Avbryt")
USEFUL_LABEL = Said("Was it useful?", "Var det till nytta?")
YES = Said("Yes", "Ja")
NO = Said("No", "Nej")
WORDS_LABEL = Said("Anything that we should know?", "Något som vi bör veta?")
HINT = Said(
    "Only the innovation advisors read your answers; the other side does not.",
    "Bara innovationsrådgivarna läser era svar; den andra parten gör det inte.",
)
THANKS = Said("Thank you. The innovation advisors have your answers.", "Tack. Innovationsrådgivarna har fått svaren.")
KEPT = Said(
    "Your answers are kept already, and the innovation advisors have them. Thank you.",
    "Innovationsrådgivarna har redan fått svaren. Tack.",
)
TWO_MINUTES = Said(
    "Two questions, half a minute. Only the innovation advisors read the answers.",
    "Två frågor, en halv minut. Bara innovationsrådgivarna läser svaren.",
)


def over(match: str) -> Said:
    """Which introduction has ended."""
    return Said(f"The introduction about {match} is closed.", f"Introduktionen om {match} är avslutad.")
