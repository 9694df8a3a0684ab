"""All matches of a need, as a modal behind "See all"."""

from bot.domain.catalogue import Catalogue
from bot.domain.need import Need
from bot.slack.blocks import MOST_CHECKBOXES, Block, Json, divider
from bot.slack.views.choose import framed
from bot.slack.views.match import match_blocks
from bot.slack.wording import answer as wording
from matcher.answer import Answer


def all_matches_modal(need: Need, answer: Answer, catalogue: Catalogue) -> Json:
    """Up to ten matches as they were ranked, each with its button, and boxes to choose several."""
    blocks: list[Block] = []
    for match in answer.matches[:MOST_CHECKBOXES]:
        blocks += [*match_blocks(need.id, match, catalogue, need.spoken), divider()]
    return framed(need, wording.ALL_TITLE.in_(need.spoken), blocks, answer, catalogue)
