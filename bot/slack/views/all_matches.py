"""All matches of a need, as a modal behind "See all"."""

from bot.domain.catalogue import Catalogue
from bot.slack.blocks import Block, Json, divider, modal, words
from bot.slack.views.match import match_blocks
from bot.slack.wording import answer as wording
from matcher.answer import Answer

CALLBACK = "all_matches"

_MOST = 10


def all_matches_modal(need: str, answer: Answer, catalogue: Catalogue, language: str) -> Json:
    """Up to ten matches as they were ranked, each with its button."""
    blocks: list[Block] = []
    for match in answer.matches[:_MOST]:
        blocks += [divider(), *match_blocks(need, match, catalogue, language)]
    return modal(
        wording.ALL_TITLE.in_(language),
        wording.CLOSE.in_(language),
        blocks[1:] or [words(wording.NOTHING_NEAR.in_(language))],
        callback_id=CALLBACK,
    )
