"""What a company reads when an advisor ends its need with an answer: a door elsewhere, or another need of its own."""

from bot.domain.need import Need
from bot.domain.showing import ForCompany
from bot.slack.blocks import Block, Posting, bold, cut, fallback, note, section, words
from bot.slack.wording import referred as wording
from bot.slack.wording.progress import for_need

_LONGEST_NEED = 200


def referred_posting(need: Need, answer: str) -> Posting:
    """The advisor's own words, and which need they answer."""
    text = wording.ANSWERS.in_(need.spoken)
    return Posting(fallback(f"{text}: {answer}"), [section(bold(text)), words(answer), _about(need)])


def merged_posting(shown: ForCompany) -> Posting:
    """In which other need of the same company it goes on."""
    need = shown.need
    text = wording.goes_on(shown.goes_on_in or need.id).in_(need.spoken)
    return Posting(fallback(text), [words(text), _about(need)])


def _about(need: Need) -> Block:
    return note(for_need(cut(" ".join(need.text.split()), _LONGEST_NEED)).in_(need.spoken))
