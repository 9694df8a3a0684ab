"""What has happened, on a need's page: one line an event, in order."""

from collections.abc import Sequence

from bot.domain.case import Case
from bot.domain.event import LOTSEN, Event
from bot.domain.lifecycle import IntroductionEvent, NeedEvent
from bot.slack.blocks import Block, Markup, bullets, cut, escape, joined
from bot.slack.views.desk.advisor import Advisor
from bot.slack.wording.desk import history as wording

#: How many lines stand in one paragraph; with the longest names that is what Slack takes.
_LINES = 8
_LONGEST_NAME, _LONGEST_WHAT = 80, 120


def history_items(case: Case, advisor: Advisor) -> list[list[Block]]:
    """All that has happened, oldest first, a few lines an item."""
    events = case.events
    return [[_lines(events[start : start + _LINES], case, advisor)] for start in range(0, len(events), _LINES)]


def newest(case: Case, advisor: Advisor) -> list[Block]:
    """The last few lines."""
    return [_lines(case.events[-_LINES:], case, advisor)] if case.events else []


def hidden(case: Case) -> int:
    """How many events `newest` leaves out."""
    return max(len(case.events) - _LINES, 0)


def news(case: Case, seen: int, advisor: Advisor) -> list[Block]:
    """What has happened since somebody saw so many events."""
    return [_lines(case.events[seen:][-_LINES:], case, advisor)] if len(case.events) > seen else []


def _lines(events: Sequence[Event], case: Case, advisor: Advisor) -> Block:
    return bullets(_line(event, case, advisor) for event in events)


def _line(event: Event, case: Case, advisor: Advisor) -> Markup:
    about = escape(f"— {_entry(event, case, advisor)}") if event.introduction else Markup("")
    return joined(escape(f"{advisor.time(event.at)}:"), _actor(event, advisor), _what(event, case, advisor), about)


def _actor(event: Event, advisor: Advisor) -> Markup:
    if event.actor == LOTSEN:
        return advisor.sees(wording.LOTSEN)
    return advisor.sees(wording.YOU) if event.actor == advisor.user else advisor.names(event.actor)


def _what(event: Event, case: Case, advisor: Advisor) -> Markup:
    named = wording.event(event.name, of_need=event.introduction is None)
    said = wording.HEARD_NO if _is_heard(event, case) else named
    # A duplicate is the only reason to put two together.
    why = event.reason if event.name != NeedEvent.MERGED else ""
    told = wording.told(said, wording.reason(why) if why else None)
    return escape(cut(advisor.reads(told), _LONGEST_WHAT))


def _is_heard(event: Event, case: Case) -> bool:
    """Whether it is a no that somebody else than the expert has told."""
    asked = next((each.expert_user for each in case.introductions if each.id == event.introduction), None)
    return event.name == IntroductionEvent.DECLINED and event.actor != asked


def _entry(event: Event, case: Case, advisor: Advisor) -> str:
    entry = next((each.entry for each in case.introductions if each.id == event.introduction), event.introduction or "")
    return cut(advisor.facts(entry).name, _LONGEST_NAME)
