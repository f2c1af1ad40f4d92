"""Points of calendar time that are as precise as their source, and no more."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import total_ordering


class Precision(StrEnum):
    """The finest part that the source gives."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"


_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?\s?(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?"
)


@total_ordering
@dataclass(frozen=True, slots=True)
class When:
    """A year, month, day or minute; a minute may have its zone.

    Orders by the local calendar as printed, a less precise one before what it contains.
    """

    year: int
    month: int = 0
    """1 to 12; 0 when unknown."""
    day: int = 0
    hour: int = -1
    """0 to 23; -1 when unknown."""
    minute: int = -1
    offset: int | None = None
    """Minutes east of UTC, where the source names its zone."""

    @classmethod
    def parse(cls, text: str) -> "When":
        """Read an ISO 8601 date of any of our precisions; ValueError says what is wrong."""
        match = _ISO.fullmatch(text.strip())
        if not match:
            raise ValueError(f"{text!r} is no date: write 2016, 2016-03, 2016-03-23 or 2016-03-23T20:42:00+07:00")
        year, month, day, hour, minute = (
            int(match[name]) if match[name] else missing
            for name, missing in (("year", 0), ("month", 0), ("day", 0), ("hour", -1), ("minute", -1))
        )
        zone, offset = match["zone"], None
        if zone:
            sign = -1 if zone[0] == "-" else 1
            offset = 0 if zone == "Z" else sign * (int(zone[1:3]) * 60 + int(zone[-2:]))
        when = cls(year, month, day, hour, minute, offset)
        if not when.valid():
            raise ValueError(f"{text!r} is no day of the calendar")
        return when

    @classmethod
    def of(cls, day: date) -> "When":
        """Return the day as a When."""
        return cls(day.year, day.month, day.day)

    def valid(self) -> bool:
        """Tell whether the calendar has such a moment."""
        if not 1 <= self.year <= 9999 or not 0 <= self.month <= 12:
            return False
        if self.day and not (self.month and 1 <= self.day <= monthrange(self.year, self.month)[1]):
            return False
        if (self.hour >= 0) != (self.minute >= 0) or (self.hour >= 0 and not self.day):
            return False
        return self.hour < 24 and self.minute < 60 and (self.offset is None or abs(self.offset) <= 14 * 60)

    @property
    def precision(self) -> Precision:
        """The finest part known."""
        if self.hour >= 0:
            return Precision.MINUTE
        return Precision.DAY if self.day else Precision.MONTH if self.month else Precision.YEAR

    def date(self) -> date:
        """First day of the time meant."""
        return date(self.year, self.month or 1, self.day or 1)

    def on_day(self) -> "When":
        """Return the same without its time of day."""
        return When(self.year, self.month, self.day)

    def iso(self) -> str:
        """ISO 8601, as precise as the value; ``parse`` reads it back."""
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.day:
            text += f"-{self.day:02d}"
        if self.hour >= 0:
            text += f"T{self.hour:02d}:{self.minute:02d}:00"
            if self.offset is not None:
                hours, minutes = divmod(abs(self.offset), 60)
                text += f"{'-' if self.offset < 0 else '+'}{hours:02d}:{minutes:02d}"
        return text

    def __str__(self) -> str:
        return self.iso()

    def __lt__(self, other: "When") -> bool:
        return self.key() < other.key()

    def key(self) -> tuple[int, int, int, int, int, int]:
        """Sort key."""
        return (self.year, self.month, self.day, self.hour, self.minute, self.offset or 0)
