"""Lists of words made into patterns, so that the lists can be read and added to.

The lists themselves stand with the recogniser that uses them.
"""


def one_of(alternatives: str) -> str:
    """A group that matches any of the alternatives, which are parted by | and may run over several lines."""
    return f"(?:{'|'.join(' '.join(alternative.split()) for alternative in alternatives.split('|'))})"


def words(text: str) -> frozenset[str]:
    """The words of a text, whatever space stands between them."""
    return frozenset(text.split())
