"""An advisor says which need asks for the same; the menu of needs is answered here too, for advisors alone."""

from collections.abc import Sequence

from slack_bolt import App, Args

from bot.desk import queue, triage
from bot.desk.case import case_of
from bot.domain.case import Beside, Case
from bot.slack.forms import picked
from bot.slack.incoming import typed
from bot.slack.listeners.desk.acts import Faults, need_on_record, submits
from bot.slack.listeners.desk.gate import let_in
from bot.slack.listeners.pressing import Written
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.views.desk.about import About
from bot.slack.views.desk.merge import CALLBACK, INTO, candidates
from bot.slack.wording.desk import triage as wording
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def send(args: Args, about: About) -> Written | Faults:
        into = picked(args.payload, INTO) or ""
        fault = _fault(args, reception, about.need, into)
        if fault is not None:
            return Faults({INTO: fault})
        return Written(triage.KIND, triage.merging(about.need, sender(args.body).user, into))

    def handle_merge_menu(args: Args) -> None:
        if not let_in(args, reception):
            args.ack(options=[])
            return
        need = About.unpacked(args.body["view"]["private_metadata"]).need
        words = typed(args.payload.get("value") or "")
        found = (
            queue.search(reception.desk, words)
            if words
            else _beside(case_of(reception.desk, need, sender(args.body).user))
        )
        args.ack(options=candidates([each for each in found if each.id != need]))

    submits(app, reception, CALLBACK, send)
    app.options(INTO)(handle_merge_menu)


def _beside(case: Case | None) -> Sequence[Beside]:
    """What is offered before anything is typed: what stands on the need's page."""
    return [*case.earlier, *case.near] if case else []


def _fault(args: Args, reception: Reception, need: str, into: str) -> Said | None:
    """Why two needs cannot be put together."""
    if into == need:
        return wording.ITSELF
    here, there = need_on_record(args, reception, need), need_on_record(args, reception, into)
    if here is None or there is None:
        return wording.GONE
    if not here.is_open:
        return wording.OVER
    return wording.OTHER_IS_OVER if here.asker == there.asker and not there.is_open else None
