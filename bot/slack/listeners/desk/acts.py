"""An advisor's act on a need: the button that opens its modal, and what is sent from there; the frame for each of them.

The gate stands before both. What an act writes down is worked on by the use case, which looks once more who may.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from slack_bolt import App, Args

from bot.desk.acting import readable
from bot.domain.need import Need
from bot.slack.blocks import Json
from bot.slack.boundary import guarded
from bot.slack.listeners.desk.gate import admits, only_advisors
from bot.slack.listeners.desk.turning import page_under, show_again
from bot.slack.listeners.pressing import Written, press_of
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.views.desk.about import About
from bot.slack.views.notice import notice_modal
from bot.slack.wording.desk.acts import UNKNOWN_NEED
from bot.slack.wording.said import Said

#: Under which key something was written down; the second half of a listener looks for it.
_WRITTEN = "written"


@dataclass(frozen=True)
class Faults:
    """What cannot be sent as it is, by the block at which it is said."""

    said: Mapping[str, Said]


@dataclass(frozen=True)
class Again:
    """The modal once more, with something in it that the advisor has not seen."""

    view: Json


#: The modal of an act; or what is said instead, when the need is such that there is nothing to do.
ModalOf = Callable[[Need, About], Json | Said]
#: What a submission writes down, or why it does not.
Send = Callable[[Args, About], Written | Faults | Again]


def opens(app: App, reception: Reception, action: str, modal_of: ModalOf) -> None:
    """Open the modal of an act, upon the need's page where that is where the button stands."""

    def open_modal(args: Args) -> None:
        press = press_of(args)
        language = reception.locale_of(press.user)
        need = need_on_record(args, reception, press.about)
        outcome = modal_of(need, About(need.id, language, page_under(args))) if need else UNKNOWN_NEED
        show(args, notice_modal(outcome, language) if isinstance(outcome, Said) else outcome)

    def handle_act(args: Args) -> None:
        args.ack()

    # The module of the listener shows in logs and tests, and not that of this frame.
    handle_act.__module__ = modal_of.__module__
    app.action(action)(ack=handle_act, lazy=[only_advisors(reception, open_modal)])


def submits(
    app: App, reception: Reception, callback: str, send: Send, then: Callable[[About], Json] | None = None
) -> None:
    """Write down what an act sends, once for its modal; the page below is shown again, or `then` in its place."""

    def handle_submission(args: Args) -> None:
        if not admits(args, reception):
            return
        view = args.payload
        about = About.unpacked(view["private_metadata"])
        outcome = send(args, about)
        if isinstance(outcome, Written):
            key = f"{callback}:{view['id']}"
            reception.write(key, outcome.kind, outcome.body)
            args.context[_WRITTEN] = key
            _close(args, then(about) if then else None)
        elif isinstance(outcome, Again):
            args.ack(response_action="update", view=outcome.view)
        else:
            said = {block: fault.in_(about.language) for block, fault in outcome.said.items()}
            args.ack(response_action="errors", errors=said)

    def show_page(args: Args) -> None:
        if _WRITTEN in args.context:
            about = About.unpacked(args.payload["private_metadata"])
            show_again(args, reception, about.beneath, args.context[_WRITTEN])

    handle_submission.__module__ = send.__module__
    app.view(callback)(ack=handle_submission, lazy=[guarded(reception.locale_of, show_page)])


def show(args: Args, view: Json) -> None:
    """Show a modal: upon the one in which the button stands, or by itself."""
    in_modal = (args.body.get("view") or {}).get("type") == "modal"
    open_view = args.client.views_push if in_modal else args.client.views_open
    open_view(trigger_id=args.body["trigger_id"], view=view)


def need_on_record(args: Args, reception: Reception, need: str) -> Need | None:
    """A need, whoever asked it, if the advisor who presses or sends may know of it."""
    with reception.desk.store.reading() as unit:
        return readable(unit, need, sender(args.body).user)


def _close(args: Args, then: Json | None) -> None:
    if then is None:
        args.ack()
    else:
        args.ack(response_action="update", view=then)
