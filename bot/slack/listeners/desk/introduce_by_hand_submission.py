"""An advisor takes an introduction that the company has approved into their own hands."""

from slack_bolt import App, Args

from bot.desk import propose
from bot.slack.forms import picked
from bot.slack.listeners.desk.acts import Faults, submits
from bot.slack.listeners.pressing import Written
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.views.desk.about import About
from bot.slack.views.desk.introduce import CALLBACK, WHICH
from bot.slack.wording.desk import introduce as wording


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def send(args: Args, about: About) -> Written | Faults:
        entry = picked(args.payload, WHICH)
        if entry is None:
            return Faults({WHICH: wording.NOTHING_APPROVED})
        return Written(propose.KIND, propose.introducing_by_hand(about.need, sender(args.body).user, entry))

    submits(app, reception, CALLBACK, send)
