"""The advisor who wrote a need down for a company hears that it said no, or could not be asked."""

from bot.domain.lifecycle import NeedState
from bot.domain.need import Need
from bot.slack.blocks import Posting, actions, fallback, mention, section, words
from bot.slack.views.advisors import fact_line
from bot.slack.views.desk.opening import open_button
from bot.slack.wording.desk import consent_refused as wording


def consent_refused_posting(need: Need) -> Posting:
    """Which of the two it was, for whom, and what is left to do."""
    language, waits = need.spoken, need.state is NeedState.FILED
    text = (wording.not_reached if waits else wording.said_no)(need.id).in_(language)
    company = section(fact_line(wording.COMPANY, mention(need.asker.user), language))
    close_it = [actions(open_button(need.id, language))] if waits else []
    return Posting(fallback(text), [words(text), company, *close_it])
