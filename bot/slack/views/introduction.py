"""The first post of an introduction thread: the brief, who is who, an agenda, and what to bring."""

from bot.domain.catalogue import Catalogue
from bot.domain.introduction import Introduction
from bot.domain.need import Need
from bot.slack.blocks import (
    Markup,
    Posting,
    bold,
    bullets,
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
from bot.slack.views.entry import EntryFacts, entry_facts
from bot.slack.views.match import title
from bot.slack.wording import introduction as wording


def introduction_posting(need: Need, introduction: Introduction, catalogue: Catalogue) -> Posting:
    """Everything company, expert and advisor need to begin."""
    language = need.spoken
    facts = entry_facts(catalogue, introduction.entry, language)
    blocks = [
        header(wording.HEADING.in_(language)),
        section(title(facts)),
        words(wording.OPENING.in_(language)),
        people_words(introduction.brief),
        section(bold(wording.WHO.in_(language))),
        bullets(_who_is_who(need, introduction, facts)),
        section(bold(wording.AGENDA_TITLE.in_(language))),
        bullets(escape(line.in_(language)) for line in wording.AGENDA),
    ]
    if facts.you_bring:
        blocks.append(words(wording.prepare(facts.you_bring).in_(language)))
    blocks.append(note(wording.SUGGEST_TIMES.in_(language)))
    return Posting(fallback(wording.about(facts.title).in_(language)), blocks)


def _who_is_who(need: Need, introduction: Introduction, facts: EntryFacts) -> list[Markup]:
    language = need.spoken
    role = wording.role_at(facts.role or facts.name, facts.unit)
    people = [
        (need.asker.user, wording.COMPANY),
        (introduction.expert_user, role),
        (introduction.advisor, wording.ADVISOR),
    ]
    return [joined(mention(user), escape(f"— {what.in_(language)}")) for user, what in people if user]
