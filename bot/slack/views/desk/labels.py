"""The weekly message with the corrections that nobody has decided about: which become labels for the matcher?"""

from bot.domain.correction import Correction
from bot.domain.event import ERASED
from bot.domain.need import Need
from bot.domain.showing import ForDesk
from bot.slack.blocks import (
    Block,
    Posting,
    actions,
    button,
    cut,
    divider,
    escape,
    fallback,
    header,
    joined,
    mention,
    note,
    small,
    words,
)
from bot.slack.views.campus import Campus
from bot.slack.views.entry import entry_facts
from bot.slack.wording.desk import labels as wording
from bot.slack.wording.desk.case import ERASED as ERASED_PERSON
from bot.slack.wording.desk.queue import and_more, words_of
from bot.slack.wording.said import Said

APPROVE, LEAVE_OUT = "desk_label_approve", "desk_label_leave"

#: A message takes 50 blocks, and a correction four.
_MOST = 10
_LONGEST_WORDS, _LONGEST_REASON = 300, 300
_MOST_ENTRIES = 4


def labels_posting(shown: ForDesk, campus: Campus) -> Posting:
    """Every correction as it was and as it is now, with the reason, and two buttons."""
    text = " · ".join(wording.HEADING)
    if not shown.corrections:
        return Posting(fallback(text), [header(text), words("\n".join(wording.ALL_DECIDED))])
    first = [block for each, need in shown.corrections[:_MOST] for block in _correction(each, need, campus)]
    rest = len(shown.corrections) - _MOST
    more = [note(*wording.more(rest))] if rest > 0 else []
    return Posting(fallback(text), [header(text), note(*wording.WHAT_IT_MEANS), *first, *more])


def _correction(each: Correction, need: Need, campus: Campus) -> list[Block]:
    """In the language of the need, as everything about it in this channel."""
    language = need.spoken
    asked = _asked(need, language)
    lines = [
        _line(wording.BEFORE, _names(each.before, campus, language), language),
        _line(wording.AFTER, _names(each.after, campus, language), language),
        _line(wording.WHY, cut(" ".join(each.reason.split()), _LONGEST_REASON), language),
    ]
    advisor = escape(ERASED_PERSON.in_(language)) if each.advisor == ERASED else mention(each.advisor)
    who = joined(escape(wording.BY.in_(language)), advisor, escape(campus.time(each.at, language)))
    approve = button(APPROVE, wording.APPROVE.in_(language), each.id, about=need.id, primary=True)
    leave_out = button(LEAVE_OUT, wording.LEAVE_OUT.in_(language), each.id, about=need.id)
    return [divider(), words("\n".join([asked, *lines])), small(who), actions(approve, leave_out)]


def _asked(need: Need, language: str) -> str:
    return words_of(need.id, cut(" ".join(need.text.split()), _LONGEST_WORDS)).in_(language)


def _line(what: Said, text: str, language: str) -> str:
    return f"{what.in_(language)}: {text}"


def _names(entries: tuple[str, ...], campus: Campus, language: str) -> str:
    names = [entry_facts(campus.catalogue, entry, language).title for entry in entries]
    if not names:
        return wording.NOTHING.in_(language)
    listed = "; ".join(names[:_MOST_ENTRIES])
    more = len(names) - _MOST_ENTRIES
    return and_more(Said(listed, listed), more).in_(language) if more > 0 else listed
