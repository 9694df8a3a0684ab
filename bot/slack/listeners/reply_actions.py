"""The four answers of an expert: a yes is written down at once, the others open a modal for what they need."""

from collections.abc import Callable

from slack_bolt import App, Args

from bot.desk import reply
from bot.desk.acting import Role
from bot.domain.introduction import Introduction
from bot.slack.blocks import Json
from bot.slack.boundary import guarded
from bot.slack.listeners.pressing import Press, Written, listen, press_of
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.views.choice import Subject
from bot.slack.views.decline import CALLBACK, decline_modal
from bot.slack.views.not_before import not_before_modal
from bot.slack.views.redirect import redirect_modal
from bot.slack.views.request import NO, NOT_BEFORE, NOT_US, YES
from bot.slack.wording.follow import NOT_FOR_YOU
from bot.slack.wording.request import TOO_LATE
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def asked(press: Press) -> Introduction | Said:
        found = reception.introduction(press.about)
        if found is None or not reception.plays(press.about, press.user, {Role.EXPERT}):
            return NOT_FOR_YOU
        return found if found.can_be_answered else TOO_LATE

    def say_yes(press: Press) -> Written | Said:
        found = asked(press)
        return found if isinstance(found, Said) else Written(reply.KIND, reply.accepting(found.id, press.user))

    def opening(modal: Callable[[Subject], Json]) -> Callable[[Args], None]:
        def open_modal(args: Args) -> None:
            found = asked(press_of(args))
            if isinstance(found, Said):
                tell(args, reception, found)
                return
            view = modal(Subject(found.id, reception.language_in(found)))
            args.client.views_open(trigger_id=args.body["trigger_id"], view=view)

        return guarded(reception.locale_of, open_modal)

    def not_before(about: Subject) -> Json:
        return not_before_modal(about, reception.desk.rules.today(reception.desk.now()))

    listen(app, reception, YES, say_yes)
    app.action(NOT_BEFORE)(ack=handle_reply, lazy=[opening(not_before)])
    app.action(NOT_US)(ack=handle_reply, lazy=[opening(redirect_modal)])
    app.action(NO)(ack=handle_reply, lazy=[opening(lambda about: decline_modal(about, CALLBACK))])


def handle_reply(args: Args) -> None:
    """Nothing is written down before the modal is submitted."""
    args.ack()
