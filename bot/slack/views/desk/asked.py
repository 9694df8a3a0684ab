"""The top of a need's page: how it stands, who asked, the words, and what was read from them."""

import re
from collections.abc import Iterator

from bot.domain.case import Case
from bot.domain.limits import read_in, ruled_out_in
from bot.domain.need import Need
from bot.slack.blocks import (
    Block,
    Json,
    Markup,
    beside,
    bold,
    button,
    cut,
    joined,
    note,
    people_words,
    words,
    words_beside,
)
from bot.slack.views.desk.advisor import Advisor
from bot.slack.views.desk.beneath import Reading, Whole
from bot.slack.views.desk.line import holder
from bot.slack.views.desk.origin import origin
from bot.slack.wording.desk import case as wording
from bot.slack.wording.limits import stated
from bot.slack.wording.said import Said

REFRESH = "desk_refresh"
#: Opens what is read in full; its value is a `Reading`.
READ = "desk_read"

_LONGEST_ON_PAGE = 1200
#: What one quote holds well.
_LONGEST_PIECE = 2800
_LONGEST_LINE, _LONGEST_PART, _MOST_PARTS = 600, 90, 6


def asked_blocks(case: Case, advisor: Advisor) -> list[Block]:
    """How the need stands, who asked and where, the words, and what was read from them."""
    refresh = button(REFRESH, advisor.reads(wording.REFRESH), case.need.id)
    return [
        beside(_standing(case, advisor), refresh),
        origin(case.need, advisor.campus, advisor.language),
        *_words(case.need, advisor),
        *_read_from(case.need, advisor),
    ]


def word_items(need: Need) -> list[list[Block]]:
    """All of the words, in pieces that Slack takes."""
    return [[people_words(piece)] for piece in in_pieces(need.text)]


def in_pieces(text: str) -> Iterator[str]:
    """A text cut between its words, so that the pieces put together hold all of them."""
    rest = text.strip()
    while rest:
        piece = rest if len(rest) <= _LONGEST_PIECE else _first_piece(rest)
        yield piece
        rest = rest[len(piece) :].strip()


def read_button(need: str, what: Whole, said: Said, advisor: Advisor) -> Json:
    """Opens what is read in full."""
    return button(READ, advisor.reads(said), Reading(need, what).packed())


def _standing(case: Case, advisor: Advisor) -> Markup:
    triage, need, campus = case.triage, case.need, advisor.campus
    state = wording.STATES[need.state]
    if triage.outcome is not None and not need.is_open:
        state = wording.how_it_ended(wording.OUTCOMES[triage.outcome])
    told = [bold(advisor.reads(state))]
    if need.is_open:
        told.append(holder(triage.advisor, advisor.user, advisor.language))
    if triage.snoozed_until is not None and triage.snoozed_until > campus.rules.today(campus.now):
        told.append(advisor.sees(wording.asleep(campus.day(triage.snoozed_until, advisor.language))))
    if triage.same_as is not None:
        told.append(advisor.sees(wording.same_as(triage.same_as)))
    return joined(*told, by="  ·  ")


def _words(need: Need, advisor: Advisor) -> list[Block]:
    text = need.text.strip()
    if not text:
        return [note(advisor.reads(wording.NO_WORDS_LEFT))]
    if len(text) <= _LONGEST_ON_PAGE:
        return [people_words(text)]
    more = read_button(need.id, Whole.WORDS, wording.READ_ALL, advisor)
    beginning = advisor.reads(wording.beginning_of(len(text)))
    return [people_words(cut(text, _LONGEST_ON_PAGE)), words_beside(beginning, more)]


def _read_from(need: Need, advisor: Advisor) -> list[Block]:
    """The limits, the parts, and what nobody here knows."""
    answer = need.answer
    if answer is None:
        return []
    limits = stated(read_in(answer), ruled_out_in(answer)).in_(advisor.language)
    parts = [cut(" ".join(part.text.split()), _LONGEST_PART) for part in answer.parts[:_MOST_PARTS]]
    told = [
        (wording.READ_FROM_IT, limits),
        (wording.PARTS, "; ".join(parts)),
        (wording.MISSING, ", ".join(answer.missing)),
    ]
    lines = [advisor.reads(wording.fact(what, cut(value, _LONGEST_LINE))) for what, value in told if value]
    return [words("\n".join(lines))] if lines else []


def _first_piece(text: str) -> str:
    head = text[:_LONGEST_PIECE]
    ends = [found.end() for found in re.finditer(r"\s", head)]
    # A single word as long as a piece has no end to cut at.
    return head[: ends[-1]] if ends else head
