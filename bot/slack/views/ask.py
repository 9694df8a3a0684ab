"""The modal in which a need is written, and the thanks that take its place."""

from bot.domain.need import Door
from bot.slack.blocks import Json, label, modal, text_input, words
from bot.slack.wording import ask as wording
from bot.slack.wording.answer import CLOSE
from bot.slack.wording.said import Said

CALLBACK = "ask"
RECEIVED_CALLBACK = "ask_received"
#: Block and action of the field; errors are shown at the block.
TEXT = "need_text"

_MOST = 3000


def ask_modal(door: Door, language: str) -> Json:
    """An empty field for a need; the door goes along, so that it is known afterwards how it came in."""
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        [text_input(TEXT, wording.LABEL.in_(language), wording.HINT.in_(language), {"max_length": _MOST})],
        callback_id=CALLBACK,
        private_metadata=door,
        submit=label(wording.SUBMIT.in_(language)),
    )


def received_modal(language: str, said: Said = wording.RECEIVED) -> Json:
    """Thanks, and where the answer comes."""
    return modal(
        wording.RECEIVED_TITLE.in_(language),
        CLOSE.in_(language),
        [words(said.in_(language))],
        callback_id=RECEIVED_CALLBACK,
    )
