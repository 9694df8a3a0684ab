"""What a company presses within an open brief: show the company's name, use the cleaned version."""

from collections.abc import Callable
from dataclasses import replace

from slack_bolt import App, Args

from bot.domain.need import Need
from bot.domain.secrets import cleaned, find_secrets
from bot.slack.boundary import guarded
from bot.slack.briefs import Entered, read, shown
from bot.slack.reception import Reception
from bot.slack.views.brief import SHOW_NAME
from bot.slack.views.secrets_found import USE_CLEANED

Change = Callable[[Args, Need, Entered], Entered]


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def changing(change: Change) -> Callable[[Args], None]:
        def update(args: Args) -> None:
            view = args.body["view"]
            entered = read(view)
            need = reception.need_of(entered.form.need, args.body["user"]["id"])
            if need is not None:
                changed = change(args, need, entered)
                args.client.views_update(view_id=view["id"], view=shown(reception, need, changed))

        return guarded(reception.locale_of, update)

    app.action(SHOW_NAME)(ack=handle_change, lazy=[changing(_show_name)])
    app.action(USE_CLEANED)(ack=handle_change, lazy=[changing(_use_cleaned)])


def handle_change(args: Args) -> None:
    """Nothing is written down before the brief is approved."""
    args.ack()


def _show_name(args: Args, _need: Need, entered: Entered) -> Entered:
    named = bool(args.payload.get("selected_options"))
    return replace(entered, form=replace(entered.form, named=named))


def _use_cleaned(_args: Args, need: Need, entered: Entered) -> Entered:
    text = entered.draft.text
    without = cleaned(text, find_secrets(text, need.spoken))
    form = replace(entered.form, version=entered.form.version + 1)
    return Entered(form, replace(entered.draft, text=without))
