"""E-mail addresses, also those written with (at) so that machines should not see them."""

import re
from collections.abc import Iterator

from bot.domain.secrets.secret import Recogniser, Span

_ADDRESS = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}+(?:@|\s?[(\[{](?:at|snabel-?a)[)\]}]\s?)"
    r"\w[\w-]{0,62}+(?:(?:\.|\s?[(\[{](?:dot|punkt)[)\]}]\s?)\w[\w-]{0,62}+){1,8}",
    re.IGNORECASE,
)


def _spans(text: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in _ADDRESS.finditer(text))


EMAIL_ADDRESS = Recogniser("email", "e-mail", "e-post", _spans)
