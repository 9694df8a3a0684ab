"""What the advisors read when needs are free again, because whoever had them is not an advisor any more."""

from bot.domain.showing import ForDesk
from bot.slack.blocks import Posting, fallback, words
from bot.slack.wording.desk.set_free import free_again


def set_free_posting(shown: ForDesk) -> Posting:
    """How many, and where they stand now."""
    said = free_again(shown.freed)
    return Posting(fallback(" · ".join(said)), [words("\n".join(said))])
