"""The services that an expert can name, found by what they type."""

from slack_bolt import App, Args

from bot.slack.incoming import typed
from bot.slack.reception import Reception
from bot.slack.views.choice import Subject
from bot.slack.views.redirect import SERVICE, services_like


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_typing(args: Args) -> None:
        about = Subject.unpacked(args.body["view"]["private_metadata"])
        words = typed(args.payload.get("value") or "")
        args.ack(options=services_like(words, reception.catalogue, about.language))

    app.options(SERVICE)(handle_typing)
