"""Who opens the Home tab, gathered from the desk in all parts that they play. How it looks is in `views.home`."""

from bot.desk import acting, overview
from bot.slack.blocks import Json
from bot.slack.looking import queue_of
from bot.slack.reception import Reception
from bot.slack.views.desk.look import Look
from bot.slack.views.desk.queue import home_blocks
from bot.slack.views.home import AdvisorsDesk, Reader, Visitor, home_view
from bot.slack.wording.said import Said


def home_of(reception: Reception, user: str, look: Look, notice: Said | None = None) -> Json:
    """The Home tab of a person, under a line about what they just did there.

    `look` is what an advisor looks at; for everybody else it means nothing.
    """
    desk, language = reception.desk, reception.locale_of(user)
    as_expert = overview.desk_of_expert(desk, user)
    visitor = Visitor(
        language=language,
        needs=overview.needs_of(desk, user),
        readers=[
            Reader(seen.card, seen.asked, seen.by_expert, seen.knows_who, seen.need)
            for seen in overview.seen_by_others(desk, user)
        ],
        roles=as_expert.wishes,
        requests=as_expert.requests,
        desk=_desk(reception, user, look, language) if acting.is_advisor(desk, user) else None,
        notice=notice,
    )
    return home_view(visitor, reception.campus())


def _desk(reception: Reception, user: str, look: Look, language: str) -> AdvisorsDesk:
    campus = reception.campus()
    blocks = home_blocks(queue_of(reception, user, look), campus, language)
    return AdvisorsDesk(blocks, look.packed(campus.rules.today(campus.now)))
