"""Who opens the Home tab, gathered from the desk in all parts that they play. How it looks is in `views.home`."""

from bot.desk import overview
from bot.slack.blocks import Json
from bot.slack.reception import Reception
from bot.slack.views.home import Reader, Visitor, home_view
from bot.slack.wording.said import Said


def home_of(reception: Reception, user: str, notice: Said | None = None) -> Json:
    """The Home tab of a person, under a line about what they just did there."""
    desk, language = reception.desk, reception.locale_of(user)
    as_expert = overview.desk_of_expert(desk, user)
    visitor = Visitor(
        language=language,
        needs=overview.needs_of(desk, user),
        readers=[Reader(seen.card, seen.by_expert, seen.knows_who) for seen in overview.seen_by_others(desk, user)],
        roles=as_expert.wishes,
        requests=as_expert.requests,
        is_advisor=user in desk.directory.advisors(),
        notice=notice,
    )
    return home_view(visitor, reception.campus())
