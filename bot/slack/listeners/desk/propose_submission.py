"""An advisor sends a brief to a company for approval; what looks secret is shown once before it goes."""

from slack_bolt import App, Args

from bot.desk import propose
from bot.domain.brief import BriefFault, check
from bot.domain.need import Need
from bot.domain.secrets import find_secrets
from bot.slack.blocks import Json
from bot.slack.forms import block_of, picked, text_in
from bot.slack.incoming import has_words
from bot.slack.listeners.desk.acts import Again, Faults, need_on_record, submits
from bot.slack.listeners.pressing import Written
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.views.brief import marks
from bot.slack.views.desk.about import About
from bot.slack.views.desk.brief import CALLBACK, MATCH, TEXT, Draft, Form, brief_modal
from bot.slack.wording import brief as brief_wording
from bot.slack.wording.advisors import STATES
from bot.slack.wording.desk import brief as wording
from bot.slack.wording.desk.acts import UNKNOWN_NEED
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def send(args: Args, about: About) -> Written | Faults | Again:
        view = args.payload
        form, text, entry = Form.unpacked(view["private_metadata"]), text_in(view, TEXT), picked(view, MATCH)
        need = need_on_record(args, reception, about.need)
        if need is None or entry is None:
            return Faults({MATCH: UNKNOWN_NEED})
        faults = {**_faults_of(view, text), **_chosen_before(reception, need, entry)}
        if faults:
            return Faults(faults)
        if not marks(find_secrets(text, need.spoken)) <= set(form.warned):
            return Again(brief_modal(need, form, Draft(entry, text), reception.catalogue))
        return Written(propose.KIND, propose.proposing(need.id, sender(args.body).user, entry, text))

    submits(app, reception, CALLBACK, send)


def _faults_of(view: Json, text: str) -> dict[str, Said]:
    fault = check(text) if has_words(text) else BriefFault.TOO_LITTLE
    return {} if fault is None else {block_of(view, TEXT): brief_wording.no_brief(fault, text)}


def _chosen_before(reception: Reception, need: Need, entry: str) -> dict[str, Said]:
    before = reception.introductions_of(need.id).get(entry)
    return {MATCH: wording.chosen_before(STATES[before.state])} if before and not before.is_over else {}
