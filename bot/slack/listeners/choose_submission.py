"""A company has ticked several matches: it gets one brief for all of them."""

from slack_bolt import App, Args

from bot.slack.briefs import new_brief
from bot.slack.forms import ticked
from bot.slack.reception import Reception
from bot.slack.views.choose import CALLBACK, CHOSEN, entries_chosen
from bot.slack.wording.ask import NOT_YOURS
from bot.slack.wording.choose import NOBODY


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_choice(args: Args) -> None:
        view, user = args.payload, args.body["user"]["id"]
        need = reception.need_of(view["private_metadata"], user)
        if need is None or need.answer is None:
            args.ack(response_action="errors", errors={CHOSEN: NOT_YOURS.in_("en")})
            return
        entries = entries_chosen(need.answer, ticked(view, CHOSEN))
        if entries:
            args.ack(response_action="push", view=new_brief(reception, need, entries))
        else:
            args.ack(response_action="errors", errors={CHOSEN: NOBODY.in_(need.spoken)})

    app.view(CALLBACK)(handle_choice)
