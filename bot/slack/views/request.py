"""What an expert sees when a company asks: the approved card, its four answers, and what became of it."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.domain.card import Card
from bot.domain.lifecycle import IntroductionState
from bot.domain.showing import ForExpert
from bot.slack.blocks import (
    Block,
    Posting,
    actions,
    bold,
    bullets,
    button,
    escape,
    fallback,
    header,
    note,
    people_words,
    section,
    words,
)
from bot.slack.views.campus import Campus
from bot.slack.views.entry import entry_facts
from bot.slack.views.why import why_pairs
from bot.slack.wording import request as wording
from bot.slack.wording.said import Said

YES, NOT_BEFORE, NOT_US, NO = "reply_yes", "reply_not_before", "reply_not_us", "reply_no"

_BECAME: Final[Mapping[IntroductionState, Said]] = {
    IntroductionState.ACCEPTED: wording.SAID_YES,
    IntroductionState.MET: wording.MET,
    IntroductionState.DECLINED: wording.SAID_NO,
    IntroductionState.REDIRECTED: wording.NAMED_ANOTHER,
    IntroductionState.EXPIRED: wording.RAN_OUT,
    IntroductionState.WITHDRAWN: wording.WITHDRAWN,
    IntroductionState.CLOSED: wording.CLOSED,
}


def request_posting(shown: ForExpert, campus: Campus) -> Posting:
    """The card, until when an answer was promised, and the four answers."""
    language = shown.card.language
    blocks = [*card_blocks(shown.card, campus), *_promise(shown, campus), *_answers(shown)]
    return Posting(
        fallback(_said(wording.heading, shown.card, campus)), [*blocks, note(wording.PUT_RIGHT.in_(language))]
    )


def request_changed_posting(shown: ForExpert, campus: Campus) -> Posting:
    """The card with what became of it; the answers stay for as long as they do something."""
    said = _became(shown, campus).in_(shown.card.language)
    answers = _answers(shown) if shown.can_be_answered else []
    blocks = [*card_blocks(shown.card, campus), words(said), *answers]
    return Posting(fallback(_said(wording.heading, shown.card, campus)), blocks)


def reminder_posting(shown: ForExpert, campus: Campus) -> Posting:
    """The card once more under a gentle word, with the same four answers."""
    request = request_posting(shown, campus)
    return Posting(
        fallback(_said(wording.reminder_of, shown.card, campus)),
        [words(_said(wording.reminder_of, shown.card, campus)), *request.blocks[1:]],
    )


def card_blocks(card: Card, campus: Campus) -> list[Block]:
    """Exactly what the company approved: the words, the name if it is shown, and why it comes to them."""
    language = card.language
    company = wording.named(card.company) if card.company else wording.UNNAMED
    said = [people_words(card.brief)] if card.brief else [note(wording.ERASED.in_(language))]
    facts = entry_facts(campus.catalogue, card.entry, language)
    lines = [wording.why(brief, met).in_(language) for brief, met in why_pairs(card, facts)]
    why = [section(bold(wording.WHY_TITLE.in_(language))), bullets(map(escape, lines))] if lines else []
    return [header(_said(wording.heading, card, campus)), words(company.in_(language)), *said, *why]


def _said(about: Callable[[str], Said], card: Card, campus: Campus) -> str:
    return about(entry_facts(campus.catalogue, card.entry, card.language).title).in_(card.language)


def _promise(shown: ForExpert, campus: Campus) -> list[Block]:
    language = shown.card.language
    promised = [wording.answer_by(campus.by(shown.due_at, language))] if shown.due_at else []
    return [note(*(each.in_(language) for each in (*promised, wording.YES_MEANS, wording.NO_IS_FINE)))]


def _answers(shown: ForExpert) -> list[Block]:
    language, about = shown.card.language, shown.introduction
    return [
        actions(
            button(YES, wording.YES.in_(language), about, primary=True),
            button(NOT_BEFORE, wording.NOT_BEFORE.in_(language), about),
            button(NOT_US, wording.NOT_US.in_(language), about),
            button(NO, wording.NO.in_(language), about),
        )
    ]


def _became(shown: ForExpert, campus: Campus) -> Said:
    match shown.state:
        case IntroductionState.INTRODUCED:
            return wording.SAID_YES if shown.has_thread else wording.YES_BY_HAND
        case IntroductionState.WITH_ADVISOR if shown.both_agreed:
            return wording.BOTH_AGREED
        case IntroductionState.WITH_ADVISOR:
            return wording.STILL_WELCOME if shown.can_be_answered else wording.WITH_ADVISOR
        case IntroductionState.POSTPONED if shown.not_before:
            return wording.not_before(campus.day(shown.not_before, shown.card.language))
        case IntroductionState.ASKED if shown.due_at:
            return wording.answer_by(campus.by(shown.due_at, shown.card.language))
        case _:
            return _BECAME.get(shown.state, wording.WITH_ADVISOR)
