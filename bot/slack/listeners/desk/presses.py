"""Buttons of the desk that do something with the press alone: the frame that listeners for them share."""

from collections.abc import Callable

from slack_bolt import App, Args

from bot.slack.boundary import guarded
from bot.slack.listeners.desk.gate import let_in
from bot.slack.listeners.desk.turning import is_done, page_under, show_again
from bot.slack.listeners.pressing import Press, Written, press_of
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.wording.desk.gate import ADVISORS_ONLY
from bot.slack.wording.said import Said

_WRITTEN = "written"

#: What is said where the button stands elsewhere than on a need's page, once the press has been worked on.
Elsewhere = Callable[[Press], Said | None]


def presses(
    app: App, reception: Reception, action: str, write: Callable[[Press], Written], elsewhere: Elsewhere | None = None
) -> None:
    """Write down and acknowledge, for an advisor; then show the need's page again, where that is where they are."""

    def handle(args: Args) -> None:
        press = press_of(args)
        written = write(press) if let_in(args, reception) else None
        if written is not None:
            reception.write(press.key, written.kind, written.body)
        args.context[_WRITTEN] = written is not None
        args.ack()

    def answer(args: Args) -> None:
        if _WRITTEN not in args.context:
            # It could not be written down, and the boundary has said so.
            return
        press, under = press_of(args), page_under(args)
        if not args.context[_WRITTEN]:
            tell(args, reception, ADVISORS_ONLY)
        elif under:
            show_again(args, reception, under, press.key)
        elif elsewhere and is_done(reception, press.key) and (said := elsewhere(press)):
            tell(args, reception, said)

    # The module of the listener shows in logs and tests, and not that of this frame.
    handle.__module__ = write.__module__
    app.action(action)(ack=handle, lazy=[guarded(reception.locale_of, answer)])
