"""`/lotsen need...` becomes a need; `/lotsen` alone opens the modal; a few words are commands, see `commands`.

Registered after `desk.desk_command`, which takes the command for the advisors' desk.
"""

from slack_bolt import App, Args

from bot.desk import acting, erase, overview, withdraw
from bot.desk.export import export
from bot.domain.need import Door, Place
from bot.slack.blocks import Posting, escape, fallback, words
from bot.slack.boundary import guarded
from bot.slack.commands import Command, Order, command_in
from bot.slack.incoming import stored
from bot.slack.listeners.sender import sender
from bot.slack.listeners.telling import show, write_directly
from bot.slack.reception import Reception
from bot.slack.views.ask import ask_modal
from bot.slack.views.own_data import erase_posting, export_postings, is_open, status_posting, withdraw_posting
from bot.slack.wording import own_data as wording
from bot.slack.wording.ask import DESK_HELP, HELP, RECEIVED
from bot.slack.wording.said import Said

COMMAND = "/lotsen"

_SAID = {Order.HELP: HELP, Order.EXPORT: wording.EXPORTING, Order.ERASE_EVERYTHING: wording.ERASING}


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_lotsen_command(args: Args) -> None:
        text = stored(args.payload.get("text") or "")
        command = command_in(text)
        if command is not None:
            _write_down(args, reception, command)
            args.ack()
        elif text:
            key = f"command:{args.payload['trigger_id']}"
            person = sender(args.body)
            reception.write_need(key, person, text, Door.COMMAND, Place("", None, private=True))
            said = RECEIVED.in_(reception.spoken_by(person.user, text))
            args.ack(text=escape(said), response_type="ephemeral")
        else:
            args.ack()

    def answer(args: Args) -> None:
        text, user = stored(args.payload.get("text") or ""), args.payload["user_id"]
        command = command_in(text)
        if command is not None:
            language = command.language or reception.locale_of(user)
            show(args, _answered(reception, command, user, language))
            if command.order is Order.EXPORT:
                write_directly(args, user, export_postings(export(reception.desk, user), language))
        elif not text:
            view = ask_modal(Door.COMMAND, reception.locale_of(user))
            args.client.views_open(trigger_id=args.payload["trigger_id"], view=view)

    app.command(COMMAND)(ack=handle_lotsen_command, lazy=[guarded(reception.locale_of, answer)])


def _write_down(args: Args, reception: Reception, command: Command) -> None:
    """What a command asks to be done; most only ask to be shown something."""
    user, key = args.payload["user_id"], f"command:{args.payload['trigger_id']}"
    if command.order is Order.ERASE_EVERYTHING:
        reception.write(key, erase.KIND, erase.erasing(user))
    elif command.need is not None and _open_need(reception, command.need, user):
        reception.write(key, withdraw.KIND, withdraw.withdrawing(user, command.need))


def _open_need(reception: Reception, need: str, user: str) -> bool:
    found = reception.need_of(need, user)
    return found is not None and is_open(found)


def _answered(reception: Reception, command: Command, user: str, language: str) -> Posting:
    match command.order:
        case Order.STATUS:
            return status_posting(overview.needs_of(reception.desk, user), reception.campus(), language)
        case Order.WITHDRAW if command.need is not None:
            known = reception.need_of(command.need, user) is not None
            return _said(wording.WITHDRAWING if known else wording.unknown_need(command.need), language)
        case Order.WITHDRAW:
            return withdraw_posting(overview.needs_of(reception.desk, user), language)
        case Order.ERASE:
            return erase_posting(language)
        case Order.HELP if acting.is_advisor(reception.desk, user):
            return _said(HELP, language, DESK_HELP)
        case Order.HELP | Order.EXPORT | Order.ERASE_EVERYTHING:
            return _said(_SAID[command.order], language)


def _said(said: Said, language: str, *more: Said) -> Posting:
    return Posting(fallback(said.in_(language)), [words(each.in_(language)) for each in (said, *more)])
