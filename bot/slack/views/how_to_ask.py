"""After three requests without an answer: the kind question to an expert, and the modal in which they tell advisors."""

from bot.domain.showing import ForExpert
from bot.slack.blocks import Json, Posting, actions, button, fallback, label, modal, note, text_input, words
from bot.slack.views.choice import Subject
from bot.slack.wording import how_to_ask as wording
from bot.slack.wording.said import Said

PAUSE, CHANGE_CONTACT, CORRECT = "how_pause", "how_contact", "how_description"
CALLBACK = "tell_advisors"
WORDS = "tell_advisors_words"

_MOST = 2000


def how_to_ask_posting(shown: ForExpert) -> Posting:
    """What would help? With a button for each of three answers."""
    language = shown.card.language
    text = wording.ASK.in_(language)
    pause = [button(PAUSE, wording.PAUSE.in_(language), shown.expert)] if shown.expert else []
    contact = button(CHANGE_CONTACT, wording.CHANGE_CONTACT.in_(language), shown.introduction)
    correct = button(CORRECT, wording.CORRECT.in_(language), shown.introduction)
    return Posting(
        fallback(text), [words(text), actions(*pause, contact, correct), note(wording.NOTHING.in_(language))]
    )


def contact_modal(about: Subject) -> Json:
    """Who should be asked instead?"""
    return _modal(about, wording.CONTACT_LABEL)


def description_modal(about: Subject) -> Json:
    """What should be described differently?"""
    return _modal(about, wording.DESCRIPTION_LABEL)


def _modal(about: Subject, asked: Said) -> Json:
    language = about.language
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        [text_input(WORDS, asked.in_(language), wording.HINT.in_(language), {"max_length": _MOST})],
        callback_id=CALLBACK,
        private_metadata=about.packed(),
        submit=label(wording.SUBMIT.in_(language)),
    )
