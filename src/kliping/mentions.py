"""Dates as they stand in running text, found but not yet completed.

The grammar covers the shapes counted in Indonesian news pages: ``Rabu (23/3)``, ``Kamis (30/10/2025)``,
``Senin, 17 Maret 2025 - 16:56 WIB``, ``Kamis 10-10-2024,16:18 WIB``, ``26 - Aug - 2025, 17:21``,
``Rabu, April 05, 2017``, ``30 Maret-2 April 2016``, ``(2/7 ’19)``, ``2025-11-11``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from kliping.calendar_names import fold_name, months, weekdays, zones
from kliping.date_patterns import LEAD, before_figures, before_words, day_month, figures, iso, month_day
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
        return _fitting_years(self.month, self.day, self.weekday)


@cache
def _fitting_years(month: int, day: int, weekday: int) -> tuple[int, ...]:
    found = []
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        try:
            fits = date(year, month, day).weekday() == weekday
        except ValueError:
            fits = False
        if fits:
            found.append(year)
    return tuple(found)


_RUN = re.compile(r"\d+")
"""Every date has figures, and all but the month of ``April 05, 2017`` begins with them: dates are tried there only."""
_FIGURES = re.compile(r"\d\s?[/-]\s?\d")
_RANGE = re.compile(
    r"\s*(?:-|–|—|/|s\.?\s?/?d\.?|sampai(?:\s+dengan)?|hingga|to|until)\s*(?:(?:hari|tanggal)\s+)?(?:[A-Za-z’']+,?\s*)?",
    re.I,
)
_OPEN_RANGE = re.compile(
    r"(?<![\d/.,-])(?P<day>[0-3]?\d)\s*(?:-|–|—|s\.?/?d\.?|sampai(?:\s+dengan)?|hingga|dan|to)\s*$", re.I
)
LONGEST = 20_000
"""Characters of a line in which dates are looked for; no paragraph of a newspaper is longer."""
LOOK_BACK = 30
"""Characters before a date in which the first day of its range stands."""


@lru_cache(maxsize=1024)
def find_mentions(text: str) -> tuple[Mention, ...]:
    """Find every day or range of days in one line of text, in order; numbers that are no dates are left out."""
    runs = [match.span() for match in _RUN.finditer(text, 0, LONGEST)]
    if not runs:
        return ()
    found = [*_in_words(text, runs), *_in_figures(text, runs), *_iso(text, runs)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    apart: list[Mention] = []
    for mention in found:
        if not apart or mention.start >= apart[-1].end:
            apart.append(mention)
    return tuple(_ranges(apart, text))


def named_years(text: str) -> tuple[int, ...]:
    """Years printed in a line, both of «2017-2023» and «2021/2022»; numbers within longer ones or amounts left out."""
    found: list[int] = []
    after = 0
    for four in _FOUR.finditer(text, 0, LONGEST):
        start = four.start()
        if start < after:
            continue
        if span := _YEARS.match(text, start):
            found += map(int, span.groups())
            after = span.end()
        elif year := _YEAR.match(text, start):
            found.append(int(year[0]))
    return tuple(found)


_FOUR = re.compile(r"(?:19|20)\d\d")
_YEARS = re.compile(r"(?<![\d.,/:#-])((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)\d\d)(?![\d.,/-]*\d)")
_YEAR = re.compile(
    r"(?<![\d.,/:#])(?<!\d-)(?<!Rp )(?<!Rp)(?:19|20)\d\d"
    r"(?![\d]|[.,:]\d|/\d{2,}|\s?(?:orang|jiwa|unit|meter|peserta|rupiah|ton)\b)"
)


def _full_year(printed: str | None) -> int:
    if not printed:
        return 0
    digits = printed.lstrip("’'‘")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _made(
    text: str, match: re.Match[str], lead: re.Match[str] | None, weekday: str | None, year: int, month: int
) -> Mention | None:
    """Put a core and what leads to it together; None for what no calendar has."""
    day = int(match["day"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    groups = match.groupdict()
    hour = int(groups.get("hour") or -1)
    hour, minute = (hour, int(groups.get("minute") or -1)) if 0 <= hour < 24 else (-1, -1)
    zone = groups.get("zone")
    start = lead.start() if lead else match.start()
    start += len(text[start : match.end()]) - len(text[start : match.end()].lstrip(" ,("))
    return Mention(
        start, match.end(), text[start : match.end()].rstrip(), year, month, day,
        weekdays().get(fold_name(weekday.strip()), -1) if weekday else -1,
        hour, minute, zones()[zone.lower()] if zone and hour >= 0 else None,
    )  # fmt: skip


Runs = list[tuple[int, int]]
"""Where figures begin and end."""


def _matches(core: re.Pattern[str], text: str, runs: Runs) -> Iterator[re.Match[str]]:
    """Yield what a core matches at the runs of figures; those inside an earlier match begin none."""
    after = 0
    for start, _ in runs:
        if start >= after and (match := core.match(text, start)):
            after = match.end()
            yield match


def _month_first(text: str, runs: Runs) -> Iterator[re.Match[str]]:
    """Yield ``April 05, 2017``: a word with a blank before one or two figures."""
    for start, end in runs:
        if end - start <= 2 and text[start - 1 : start].isspace() and text[end : end + 1] in (",", " "):
            word = text.rfind(" ", 0, start - 1) + 1
            match = month_day().search(text, max(word, start - LEAD), min(len(text), end + LEAD))
            if match and match.start("day") == start:
                yield match


def _in_words(text: str, runs: Runs) -> Iterator[Mention]:
    for match in (*_matches(day_month(), text, runs), *_month_first(text, runs)):
        lead = before_words().search(text, max(0, match.start() - LEAD), match.start())
        month, year = months()[fold_name(match["month"])], _full_year(match["year"])
        if made := _made(text, match, lead, lead["weekday"] if lead else None, year, month):
            yield made


def _in_figures(text: str, runs: Runs) -> Iterator[Mention]:
    if not _FIGURES.search(text):
        return
    for match in _matches(figures(), text, runs):
        lead = before_figures().search(text, max(0, match.start() - LEAD), match.start())
        groups = lead.groupdict() if lead else {}
        inside = groups.get("inside") or ""
        weekday = (
            groups.get("weekday") or groups.get("weekday2") or (inside if fold_name(inside) in weekdays() else None)
        )
        bracketed = bool(lead and "(" in lead[0] and match["close"])
        year = _full_year(match["year"] or match["short"])
        if not (bracketed or weekday or len(match["year"] or "") == 4):
            continue
        if not bracketed and match["sep"] == "-" and not year:
            continue
        made = _made(text, match, lead, weekday, year, int(match["month"]))
        made = made or _month_before_day(text, match, lead, weekday, year)
        if made and match["first"] and 1 <= int(match["first"]) < made.day:
            made = replace(made, day=int(match["first"]), weekday=-1, until=replace(made, weekday=-1))
        if made:
            yield replace(made, bracketed=bracketed)


def _month_before_day(
    text: str, match: re.Match[str], lead: re.Match[str] | None, weekday: str | None, year: int
) -> Mention | None:
    """Read ``Wed, 10/19/2016``: no month is so high, and the weekday proves which of the figures is the day."""
    made = _made(text, match, lead, weekday, year, 1)
    if not made or made.weekday < 0 or made.day > 12:
        return None
    swapped = replace(made, month=made.day, day=int(match["month"]))
    return swapped if swapped.day_of(year) and not swapped.contradicts() else None


def _iso(text: str, runs: Runs) -> Iterator[Mention]:
    for match in _matches(iso(), text, [(start, end) for start, end in runs if end - start == 4]):
        if made := _made(text, match, None, None, int(match["year"]), int(match["month"])):
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
