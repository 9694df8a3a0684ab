"""A company's introductions side by side; the same lines on its Home tab and after `/lotsen status`."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.domain.introduction import Decline, Wait
from bot.domain.lifecycle import IntroductionState, NeedState
from bot.domain.need import Need
from bot.domain.showing import ForCompany, Progress
from bot.slack.blocks import (
    Block,
    Json,
    Markup,
    Posting,
    actions,
    beside,
    button,
    cut,
    escape,
    fallback,
    header,
    joined,
    note,
    question,
    section,
    words,
)
from bot.slack.views.campus import Campus
from bot.slack.views.entry import entry_facts, who_is_asked
from bot.slack.views.match import title
from bot.slack.wording import decline as decline_wording
from bot.slack.wording import progress as wording
from bot.slack.wording.reach import with_advisor
from bot.slack.wording.said import Said

WITHDRAW = "withdraw_introduction"
ASK_NOW = "ask_now"
WITHDRAW_NEED = "withdraw_need"

#: A message takes 50 blocks, and an introduction at most two; the oldest are left out.
_MOST = 20
_LONGEST_NEED = 200

_SAID: Final[Mapping[IntroductionState, Said]] = {
    IntroductionState.ACCEPTED: wording.OPENING,
    IntroductionState.MET: wording.MET,
    IntroductionState.REDIRECTED: wording.REDIRECTED,
    IntroductionState.EXPIRED: wording.EXPIRED,
    IntroductionState.WITHDRAWN: wording.WITHDRAWN,
    IntroductionState.CLOSED: wording.CLOSED,
}
_OVER: Final[Mapping[NeedState, Said]] = {
    NeedState.WITHDRAWN: wording.NEED_WITHDRAWN,
    NeedState.CLOSED: wording.NEED_CLOSED,
}


def progress_posting(shown: ForCompany, campus: Campus) -> Posting:
    """All introductions of a need, with where each stands and what happens next."""
    language = shown.need.spoken
    over = sum(each.is_over for each in shown.progress)
    text = wording.in_short(len(shown.progress) - over, over).in_(language)
    blocks = [
        header(wording.HEADING.in_(language)),
        words(wording.for_need(cut(" ".join(shown.need.text.split()), _LONGEST_NEED)).in_(language)),
        *progress_blocks(shown, campus, _MOST),
        note(wording.NOBODY_ELSE.in_(language)),
    ]
    return Posting(fallback(text), blocks)


def progress_blocks(shown: ForCompany, campus: Campus, most: int) -> list[Block]:
    """One paragraph for each introduction, with its button, and the button that takes the need back."""
    language = shown.need.spoken
    newest = shown.progress[-most:]
    blocks = [block for each in newest for block in _line(each, campus, language)]
    if len(newest) < len(shown.progress):
        blocks.insert(0, note(wording.HIDDEN.in_(language)))
    return [*blocks, *need_blocks(shown.need)]


def need_blocks(need: Need) -> list[Block]:
    """The button that takes a need back, or the word that it is over."""
    language = need.spoken
    if need.state in _OVER:
        return [note(_OVER[need.state].in_(language))]
    ask = question(
        wording.CONFIRM_NEED_TITLE.in_(language),
        wording.CONFIRM_NEED.in_(language),
        wording.YES_WITHDRAW.in_(language),
        wording.NO_KEEP.in_(language),
    )
    return [actions(button(WITHDRAW_NEED, wording.WITHDRAW_NEED.in_(language), need.id, confirm=ask))]


def standing(each: Progress, campus: Campus, language: str) -> str:
    """Where an introduction stands and what happens next, in a sentence or two."""
    said = _SAID.get(each.state) or _TELL[each.state](each, campus, language)
    return said.in_(language)


def named(each: Progress, campus: Campus, language: str) -> Markup:
    """Whom an introduction is to, without any account."""
    name = title(entry_facts(campus.catalogue, each.entry, language))
    colleague = escape(f"({wording.A_COLLEAGUE.in_(language)})")
    return joined(name, colleague) if each.asked.is_colleague else name


def _line(each: Progress, campus: Campus, language: str) -> list[Block]:
    text = joined(named(each, campus, language), escape(standing(each, campus, language)), by="\n")
    if each.is_over:
        return [section(text)]
    withdraw = _withdraw(each, campus, language)
    if each.waits is not Wait.NEXT:
        return [beside(text, withdraw)]
    return [section(text), actions(button(ASK_NOW, wording.ASK_NOW.in_(language), each.id), withdraw)]


def _withdraw(each: Progress, campus: Campus, language: str) -> Json:
    ask = question(
        wording.CONFIRM_ONE_TITLE.in_(language),
        wording.CONFIRM_ONE.in_(language),
        wording.YES_WITHDRAW.in_(language),
        wording.NO_KEEP.in_(language),
    )
    about = entry_facts(campus.catalogue, each.entry, language).name
    return button(WITHDRAW, wording.WITHDRAW_ONE.in_(language), each.id, about=about, confirm=ask)


def _proposed(each: Progress, _campus: Campus, _language: str) -> Said:
    return wording.SUGGESTED_BY_ADVISOR if each.by_advisor else wording.SUGGESTED


def _approved(each: Progress, campus: Campus, language: str) -> Said:
    if each.waits is Wait.NEXT:
        return wording.IF_OTHERS_SAY_NO
    waits = _WAITS.get(each.waits, wording.ABOUT_TO_ASK) if each.waits else wording.ABOUT_TO_ASK
    if each.waits is Wait.PAUSED and each.waits_until is not None:
        waits = wording.away_until(campus.moment(each.waits_until, language))
    return wording.promised(waits, campus.by(each.due_at, language)) if each.due_at else waits


def _asked(each: Progress, campus: Campus, language: str) -> Said:
    return wording.asked(campus.by(each.due_at or campus.now, language))


def _postponed(each: Progress, campus: Campus, language: str) -> Said:
    return wording.not_before(campus.day(each.not_before or campus.rules.today(campus.now), language))


def _declined(each: Progress, _campus: Campus, _language: str) -> Said:
    return wording.declined(decline_wording.TOLD[each.decline or Decline.OTHER])


def _with_advisor(each: Progress, campus: Campus, language: str) -> Said:
    facts = entry_facts(campus.catalogue, each.entry, language)
    return with_advisor(each.by_hand, each.hurdle, who_is_asked(each.asked, facts))


def _introduced(each: Progress, _campus: Campus, _language: str) -> Said:
    return wording.INTRODUCED if each.has_thread else wording.INTRODUCED_BY_HAND


_WAITS: Final[Mapping[Wait, Said]] = {
    Wait.CAP: wording.WAITS_FOR_ROOM,
    Wait.PAUSED: wording.WAITS_FOR_RETURN,
    Wait.HOURS: wording.WAITS_FOR_HOURS,
}
_TELL: Final[Mapping[IntroductionState, Callable[[Progress, Campus, str], Said]]] = {
    IntroductionState.PROPOSED: _proposed,
    IntroductionState.APPROVED: _approved,
    IntroductionState.ASKED: _asked,
    IntroductionState.POSTPONED: _postponed,
    IntroductionState.DECLINED: _declined,
    IntroductionState.WITH_ADVISOR: _with_advisor,
    IntroductionState.INTRODUCED: _introduced,
}
