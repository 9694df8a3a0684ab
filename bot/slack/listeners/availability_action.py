"""An expert opens how they want to be asked: from the Home tab, or when kindly asked whether to pause."""

from slack_bolt import App, Args

from bot.desk.availability import experts_of_account
from bot.slack.boundary import guarded
from bot.slack.listeners.pressing import press_of
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.views.availability import availability_modal
from bot.slack.views.home import SET_AVAILABILITY
from bot.slack.views.how_to_ask import PAUSE
from bot.slack.wording.follow import NOT_FOR_YOU


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def open_modal(args: Args) -> None:
        press = press_of(args)
        if press.about not in experts_of_account(reception.desk, press.user):
            tell(args, reception, NOT_FOR_YOU)
            return
        with reception.desk.store.reading() as unit:
            wishes = unit.availabilities.get(press.about)
        view = availability_modal(wishes, reception.campus(), reception.locale_of(press.user))
        args.client.views_open(trigger_id=args.body["trigger_id"], view=view)

    for action in (SET_AVAILABILITY, PAUSE):
        app.action(action)(ack=handle_availability, lazy=[guarded(reception.locale_of, open_modal)])


def handle_availability(args: Args) -> None:
    """Nothing is written down before the modal is submitted."""
    args.ack()
