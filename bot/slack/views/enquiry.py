"""An advisor's question as its company reads it, with the modal in which it answers."""

from bot.domain.enquiry import Enquiry
from bot.domain.need import Need
from bot.slack.blocks import (
    LONGEST_TYPED,
    Block,
    Json,
    Posting,
    actions,
    bold,
    button,
    cut,
    fallback,
    label,
    modal,
    note,
    people_words,
    section,
    text_input,
    words,
)
from bot.slack.wording import enquiry as wording

ANSWER = "enquiry_answer"
CALLBACK = "enquiry_answer_send"
TEXT = "enquiry_answer_text"

_LONGEST_NEED = 200


def enquiry_posting(need: Need, enquiry: Enquiry) -> Posting:
    """The question, and the button to answer; once that is done, or nothing to do any more, without it."""
    language = need.spoken
    text = wording.HEADING.in_(language)
    about = wording.about(cut(" ".join(need.text.split()), _LONGEST_NEED)).in_(language)
    blocks = [section(bold(text)), people_words(enquiry.question), note(about)]
    return Posting(fallback(text), [*blocks, *_how_it_stands(need, enquiry)])


def answer_received_posting(need: Need) -> Posting:
    """Thanks for an answer, whichever way it was given."""
    text = wording.THANKS.in_(need.spoken)
    return Posting(fallback(text), [words(text)])


def answer_modal(need: Need, enquiry: Enquiry) -> Json:
    """The question once more, and a field."""
    language = need.spoken
    typed = text_input(
        TEXT, wording.LABEL.in_(language), wording.WHO_READS.in_(language), {"max_length": LONGEST_TYPED}
    )
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        [people_words(enquiry.question), typed],
        callback_id=CALLBACK,
        private_metadata=need.id,
        submit=label(wording.SUBMIT.in_(language)),
    )


def _how_it_stands(need: Need, enquiry: Enquiry) -> list[Block]:
    language = need.spoken
    if enquiry.answer:
        return [words(wording.YOU_ANSWERED.in_(language)), people_words(enquiry.answer)]
    if not enquiry.is_open or not need.is_open:
        return [note(wording.OVER.in_(language))]
    answer = button(ANSWER, wording.ANSWER.in_(language), need.id, primary=True)
    return [note(wording.WHO_READS.in_(language)), actions(answer)]
