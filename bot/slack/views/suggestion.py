"""An expert named somebody else: the company reads whom, and decides before anybody new is asked."""

from bot.domain.lifecycle import IntroductionState
from bot.domain.need import Need
from bot.domain.showing import ForCompany, Progress
from bot.slack.blocks import Block, Posting, actions, button, escape, fallback, joined, note, section, words
from bot.slack.views.campus import Campus
from bot.slack.views.entry import entry_facts
from bot.slack.views.match import title
from bot.slack.wording import suggestion as wording

APPROVE = "suggestion_approve"
NO_THANKS = "suggestion_no_thanks"


def suggestion_posting(shown: ForCompany, about: Progress, campus: Campus) -> Posting:
    """Whom an expert names, what it shows, and the two buttons."""
    need, language = shown.need, shown.need.spoken
    approve = button(APPROVE, wording.APPROVE.in_(language), about.id, primary=True)
    no_thanks = button(NO_THANKS, wording.NO_THANKS.in_(language), about.id)
    text, blocks = _suggested(need, about, campus)
    return Posting(fallback(text), [*blocks, note(wording.NOBODY_ASKED_YET.in_(language)), actions(approve, no_thanks)])


def suggestion_changed_posting(shown: ForCompany, about: Progress, campus: Campus) -> Posting:
    """The suggestion once the company has decided, without its buttons."""
    if about.state is IntroductionState.PROPOSED:
        return suggestion_posting(shown, about, campus)
    left = about.card is None
    said = (wording.LEFT if left else wording.APPROVED).in_(shown.need.spoken)
    text, blocks = _suggested(shown.need, about, campus)
    return Posting(fallback(f"{text} {said}"), [*blocks, note(said)])


def _suggested(need: Need, about: Progress, campus: Campus) -> tuple[str, list[Block]]:
    language = need.spoken
    facts = entry_facts(campus.catalogue, about.entry, language)
    who = entry_facts(campus.catalogue, about.proposed_for or about.entry, language).title
    said = wording.suggests_colleague(who) if about.is_colleague else wording.suggests(who, facts.title)
    text = said.in_(language)
    return text, [words(text), section(joined(title(facts), escape(facts.shows), by="\n"))]
