"""A company sends its answer to an advisor's question."""

from slack_bolt import App, Args

from bot.desk import enquire
from bot.slack.forms import text_in
from bot.slack.incoming import has_words
from bot.slack.reception import Reception
from bot.slack.views.enquiry import CALLBACK, TEXT
from bot.slack.wording.ask import NOT_YOURS
from bot.slack.wording.enquiry import ANSWERED, NO_WORDS
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_answer(args: Args) -> None:
        view, user, text = args.payload, args.body["user"]["id"], text_in(args.payload, TEXT)
        need = reception.need_of(view["private_metadata"], user)
        if need is None:
            args.ack(response_action="errors", errors={TEXT: NOT_YOURS.in_("en")})
            return
        fault = _fault(reception.open_enquiry(need.id) is not None, text)
        if fault is not None:
            args.ack(response_action="errors", errors={TEXT: fault.in_(need.spoken)})
            return
        reception.write(f"{CALLBACK}:{view['id']}", enquire.ANSWER, enquire.answering(need.id, user, text))
        args.ack()

    app.view(CALLBACK)(handle_answer)


def _fault(is_open: bool, text: str) -> Said | None:  # noqa: FBT001 - see the one call above
    if not is_open:
        return ANSWERED
    return None if has_words(text) else NO_WORDS
