"""What a company reads when an advisor asks it a question about its need, and how it answers."""

from bot.slack.wording.said import Said

HEADING = Said("An innovation advisor has a question for you", "En innovationsrådgivare har en fråga till er")
ANSWER = Said("Answer", "Svara")
WHO_READS = Said(
    "Only the innovation advisors read what you answer.", "Bara innovationsrådgivarna läser det ni svarar."
)
YOU_ANSWERED = Said("You answered:", "Ni svarade:")
THANKS = Said("Thank you. The innovation advisors have your answer.", "Tack. Innovationsrådgivarna har fått ert svar.")
OVER = Said("No answer is needed any more.", "Det behövs inget svar längre.")
TITLE = Said("Your answer", "Ert svar")
LABEL = Said("Your answer, in your own words", "Ert svar, med egna ord")
SUBMIT = Said("Send", "Skicka")
CANCEL = Said("Cancel", "Avbryt")
NO_WORDS = Said("Please write your answer in words.", "Skriv ert svar med ord.")
ANSWERED = Said(
    "This has been answered already, or is not needed any more. Thank you all the same.",
    "Det här är redan besvarat, eller behövs inte längre. Tack ändå.",
)


def about(need: str) -> Said:
    """Which need it is about."""
    return Said(f"It is about: “{need}”", f"Det gäller: ”{need}”")
