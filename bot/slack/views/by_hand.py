"""Introductions that an advisor has to make: everything that is needed, a ready e-mail, and two buttons."""

from bot.domain.introduction import ByHand, Introduction
from bot.domain.lifecycle import IntroductionState
from bot.domain.people import Contact
from bot.domain.showing import ForAdvisors
from bot.slack.blocks import (
    Block,
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
    section,
    to_copy,
)
from bot.slack.views.advisors import asked_lines, fact_line
from bot.slack.views.campus import Campus
from bot.slack.views.entry import EntryFacts, entry_facts
from bot.slack.wording import advisors as wording
from bot.slack.wording.email import email
from bot.slack.wording.said import Said

SAID_YES, SAID_NO = "by_hand_yes", "by_hand_no"


def by_hand_posting(shown: ForAdvisors, introduction: Introduction, campus: Campus) -> Posting:
    """The whole request; once it went on, how it stands, and no buttons."""
    language = shown.need.spoken
    facts = entry_facts(campus.catalogue, introduction.entry, language)
    text = wording.by_hand(shown.need.id).in_(language)
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
    hurdle = introduction.hurdle
    if introduction.by_hand is ByHand.OUT_OF_REACH and hurdle is not None:
        return wording.HURDLES.get((hurdle.whose, hurdle.reach), wording.NOT_REACHED)
    return wording.BY_HAND[introduction.by_hand or ByHand.OUT_OF_REACH]


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
    if introduction.state is IntroductionState.INTRODUCED and introduction.thread is None:
        return [*approved, note(wording.PUT_TOGETHER.in_(language))]
    if introduction.state is not IntroductionState.WITH_ADVISOR:
        return approved
    english = entry_facts(campus.catalogue, introduction.entry, "en")
    swedish = entry_facts(campus.catalogue, introduction.entry, "sv")
    mail = email(english.role or english.unit, Said(english.title, swedish.title), card.brief, card.company)
    ready = section(bold(wording.READY_EMAIL.in_(language)))
    return [*approved, ready, to_copy(mail.en), to_copy(mail.sv)]


def _buttons(introduction: Introduction, language: str) -> list[Block]:
    if introduction.state is not IntroductionState.WITH_ADVISOR:
        return []
    return [
        actions(
            button(SAID_YES, wording.THEY_SAID_YES.in_(language), introduction.id, primary=True),
            button(SAID_NO, wording.THEY_SAID_NO.in_(language), introduction.id),
        )
    ]
