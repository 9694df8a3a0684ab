"""A small modal with one sentence, in place of one in which something could not be done."""

from bot.slack.blocks import Json, modal, words
from bot.slack.wording import notice as wording
from bot.slack.wording.said import Said


def notice_modal(said: Said, language: str) -> Json:
    """The sentence, and nothing to press but the close."""
    return modal(wording.TITLE.in_(language), wording.CLOSE.in_(language), [words(said.in_(language))])
