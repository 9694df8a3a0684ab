"""The advisors' queue of needs: piles with their counts, a search, filters, and a page of lines; for Home and a modal.

What it shows is a value; which pile, filters and page it is travels with the view as its `Look`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.domain.queue import NOBODY, PAGE, Filters, Page, Pile
from bot.slack.blocks import (
    Block,
    Json,
    Markup,
    actions,
    bold,
    button,
    divider,
    escape,
    header,
    joined,
    mention,
    modal,
    note,
    section,
    small,
    words,
)
from bot.slack.views.campus import Campus
from bot.slack.views.desk.file import file_button
from bot.slack.views.desk.line import line_blocks, unit_name
from bot.slack.views.desk.look import CALLBACK, Look
from bot.slack.views.desk.opening import search_menu
from bot.slack.wording.desk import filters as filter_wording
from bot.slack.wording.desk import queue as wording
from bot.slack.wording.desk.case import STATES
from bot.slack.wording.said import Said

#: With the pile's name behind it, since ids differ within one row of buttons.
PILE = "desk_pile"
EARLIER, LATER = "desk_earlier", "desk_later"
FILTER, CLEAR = "desk_filter", "desk_clear"

#: The most urgent first, as their buttons stand; an advisor who has not chosen sees the first that holds anything.
PILES = (Pile.BREAKS_TODAY, Pile.WAITING, Pile.NEW, Pile.STUCK, Pile.NO_MATCH, Pile.MINE, Pile.ALL)


@dataclass(frozen=True)
class Queue:
    """The desk as one advisor looks at it.

    Attributes:
        me: the advisor's Slack account.
        pile: the one whose page is shown.
    """

    me: str
    look: Look
    pile: Pile
    counts: Mapping[Pile, int]
    page: Page

    @property
    def is_for_any(self) -> bool:
        """Whether it shows what waits for any of the advisors, and not only for who looks."""
        return self.look.together and self.pile is Pile.WAITING


def most_urgent(counts: Mapping[Pile, int]) -> Pile:
    """The pile that an advisor should see first."""
    return next((pile for pile in PILES if counts.get(pile)), Pile.ALL)


def queue_modal(queue: Queue, campus: Campus, language: str) -> Json:
    """The queue after the command, or after a figure of the digest was pressed."""
    return modal(
        wording.TITLE.in_(language),
        wording.CLOSE.in_(language),
        queue_blocks(queue, campus, language),
        callback_id=CALLBACK,
        private_metadata=queue.look.packed(campus.rules.today(campus.now)),
    )


def home_blocks(queue: Queue, campus: Campus, language: str) -> list[Block]:
    """The queue as the first part of an advisor's Home tab."""
    return [header(wording.HEADING.in_(language)), *queue_blocks(queue, campus, language), divider()]


def queue_blocks(queue: Queue, campus: Campus, language: str) -> list[Block]:
    """At most thirty blocks, however many needs there are."""
    return [
        actions(*(_pile_button(pile, queue, language) for pile in PILES)),
        actions(*_tools(queue.look.filters, language)),
        *_narrowed(queue.look.filters, campus, language),
        section(bold(_heading(queue, language))),
        *_list(queue, campus, language),
        *_paging(queue.page, language),
    ]


def _pile_button(pile: Pile, queue: Queue, language: str) -> Json:
    label = wording.with_count(pile, queue.counts.get(pile, 0)).in_(language)
    return button(f"{PILE}_{pile}", label, pile, primary=pile is queue.pile and not queue.is_for_any)


def _tools(filters: Filters, language: str) -> Iterator[Json]:
    yield search_menu(language)
    yield button(FILTER, wording.FILTER.in_(language), FILTER)
    if filters != Filters():
        yield button(CLEAR, wording.CLEAR.in_(language), CLEAR)
    yield file_button(language)


def _heading(queue: Queue, language: str) -> str:
    page, name = queue.page, wording.WAITING_FOR_ANY if queue.is_for_any else wording.NAMES[queue.pile]
    if not page.total:
        return name.in_(language)
    if page.total <= PAGE:
        return wording.how_many(name, page.total).in_(language)
    return wording.some_of(name, page.offset + 1, page.offset + len(page.lines), page.total).in_(language)


def _list(queue: Queue, campus: Campus, language: str) -> list[Block]:
    """What the pile means, and its page; for an empty one a quiet word."""
    if not queue.page.lines:
        return [words(_empty(queue).in_(language))]
    meaning = wording.meaning(queue.pile, campus.rules.stuck_days)
    said = wording.MEANING_FOR_ANY if queue.is_for_any else meaning
    lines = [line_blocks(line, queue.me, campus, language) for line in queue.page.lines]
    return [note(said.in_(language)), *(block for line in lines for block in line)]


def _empty(queue: Queue) -> Said:
    if queue.look.filters != Filters():
        return wording.NOTHING_WITH_FILTERS
    return wording.EMPTY_FOR_ANY if queue.is_for_any else wording.EMPTY[queue.pile]


def _paging(page: Page, language: str) -> list[Block]:
    """The ways to the pages before and after, as far as there are any."""
    earlier = [button(EARLIER, wording.EARLIER.in_(language), str(page.offset - PAGE))] if page.offset else []
    behind = page.offset + PAGE
    later = [button(LATER, wording.LATER.in_(language), str(behind))] if behind < page.total else []
    return [actions(*earlier, *later)] if earlier or later else []


def _narrowed(filters: Filters, campus: Campus, language: str) -> list[Block]:
    """What the list is narrowed to, so that nobody takes a filtered list for the whole."""
    parts = list(_filters(filters, campus, language))
    only = escape(f"{wording.ONLY.in_(language)}:")
    return [small(joined(only, joined(*parts, by=" · ")))] if parts else []


def _filters(filters: Filters, campus: Campus, language: str) -> Iterator[Markup]:
    if filters.infrastructure is not None:
        yield escape(unit_name(campus.catalogue, filters.infrastructure, language))
    if filters.language is not None:
        yield escape(filter_wording.LANGUAGES[filters.language].in_(language))
    if filters.state is not None:
        yield escape(STATES[filters.state].in_(language))
    if filters.advisor == NOBODY:
        yield escape(filter_wording.FREE.in_(language))
    elif filters.advisor is not None:
        yield joined(escape(filter_wording.TAKEN_BY.in_(language)), mention(filters.advisor))
    if filters.older_than_days is not None:
        yield escape(filter_wording.at_least(filters.older_than_days).in_(language))
    if filters.words:
        yield escape(filter_wording.with_words(filters.words).in_(language))
