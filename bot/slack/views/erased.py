"""What stands in the place of a message whose words have been erased. Cards that go on without them are elsewhere."""

from bot.slack.blocks import Posting, fallback, note
from bot.slack.wording import own_data as wording


def erased_posting(language: str) -> Posting:
    """Nothing of what stood there: no words, no names, no buttons."""
    text = wording.ERASED.in_(language)
    return Posting(fallback(text), [note(text)])


def erased_of_many_posting() -> Posting:
    """The same where it told of many needs, and so stood there in both languages."""
    return Posting(fallback(" · ".join(wording.ERASED)), [note(*wording.ERASED)])
