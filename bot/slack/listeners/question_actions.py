"""The buttons of a question: an option asks again with what it says, "Skip" shows what is nearest as it is."""

import re

from slack_bolt import App, Args

from bot.slack.blocks import Json, Posting
from bot.slack.boundary import guarded
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.views.answer import OPTION, SKIP, chosen_posting, option_of, skipped_posting
from bot.slack.views.choice import Picked
from bot.slack.wording.ask import NOT_YOURS


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_option(args: Args) -> None:
        picked = Picked.unpacked(args.payload["value"])
        need = reception.need_of(picked.need, args.body["user"]["id"])
        option = option_of(need, picked)
        if need is not None and option is not None:
            reception.write_choice(f"question:{need.id}:{picked.option}", need, option)
        args.ack()

    def show_choice(args: Args) -> None:
        picked = Picked.unpacked(args.payload["value"])
        need = reception.need_of(picked.need, args.body["user"]["id"])
        option = option_of(need, picked)
        if need is None or option is None:
            tell(args, reception, NOT_YOURS)
            return
        _replace(args, chosen_posting(need, option.label[need.spoken]))

    def show_nearest(args: Args) -> None:
        need = reception.need_of(args.payload["value"], args.body["user"]["id"])
        if need is None or need.answer is None:
            tell(args, reception, NOT_YOURS)
            return
        _replace(args, skipped_posting(need, need.answer, reception.catalogue))

    locale_of = reception.locale_of
    app.action(re.compile(rf"^{OPTION}_\d$"))(ack=handle_option, lazy=[guarded(locale_of, show_choice)])
    app.action(SKIP)(ack=handle_skip, lazy=[guarded(locale_of, show_nearest)])


def handle_skip(args: Args) -> None:
    """Nothing is written down: the need is answered with what is known of it already."""
    args.ack()


def _replace(args: Args, posting: Posting) -> None:
    """Put something else in place of the question, so that its buttons are not pressed twice."""
    container: Json = args.body["container"]
    args.client.chat_update(
        channel=container["channel_id"], ts=container["message_ts"], text=posting.text, blocks=posting.blocks
    )
