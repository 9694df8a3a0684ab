"""What the modals of an advisor's acts carry: which need, in which language, and the page that lies beneath."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class About:
    """Where an advisor stands.

    Attributes:
        need: empty for a need that is not on record yet.
        language: the advisor's.
        beneath: the need's page below the modal, as `beneath` packed it; empty when there is none.
    """

    need: str
    language: str
    beneath: str = ""

    def packed(self) -> str:
        """As the private metadata of a modal."""
        return json.dumps(asdict(self))

    @classmethod
    def unpacked(cls, value: str) -> "About":
        """What `packed` wrote, also from a modal that carries more."""
        raw = json.loads(value)
        return About(raw["need"], raw["language"], raw["beneath"])
