"""An advisor opens the answer for a need that nobody here can help with; the draft follows the reason and the door."""

from dataclasses import replace

from slack_bolt import App, Args

from bot.domain.lifecycle import NeedEvent
from bot.domain.need import Need
from bot.slack.blocks import Json
from bot.slack.forms import picked, text_in
from bot.slack.listeners.desk.acts import need_on_record, opens
from bot.slack.listeners.desk.gate import only_advisors
from bot.slack.reception import Reception
from bot.slack.views.desk import no_match as view
from bot.slack.views.desk.about import About
from bot.slack.views.desk.triage_acts import NO_MATCH
from bot.slack.wording.desk.no_match import OVER
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def modal_of(need: Need, about: About) -> Json | Said:
        if not need.may(NeedEvent.REFERRED):
            return OVER
        form = view.Form(about.need, about.language, about.beneath)
        referral = view.first_referral(need, reception.catalogue)
        return view.no_match_modal(need, form, referral, reception.catalogue)

    def draft_anew(args: Args) -> None:
        shown = args.body["view"]
        form = view.Form.unpacked(shown["private_metadata"])
        need, catalogue = need_on_record(args, reception, form.need), reception.catalogue
        if need is None or not view.is_a_draft(text_in(shown, view.TEXT), need, catalogue):
            return
        chosen = {each: picked(shown, each) for each in (view.REASON, view.DOOR)}
        # What was picked just now may not stand in the fields yet.
        chosen[args.payload["action_id"]] = str(args.payload["selected_option"]["value"])
        why, door = view.reason_of(chosen[view.REASON]), chosen[view.DOOR] or view.NOWHERE
        referral = view.Referral(why, door, view.drafted(need, catalogue, why, door))
        again = view.no_match_modal(need, replace(form, version=form.version + 1), referral, catalogue)
        args.client.views_update(view_id=shown["id"], hash=shown["hash"], view=again)

    opens(app, reception, NO_MATCH, modal_of)
    for action in (view.REASON, view.DOOR):
        app.action(action)(ack=handle_no_match, lazy=[only_advisors(reception, draft_anew)])


def handle_no_match(args: Args) -> None:
    """Nothing is written down before the answer is sent."""
    args.ack()
