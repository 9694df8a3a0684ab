"""Hard limits read from a need: what the work is done on, how good, for what use, how alive, how dangerous, where.

The words stand in a data file; a limit behind a negation ("no animals", "inte GMP"), or said to be
done ("rats are finished"), is read as ruled out. Whether an
entry can meet a limit is the limits signal's business.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from matcher.negation import done, ruled_out
from matcher.text import fold

# Limit to value to the words that say it, folded; a star at the end stands for any ending.
LimitWords = Mapping[str, Mapping[str, Iterable[str]]]

NAMES = ("subjects", "species", "quality", "use", "living", "biosafety", "place")


@dataclass(frozen=True)
class ReadLimits:
    """What a need says: for each limit the values asked for and the values ruled out."""

    wanted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unwanted: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def wants(self, limit: str) -> frozenset[str]:
        """The values of a limit that the need asks for."""
        return self.wanted.get(limit, frozenset())

    def rules_out(self, limit: str) -> frozenset[str]:
        """The values of a limit that the need rules out and does not ask for elsewhere."""
        return self.unwanted.get(limit, frozenset())


class LimitReader:
    """Reads limits by their words."""

    def __init__(self, words: LimitWords) -> None:
        """Take the words.

        Raises:
            ValueError: a limit that is not in `NAMES`.
        """
        strange = sorted(set(words) - set(NAMES))
        if strange:
            raise ValueError(f"found the limit {strange[0]!r}, wanted one of {', '.join(NAMES)}")
        self._patterns = [
            (limit, value, _pattern(said)) for limit, values in words.items() for value, said in values.items()
        ]

    def read(self, text: str) -> ReadLimits:
        """The limits that a need states, in either language."""
        folded, negations, past = fold(text), ruled_out(text), done(text)
        wanted: dict[str, set[str]] = {}
        unwanted: dict[str, set[str]] = {}
        for limit, value, pattern in self._patterns:
            for match in pattern.finditer(folded):
                # A phrase that begins with the negation itself ("no patients") says what it says.
                negated = any(start < match.start() < end for start, end in negations)
                negated = negated or any(start <= match.start() < end for start, end in past)
                (unwanted if negated else wanted).setdefault(limit, set()).add(value)
        return ReadLimits(
            {limit: frozenset(values) for limit, values in wanted.items()},
            {limit: frozenset(values - wanted.get(limit, set())) for limit, values in unwanted.items()},
        )


def _pattern(said: Iterable[str]) -> re.Pattern[str]:
    forms = [re.escape(s[:-1]) + r"\w*" if s.endswith("*") else re.escape(s) + r"(?!\w)" for s in map(str, said)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})")
