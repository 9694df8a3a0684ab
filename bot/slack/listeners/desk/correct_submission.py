"""An advisor sends matches in another order, or others in their place, with a reason that only advisors read."""

from slack_bolt import App, Args

from bot.desk import correct
from bot.domain.correction import says_why
from bot.slack.forms import picked, text_in
from bot.slack.listeners.desk.acts import Faults, need_on_record, submits
from bot.slack.listeners.pressing import Written
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.views.desk.about import About
from bot.slack.views.desk.correction import CALLBACK, PLACES, REASON, in_place
from bot.slack.views.desk.entries import NOTHING
from bot.slack.wording.desk import correction as wording
from bot.slack.wording.desk.acts import UNKNOWN_NEED
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def send(args: Args, about: About) -> Written | Faults:
        view, user = args.payload, sender(args.body).user
        chosen = {field: entry for field in PLACES if (entry := picked(view, field)) not in {None, NOTHING}}
        need = need_on_record(args, reception, about.need)
        if need is None:
            return Faults({PLACES[0]: UNKNOWN_NEED})
        faults = _faults(chosen, in_place(need), text_in(view, REASON))
        if faults:
            return Faults(faults)
        body = correct.correcting(about.need, user, list(chosen.values()), text_in(view, REASON))
        return Written(correct.KIND, body)

    submits(app, reception, CALLBACK, send)


def _faults(chosen: dict[str, str], before: tuple[str, ...], reason: str) -> dict[str, Said]:
    faults: dict[str, Said] = {}
    entries = list(chosen.values())
    twice = [field for number, (field, entry) in enumerate(chosen.items()) if entry in entries[:number]]
    faults.update(dict.fromkeys(twice, wording.TWICE))
    if tuple(entries) == before:
        faults[PLACES[0]] = wording.UNCHANGED
    if not says_why(reason):
        faults[REASON] = wording.SAY_WHY
    return faults
