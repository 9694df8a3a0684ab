"""A text without its secrets, and the way back from places in it to places in the original."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from bot.domain.secrets.secret import Secret, Span


def cleaned(text: str, secrets: Iterable[Secret]) -> str:
    """The text with each secret replaced by its neutral word; the secrets must be those of this very text."""
    pieces: list[str] = []
    behind = 0
    for secret in sorted(secrets):
        pieces += (text[behind : secret.start], secret.stand_in)
        behind = secret.end
    return "".join((*pieces, text[behind:]))


def original_places(spans: Iterable[Span], secrets: Sequence[Secret]) -> list[Span]:
    """Where places of the cleaned text stand in the original, for places that touch no stand-in.

    The secrets come in order, as `find_secrets` gives them.
    """
    ends: list[int] = []
    shifts = [0]
    for secret in secrets:
        ends.append(secret.start - shifts[-1] + len(secret.stand_in))
        shifts.append(secret.end - ends[-1])
    return [_moved(span, shifts[bisect_right(ends, span.start)]) for span in spans]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
