"""An expert tells the advisors who should be asked instead, or what should be described differently."""

from slack_bolt import App, Args

from bot.desk import feedback
from bot.slack.forms import text_in
from bot.slack.incoming import has_words
from bot.slack.reception import Reception
from bot.slack.views.choice import Subject
from bot.slack.views.how_to_ask import CALLBACK, WORDS
from bot.slack.wording.how_to_ask import NO_WORDS


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_words(args: Args) -> None:
        view, user = args.payload, args.body["user"]["id"]
        about, said = Subject.unpacked(view["private_metadata"]), text_in(view, WORDS)
        if not has_words(said):
            args.ack(response_action="errors", errors={WORDS: NO_WORDS.in_(about.language)})
            return
        reception.write(f"feedback:{view['id']}", feedback.KIND, feedback.saying(about.id, user, said))
        args.ack()

    app.view(CALLBACK)(handle_words)
