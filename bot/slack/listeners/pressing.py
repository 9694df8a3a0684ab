"""Buttons that write something down at once: the frame that listeners for them share."""

from collections.abc import Callable
from dataclasses import dataclass

from slack_bolt import App, Args

from bot.slack.boundary import guarded
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.wording.said import Said
from bot.storage.ports import Json

_PRESSED = "pressed"


@dataclass(frozen=True)
class Press:
    """A button that was pressed.

    Attributes:
        about: what the button carries: the id of a need or of an introduction.
        key: of this one press, however often Slack delivers it.
    """

    about: str
    user: str
    key: str


@dataclass(frozen=True)
class Written:
    """What a press writes down."""

    kind: str
    body: Json


#: What a press writes down; or what is said instead, when the record shows that it is too late or not theirs.
Write = Callable[[Press], Written | Said]
#: What is said afterwards to whoever pressed, if anything; this may take asking Slack.
After = Callable[[Press], Said | None]


def press_of(args: Args) -> Press:
    """The press in a payload."""
    action, user = args.payload, args.body["user"]["id"]
    return Press(action["value"], user, f"{action['action_id']}:{action['value']}:{user}:{action['action_ts']}")


def listen(app: App, reception: Reception, action: str, write: Write, after: After | None = None) -> None:
    """Write down and acknowledge; then say what there is to say."""

    def handle(args: Args) -> None:
        press = press_of(args)
        outcome = write(press)
        if isinstance(outcome, Written):
            reception.write(press.key, outcome.kind, outcome.body)
            args.context[_PRESSED] = None
        else:
            args.context[_PRESSED] = tuple(outcome)
        args.ack()

    def answer(args: Args) -> None:
        if _PRESSED not in args.context:
            # It could not be written down, and the boundary has said so.
            return
        refused = args.context[_PRESSED]
        said = Said(*refused) if refused else after(press_of(args)) if after else None
        if said is not None:
            tell(args, reception, said)

    # The module of the listener shows in logs and tests, and not that of this frame.
    handle.__module__ = write.__module__
    app.action(action)(ack=handle, lazy=[guarded(reception.locale_of, answer)])
