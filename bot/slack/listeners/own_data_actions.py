"""Somebody exports what is kept about them, or has it erased, from the Home tab or after a command."""

from slack_bolt import App, Args

from bot.desk import erase
from bot.desk.export import export
from bot.slack.boundary import guarded
from bot.slack.listeners.pressing import Press, Written, listen
from bot.slack.listeners.telling import tell, write_directly
from bot.slack.reception import Reception
from bot.slack.views.own_data import ERASE, EXPORT, export_postings
from bot.slack.wording.own_data import ERASING, EXPORTING
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def send_export(args: Args) -> None:
        user = args.body["user"]["id"]
        tell(args, reception, EXPORTING)
        everything = export(reception.desk, user)
        write_directly(args, user, export_postings(everything, reception.locale_of(user)))

    def erase_me(press: Press) -> Written:
        return Written(erase.KIND, erase.erasing(press.user))

    def say_so(_: Press) -> Said:
        return ERASING

    app.action(EXPORT)(ack=handle_export, lazy=[guarded(reception.locale_of, send_export)])
    listen(app, reception, ERASE, erase_me, say_so)


def handle_export(args: Args) -> None:
    """Nothing is written down: looking at one's own data changes nothing."""
    args.ack()
