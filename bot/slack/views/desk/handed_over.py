"""The direct message to an advisor to whom another has handed a need."""

from collections.abc import Iterator

from bot.domain.private_words import About
from bot.domain.showing import ForAdvisors
from bot.slack.blocks import Block, Posting, actions, bold, bullets, cut, fallback, mention, people_words, section
from bot.slack.views.advisors import asked_lines, fact_line
from bot.slack.views.desk.opening import open_button
from bot.slack.views.desk.quoting import their_words
from bot.slack.wording.desk import handed_over as wording

_LONGEST = 1000


def handed_over_posting(shown: ForAdvisors) -> Posting:
    """Which need, what was said with it, and the way to its page."""
    need, language = shown.need, shown.need.spoken
    text = wording.yours_now(need.id).in_(language)
    blocks = [
        section(bold(text)),
        *_words(shown),
        bullets(asked_lines(need)),
        *their_words(need, language),
        actions(open_button(need.id, language)),
    ]
    return Posting(fallback(text), blocks)


def _words(shown: ForAdvisors) -> Iterator[Block]:
    """The note that was written in the moment of handing over, and by whom."""
    taken_at = shown.triage.taken_at if shown.triage else None
    for each in shown.private_words:
        if each.at == taken_at and each.about is About.NOTE:
            yield section(fact_line(wording.WITH_A_WORD, mention(each.author), shown.need.spoken))
            yield people_words(cut(each.words.for_advisors(), _LONGEST))
