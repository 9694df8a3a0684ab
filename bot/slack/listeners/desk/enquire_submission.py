"""An advisor sends the one question to a company."""

from slack_bolt import App, Args

from bot.desk import enquire
from bot.slack.forms import text_in
from bot.slack.incoming import has_words
from bot.slack.listeners.desk.acts import Faults, submits
from bot.slack.listeners.pressing import Written
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.views.desk.about import About
from bot.slack.views.desk.enquiry import CALLBACK, QUESTION
from bot.slack.wording.desk import enquiry as wording


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def send(args: Args, about: About) -> Written | Faults:
        question = text_in(args.payload, QUESTION)
        if not has_words(question):
            return Faults({QUESTION: wording.NO_WORDS})
        return Written(enquire.KIND, enquire.asking(about.need, sender(args.body).user, question))

    submits(app, reception, CALLBACK, send)
