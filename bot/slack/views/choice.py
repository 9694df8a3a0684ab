"""What a button or modal carries back, beside the plain id of a need or an introduction. Views say how it is shown."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Choice:
    """One match of one need."""

    need: str
    entry: str

    def packed(self) -> str:
        """As the value of a button."""
        return json.dumps(asdict(self))

    @classmethod
    def unpacked(cls, value: str) -> "Choice":
        """The choice that `packed` wrote."""
        raw = json.loads(value)
        return cls(raw["need"], raw["entry"])


@dataclass(frozen=True)
class Picked:
    """One option of a need's question, by its number."""

    need: str
    option: int

    def packed(self) -> str:
        """As the value of a button."""
        return json.dumps(asdict(self))

    @classmethod
    def unpacked(cls, value: str) -> "Picked":
        """The option that `packed` wrote."""
        raw = json.loads(value)
        return cls(raw["need"], raw["option"])


@dataclass(frozen=True)
class Subject:
    """What a modal is about, and the language that it speaks: an introduction, or an expert of the catalogue."""

    id: str
    language: str

    def packed(self) -> str:
        """As the private metadata of a modal."""
        return json.dumps(asdict(self))

    @classmethod
    def unpacked(cls, value: str) -> "Subject":
        """The subject that `packed` wrote."""
        raw = json.loads(value)
        return cls(raw["id"], raw["language"])
