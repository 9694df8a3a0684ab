"""What the page of a need and the modals pushed upon it carry with them. Views say how they look."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Turned:
    """Which need a page shows.

    Attributes:
        back: the need from which it was opened in place, when it was.
        seen: how many events of the need it has shown, so that the next version can say what is new.
        look: what the queue showed from which it was opened, for bringing that up to date when the page is closed.
    """

    need: str
    back: str | None = None
    seen: int | None = None
    look: str = ""

    def to(self, need: str) -> "Turned":
        """The page turned to another need, or back to the one before."""
        if need == self.need:
            return self
        return Turned(need, None if need == self.back else self.need, look=self.look)

    def packed(self) -> str:
        """As the private metadata of the page."""
        return json.dumps(asdict(self))

    @classmethod
    def unpacked(cls, value: str) -> "Turned":
        """What `packed` wrote."""
        return cls(**json.loads(value))


@dataclass(frozen=True)
class Beneath:
    """The page that lies under a modal, as it was when the modal was opened.

    Attributes:
        view, hash: of the page; one that was changed meanwhile is left alone.
    """

    view: str
    hash: str
    turned: Turned

    def packed(self) -> str:
        """As what a modal carries along."""
        return json.dumps(asdict(self))

    @classmethod
    def unpacked(cls, value: str) -> "Beneath":
        """What `packed` wrote."""
        raw = json.loads(value)
        return cls(raw["view"], raw["hash"], Turned(**raw["turned"]))


class Whole(StrEnum):
    """What can be read in full beside the page."""

    WORDS = "words"
    MATCHES = "matches"
    INTRODUCTIONS = "introductions"
    ENQUIRIES = "enquiries"
    CORRECTIONS = "corrections"
    NOTES = "notes"
    HISTORY = "history"
    KIN = "kin"


@dataclass(frozen=True)
class Reading:
    """A page of what is read in full, counted from 0."""

    need: str
    what: Whole
    number: int = 0

    def packed(self) -> str:
        """As the value of a button."""
        return json.dumps(asdict(self))

    @classmethod
    def unpacked(cls, value: str) -> "Reading":
        """What `packed` wrote."""
        raw = json.loads(value)
        return cls(raw["need"], Whole(raw["what"]), raw["number"])
