"""A sentence in both languages. The sentences themselves live in the modules beside it."""

from typing import NamedTuple


class Said(NamedTuple):
    """The same thing said in English and in Swedish."""

    en: str
    sv: str

    def in_(self, language: str) -> str:
        """The sentence in that language; English for any language that is not spoken here."""
        return self.sv if language == "sv" else self.en

    def as_sentence(self) -> "Said":
        """The same with a capital at its beginning."""
        return Said(self.en[:1].upper() + self.en[1:], self.sv[:1].upper() + self.sv[1:])
