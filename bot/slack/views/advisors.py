"""What the advisors see about a need in its thread: that it ended, words for them alone, what went wrong."""

from collections.abc import Mapping
from typing import Final

from bot.domain.event import ERASED
from bot.domain.lifecycle import NeedEvent
from bot.domain.need import Need
from bot.domain.private_words import About, PrivateWords
from bot.domain.showing import ForAdvisors, Undeliverable
from bot.slack.blocks import (
    Block,
    Json,
    Markup,
    Posting,
    actions,
    bold,
    bullets,
    button,
    channel_link,
    escape,
    fallback,
    joined,
    mention,
    note,
    people_words,
    question,
    section,
    words,
)
from bot.slack.views.campus import Campus
from bot.slack.views.entry import entry_facts
from bot.slack.wording import advisors as wording
from bot.slack.wording.said import Said
from bot.slack.wording.undelivered import try_again, undelivered

CLOSE_NEED = "close_need"

#: What private words are about.
ABOUT: Final[Mapping[About, Said]] = {
    About.DECLINE: wording.SAID_AFTER_NO,
    About.FEEDBACK: wording.SAID_AFTERWARDS,
    About.EXPERT_SAYS: wording.SAID_BY_EXPERT,
    About.NOTE: wording.NOTE,
}


def need_ended_posting(need: Need) -> Posting:
    """The company took back a need that the advisors had heard of."""
    text = wording.need_ended(need.id).in_(need.spoken)
    return Posting(fallback(text), [words(text)])


def nothing_left_posting(shown: ForAdvisors, campus: Campus) -> Posting:
    """Everybody who was asked said no, or did not answer: how each introduction ended, and the need's own words."""
    need, language = shown.need, shown.need.spoken
    text = wording.nothing_left(need.id).in_(language)
    ended = [
        fact_line(Said(facts.title, facts.title), escape(wording.STATES[introduction.state].in_(language)), language)
        for introduction in shown.introductions
        for facts in [entry_facts(campus.catalogue, introduction.entry, language)]
    ]
    blocks = [words(text), bullets([*asked_lines(need), *ended]), *_their_words(need)]
    return Posting(fallback(text), [*blocks, *_close_need(need)])


def private_words_posting(shown: ForAdvisors, told: PrivateWords) -> Posting:
    """Words that neither side can read."""
    language = shown.need.spoken
    text = wording.private_words(shown.need.id).in_(language)
    lines = [fact_line(ABOUT[told.about], mention(told.author), language)]
    if told.useful is not None:
        lines.append(escape((wording.WAS_USEFUL if told.useful else wording.NOT_USEFUL).in_(language)))
    said = told.words.for_advisors()
    blocks = [section(bold(text)), bullets(lines), *([people_words(said)] if said else [])]
    return Posting(fallback(text), [*blocks, note(wording.ONLY_ADVISORS.in_(language))])


def breakdown_posting(need: Need) -> Posting:
    """Something broke around a need; the advisors get its words, so that they can answer."""
    text = wording.breakdown(need.id).in_(need.spoken)
    return Posting(fallback(text), [words(text), bullets(asked_lines(need)), *_their_words(need)])


def undeliverable_posting(need: Need, what: Undeliverable) -> Posting:
    """A message that could not be delivered, to whom, and how to have it tried again."""
    lines = (undelivered(what.topic), try_again(what.parcel, what.error))
    text = "\n".join(line.in_(need.spoken) for line in lines)
    return Posting(fallback(text), [words(text), bullets(asked_lines(need))])


def asked_lines(need: Need) -> list[Markup]:
    """Who asked, which way, and where an answer would be seen."""
    language = need.spoken
    door = escape(wording.DOORS[need.door].in_(language))
    private = need.place.private or not need.place.channel
    place = escape(wording.IN_PRIVATE.in_(language)) if private else channel_link(need.place.channel)
    return [
        fact_line(wording.WHO_ASKED, _asker(need), language),
        fact_line(wording.WHERE, joined(door, place, by=", "), language),
    ]


def _asker(need: Need) -> Markup:
    erased = need.asker.user == ERASED
    return escape(wording.ERASED.in_(need.spoken)) if erased else mention(need.asker.user)


def fact_line(what: Said, value: Markup, language: str) -> Markup:
    """One fact after its name."""
    return joined(escape(f"{what.in_(language)}:"), value)


def _their_words(need: Need) -> list[Block]:
    return [section(bold(wording.IN_THEIR_WORDS.in_(need.spoken))), people_words(need.text)]


def _close_need(need: Need) -> list[Json]:
    if not need.may(NeedEvent.CLOSED):
        return []
    language = need.spoken
    ask = question(
        wording.CONFIRM_NEED_TITLE.in_(language),
        wording.CONFIRM_NEED.in_(language),
        wording.YES_CLOSE.in_(language),
        wording.NO_BACK.in_(language),
    )
    return [actions(button(CLOSE_NEED, wording.CLOSE_NEED.in_(language), need.id, confirm=ask))]
