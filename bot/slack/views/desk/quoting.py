"""A need's own words at the top of what an advisor does about it."""

from bot.domain.need import Need
from bot.slack.blocks import Block, bold, cut, note, people_words, section
from bot.slack.wording.advisors import IN_THEIR_WORDS

#: Enough to know which need it is and what it asks; the need's page has all of it.
_LONGEST = 600
_FIRST_WORDS = 120


def their_words(need: Need, language: str) -> list[Block]:
    """The words, cut, under a heading."""
    return [section(bold(IN_THEIR_WORDS.in_(language))), people_words(cut(need.text, _LONGEST))]


def which_need(need: Need) -> Block:
    """The need by its number and first words, in a small line."""
    return note(f"{need.id}: {cut(' '.join(need.text.split()), _FIRST_WORDS)}")
