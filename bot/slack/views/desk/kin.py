"""Needs that stand beside another on its page: earlier ones of the company, much the same from others, linked ones."""

from collections.abc import Sequence

from bot.domain.case import Beside, Case
from bot.slack.blocks import Block, beside, bold, cut, escape, joined, note, section
from bot.slack.views.desk.advisor import Advisor
from bot.slack.views.desk.opening import open_button
from bot.slack.wording.desk import case as wording
from bot.slack.wording.said import Said

_LONGEST = 160


def kin_items(case: Case, advisor: Advisor) -> list[list[Block]]:
    """All of them, each sort under its heading."""
    return [[block] for sort, found in _sorts(case) for block in _listed(sort, found, advisor)]


def kin_blocks(case: Case, advisor: Advisor, most: int) -> list[Block]:
    """The first few of each sort, and who can see them."""
    blocks = [block for sort, found in _sorts(case) for block in _listed(sort, found[:most], advisor)]
    return [*blocks, note(advisor.reads(wording.ONLY_ADVISORS_SEE))] if blocks else []


def number_of_kin(case: Case) -> int:
    """How many there are in all."""
    return sum(len(found) for _, found in _sorts(case))


def _sorts(case: Case) -> tuple[tuple[Said, Sequence[Beside]], ...]:
    """Each need under the first heading that it belongs to."""
    linked = {each.id for each in case.same}
    earlier, near = ([each for each in found if each.id not in linked] for found in (case.earlier, case.near))
    return ((wording.SAME, case.same), (wording.SAME_COMPANY, earlier), (wording.NEAR, near))


def _listed(sort: Said, found: Sequence[Beside], advisor: Advisor) -> list[Block]:
    return [section(bold(advisor.reads(sort))), *(_line(each, advisor) for each in found)] if found else []


def _line(each: Beside, advisor: Advisor) -> Block:
    state = advisor.reads(wording.STATES[each.state])
    told = joined(bold(each.id), escape(f"·  {state}  ·  {advisor.campus.moment(each.asked_at, advisor.language)}"))
    text = escape(cut(" ".join(each.text.split()), _LONGEST))
    return beside(joined(told, text, by="\n"), open_button(each.id, advisor.language))
