"""An advisor sends the no that an expert told them, with its reason."""

from slack_bolt import App, Args

from bot.desk import by_hand
from bot.slack.forms import picked, text_in
from bot.slack.listeners.desk.acts import submits
from bot.slack.listeners.pressing import Written
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.views.decline import REASON, WORDS, reason_of
from bot.slack.views.desk.about import About
from bot.slack.views.desk.heard import CALLBACK, Heard


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def send(args: Args, _about: About) -> Written:
        view, user = args.payload, sender(args.body).user
        heard, why = Heard.unpacked(view["private_metadata"]), reason_of(picked(view, REASON))
        return Written(by_hand.KIND, by_hand.said_no(heard.introduction, user, why, text_in(view, WORDS)))

    submits(app, reception, CALLBACK, send)
