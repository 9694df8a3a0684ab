"""What an advisor reads to whom another has handed a need."""

from bot.slack.wording.said import Said

WITH_A_WORD = Said("With a word from", "Med några ord från")


def yours_now(reference: str) -> Said:
    """The need is theirs from now on."""
    return Said(f"Need {reference} has been handed over to you.", f"Behov {reference} har lämnats över till dig.")
