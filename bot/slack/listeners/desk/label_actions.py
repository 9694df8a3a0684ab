"""An advisor decides whether a correction becomes a label for the matcher."""

from slack_bolt import App

from bot.desk import labels
from bot.slack.listeners.desk.presses import presses
from bot.slack.listeners.pressing import Press, Written
from bot.slack.reception import Reception
from bot.slack.views.desk.labels import APPROVE, LEAVE_OUT


def register(app: App, reception: Reception) -> None:
    """Listen; the message is brought up to date by whoever works on it."""

    def approve(press: Press) -> Written:
        return Written(labels.KIND, labels.deciding(press.about, press.user, approved=True))

    def leave_out(press: Press) -> Written:
        return Written(labels.KIND, labels.deciding(press.about, press.user, approved=False))

    presses(app, reception, APPROVE, approve)
    presses(app, reception, LEAVE_OUT, leave_out)
