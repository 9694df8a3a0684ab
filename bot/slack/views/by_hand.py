"""Introductions that an advisor has to make: everything that is needed, a ready e-mail, and two buttons.

Where both said yes and only their conversation could not be opened, nobody is asked again: the e-mail introduces them.
"""

from typing import Final

from bot.domain.card import Card
from bot.domain.introduction import ByHand, Introduction
from bot.domain.lifecycle import IntroductionState
from bot.domain.people import Contact, Reach
from bot.domain.showing import ForAdvisors
from bot.slack.blocks import (
    Block,
    Json,
    Markup,
    Posting,
    actions,
    bold,
    bullets,
    button,
    escape,
    fallback,
    header,
    mention,
    note,
    people_words,
    question,
    section,
    to_copy,
)
from bot.slack.views.advisors import asked_lines, fact_line
from bot.slack.views.campus import Campus
from bot.slack.views.entry import EntryFacts, entry_facts
from bot.slack.wording import advisors as wording
from bot.slack.wording.company_notes import expert_at
from bot.slack.wording.email import email, introducing
from bot.slack.wording.said import Said

#: Why an advisor has it where the hurdle says more.
_WITH_HURDLE: Final = frozenset({ByHand.OUT_OF_REACH, ByHand.BOTH_AGREED})

SAID_YES, SAID_NO, CLOSE = "by_hand_yes", "by_hand_no", "by_hand_close"


def by_hand_posting(shown: ForAdvisors, introduction: Introduction, campus: Campus) -> Posting:
    """The whole request; once it went on, how it stands, and no buttons."""
    language = shown.need.spoken
    facts = entry_facts(campus.catalogue, introduction.entry, language)
    heading = wording.both_agreed if introduction.by_hand is ByHand.BOTH_AGREED else wording.by_hand
    text = heading(shown.need.id).in_(language)
    blocks = [
        header(text),
        bullets(_facts(shown, introduction, facts)),
        *_card(introduction, campus, language),
        *_buttons(introduction, language),
    ]
    return Posting(fallback(f"{text}: {facts.title}"), blocks)


def by_hand_waits_posting(shown: ForAdvisors, introduction: Introduction, campus: Campus) -> Posting:
    """It has waited for an advisor as long as the promise was."""
    language = shown.need.spoken
    facts = entry_facts(campus.catalogue, introduction.entry, language)
    text = f"{wording.by_hand_waits(shown.need.id).in_(language)}: {facts.title}"
    lines = [fact_line(wording.FOR, mention(introduction.advisor), language)] if introduction.advisor else []
    blocks = [section(bold(text)), *([bullets(lines)] if lines else []), note(wording.WAITS_FOR_YOU.in_(language))]
    return Posting(fallback(text), [*blocks, *_buttons(introduction, language)])


def _facts(shown: ForAdvisors, introduction: Introduction, facts: EntryFacts) -> list[Markup]:
    language = shown.need.spoken
    name = introduction.card.company if introduction.card else None
    return [
        *([fact_line(wording.FOR, mention(introduction.advisor), language)] if introduction.advisor else []),
        fact_line(wording.STANDS, escape(wording.STATES[introduction.state].in_(language)), language),
        *asked_lines(shown.need),
        fact_line(wording.COMPANY_NAME, escape(name or wording.NOT_SHOWN.in_(language)), language),
        fact_line(wording.MATCH, escape(facts.title), language),
        *_expert(facts, introduction, shown.contact, language),
        fact_line(wording.WHY, escape(_why(introduction).in_(language)), language),
    ]


def _why(introduction: Introduction) -> Said:
    hurdle, why = introduction.hurdle, introduction.by_hand or ByHand.OUT_OF_REACH
    # Of a conversation that Slack refused it does not say for whose sake.
    unknown = why is ByHand.BOTH_AGREED and hurdle is not None and hurdle.reach is Reach.REFUSED
    if why in _WITH_HURDLE and hurdle is not None and not unknown:
        return wording.HURDLES.get((hurdle.whose, hurdle.reach), wording.BY_HAND[why])
    return wording.BY_HAND[why]


def _expert(facts: EntryFacts, introduction: Introduction, contact: Contact | None, language: str) -> list[Markup]:
    not_linked = escape(wording.NOT_LINKED.in_(language))
    account = introduction.expert_user or (contact.slack if contact else None)
    address = contact.email if contact else None
    role = facts.role or wording.NOBODY_NAMED.in_(language)
    return [
        fact_line(wording.EXPERT, escape(role), language),
        fact_line(wording.ACCOUNT, mention(account) if account else not_linked, language),
        fact_line(wording.EMAIL, escape(address) if address else not_linked, language),
    ]


def _card(introduction: Introduction, campus: Campus, language: str) -> list[Block]:
    """What the company approved, and the e-mail that holds it, for as long as somebody has to ask."""
    card = introduction.card
    if card is None or not card.brief:
        return []
    approved = [section(bold(wording.APPROVED_BRIEF.in_(language))), people_words(card.brief)]
    heard_yes = introduction.state is IntroductionState.INTRODUCED and introduction.thread is None
    if heard_yes and introduction.by_hand is not ByHand.BOTH_AGREED:
        return [*approved, note(wording.PUT_TOGETHER.in_(language))]
    if introduction.state is not IntroductionState.WITH_ADVISOR:
        return approved
    mail = _email(introduction, card, campus)
    ready = section(bold(wording.READY_EMAIL.in_(language)))
    return [*approved, ready, to_copy(mail.en), to_copy(mail.sv)]


def _email(introduction: Introduction, card: Card, campus: Campus) -> Said:
    english, swedish = (entry_facts(campus.catalogue, introduction.entry, language) for language in ("en", "sv"))
    match = Said(english.title, swedish.title)
    if introduction.by_hand is ByHand.BOTH_AGREED:
        expert = Said(expert_at(english.role, english.unit).en, expert_at(swedish.role, swedish.unit).sv)
        return introducing(expert, match, card.brief, card.company)
    return email(english.role or english.unit, match, card.brief, card.company)


def _buttons(introduction: Introduction, language: str) -> list[Block]:
    if introduction.state is not IntroductionState.WITH_ADVISOR:
        return []
    if introduction.by_hand is ByHand.BOTH_AGREED:
        introduced = button(SAID_YES, wording.THEY_ARE_INTRODUCED.in_(language), introduction.id, primary=True)
        return [actions(introduced, close_button(CLOSE, introduction.id, language))]
    return [
        actions(
            button(SAID_YES, wording.THEY_SAID_YES.in_(language), introduction.id, primary=True),
            button(SAID_NO, wording.THEY_SAID_NO.in_(language), introduction.id),
        )
    ]


def close_button(action: str, introduction: str, language: str) -> Json:
    """Close an introduction that did not come about, after asking once more."""
    ask = question(
        wording.CONFIRM_CLOSE_TITLE.in_(language),
        wording.CONFIRM_CLOSE.in_(language),
        wording.YES_CLOSE.in_(language),
        wording.NO_BACK.in_(language),
    )
    return button(action, wording.CLOSE.in_(language), introduction, confirm=ask)
