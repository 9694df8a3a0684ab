"""The weekly opening hours of a campus, as a setting such as 'mon-fri 09:00-17:00' says them.

Which dates and instants they mean is in `working_time`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from typing import Final, Self

_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY: Final = f"(?:{'|'.join(_DAYS)})"
_CLOCK: Final = r"((?:[01]\d|2[0-3]):[0-5]\d)"
_SETTING: Final = re.compile(rf"({_DAY}(?:-{_DAY})?(?:,{_DAY}(?:-{_DAY})?)*)\s+{_CLOCK}-{_CLOCK}")
_WANTED: Final = "days and then hours, opening before closing on the same day, such as 'mon-fri 09:00-17:00'"


@dataclass(frozen=True)
class OpeningHours:
    """The same hours on some days of every week, by the clock on the wall.

    Attributes:
        weekdays: Monday is 0.
    """

    weekdays: frozenset[int] = frozenset(range(5))
    opens: time = time(9)
    closes: time = time(17)

    def __post_init__(self) -> None:
        if not self.weekdays or not self.weekdays <= set(range(7)) or self.opens >= self.closes:
            raise ValueError(f"opening hours: found {self!r}, wanted {_WANTED}")

    @classmethod
    def parse(cls, setting: str) -> Self:
        """Read a setting; days may be listed ('mon-wed,fri') and run over the weekend ('sun-thu').

        Raises:
            ValueError: the setting says something else; names what was found and what is wanted.
        """
        said = _SETTING.fullmatch(setting.strip().lower())
        if said is None or said[2] >= said[3]:
            raise ValueError(f"opening hours: found {setting!r}, wanted {_WANTED}")
        days = frozenset(day for part in said[1].split(",") for day in _days(part))
        return cls(days, time.fromisoformat(said[2]), time.fromisoformat(said[3]))

    def __str__(self) -> str:
        """A setting that says these hours: what `parse` reads."""
        days = ",".join(_DAYS[day] for day in sorted(self.weekdays))
        return f"{days} {self.opens:%H:%M}-{self.closes:%H:%M}"


def _days(part: str) -> Iterator[int]:
    first, last = _DAYS.index(part[:3]), _DAYS.index(part[-3:])
    return (day % 7 for day in range(first, first + (last - first) % 7 + 1))
