"""One need in a list of the desk: its first words, and in two small lines what an advisor wants to know of it."""

from collections.abc import Iterator

from bot.domain.catalogue import Catalogue, NotInCatalogue
from bot.domain.event import ERASED
from bot.domain.lifecycle import NeedState
from bot.domain.queue import Line
from bot.slack.blocks import Block, Markup, bold, cut, escape, joined, mention, small, words_beside
from bot.slack.views.campus import Campus
from bot.slack.views.desk import when
from bot.slack.views.desk.opening import open_button
from bot.slack.wording.desk import case as case_wording
from bot.slack.wording.desk import queue as wording
from bot.slack.wording.desk.filters import LANGUAGES
from bot.slack.wording.desk.when import quiet
from bot.slack.wording.said import Said

_LONGEST_WORDS = 180
_MOST_UNITS = 2
#: A catalogue sets no limit to its names; these keep a line a line.
_LONGEST_UNIT = 60
#: From this many days without anything happening it is worth a word.
_QUIET_FROM = 2


def line_blocks(line: Line, me: str, campus: Campus, language: str) -> list[Block]:
    """The need's words beside the button that opens it, and below them how it stands and where it comes from."""
    first = cut(" ".join(line.text_start.split()), _LONGEST_WORDS)
    stands = joined(*_stands(line, me, campus, language), by=" · ")
    comes = joined(*_comes(line, campus, language), by=" · ")
    return [
        words_beside(wording.words_of(line.need, first).in_(language), open_button(line.need, language)),
        small(joined(stands, comes, by="\n")),
    ]


def holder(advisor: str | None, me: str | None, language: str) -> Markup:
    """Who has taken a need."""
    if advisor is None:
        return escape(wording.NOBODY_HAS_IT.in_(language))
    if advisor == me:
        return escape(wording.YOU_HAVE_IT.in_(language))
    return joined(mention(advisor), escape(wording.HAS_IT.in_(language)))


def unit_name(catalogue: Catalogue, unit: str, language: str) -> str:
    """An infrastructure's name; one that has left the catalogue since is known by its id alone."""
    try:
        return cut(catalogue.infrastructure(unit).name.in_(language), _LONGEST_UNIT)
    except NotInCatalogue:
        return cut(unit, _LONGEST_UNIT)


def _stands(line: Line, me: str, campus: Campus, language: str) -> Iterator[Markup]:
    """What presses, who has it, and what came of it."""
    if line.due_at is not None:
        due = when.due(line.due_at, campus, language)
        yield bold(due) if when.presses(line.due_at, campus) else escape(due)
    yield holder(line.advisor, me, language)
    yield escape(_state(line, campus.catalogue).in_(language))
    if line.snoozed_until is not None and line.snoozed_until > campus.rules.today(campus.now):
        yield escape(wording.asleep(campus.day(line.snoozed_until, language)).in_(language))


def _comes(line: Line, campus: Campus, language: str) -> Iterator[Markup]:
    """How old it is, from whom, and whether it has gone quiet."""
    asked = escape(when.asked(line.asked_at, campus, language))
    # Which of our two languages it is can be seen from the words.
    other = escape(LANGUAGES["other"].in_(language)) if line.language == "other" else Markup("")
    yield joined(asked, _asker(line, language), other)
    days = when.days_ago(line.last_at, campus)
    if days >= _QUIET_FROM:
        yield escape(quiet(days).in_(language))
    if line.same_as is not None:
        yield escape(wording.same_as(line.same_as).in_(language))


def _asker(line: Line, language: str) -> Markup:
    if line.asker.user == ERASED:
        return escape(case_wording.ERASED.in_(language))
    return joined(escape(wording.BY.in_(language)), mention(line.asker.user))


def _state(line: Line, catalogue: Catalogue) -> Said:
    """The state; for matches, where they are."""
    if line.state is not NeedState.MATCHED or not line.infrastructures:
        return case_wording.STATES[line.state]
    shown, more = line.infrastructures[:_MOST_UNITS], len(line.infrastructures) - _MOST_UNITS
    # Names have commas of their own.
    en, sv = ("; ".join(unit_name(catalogue, unit, spoken) for unit in shown) for spoken in ("en", "sv"))
    units = wording.and_more(Said(en, sv), more) if more > 0 else Said(en, sv)
    return wording.matches_at(units)
