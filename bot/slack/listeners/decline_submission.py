"""A no with its reason, by the expert, or by an advisor who heard it from the expert."""

from slack_bolt import App, Args

from bot.desk import by_hand, reply
from bot.slack.forms import picked, text_in
from bot.slack.reception import Reception
from bot.slack.views.choice import Subject
from bot.slack.views.decline import BY_HAND_CALLBACK, CALLBACK, REASON, WORDS, reason_of


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_decline(args: Args) -> None:
        view, user = args.payload, args.body["user"]["id"]
        about, why = Subject.unpacked(view["private_metadata"]), reason_of(picked(view, REASON))
        said = text_in(view, WORDS)
        if view["callback_id"] == CALLBACK:
            reception.write(f"reply:{view['id']}", reply.KIND, reply.declining(about.id, user, why, said))
        else:
            reception.write(f"by_hand:{view['id']}", by_hand.KIND, by_hand.said_no(about.id, user, why, said))
        args.ack()

    for callback in (CALLBACK, BY_HAND_CALLBACK):
        app.view(callback)(handle_decline)
