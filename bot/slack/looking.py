"""The queue as an advisor looks at it, gathered from the desk. How it looks is in `views.desk.queue`."""

from bot.desk import queue
from bot.slack.blocks import Json
from bot.slack.reception import Reception
from bot.slack.views.desk.look import Look
from bot.slack.views.desk.queue import Queue, most_urgent, queue_modal


def queue_of(reception: Reception, user: str, look: Look) -> Queue:
    """The piles and the page that a look shows at this moment."""
    desk, filters = reception.desk, look.filters
    counts = queue.counts(desk, user, filters)
    pile = look.pile or most_urgent(counts)
    # Nobody by name are the advisors together.
    page = queue.page(desk, "" if look.together else user, pile, filters, look.offset)
    return Queue(user, look, pile, counts, page)


def modal_of(reception: Reception, user: str, look: Look) -> Json:
    """The desk as a modal."""
    return queue_modal(queue_of(reception, user, look), reception.campus(), reception.locale_of(user))


def look_of(reception: Reception, view: Json) -> Look:
    """What somebody looks at in a view, from its payload; the beginning where it is none of the desk's."""
    desk = reception.desk
    return Look.unpacked(view.get("private_metadata") or "", desk.rules.today(desk.now()))
