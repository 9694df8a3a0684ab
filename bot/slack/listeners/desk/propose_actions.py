"""An advisor opens the brief of a need to suggest it, and takes the cleaned version of what was typed."""

from dataclasses import replace

from slack_bolt import App, Args

from bot.domain.brief import draft
from bot.domain.lifecycle import NeedEvent
from bot.domain.need import Need
from bot.domain.secrets import cleaned, find_secrets
from bot.slack.blocks import Json
from bot.slack.forms import picked, text_in
from bot.slack.listeners.desk.acts import need_on_record, opens
from bot.slack.listeners.desk.gate import only_advisors
from bot.slack.reception import Reception
from bot.slack.views.desk.about import About
from bot.slack.views.desk.brief import EDIT, MATCH, TEXT, USE_CLEANED, Draft, Form, brief_modal
from bot.slack.wording.desk import brief as wording
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def modal_of(need: Need, about: About) -> Json | Said:
        # What can still be corrected is answered and open, and that is what a company can still choose from.
        if not need.may(NeedEvent.CORRECTED):
            return wording.OVER
        form = Form(about.need, about.language, about.beneath)
        entry = _first_free(need, reception)
        return brief_modal(need, form, Draft(entry, draft(need.text)), reception.catalogue)

    def use_cleaned(args: Args) -> None:
        view = args.body["view"]
        form = Form.unpacked(view["private_metadata"])
        need = need_on_record(args, reception, form.need)
        if need is None:
            return
        text = text_in(view, TEXT)
        without = Draft(picked(view, MATCH), cleaned(text, find_secrets(text, need.spoken)))
        again = brief_modal(need, replace(form, version=form.version + 1), without, reception.catalogue)
        args.client.views_update(view_id=view["id"], view=again)

    opens(app, reception, EDIT, modal_of)
    app.action(USE_CLEANED)(ack=handle_use_cleaned, lazy=[only_advisors(reception, use_cleaned)])


def handle_use_cleaned(args: Args) -> None:
    """Nothing is written down before the brief is sent."""
    args.ack()


def _first_free(need: Need, reception: Reception) -> str | None:
    """The best match that the company has not chosen yet."""
    matches = need.answer.matches if need.answer else ()
    chosen = reception.introductions_of(need.id)
    return next((match.id for match in matches if match.id not in chosen), None)
