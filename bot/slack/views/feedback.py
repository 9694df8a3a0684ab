"""The two questions after an introduction: the message that offers them to a side, and their modal."""

from bot.slack.blocks import (
    Json,
    Posting,
    actions,
    button,
    choice_of,
    fallback,
    field_of,
    label,
    modal,
    note,
    option,
    text_input,
    words,
)
from bot.slack.views.campus import Campus
from bot.slack.views.choice import Subject
from bot.slack.views.entry import entry_facts
from bot.slack.wording import feedback as wording

OPEN = "feedback_open"
CALLBACK = "feedback"
USEFUL, WORDS = "feedback_useful", "feedback_words"
YES, NO = "yes", "no"

_MOST = 2000


def questions_posting(introduction: str, entry: str, language: str, campus: Campus) -> Posting:
    """It is over; may we ask two questions?"""
    text = wording.over(entry_facts(campus.catalogue, entry, language).title).in_(language)
    answer = button(OPEN, wording.OPEN.in_(language), introduction)
    return Posting(fallback(text), [words(text), note(wording.TWO_MINUTES.in_(language)), actions(answer)])


def feedback_modal(about: Subject) -> Json:
    """Was it useful; anything that we should know?"""
    language = about.language
    answers = [option(wording.YES.in_(language), YES), option(wording.NO.in_(language), NO)]
    typed = text_input(WORDS, wording.WORDS_LABEL.in_(language), wording.HINT.in_(language), {"max_length": _MOST})
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        [
            field_of(USEFUL, wording.USEFUL_LABEL.in_(language), choice_of("radio_buttons", answers)),
            {**typed, "optional": True},
        ],
        callback_id=CALLBACK,
        private_metadata=about.packed(),
        submit=label(wording.SUBMIT.in_(language)),
    )
