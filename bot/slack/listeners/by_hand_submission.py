"""A no with its reason, by an advisor who heard it from the expert."""

from slack_bolt import App, Args

from bot.desk import by_hand
from bot.slack.forms import picked, text_in
from bot.slack.listeners.desk.gate import admits
from bot.slack.reception import Reception
from bot.slack.views.choice import Subject
from bot.slack.views.decline import BY_HAND_CALLBACK, REASON, WORDS, reason_of


def register(app: App, reception: Reception) -> None:
    """Listen, behind the gate of the desk."""

    def handle_heard_no(args: Args) -> None:
        if not admits(args, reception):
            return
        view, user = args.payload, args.body["user"]["id"]
        about, why = Subject.unpacked(view["private_metadata"]), reason_of(picked(view, REASON))
        declined = by_hand.said_no(about.id, user, why, text_in(view, WORDS))
        reception.write(f"by_hand:{view['id']}", by_hand.KIND, declined)
        args.ack()

    app.view(BY_HAND_CALLBACK)(handle_heard_no)
