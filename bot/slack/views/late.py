"""The warning to advisors that an answer is due soon, with the button by which one of them asks in person."""

from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IntroductionEvent
from bot.domain.showing import ForAdvisors
from bot.slack.blocks import Posting, actions, bold, bullets, button, escape, fallback, mention, section
from bot.slack.views.advisors import fact_line
from bot.slack.views.campus import Campus
from bot.slack.views.entry import entry_facts
from bot.slack.wording import advisors as wording

TAKE_OVER = "take_over"


def late_posting(shown: ForAdvisors, introduction: Introduction, campus: Campus) -> Posting:
    """Which answer is due, when, and who was asked; also once the case has gone on, then without the button."""
    language = shown.need.spoken
    waits = introduction.due_at is not None and introduction.may(IntroductionEvent.TAKEN_OVER)
    said = wording.late(shown.need.id) if waits else wording.late_changed(shown.need.id)
    text = f"{said.in_(language)}: {entry_facts(campus.catalogue, introduction.entry, language).title}"
    lines = [fact_line(wording.STANDS, escape(wording.STATES[introduction.state].in_(language)), language)]
    if introduction.due_at is not None:
        lines.append(fact_line(wording.PROMISED, escape(campus.by(introduction.due_at, language)), language))
    if introduction.expert_user is not None:
        lines.append(fact_line(wording.EXPERT, mention(introduction.expert_user), language))
    take_over = [actions(button(TAKE_OVER, wording.TAKE_OVER.in_(language), introduction.id))] if waits else []
    return Posting(fallback(text), [section(bold(text)), bullets(lines), *take_over])
