"""The modal in which an advisor writes a note, which no company and no expert can read."""

from bot.domain.need import Need
from bot.slack.blocks import LONGEST_TYPED, Json, label, modal, text_input
from bot.slack.views.desk.about import About
from bot.slack.views.desk.quoting import which_need
from bot.slack.wording.desk import triage as wording

CALLBACK = "desk_note_write"
WORDS = "desk_note_words"


def note_modal(need: Need, about: About) -> Json:
    """An empty field."""
    language = about.language
    typed: Json = {"max_length": LONGEST_TYPED}
    return modal(
        wording.NOTE.in_(language),
        wording.CANCEL.in_(language),
        [which_need(need), text_input(WORDS, wording.NOTE_LABEL.in_(language), wording.NOTE_HINT.in_(language), typed)],
        callback_id=CALLBACK,
        private_metadata=about.packed(),
        submit=label(wording.SAVE.in_(language)),
    )
