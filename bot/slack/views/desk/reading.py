"""The modal in which one thing of a need's page is read in full, over as many pages as it takes."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.case import Case
from bot.slack.blocks import Block, Json, actions, button, divider, modal, note
from bot.slack.views.desk.advisor import Advisor
from bot.slack.views.desk.asked import word_items
from bot.slack.views.desk.beneath import Reading, Whole
from bot.slack.views.desk.history import history_items
from bot.slack.views.desk.kept import correction_items, enquiry_items, note_items
from bot.slack.views.desk.kin import kin_items
from bot.slack.views.desk.ranking import explained, match_items
from bot.slack.views.desk.under_way import introduction_items
from bot.slack.wording.answer import CLOSE
from bot.slack.wording.desk import case as wording

CALLBACK = "desk_reading"
#: Their values are `Reading`s.
EARLIER, LATER = "desk_read_earlier", "desk_read_later"

#: Slack takes 100 blocks and 250 kB; the frame and a few blocks come on top of these.
_MOST_BLOCKS, _MOST_BYTES = 80, 150_000

Item = list[Block]


def reading_modal(reading: Reading, case: Case, advisor: Advisor) -> Json:
    """A page of it; one behind the end is the last."""
    pages = pages_of(_ITEMS[reading.what](case, advisor))
    number = min(reading.number, len(pages) - 1)
    points = explained(case, advisor) if reading.what is Whole.MATCHES else []
    return modal(
        advisor.reads(wording.title(case.need.id)),
        advisor.reads(CLOSE),
        [*pages[number], *points, *_turning(replace(reading, number=number), len(pages), advisor)],
        callback_id=CALLBACK,
        private_metadata=reading.packed(),
    )


def pages_of(items: Sequence[Item]) -> list[list[Block]]:
    """The items put together so that each page is one that Slack takes; only an item that is too long is torn.

    There is always a page that says something.
    """
    pages: list[list[Block]] = [[]]
    size = 0
    for item in _fitting(items):
        weight = _weight(item)
        if pages[-1] and (len(pages[-1]) + len(item) > _MOST_BLOCKS or size + weight > _MOST_BYTES):
            pages.append([])
            size = 0
        pages[-1] += item
        size += weight
    return pages if pages[-1] else [[note("–")]]


def _fitting(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        if len(item) <= _MOST_BLOCKS and _weight(item) <= _MOST_BYTES:
            yield item
        else:
            yield from ([block] for block in item)


def _weight(item: Item) -> int:
    return len(json.dumps(item))


def _turning(at: Reading, pages: int, advisor: Advisor) -> list[Block]:
    if pages == 1:
        return []
    before, after = replace(at, number=at.number - 1), replace(at, number=at.number + 1)
    buttons = [
        *([button(EARLIER, advisor.reads(wording.EARLIER), before.packed())] if at.number else []),
        *([button(LATER, advisor.reads(wording.LATER), after.packed())] if at.number < pages - 1 else []),
    ]
    return [divider(), note(advisor.reads(wording.page(at.number + 1, pages))), actions(*buttons)]


_ITEMS: Final[Mapping[Whole, Callable[[Case, Advisor], list[Item]]]] = {
    Whole.WORDS: lambda case, _: word_items(case.need),
    Whole.MATCHES: lambda case, advisor: match_items(case, advisor, in_full=True),
    Whole.INTRODUCTIONS: introduction_items,
    Whole.ENQUIRIES: lambda case, advisor: enquiry_items(case, advisor, in_full=True),
    Whole.CORRECTIONS: correction_items,
    Whole.NOTES: lambda case, advisor: note_items(case, advisor, in_full=True),
    Whole.HISTORY: history_items,
    Whole.KIN: kin_items,
}
