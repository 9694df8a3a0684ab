"""What every view may tell besides a case: the campus's catalogue and calendar, and the moment. No blocks are made."""

from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date, format_datetime

from bot.domain.catalogue import Catalogue
from bot.domain.clock import Rules


@dataclass(frozen=True)
class Campus:
    """A campus at a moment.

    Attributes:
        now: decides only whether a date is told with its year.
    """

    catalogue: Catalogue
    rules: Rules
    now: datetime

    def by(self, at: datetime, language: str) -> str:
        """A promise in words, such as "by Tuesday 24 November, 15:00"."""
        return self.rules.campus.describe(at, self.now, language)

    def day(self, day: date, language: str) -> str:
        """A date in words, such as "Tuesday 24 November"."""
        pattern = "EEEE d MMMM" if day.year == self.now.year else "EEEE d MMMM y"
        return format_date(day, pattern, locale="sv" if language == "sv" else "en_GB")

    def moment(self, at: datetime, language: str) -> str:
        """The date on the campus of a moment, in words."""
        return self.day(self.rules.today(at), language)

    def time(self, at: datetime, language: str) -> str:
        """A moment on the campus in words, such as "24 November, 15:00"."""
        zone = self.rules.campus.zone
        day = "d MMMM" if at.astimezone(zone).year == self.now.astimezone(zone).year else "d MMMM y"
        if language == "sv":
            return format_datetime(at, f"{day} 'kl.' HH:mm", tzinfo=zone, locale="sv")
        return format_datetime(at, f"{day}, HH:mm", tzinfo=zone, locale="en_GB")
