"""An advisor sends a company the answer that nobody here can help, in the advisor's words."""

from slack_bolt import App, Args

from bot.desk import triage
from bot.domain.lifecycle import NeedEvent
from bot.domain.triage import NoMatch
from bot.slack.forms import block_of, picked, text_in
from bot.slack.incoming import has_words
from bot.slack.listeners.desk.acts import Faults, need_on_record, submits
from bot.slack.listeners.pressing import Written
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.views.desk.about import About
from bot.slack.views.desk.no_match import CALLBACK, REASON, TEXT, reason_of
from bot.slack.wording.desk import no_match as wording


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def send(args: Args, about: About) -> Written | Faults:
        view, user = args.payload, sender(args.body).user
        need, text = need_on_record(args, reception, about.need), text_in(view, TEXT)
        if need is None or not need.may(NeedEvent.REFERRED):
            return Faults({block_of(view, TEXT): wording.OVER})
        if not has_words(text):
            return Faults({block_of(view, TEXT): wording.NO_WORDS})
        why = reason_of(picked(view, REASON)) or NoMatch.OTHER
        return Written(triage.KIND, triage.referring(about.need, user, why, text))

    submits(app, reception, CALLBACK, send)
