"""The button of the two questions opens their modal, for either side."""

from slack_bolt import App, Args

from bot.desk import feedback
from bot.desk.acting import Role
from bot.slack.boundary import guarded
from bot.slack.listeners.pressing import press_of
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.views.choice import Subject
from bot.slack.views.feedback import OPEN, feedback_modal
from bot.slack.wording.feedback import KEPT
from bot.slack.wording.follow import NOT_FOR_YOU


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def open_modal(args: Args) -> None:
        press = press_of(args)
        found = reception.introduction(press.about)
        if found is None or not reception.plays(press.about, press.user, {Role.COMPANY, Role.EXPERT}):
            tell(args, reception, NOT_FOR_YOU)
            return
        if feedback.has_answered(reception.desk, found, press.user):
            tell(args, reception, KEPT)
            return
        view = feedback_modal(Subject(found.id, reception.language_in(found)))
        args.client.views_open(trigger_id=args.body["trigger_id"], view=view)

    app.action(OPEN)(ack=handle_feedback, lazy=[guarded(reception.locale_of, open_modal)])


def handle_feedback(args: Args) -> None:
    """Nothing is written down before the modal is submitted."""
    args.ack()
