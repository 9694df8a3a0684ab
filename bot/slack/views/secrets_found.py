"""What looks secret in a brief, marked, with a cleaned version beside it and a button that takes it."""

from collections.abc import Sequence

from bot.domain.secrets import Secret, cleaned
from bot.slack.blocks import Block, actions, bold, bullets, button, cut, escape, note, people_words, section
from bot.slack.wording import brief as wording
from bot.slack.wording.said import Said

USE_CLEANED = "brief_use_cleaned"

_LONGEST_SECRET = 120
_MOST = 12


def secrets_blocks(
    text: str,
    secrets: Sequence[Secret],
    language: str,
    use_cleaned: str = USE_CLEANED,
    decide: Said = wording.YOURS_TO_DECIDE,
) -> list[Block]:
    """The marks, and the same text without them; the button's identifier and the last line say whose text it is."""
    found = {secret.text: secret for secret in secrets}
    lines = [
        escape(
            wording.marked(cut(" ".join(each.text.split()), _LONGEST_SECRET), wording.KINDS[each.kind]).in_(language)
        )
        for each in list(found.values())[:_MOST]
    ]
    return [
        section(bold(wording.LOOKS_SECRET.in_(language))),
        bullets(lines),
        section(bold(wording.CLEANED.in_(language))),
        people_words(cleaned(text, secrets)),
        actions(button(use_cleaned, wording.USE_CLEANED.in_(language), use_cleaned)),
        note(decide.in_(language)),
    ]
