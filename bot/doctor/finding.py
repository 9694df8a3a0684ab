"""One thing that the doctor examined: how it is and, when it is not well, what to do. No examining happens here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """What was found about one thing.

    Attributes:
        about: the thing, in the words of the README.
        words: how it is.
        advice: what to do about it; empty when it is well.
    """

    about: str
    words: str
    advice: str = ""

    @property
    def well(self) -> bool:
        """Whether there is nothing to do."""
        return not self.advice
