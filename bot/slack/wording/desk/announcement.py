"""The one message about a need in the advisor channel, which is brought up to date as the need moves."""

from bot.slack.wording.said import Said

MATCHES = Said("Matches, the best first", "Träffar, den bästa först")
INTRODUCTIONS = Said("Introductions", "Introduktioner")
TAKEN_BY = Said("Taken by", "Taget av")
NOBODY = Said("nobody yet", "ingen än")
QUESTION = Said("A question to the company", "En fråga till företaget")
WAITS_FOR_ANSWER = Said("no answer yet", "inget svar än")
ANSWERED = Said("answered, see the thread", "besvarad, se tråden")
LINKED = Said("Asks the same as", "Samma fråga som")


def heading(reference: str, state: Said) -> Said:
    """A need, and how it stands."""
    return Said(f"Need {reference}: {state.en}", f"Behov {reference}: {state.sv}")


def promised(state: Said, by: str) -> Said:
    """An introduction that waits for an answer."""
    return Said(f"{state.en}; answer promised {by}", f"{state.sv}; svar utlovat {by}")


def more_introductions(number: int) -> Said:
    """Those that are left out of the list."""
    return Said(f"and {number} earlier ones", f"och {number} tidigare")
