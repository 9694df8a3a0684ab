"""Working time of a campus: when it is open, and how promises in working days are counted and told.

Time is an argument everywhere, and every instant returned is in UTC. What is due when is decided elsewhere. Holidays
and names of days are imported where they are needed: many commands need neither, and they take a fifth of a second.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import islice, takewhile
from typing import Final, Self
from zoneinfo import ZoneInfo

from bot.domain.opening_hours import OpeningHours

#: Ten years and the days around their end. No promise is longer, and a walk over days has to stop somewhere.
_HORIZON: Final = 3_700


@dataclass(frozen=True)
class WorkingTime:
    """The opening hours of a place, without its public holidays.

    A day is open from its opening up to, not including, its closing.

    Attributes:
        country: two capital letters, as in ISO 3166; says whose public holidays are kept.
    """

    hours: OpeningHours = field(default_factory=OpeningHours)
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Stockholm"))
    country: str = "SE"

    def __post_init__(self) -> None:
        _categories(self.country)

    @classmethod
    def parse(cls, hours: str, *, zone: str = "Europe/Stockholm", country: str = "SE") -> Self:
        """Build it from settings.

        Raises:
            ValueError: one of them cannot be used; names what was found and what is wanted.
        """
        return cls(OpeningHours.parse(hours), _zone(zone), country)

    def is_open(self, at: datetime) -> bool:
        """Whether people are at work at this instant."""
        return self.next_open(at) == at

    def next_open(self, at: datetime) -> datetime:
        """The same instant when it is open, else the next opening."""
        at = _utc(at)
        opens, _ = next(self._spans(at))
        return max(at, opens)

    def add(self, at: datetime, *, working_hours: float = 0, working_days: int = 0) -> datetime:
        """The open instant so many working days and then hours later; a day's closing is the next opening.

        Raises:
            ValueError: an amount is below nothing, or the way leads further than ten years.
        """
        if working_hours < 0 or working_days < 0:
            raise ValueError(f"found {working_days} days and {working_hours} hours, wanted none below 0")
        begin = self.deadline(at, working_days) if working_days else at
        return self._later(begin, timedelta(hours=working_hours))

    def between(self, a: datetime, b: datetime) -> timedelta:
        """The time that was open from one instant to a later one; nothing when `b` is not the later."""
        a, b = _utc(a), _utc(b)
        spans = takewhile(lambda span: span[0] < b, self._spans(a))
        worked = (min(closes, b) - max(opens, a) for opens, closes in spans)
        return max(sum(worked, timedelta()), timedelta())

    def working_days_between(self, a: datetime, b: datetime) -> int:
        """How many whole working days have passed: the longest promise made at `a` that is due by `b`."""
        b = _utc(b)
        return sum(1 for _ in takewhile(lambda due: due <= b, self._deadlines(_utc(a))))

    def deadline(self, start: datetime, days: int) -> datetime:
        """When a promise of so many working days ends: on the last of them, at the time of day it was given.

        Given at the opening or while closed, it ends at a closing: Tuesday's for two days given on Saturday.

        Raises:
            ValueError: fewer days than one, or more than fit into ten years.
        """
        if days < 1:
            raise ValueError(f"found a promise of {days} working days, wanted at least 1")
        return next(islice(self._deadlines(_utc(start)), days - 1, None))

    def ago(self, at: datetime, days: int) -> datetime:
        """The latest instant, at the same time of day, from which so many whole working days have passed by now."""
        at = _utc(at)
        back = (at - timedelta(days=number) for number in range(_HORIZON))
        return next(start for start in back if self.working_days_between(start, at) >= days)

    def fraction(self, start: datetime, end: datetime, share: float) -> datetime:
        """The open instant at which a share of the working time from start to end is used up, never after the end.

        Raises:
            ValueError: the share is not from 0 to 1.
        """
        if not 0 <= share <= 1:
            raise ValueError(f"found a share of {share}, wanted one from 0 to 1")
        return min(self._later(start, self.between(start, end) * share), _utc(end))

    def describe(self, at: datetime, now: datetime, language: str) -> str:
        """A promise in words: 'by Tuesday 24 November, 15:00', in Swedish for "sv" and in English for all others.

        Always with the date, since 'today' is wrong for who reads it tomorrow; the year only when it is another.
        """
        from babel.dates import format_datetime

        here, today = _utc(at).astimezone(self.zone), _utc(now).astimezone(self.zone)
        day = "EEEE d MMMM" if here.year == today.year else "EEEE d MMMM y"
        if language == "sv":
            return format_datetime(here, f"'senast' {day} 'kl.' HH:mm", tzinfo=self.zone, locale="sv")
        return format_datetime(here, f"'by' {day}, HH:mm", tzinfo=self.zone, locale="en_GB")

    def _later(self, at: datetime, amount: timedelta) -> datetime:
        spans = self._spans(at)
        opens, closes = next(spans)
        begin = max(_utc(at), opens)
        while amount >= closes - begin:
            amount -= closes - begin
            begin, closes = next(spans)
        return begin + amount

    def _deadlines(self, start: datetime) -> Iterator[datetime]:
        """When promises of one, two, three... working days end."""
        spans = self._spans(start)
        opens, closes = next(spans)
        used = max(start - opens, timedelta())
        if not used:
            yield closes
        for opens, closes in spans:
            # Hours that lie across a change of the clocks make one day of the year shorter.
            yield min(opens + used, closes) if used else closes

    def _spans(self, at: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Opening and closing of each working day that closes after an instant, without end for the caller."""
        at = _utc(at)
        first = at.astimezone(self.zone).date()
        for number in range(_HORIZON):
            day = first + timedelta(days=number)
            if day.weekday() not in self.hours.weekdays or day in _days_off(self.country, day.year):
                continue
            opens, closes = self._instant(day, self.hours.opens), self._instant(day, self.hours.closes)
            # The second half is false for hours that the change to summer time swallows.
            if at < closes and opens < closes:
                yield opens, closes
        raise ValueError(f"found a span of more than ten years from {at.isoformat()}, wanted a shorter one")

    def _instant(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, self.zone).astimezone(UTC)


def _utc(at: datetime) -> datetime:
    if at.utcoffset() is None:
        raise ValueError(f"found {at.isoformat()}, wanted a time with its time zone")
    return at.astimezone(UTC)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError) as error:  # OSError is what the name of a folder gives: 'Europe'
        raise ValueError(f"time zone: found {name!r}, wanted a name such as 'Europe/Stockholm'") from error


@cache
def _categories(country: str) -> tuple[str, ...]:
    """What counts as a day off: public holidays and, where law or custom puts them on a par, their eves."""
    from holidays import DE_FACTO, PUBLIC, country_holidays

    try:
        known = country_holidays(country).supported_categories
    except (NotImplementedError, TypeError) as error:  # TypeError is what the library's other names give: 'utils'
        raise ValueError(f"country: found {country!r}, wanted two capital letters such as 'SE'") from error
    return tuple(category for category in (PUBLIC, DE_FACTO) if category in known)


@cache
def _days_off(country: str, year: int) -> frozenset[date]:
    from holidays import country_holidays

    return frozenset(country_holidays(country, years=year, categories=_categories(country)))
