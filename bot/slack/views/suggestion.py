"""An expert or an advisor suggests somebody: the company reads whom, and decides before anybody new is asked."""

from typing import Final

from bot.domain.lifecycle import IntroductionState
from bot.domain.need import Need
from bot.domain.showing import ForCompany, Progress
from bot.slack.blocks import Block, Posting, actions, button, escape, fallback, joined, note, section, words
from bot.slack.views.campus import Campus
from bot.slack.views.entry import EntryFacts, entry_facts
from bot.slack.views.match import title
from bot.slack.wording import suggestion as wording
from bot.slack.wording.company_notes import expert_at
from bot.slack.wording.said import Said

APPROVE = "suggestion_approve"
NO_THANKS = "suggestion_no_thanks"

_LEFT: Final = frozenset({IntroductionState.WITHDRAWN, IntroductionState.CLOSED})


def suggestion_posting(shown: ForCompany, about: Progress, campus: Campus) -> Posting:
    """Whom they name, what it shows, and the two buttons."""
    need, language = shown.need, shown.need.spoken
    approve = button(APPROVE, wording.APPROVE.in_(language), about.id, primary=True)
    no_thanks = button(NO_THANKS, wording.NO_THANKS.in_(language), about.id)
    text, blocks = _suggested(need, about, campus)
    asked = wording.NOBODY_ASKED_BY_ADVISOR if about.by_advisor else wording.NOBODY_ASKED_YET
    return Posting(fallback(text), [*blocks, note(asked.in_(language)), actions(approve, no_thanks)])


def suggestion_changed_posting(shown: ForCompany, about: Progress, campus: Campus) -> Posting:
    """The suggestion once the company has decided, without its buttons."""
    if about.state is IntroductionState.PROPOSED:
        return suggestion_posting(shown, about, campus)
    said = (wording.LEFT if about.state in _LEFT else wording.APPROVED).in_(shown.need.spoken)
    text, blocks = _suggested(shown.need, about, campus)
    return Posting(fallback(f"{text} {said}"), [*blocks, note(said)])


def _suggested(need: Need, about: Progress, campus: Campus) -> tuple[str, list[Block]]:
    language = need.spoken
    facts = entry_facts(campus.catalogue, about.entry, language)
    asked = entry_facts(campus.catalogue, about.proposed_for or about.entry, language)
    text = _who_suggests(about, asked, facts.title).in_(language)
    return text, [words(text), section(joined(title(facts), escape(facts.shows), by="\n"))]


def _who_suggests(about: Progress, asked: EntryFacts, whom: str) -> Said:
    if about.by_advisor:
        return wording.advisor_suggests(whom)
    is_expert = asked.id in asked.roles
    who = expert_at(asked.role, asked.unit) if is_expert else wording.those_who_answer(asked.title)
    return wording.suggests_colleague(who) if about.asked.is_colleague else wording.suggests(who, whom)
