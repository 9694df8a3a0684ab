"""A no with its reason, by the expert."""

from slack_bolt import App, Args

from bot.desk import reply
from bot.slack.forms import picked, text_in
from bot.slack.reception import Reception
from bot.slack.views.choice import Subject
from bot.slack.views.decline import CALLBACK, REASON, WORDS, reason_of


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_decline(args: Args) -> None:
        view, user = args.payload, args.body["user"]["id"]
        about, why = Subject.unpacked(view["private_metadata"]), reason_of(picked(view, REASON))
        declined = reply.declining(about.id, user, why, text_in(view, WORDS))
        reception.write(f"reply:{view['id']}", reply.KIND, declined)
        args.ack()

    app.view(CALLBACK)(handle_decline)
