"""What an advisor presses on the queue: another pile, another page, no filters any more, a figure of the digest."""

import re
from collections.abc import Callable

from slack_bolt import App, Args

from bot.domain.queue import Filters, Pile
from bot.slack.blocks import Json
from bot.slack.listeners.desk.gate import only_advisors
from bot.slack.listeners.sender import sender
from bot.slack.looking import look_of, modal_of
from bot.slack.reception import Reception
from bot.slack.views.desk.digest import FIGURE
from bot.slack.views.desk.look import Look
from bot.slack.views.desk.queue import CLEAR, EARLIER, LATER, PILE
from bot.slack.visiting import home_of

#: The look after a press, from the look before it and the value of what was pressed.
Turn = Callable[[Look, str], Look]


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def turning(turn: Turn) -> Callable[[Args], None]:
        def show_turned(args: Args) -> None:
            view: Json = args.body["view"]
            turn_to(args, reception, view, turn(look_of(reception, view), args.payload["value"]))

        return only_advisors(reception, show_turned)

    def open_figure(args: Args) -> None:
        look = Look(Pile(args.payload["value"]), together=True)
        view = modal_of(reception, sender(args.body).user, look)
        args.client.views_open(trigger_id=args.body["trigger_id"], view=view)

    piles = "|".join(Pile)
    app.action(re.compile(rf"^{PILE}_({piles})$"))(ack=handle_queue, lazy=[turning(_to_pile)])
    app.action(re.compile(rf"^({EARLIER}|{LATER})$"))(ack=handle_queue, lazy=[turning(_to_page)])
    app.action(CLEAR)(ack=handle_queue, lazy=[turning(_without_filters)])
    app.action(re.compile(rf"^{FIGURE}_({piles})$"))(ack=handle_queue, lazy=[only_advisors(reception, open_figure)])


def turn_to(args: Args, reception: Reception, view: Json, look: Look) -> None:
    """Show something else in the Home tab or the modal in which somebody pressed."""
    user = sender(args.body).user
    if view["type"] == "home":
        args.client.views_publish(user_id=user, view=home_of(reception, user, look))
    else:
        args.client.views_update(view_id=view["id"], view=modal_of(reception, user, look))


def handle_queue(args: Args) -> None:
    """Nothing is written down: looking asks for nothing."""
    args.ack()


def _to_pile(look: Look, value: str) -> Look:
    return look.at(Pile(value))


def _to_page(look: Look, value: str) -> Look:
    return look.from_(int(value))


def _without_filters(look: Look, _value: str) -> Look:
    return look.with_(Filters())
