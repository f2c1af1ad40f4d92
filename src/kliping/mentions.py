"""Dates as they stand in running text, found but not yet completed.

The grammar covers the shapes counted in Indonesian news pages: ``Rabu (23/3)``, ``Kamis (30/10/2025)``,
``Senin, 17 Maret 2025 - 16:56 WIB``, ``Kamis 10-10-2024,16:18 WIB``, ``26 - Aug - 2025, 17:21``,
``Rabu, April 05, 2017``, ``30 Maret-2 April 2016``, ``(2/7 ’19)``, ``2025-11-11``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kliping import data
from kliping.calendar_names import fold_name, months, weekdays, zones
from kliping.when import When

FIRST_YEAR, LAST_YEAR = 1900, 2099
"""Years outside are numbers of something else."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A date as printed; ``year`` 0 when none is printed, ``until`` the end of a range."""

    start: int
    end: int
    text: str
    year: int
    month: int
    day: int
    """0 for a month."""
    weekday: int = -1
    """0 (Monday) to 6 as printed; -1 when none is."""
    hour: int = -1
    minute: int = -1
    offset: int | None = None
    bracketed: bool = False
    """In the press's manner, ``Rabu (23/3)``: the day of what is told."""
    until: "Mention | None" = None

    def day_of(self, year: int) -> date | None:
        """Return the day in that year, if the calendar has it."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def when(self, *, timed: bool = False) -> When | None:
        """Return the date, if its year is known and the calendar has it; its time of day on request."""
        hour, minute = (self.hour, self.minute) if timed and self.day else (-1, -1)
        found = When(self.year, self.month, self.day, hour, minute, self.offset if hour >= 0 else None)
        return found if self.year and found.valid() else None

    def in_year(self, year: int) -> "Mention":
        """Return the same with its year filled in, its end's too."""
        until = self.until
        if until and not until.year:
            until = replace(until, year=year + ((until.month, until.day) < (self.month, self.day)))
        return replace(self, year=self.year or year, until=until)

    def contradicts(self) -> bool:
        """Tell whether the printed weekday is not that of the printed date."""
        day = self.day_of(self.year) if self.year and self.day else None
        return self.weekday >= 0 and day is not None and day.weekday() != self.weekday

    def fitting_years(self) -> tuple[int, ...]:
        """Years in which the printed weekday falls on this day, oldest first."""
        found = []
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            day = self.day_of(year)
            if day is not None and day.weekday() == self.weekday:
                found.append(year)
        return tuple(found)


def _either(names: list[str]) -> str:
    spelled = [re.escape(name).replace("jumat", "jum[’'‘`]?at") for name in names]
    return "|".join(sorted(spelled, key=len, reverse=True))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Dates with the month's name, dates in figures, ISO dates."""
    short = set(data.load("calendar.yaml")["short_weekdays"])
    names = {
        "MONTH": rf"(?:{_either(list(months()))})\b\.?",
        "WEEKDAY": rf"(?:{_either(list(weekdays()))})\b\.?",
        "LONG_DAY": rf"(?:{_either([name for name in weekdays() if name not in short])})\b",
        "PART": r"(?:\s+(?:pagi|siang|sore|petang|malam|dini\ hari))?",
        "YEAR": r"(?:(?:19|20)\d\d|30\d\d|[’'‘]\d\d)(?!\d)",
        "ZONE": _either(list(zones())),
    }
    return tuple(re.compile(_fill(form, names), re.I | re.X) for form in (_WRITTEN, _NUMERIC, _ISO))  # type: ignore[return-value]


def _fill(form: str, names: dict[str, str]) -> str:
    """Put vocabularies and the form of a clock time into a pattern."""
    for name, pattern in ({"CLOCK": _CLOCK} | names).items():
        form = form.replace(f"<<{name}>>", pattern)
    return form


_CLOCK = r"""
    (?: [\s,|–—-]{1,6} (?:(?:pukul|pkl\.?|jam|at)\s*)?
        (?P<hour>[012]?\d) [.:] (?P<minute>[0-5]\d) (?:[.:][0-5]\d)? (?![\d.,]*\d|k\b)
        (?:\s*(?P<zone><<ZONE>>)\b)? )?
"""
_WRITTEN = r"""
    (?<![\w/.,]) (?:(?P<weekday><<WEEKDAY>>)<<PART>>\s*[,-]?\s*\(?\s*)?
        (?P<day>[0-3]?\d)(?!\d) \s?[.-]?\s? (?P<month><<MONTH>>) (?:[\s,.-]{0,3}(?P<year><<YEAR>>) <<CLOCK>>)?
  | \b (?:(?P<weekday2><<WEEKDAY>>)\s*,\s*)?
        (?P<month2><<MONTH>>) \s+ (?P<day2>[0-3]?\d)(?!\d) ,?\s+ (?P<year2><<YEAR>>)
"""
_NUMERIC = r"""
    (?: (?P<weekday><<LONG_DAY>>) | (?P<weekday2><<WEEKDAY>>)[\s,]+(?=\d) )? <<PART>> [\s,]*
    (?P<bracket>\( \s* (?:[a-z]+(?:\s+[a-z]+)?,\s*)?)?
    (?<![\w.,/-]) (?:(?P<first>[0-3]?\d)\s?[-–]\s?)? (?P<day>[0-3]?\d) \s?(?P<sep>[/-])\s? (?P<month>[01]?\d)(?!\d)
    (?: \s?(?P=sep)\s? (?P<year>(?:19|20|30)\d\d|\d\d)(?!\d) | \s+(?P<year3>[’'‘]\d\d)(?!\d) )?
    (?![/\w]|-\d) (?P<close>\s*\))? <<CLOCK>>
"""
_ISO = r"""
    (?<![\d-]) (?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)
    (?:[T\ ](?P<hour>[012]\d):(?P<minute>[0-5]\d))?
"""
_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(r"\d\s?[/-]\s?\d")
_RANGE = re.compile(
    r"\s*(?:-|–|—|/|s\.?\s?/?d\.?|sampai(?:\s+dengan)?|hingga|to|until)\s*(?:(?:hari|tanggal)\s+)?(?:[A-Za-z’']+,?\s*)?",
    re.I,
)
_OPEN_RANGE = re.compile(
    r"(?<![\d/.,-])(?P<day>[0-3]?\d)\s*(?:-|–|—|s\.?/?d\.?|sampai(?:\s+dengan)?|hingga|dan|to)\s*$", re.I
)
LOOK_BACK = 30
"""Characters before a date in which the first day of its range stands."""


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Find every day or range of days in one line of text, in order; numbers that are no dates are left out."""
    if not _DIGIT.search(text):
        return ()
    written, numeric, iso = _patterns()
    found = [*_written(written, text), *_iso(iso, text)]
    if _FIGURES.search(text):
        found += _numeric(numeric, text)
    found.sort(key=lambda mention: (mention.start, -mention.end))
    apart: list[Mention] = []
    for mention in found:
        if not apart or mention.start >= apart[-1].end:
            apart.append(mention)
    return tuple(_ranges(apart, text))


def named_years(text: str) -> tuple[int, ...]:
    """Years printed in a line, in order, numbers within longer numbers or amounts left out."""
    return tuple(int(match[0]) for match in _YEAR.finditer(text))


_YEAR = re.compile(
    r"(?<![\d.,/:#])(?<!\d-)(?<!Rp )(?<!Rp)(?:19|20)\d\d"
    r"(?![\d]|[.,:]\d|/\d{2,}|\s?(?:orang|jiwa|unit|meter|peserta|rupiah|ton)\b)"
)


def _full_year(printed: str | None) -> int:
    if not printed:
        return 0
    digits = printed.lstrip("’'‘")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _made(match: re.Match[str], year: int, month: int, day: int, weekday: str | None, **more: object) -> Mention | None:
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    groups = match.groupdict()
    hour, minute = int(groups.get("hour") or -1), int(groups.get("minute") or -1)
    if groups.get("hour") and (hour > 23):
        hour = minute = -1
    zone = groups.get("zone")
    start, end = match.span()
    lead = len(match[0]) - len(match[0].lstrip(" ,("))
    return Mention(
        start + lead, end, match[0][lead:].rstrip(), year, month, day,
        weekdays().get(fold_name(weekday.strip()), -1) if weekday else -1,
        hour, minute if hour >= 0 else -1, zones()[zone.lower()] if zone and hour >= 0 else None,
        bool(more.get("bracketed")),
    )  # fmt: skip


def _written(pattern: re.Pattern[str], text: str) -> Iterator[Mention]:
    for match in pattern.finditer(text):
        first = match["day"] is not None
        day, month = (match["day"], match["month"]) if first else (match["day2"], match["month2"])
        weekday = match["weekday"] if first else match["weekday2"]
        year = _full_year(match["year"] if first else match["year2"])
        if made := _made(match, year, months()[fold_name(month)], int(day), weekday):
            yield made


def _numeric(pattern: re.Pattern[str], text: str) -> Iterator[Mention]:
    for match in pattern.finditer(text):
        weekday, year = match["weekday"] or match["weekday2"], _full_year(match["year"] or match["year3"])
        bracketed = bool(match["bracket"] and match["close"])
        inside = re.match(r"\(\s*([A-Za-z’']+)", match["bracket"] or "")
        if inside and fold_name(inside[1]) in weekdays():
            weekday = weekday or inside[1]
        if not (bracketed or weekday or len(match["year"] or "") == 4):
            continue
        if not bracketed and match["sep"] == "-" and not year:
            continue
        made = _made(match, year, int(match["month"]), int(match["day"]), weekday, bracketed=bracketed)
        if made and match["first"] and 1 <= int(match["first"]) < made.day:
            made = replace(made, day=int(match["first"]), weekday=-1, until=replace(made, weekday=-1))
        if made:
            yield made


def _iso(pattern: re.Pattern[str], text: str) -> Iterator[Mention]:
    for match in pattern.finditer(text):
        if made := _made(match, int(match["year"]), int(match["month"]), int(match["day"]), None):
            yield made


def _ranges(found: list[Mention], text: str) -> Iterator[Mention]:
    """Join two dates with a dash or «hingga» between them, and ``18-20 Juli 2017`` with its first day."""
    at = 0
    while at < len(found):
        mention = found[at]
        following = found[at + 1] if at + 1 < len(found) else None
        at += 1
        if following and _RANGE.fullmatch(text[mention.end : following.start]) and mention.hour < 0:
            year = mention.year or (
                following.year and following.year - ((mention.month, mention.day) > (following.month, following.day))
            )
            mention = replace(
                mention,
                year=year,
                end=following.end,
                text=text[mention.start : following.end],
                until=following,
            )
            at += 1
        elif (
            (opened := _OPEN_RANGE.search(text, max(0, mention.start - LOOK_BACK), mention.start))
            and int(opened["day"]) < mention.day
            and mention.weekday < 0
        ):
            start = opened.start()
            mention = replace(
                mention,
                start=start,
                day=int(opened["day"]),
                text=text[start : mention.end],
                until=mention,
                hour=-1,
                minute=-1,
                offset=None,
            )
        yield mention
