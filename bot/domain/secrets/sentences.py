"""A text as sentences, for the rules that need to know what stands together."""

import re
from collections.abc import Iterator

# A full stop ends a sentence only before space and something that can begin one: "3.4 nM", "t.ex. en" go on.
_SENTENCE = re.compile(r"(?:[^.!?;\n]|[.!?;](?!\s+[^\Wa-zåäö]|\s*$|\s*\n))+")


def sentences(text: str) -> Iterator[re.Match[str]]:
    """Each sentence as a match, so that its place is known; a line break ends one too."""
    return _SENTENCE.finditer(text)
