"""An advisor's one question to a company: the modal, and the answer as the advisors read it in their channel."""

from bot.domain.enquiry import Enquiry
from bot.domain.need import Need
from bot.slack.blocks import (
    Block,
    Json,
    Posting,
    actions,
    bold,
    button,
    fallback,
    label,
    modal,
    note,
    people_words,
    section,
    text_input,
    words,
)
from bot.slack.views.desk.about import About
from bot.slack.views.desk.opening import open_button
from bot.slack.views.desk.quoting import their_words
from bot.slack.wording.desk import enquiry as wording

ASK = "desk_enquire"
CALLBACK = "desk_enquire_send"
QUESTION = "desk_enquire_question"

_LONGEST = 500


def enquire_button(need: str, language: str) -> Json:
    """Opens the modal."""
    return button(ASK, wording.ASK.in_(language), need)


def enquire_modal(need: Need, about: About) -> Json:
    """The company's words, and a field for the question."""
    language = about.language
    typed = text_input(QUESTION, wording.LABEL.in_(language), wording.HINT.in_(language), {"max_length": _LONGEST})
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        [*their_words(need, language), typed, words(wording.WHERE.in_(language))],
        callback_id=CALLBACK,
        private_metadata=about.packed(),
        submit=label(wording.SUBMIT.in_(language)),
    )


def answered_posting(need: Need, enquiry: Enquiry) -> Posting:
    """That the company answered, and to what; its words stand on the need's page, where erasing reaches them."""
    language = need.spoken
    text = wording.answered(need.id).in_(language)
    blocks: list[Block] = [
        section(bold(text)),
        people_words(enquiry.question),
        note(wording.ON_THE_PAGE.in_(language)),
        actions(open_button(need.id, language)),
    ]
    return Posting(fallback(text), blocks)
