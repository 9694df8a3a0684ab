"""The answers to the two questions, for the advisors alone."""

from slack_bolt import App, Args

from bot.desk import feedback
from bot.slack.forms import picked, text_in
from bot.slack.reception import Reception
from bot.slack.views.choice import Subject
from bot.slack.views.feedback import CALLBACK, USEFUL, WORDS, YES
from bot.slack.views.notice import notice_modal
from bot.slack.wording.feedback import KEPT, THANKS


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_answers(args: Args) -> None:
        view, user = args.payload, args.body["user"]["id"]
        about = Subject.unpacked(view["private_metadata"])
        found = reception.introduction(about.id)
        is_kept = found is not None and feedback.has_answered(reception.desk, found, user)
        if not is_kept:
            useful = picked(view, USEFUL) == YES
            body = feedback.answering(about.id, user, text_in(view, WORDS), useful=useful)
            reception.write(f"feedback:{view['id']}", feedback.KIND, body)
        said = notice_modal(KEPT if is_kept else THANKS, about.language)
        args.ack(response_action="update", view=said)

    app.view(CALLBACK)(handle_answers)
