"""An expert says from which day on their yes holds."""

from slack_bolt import App, Args

from bot.desk import reply
from bot.slack.forms import day_in
from bot.slack.reception import Reception
from bot.slack.views.choice import Subject
from bot.slack.views.not_before import CALLBACK, DAY
from bot.slack.wording.not_before import COMING_DAY


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_not_before(args: Args) -> None:
        view, user = args.payload, args.body["user"]["id"]
        about, day = Subject.unpacked(view["private_metadata"]), day_in(view, DAY)
        if day is None or day <= reception.desk.rules.today(reception.desk.now()):
            args.ack(response_action="errors", errors={DAY: COMING_DAY.in_(about.language)})
            return
        reception.write(f"reply:{view['id']}", reply.KIND, reply.postponing(about.id, user, day))
        args.ack()

    app.view(CALLBACK)(handle_not_before)
