"""What a button or modal carries back: which match of which need. How it is shown is the views' business."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Choice:
    """One match of one need."""

    need: str
    entry: str

    def packed(self) -> str:
        """As the value of a button, or the private metadata of a modal."""
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
