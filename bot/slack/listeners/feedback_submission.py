"""The answers to the two questions, for the advisors alone."""

from slack_bolt import App, Args

from bot.desk import feedback
from bot.slack.forms import picked, text_in
from bot.slack.reception import Reception
from bot.slack.views.choice import Subject
from bot.slack.views.feedback import CALLBACK, USEFUL, WORDS, YES


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_answers(args: Args) -> None:
        view, user = args.payload, args.body["user"]["id"]
        about = Subject.unpacked(view["private_metadata"])
        useful = picked(view, USEFUL) == YES
        body = feedback.answering(about.id, user, text_in(view, WORDS), useful=useful)
        reception.write(f"feedback:{view['id']}", feedback.KIND, body)
        args.ack()

    app.view(CALLBACK)(handle_answers)
