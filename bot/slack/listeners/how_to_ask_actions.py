"""An expert who left three requests unanswered says what would help: a pause, somebody else, another description."""

from collections.abc import Callable

from slack_bolt import App, Args

from bot.desk.acting import Role
from bot.slack.blocks import Json
from bot.slack.boundary import guarded
from bot.slack.listeners.pressing import press_of
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.views.choice import Subject
from bot.slack.views.how_to_ask import CHANGE_CONTACT, CORRECT, contact_modal, description_modal
from bot.slack.wording.follow import NOT_FOR_YOU


def register(app: App, reception: Reception) -> None:
    """Listen; the button for a pause is taken by `availability_action`."""

    def opening(modal: Callable[[Subject], Json]) -> Callable[[Args], None]:
        def open_modal(args: Args) -> None:
            press = press_of(args)
            found = reception.introduction(press.about)
            if found is None or not reception.plays(press.about, press.user, {Role.EXPERT}):
                tell(args, reception, NOT_FOR_YOU)
                return
            view = modal(Subject(found.id, reception.language_in(found)))
            args.client.views_open(trigger_id=args.body["trigger_id"], view=view)

        return guarded(reception.locale_of, open_modal)

    app.action(CHANGE_CONTACT)(ack=handle_how_to_ask, lazy=[opening(contact_modal)])
    app.action(CORRECT)(ack=handle_how_to_ask, lazy=[opening(description_modal)])


def handle_how_to_ask(args: Args) -> None:
    """Nothing is written down before the modal is submitted."""
    args.ack()
