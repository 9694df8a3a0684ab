"""Where a need comes from: who asked, when, which way, and who wrote it down for them, in one small line."""

from bot.domain.event import ERASED
from bot.domain.need import Need
from bot.slack.blocks import Block, Markup, channel_link, escape, joined, mention, small
from bot.slack.views.campus import Campus
from bot.slack.wording import advisors as advisors_wording
from bot.slack.wording.desk import case as wording
from bot.slack.wording.said import Said


def origin(need: Need, campus: Campus, language: str) -> Block:
    """Under the heading of a need, wherever advisors read it whole."""
    company = _by(wording.FROM, need.asker.user, language)
    asked_at = escape(campus.time(need.asked_at, language))
    way = _by(wording.FILED_BY, need.filed_by, language) if need.filed_by else _way(need, language)
    return small(joined(company, asked_at, way, by="  ·  "))


def _way(need: Need, language: str) -> Markup:
    private = need.place.private or not need.place.channel
    where = escape(advisors_wording.IN_PRIVATE.in_(language)) if private else channel_link(need.place.channel)
    return joined(escape(advisors_wording.DOORS[need.door].in_(language)), where, by=", ")


def _by(what: Said, user: str, language: str) -> Markup:
    who = escape(wording.ERASED.in_(language)) if user == ERASED else mention(user)
    return joined(escape(what.in_(language)), who)
