"""The one message about a need in the advisor channel: who has it, its words, what came of it, and two buttons.

It is read at any time, so that its moments are told with their dates. What else happens stands in its thread.
"""

from collections.abc import Iterator

from bot.domain.introduction import Introduction
from bot.domain.lifecycle import NeedState
from bot.domain.need import SHOWN_FIRST, Need
from bot.domain.showing import ForAdvisors
from bot.domain.triage import Triage
from bot.slack.blocks import (
    Block,
    Json,
    Markup,
    Posting,
    actions,
    bold,
    bullets,
    cut,
    escape,
    fallback,
    header,
    joined,
    mention,
    note,
    people_words,
    section,
    words,
)
from bot.slack.views.advisors import fact_line
from bot.slack.views.answer import nearest_misses
from bot.slack.views.campus import Campus
from bot.slack.views.desk.opening import open_button, take_button
from bot.slack.views.desk.origin import origin
from bot.slack.views.entry import entry_facts
from bot.slack.views.match import title
from bot.slack.wording import advisors as advisor_wording
from bot.slack.wording.desk import announcement as wording
from bot.slack.wording.desk.case import NO_WORDS_LEFT, OUTCOMES, STATES, asleep
from bot.slack.wording.match import LEVELS
from bot.slack.wording.said import Said
from matcher.answer import Match

#: The page has all of it; this much tells what the need is about.
_LONGEST_WORDS = 600
_MOST_INTRODUCTIONS = 8


def need_posting(shown: ForAdvisors, campus: Campus) -> Posting:
    """The need as it stands."""
    need, triage = shown.need, shown.triage or Triage(shown.need.id)
    text = wording.heading(need.id, _state(need, triage)).in_(need.spoken)
    facts = list(_facts(shown, triage, campus))
    blocks = [
        header(text),
        *([section(joined(*facts, by="  ·  "))] if facts else []),
        origin(need, campus, need.spoken),
        _words(need),
        *_introductions(shown.introductions, campus, need.spoken),
        *_answer(need, campus),
        actions(*_take(need, triage), open_button(need.id, need.spoken)),
    ]
    return Posting(fallback(text), blocks)


def _state(need: Need, triage: Triage) -> Said:
    """How it stands, or how an advisor ended it, as the end of a sentence."""
    ended = OUTCOMES.get(triage.outcome) if triage.outcome and not need.is_open else None
    state = STATES[need.state]
    within = Said(state.en[:1].lower() + state.en[1:], state.sv[:1].lower() + state.sv[1:])
    return Said(f"{within.en}, {ended.en}", f"{within.sv}, {ended.sv}") if ended else within


def _take(need: Need, triage: Triage) -> list[Json]:
    """The button that takes it, as long as it is free."""
    is_free = need.is_open and triage.advisor is None
    return [take_button(need.id, need.spoken)] if is_free else []


def _facts(shown: ForAdvisors, triage: Triage, campus: Campus) -> Iterator[Markup]:
    """Who has it; what sleeps, is linked, or waits for the company."""
    language = shown.need.spoken
    holder = mention(triage.advisor) if triage.advisor else escape(wording.NOBODY.in_(language))
    if triage.snoozed_until is not None and triage.snoozed_until > campus.rules.today(campus.now):
        day = campus.day(triage.snoozed_until, language)
        holder = joined(holder, escape(asleep(day).in_(language)), by=", ")
    if shown.need.is_open or triage.advisor:
        yield fact_line(wording.TAKEN_BY, holder, language)
    if triage.same_as is not None:
        yield fact_line(wording.LINKED, escape(triage.same_as), language)
    for enquiry in shown.enquiries[-1:]:
        answered = wording.WAITS_FOR_ANSWER if enquiry.is_open else wording.ANSWERED
        yield fact_line(wording.QUESTION, escape(answered.in_(language)), language)


def _words(need: Need) -> Block:
    if not need.text:
        return words(NO_WORDS_LEFT.in_(need.spoken))
    return people_words(cut(need.text, _LONGEST_WORDS))


def _answer(need: Need, campus: Campus) -> list[Block]:
    """The matches that the company sees first, or what came nearest."""
    language, answer = need.spoken, need.answer
    if answer is None or need.state not in {NeedState.MATCHED, NeedState.UNMATCHED}:
        return []
    if need.state is NeedState.UNMATCHED:
        told = note(advisor_wording.THEY_WERE_TOLD.in_(language))
        nearest = nearest_misses(answer, campus.catalogue, language)
        if nearest is None:
            return [words(advisor_wording.NOTHING_NEAR.in_(language)), told]
        return [section(bold(advisor_wording.NEAREST.in_(language))), nearest, told]
    best = bullets(_match(match, campus, language) for match in answer.matches[:SHOWN_FIRST])
    return [section(bold(wording.MATCHES.in_(language))), best] if answer.matches else []


def _match(match: Match, campus: Campus, language: str) -> Markup:
    """A match, and how sure the matcher is where it was the matcher who ranked it."""
    name = title(entry_facts(campus.catalogue, match.id, language))
    return joined(name, escape(LEVELS[match.level].in_(language)), by=": ") if match.confidence > 0 else name


def _introductions(introductions: tuple[Introduction, ...], campus: Campus, language: str) -> list[Block]:
    """The newest introductions, each with where it stands and what the company was promised."""
    if not introductions:
        return []
    newest = introductions[-_MOST_INTRODUCTIONS:]
    lines = [_introduction(each, campus, language) for each in newest]
    older = len(introductions) - len(newest)
    left_out = [note(wording.more_introductions(older).in_(language))] if older else []
    return [section(bold(wording.INTRODUCTIONS.in_(language))), bullets(lines), *left_out]


def _introduction(each: Introduction, campus: Campus, language: str) -> Markup:
    name = title(entry_facts(campus.catalogue, each.entry, language))
    state, due_at = advisor_wording.STATES[each.state], each.promise
    said = wording.promised(state, campus.by(due_at, language)) if due_at else state
    return joined(name, escape(said.in_(language)), by=": ")
