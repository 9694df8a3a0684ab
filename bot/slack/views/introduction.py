"""The first post of an introduction thread: the brief, who is who, an agenda, the first step, and the buttons."""

from bot.domain.lifecycle import IntroductionState
from bot.domain.showing import ForGroup
from bot.slack.blocks import (
    Block,
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
from bot.slack.views.campus import Campus
from bot.slack.views.entry import EntryFacts, entry_facts, who_is_asked
from bot.slack.views.follow import thread_buttons
from bot.slack.views.match import title
from bot.slack.wording import follow as follow_wording
from bot.slack.wording import introduction as wording
from bot.slack.wording.request import ERASED
from bot.slack.wording.said import Said


def introduction_posting(shown: ForGroup, campus: Campus) -> Posting:
    """Everything that company, expert and advisor need to begin, and what they can do; also once it has gone on."""
    language = shown.card.language
    facts = entry_facts(campus.catalogue, shown.card.entry, language)
    blocks = [
        header(wording.HEADING.in_(language)),
        section(title(facts)),
        words(wording.OPENING.in_(language)),
        people_words(shown.card.brief) if shown.card.brief else note(ERASED.in_(language)),
        section(bold(wording.WHO.in_(language))),
        bullets(_who_is_who(shown, facts)),
        section(bold(wording.AGENDA_TITLE.in_(language))),
        bullets(escape(line.in_(language)) for line in wording.AGENDA),
        section(bold(wording.FIRST_STEP_TITLE.in_(language))),
        words(wording.FIRST_STEP.in_(language)),
        *([words(wording.prepare(facts.you_bring).in_(language))] if facts.you_bring else []),
        *_where_it_stands(shown),
        *thread_buttons(shown),
    ]
    return Posting(fallback(wording.about(facts.title).in_(language)), blocks)


def _where_it_stands(shown: ForGroup) -> list[Block]:
    match shown.state:
        case IntroductionState.MET:
            said = follow_wording.HAVE_MET
        case IntroductionState.CLOSED:
            said = follow_wording.THREAD_CLOSED
        case IntroductionState.WITHDRAWN:
            said = follow_wording.THREAD_WITHDRAWN
        case _:
            said = wording.SUGGEST_TIMES
    return [note(said.in_(shown.card.language))]


def _who_is_who(shown: ForGroup, facts: EntryFacts) -> list[Markup]:
    language, name = shown.card.language, shown.card.company
    people = [
        (shown.company and shown.company.user, wording.named_company(name) if name else wording.COMPANY),
        (shown.expert_user, _expert(shown, facts)),
        (shown.advisor, wording.ADVISOR),
    ]
    return [joined(mention(user), escape(f"— {what.in_(language)}")) for user, what in people if user]


def _expert(shown: ForGroup, facts: EntryFacts) -> Said:
    """The role of the entry's own expert alone; whoever was asked in their place does not have it."""
    role = facts.roles.get(shown.asked.expert or "") if not shown.asked.is_colleague else None
    return wording.role_at(role, facts.unit) if role else who_is_asked(shown.asked, facts)
