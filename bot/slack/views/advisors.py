"""What the advisors see in their channel: needs that nothing fits, introductions to make by hand, breakdowns."""

from bot.domain.catalogue import Catalogue
from bot.domain.introduction import Introduction
from bot.domain.need import Need
from bot.domain.people import Contact, Reach
from bot.slack.blocks import (
    Block,
    Markup,
    Posting,
    bold,
    bullets,
    channel_link,
    escape,
    fallback,
    header,
    joined,
    mention,
    note,
    people_words,
    section,
    to_copy,
    words,
)
from bot.slack.views.answer import nearest_misses
from bot.slack.views.entry import EntryFacts, entry_facts
from bot.slack.wording import advisors as wording
from bot.slack.wording.said import Said


def unmatched_posting(need: Need, catalogue: Catalogue) -> Posting:
    """A need that nothing here fits, with what came nearest."""
    language = need.spoken
    text = wording.unmatched(need.id).in_(language)
    blocks = [header(text), bullets(_asked(need)), *_their_words(need)]
    if need.answer is not None and need.answer.matches:
        nearest = section(bold(wording.NEAREST.in_(language)))
        blocks += [nearest, nearest_misses(need.answer, catalogue, language)]
    else:
        blocks.append(words(wording.NOTHING_NEAR.in_(language)))
    blocks.append(note(wording.THEY_WERE_TOLD.in_(language)))
    return Posting(fallback(text), blocks)


def by_hand_posting(need: Need, introduction: Introduction, contact: Contact | None, catalogue: Catalogue) -> Posting:
    """Everything an advisor needs to make an introduction without the bot."""
    language = need.spoken
    facts = entry_facts(catalogue, introduction.entry, language)
    text = wording.by_hand(need.id).in_(language)
    hurdle = wording.HURDLES[introduction.hurdle or Reach.REFUSED].in_(language)
    facts_to_use = [
        *([_line(wording.FOR, mention(introduction.advisor), language)] if introduction.advisor else []),
        *_asked(need),
        _line(wording.MATCH, escape(facts.title), language),
        *_expert(facts, introduction, contact, language),
        _line(wording.WHY, escape(hurdle), language),
    ]
    blocks = [
        header(text),
        bullets(facts_to_use),
        section(bold(wording.APPROVED_BRIEF.in_(language))),
        people_words(introduction.brief),
        section(bold(wording.READY_EMAIL.in_(language))),
        *_emails(introduction, catalogue),
    ]
    return Posting(fallback(f"{text}: {facts.title}"), blocks)


def breakdown_posting(need: Need) -> Posting:
    """Something broke around a need; the advisors get its words, so that they can answer."""
    text = wording.breakdown(need.id).in_(need.spoken)
    return Posting(fallback(text), [words(text), bullets(_asked(need)), *_their_words(need)])


def _asked(need: Need) -> list[Markup]:
    """Who asked, which way, and where an answer would be seen."""
    language = need.spoken
    door = escape(wording.DOORS[need.door].in_(language))
    private = need.place.private or not need.place.channel
    place = escape(wording.IN_PRIVATE.in_(language)) if private else channel_link(need.place.channel)
    return [
        _line(wording.WHO_ASKED, mention(need.asker.user), language),
        _line(wording.WHERE, joined(door, place, by=", "), language),
    ]


def _their_words(need: Need) -> list[Block]:
    return [section(bold(wording.IN_THEIR_WORDS.in_(need.spoken))), people_words(need.text)]


def _expert(facts: EntryFacts, introduction: Introduction, contact: Contact | None, language: str) -> list[Markup]:
    not_linked = escape(wording.NOT_LINKED.in_(language))
    account = introduction.expert_user or (contact.slack if contact else None)
    email = contact.email if contact else None
    role = facts.role or wording.NOBODY_NAMED.in_(language)
    return [
        _line(wording.EXPERT, escape(role), language),
        _line(wording.ACCOUNT, mention(account) if account else not_linked, language),
        _line(wording.EMAIL, escape(email) if email else not_linked, language),
    ]


def _emails(introduction: Introduction, catalogue: Catalogue) -> list[Block]:
    english = entry_facts(catalogue, introduction.entry, "en")
    swedish = entry_facts(catalogue, introduction.entry, "sv")
    mail = wording.email(english.role or english.unit, Said(english.title, swedish.title), introduction.brief)
    return [to_copy(mail.en), to_copy(mail.sv)]


def _line(what: Said, value: Markup, language: str) -> Markup:
    return joined(escape(f"{what.in_(language)}:"), value)
