"""A company puts right what was read as a must: its need is answered again, where the first answer stands."""

from slack_bolt import App, Args

from bot.domain.need import Need
from bot.slack.blocks import Json
from bot.slack.forms import text_in, ticked_among
from bot.slack.incoming import has_words
from bot.slack.reception import Reception
from bot.slack.views.ask import received_modal
from bot.slack.views.put_right import CALLBACK, MUSTS, TEXT, holds_all_words, unticked
from bot.slack.wording.ask import NO_WORDS, NOT_YOURS
from bot.slack.wording.brief import NOT_NOW
from bot.slack.wording.put_right import NOTHING_CHANGED, RECEIVED
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_put_right(args: Args) -> None:
        view, user = args.payload, args.body["user"]["id"]
        need = reception.need_of(view["private_metadata"], user)
        if need is None or need.answer is None:
            args.ack(response_action="errors", errors={TEXT: NOT_YOURS.in_("en")})
            return
        text, not_meant = _text(view, need), unticked(need.answer, ticked_among(view, MUSTS))
        is_same = text.split() == need.text.split() and set(not_meant) == set(need.answer.left_out)
        fault = _fault(need, text, is_same=is_same)
        if fault is not None:
            args.ack(response_action="errors", errors={TEXT: fault.in_(need.spoken)})
            return
        reception.write_again(f"{CALLBACK}:{view['id']}", need, text, not_meant, instead_of=need.id)
        args.ack(response_action="update", view=received_modal(need.spoken, RECEIVED))

    app.view(CALLBACK)(handle_put_right)


def _text(view: Json, need: Need) -> str:
    """The words as they are meant; what is added to a need that the field cannot hold comes behind it."""
    typed = text_in(view, TEXT)
    if holds_all_words(need):
        return typed
    return f"{need.text}\n{typed}" if typed else need.text


def _fault(need: Need, text: str, *, is_same: bool) -> Said | None:
    """Why there is nothing to answer again."""
    if not need.is_open:
        return NOT_NOW
    if not has_words(text):
        return NO_WORDS
    return NOTHING_CHANGED if is_same else None
