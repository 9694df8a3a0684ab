"""The introductions on a need's page: how each stands, who is asked, and what happens next by itself.

What the company waits for longest comes first.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from bot.domain.case import Case
from bot.domain.clock import ClockKind
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IntroductionState
from bot.slack.blocks import Block, Markup, escape, joined, mention, section
from bot.slack.views.advisors import fact_line
from bot.slack.views.desk.advisor import Advisor
from bot.slack.views.desk.heard import heard_buttons
from bot.slack.views.match import title
from bot.slack.wording import advisors as advisors_wording
from bot.slack.wording.desk import case as wording
from bot.slack.wording.desk import history as history_wording
from bot.slack.wording.desk.announcement import promised
from bot.slack.wording.said import Said

_BEFORE_ITS_TURN: Final = frozenset({IntroductionState.PROPOSED, IntroductionState.APPROVED})
#: Behind every promise.
_NO_PROMISE = datetime.max.replace(tzinfo=UTC)


def introduction_items(case: Case, advisor: Advisor) -> list[list[Block]]:
    """Every introduction, the most pressing first, without their buttons."""
    return [[_introduction(each, case, advisor)] for each in _ordered(case)]


def introductions_to_answer(case: Case, advisor: Advisor) -> list[list[Block]]:
    """The same, each with what an advisor can tell of it."""
    return [[_introduction(each, case, advisor), *heard_buttons(each, advisor.language)] for each in _ordered(case)]


def _ordered(case: Case) -> list[Introduction]:
    return sorted(case.introductions, key=lambda each: (each.is_over, each.promise or _NO_PROMISE))


def _introduction(each: Introduction, case: Case, advisor: Advisor) -> Block:
    lines = [title(advisor.facts(each.entry)), advisor.sees(_standing(each, advisor).as_sentence())]
    if not each.is_over:
        lines += [*_people(each, case, advisor), *_dates(each, case, advisor)]
    return section(joined(*lines, by="\n"))


def _standing(each: Introduction, advisor: Advisor) -> Said:
    """The state, with why, as long as that matters, and until when an answer is due."""
    by_hand = each.by_hand if each.state is IntroductionState.WITH_ADVISOR else None
    why = each.decline or each.waits or by_hand
    reason = history_wording.reason(why) if why else None
    state = history_wording.told(advisors_wording.STATES[each.state], reason)
    return promised(state, advisor.campus.by(each.promise, advisor.language)) if each.promise else state


def _people(each: Introduction, case: Case, advisor: Advisor) -> Iterator[Markup]:
    contact = case.contacts.get(each.id)
    account = each.expert_user or (contact.slack if contact else None)
    role = escape(advisor.facts(each.entry).role or advisor.reads(advisors_wording.NOBODY_NAMED))
    # Whose account it is comes to light with the turn to be asked.
    unknown = [] if each.state in _BEFORE_ITS_TURN else [advisor.sees(advisors_wording.NOT_LINKED)]
    known = [mention(account)] if account else unknown
    address = [escape(contact.email)] if contact and contact.email else []
    yield fact_line(advisors_wording.EXPERT, joined(role, *known, *address, by=", "), advisor.language)
    if each.suggested_by is not None:
        yield fact_line(wording.SUGGESTED_BY, advisor.names(each.suggested_by), advisor.language)
    if each.advisor is not None and each.advisor != advisor.user:
        yield fact_line(wording.ADVISOR, advisor.names(each.advisor), advisor.language)


def _dates(each: Introduction, case: Case, advisor: Advisor) -> Iterator[Markup]:
    language, campus = advisor.language, advisor.campus
    if each.not_before is not None:
        yield fact_line(wording.NOT_BEFORE, escape(campus.day(each.not_before, language)), language)
    clocks = [
        advisor.reads(wording.clock(wording.CLOCKS[clock.kind], advisor.time(clock.due_at)))
        for clock in case.clocks.get(each.id, ())
        # The promise is told with the state.
        if clock.kind is not ClockKind.PROMISE
    ]
    if clocks:
        yield fact_line(wording.NEXT, escape("; ".join(clocks)), language)
