"""The modal in which an advisor writes a need down for a company; also behind the shortcut on any message."""

from bot.domain.need import Door
from bot.slack.blocks import LONGEST_TYPED, Block, Json, button, cut, field_of, label, modal, note, text_input, words
from bot.slack.views.desk.about import About
from bot.slack.wording.desk import file as wording

#: The button on the desk, and the message shortcut of the manifest.
FILE, SHORTCUT = "desk_file", "file_for_company"
CALLBACK = "desk_file_need"
COMPANY, TEXT = "desk_file_company", "desk_file_text"


def file_button(language: str) -> Json:
    """Opens the modal, empty."""
    return button(FILE, wording.FILE.in_(language), Door.ADVISOR)


def file_modal(language: str, text: str = "", company: str | None = None) -> Json:
    """Whose need it is and what it says, filled in as far as a message tells."""
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        [
            words(wording.ASKED_FIRST.in_(language)),
            _company_field(company, language),
            _text_field(text, language),
            note(wording.LEAVE_OUT.in_(language)),
            *([note(wording.CUT.in_(language))] if len(text) > LONGEST_TYPED else ()),
        ],
        callback_id=CALLBACK,
        private_metadata=About("", language).packed(),
        submit=label(wording.SUBMIT.in_(language)),
    )


def _company_field(company: str | None, language: str) -> Block:
    element: Json = {"type": "users_select", **({"initial_user": company} if company else {})}
    field = field_of(COMPANY, wording.COMPANY_LABEL.in_(language), element)
    return {**field, "hint": {"type": "plain_text", "text": wording.COMPANY_HINT.in_(language), "emoji": False}}


def _text_field(text: str, language: str) -> Block:
    element: Json = {"max_length": LONGEST_TYPED}
    if text.strip():
        element["initial_value"] = cut(text, LONGEST_TYPED)
    return text_input(TEXT, wording.TEXT_LABEL.in_(language), wording.TEXT_HINT.in_(language), element)
