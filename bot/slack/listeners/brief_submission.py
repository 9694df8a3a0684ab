"""A company approves its brief: the choice is written down, and the introduction starts from there."""

from slack_bolt import App, Args

from bot.slack.incoming import has_words, typed
from bot.slack.reception import Reception
from bot.slack.views.brief import CALLBACK, TEXT
from bot.slack.views.choice import Choice
from bot.slack.wording.ask import NOT_YOURS
from bot.slack.wording.brief import TOO_LITTLE


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_brief_submission(args: Args) -> None:
        view, user = args.payload, args.body["user"]["id"]
        choice = Choice.unpacked(view["private_metadata"])
        brief = typed(view["state"]["values"][TEXT][TEXT]["value"] or "")
        need = reception.need_of(choice.need, user)
        if need is None:
            args.ack(response_action="errors", errors={TEXT: NOT_YOURS.in_(reception.language_of(brief))})
        elif not has_words(brief):
            args.ack(response_action="errors", errors={TEXT: TOO_LITTLE.in_(need.spoken)})
        else:
            reception.write_request(choice, brief, user)
            # Clear, and not only close: the list of all matches may lie below.
            args.ack(response_action="clear")

    app.view(CALLBACK)(handle_brief_submission)
