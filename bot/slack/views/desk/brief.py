"""The modal in which an advisor edits the brief of a need for one match, for the company to approve."""

import json
from dataclasses import dataclass, replace

from bot.domain.brief import MOST_WORDS
from bot.domain.catalogue import Catalogue
from bot.domain.need import Need
from bot.domain.secrets import find_secrets
from bot.slack.blocks import LONGEST_TYPED, Block, Json, button, cut, field_of, label, modal, text_input, words
from bot.slack.views.brief import marks
from bot.slack.views.desk.about import About
from bot.slack.views.desk.entries import MENU, entry_menu
from bot.slack.views.desk.quoting import their_words
from bot.slack.views.secrets_found import secrets_blocks
from bot.slack.wording.desk import brief as wording

EDIT = "desk_brief"
CALLBACK = "desk_brief_send"
USE_CLEANED = "desk_brief_cleaned"
MATCH = f"{MENU}_brief"
#: The field by its action id; its block is another one each time the bot writes into it.
TEXT = "desk_brief_text"


@dataclass(frozen=True)
class Form(About):
    """Where an advisor stands with a brief.

    Attributes:
        version: how often the bot has written into the text's field.
        warned: marks of what looked secret when the advisor last saw it marked.
    """

    version: int = 0
    warned: tuple[str, ...] = ()

    @classmethod
    def unpacked(cls, value: str) -> "Form":
        """The form that `packed` wrote."""
        raw = json.loads(value)
        return cls(**{**raw, "warned": tuple(raw["warned"])})


@dataclass(frozen=True)
class Draft:
    """What stands in the fields."""

    entry: str | None
    text: str


def brief_button(need: str, language: str) -> Json:
    """Opens the modal."""
    return button(EDIT, wording.EDIT.in_(language), need)


def brief_modal(need: Need, form: Form, draft: Draft, catalogue: Catalogue) -> Json:
    """To whom, the text, and what looks secret in it; the text is in the company's language, all else in ours."""
    language = form.language
    secrets = find_secrets(draft.text, need.spoken)
    found = secrets_blocks(draft.text, secrets, language, USE_CLEANED, wording.YOURS_TO_DECIDE) if secrets else []
    menu = entry_menu(catalogue, draft.entry, language)
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        [
            *their_words(need, language),
            words(wording.COMPANY_FIRST.in_(language)),
            field_of(MATCH, wording.MATCH_LABEL.in_(language), menu),
            _text_field(form, draft.text),
            *found,
        ],
        callback_id=CALLBACK,
        private_metadata=replace(form, warned=tuple(sorted(marks(secrets)))).packed(),
        submit=label(wording.SUBMIT.in_(language)),
    )


def _text_field(form: Form, text: str) -> Block:
    element: Json = {"action_id": TEXT, "max_length": LONGEST_TYPED}
    if text.strip():
        element["initial_value"] = cut(text, LONGEST_TYPED)
    hint = wording.hint(MOST_WORDS).in_(form.language)
    return text_input(f"{TEXT}_{form.version}", wording.TEXT_LABEL.in_(form.language), hint, element)
