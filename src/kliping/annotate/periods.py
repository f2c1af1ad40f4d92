"""Months, quarters and years in which something is told to take place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kliping.annotate import cues
from kliping.calendar_names import months
from kliping.when import When

AHEAD = 6
"""Months from the article's on in which a planned month without its year lies."""
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_PARTS = {"kuartal": 3, "triwulan": 3, "semester": 6}
"""Months of each."""
_PART = re.compile(
    r"\b(?P<part>kuartal|triwulan|semester)\s+(?P<number>IV|I{1,3}|[1-4])[\s/-]+(?:tahun\s+)?(?P<year>20\d\d)\b", re.I
)
_YEAR = re.compile(r"\bpada\s+(?:tahun\s+)?(?P<year>20\d\d)(?![\w/.,:-]*\d)", re.I)
_NOT_THEN = re.compile(
    r"\b(?:sejak|hingga|sampai|sebelum|menjelang|per|setiap|since|until|by|before)\s+(?:\w+\s+)?$", re.I
)


@dataclass(frozen=True, slots=True)
class Period:
    """A time without its day, and where the text has it."""

    start: int
    end: int
    first: When
    last: When


def names_period(text: str) -> bool:
    """Tell cheaply whether a text may hold a period: most paragraphs name no month."""
    return bool(_month().search(text) or _PART.search(text) or _YEAR.search(text))


def find_periods(text: str, printed: When | None) -> Iterator[Period]:
    """Yield the months, quarters and years in which, as the text has it, something takes place."""
    for match in _month().finditer(text):
        if not _NOT_THEN.search(text[max(0, match.start() - 24) : match.start()]):
            month = months()[match["month"].lower()]
            year = int(match["year"] or 0) or _year_ahead(month, printed)
            if year and _tells(text, match, When(year, month), printed, named=bool(match["year"])):
                yield Period(match.start("month"), match.end(), When(year, month), When(year, month))
    for match in _PART.finditer(text):
        year, length = int(match["year"]), _PARTS[match["part"].lower()]
        last = _ROMAN[match["number"].lower()] * length
        if last <= 12 and _tells(text, match, When(year, last), printed, named=False):
            yield Period(match.start(), match.end(), When(year, last - length + 1), When(year, last))
    for match in _YEAR.finditer(text):
        when = When(int(match["year"]))
        if printed and _tells(text, match, when, printed, named=False):
            yield Period(match.start("year"), match.end(), when, when)


def _tells(text: str, match: re.Match[str], when: When, printed: When | None, *, named: bool) -> bool:
    """Tell whether something is to take place then; a month named with its year may lie behind."""
    at = match.start("month" if "month" in match.re.groupindex else 0)
    before, behind = text[max(0, at - cues.NEAR) : at], text[match.end() :]
    clause = before[before.rfind(". ") + 1 :]
    if not cues.happens(clause):
        return False
    if cues.is_planned(clause, behind):
        return printed is None or (when.year, when.month or 12) >= (printed.year, printed.month)
    return named and not cues.is_spoken(clause, behind)


def _year_ahead(month: int, printed: When | None) -> int:
    """Return the year of a planned month without one: the next such month, if it is near."""
    if printed is None or not printed.month:
        return 0
    year = printed.year + (month < printed.month)
    return year if (year - printed.year) * 12 + month - printed.month <= AHEAD else 0


@cache
def _month() -> re.Pattern[str]:
    names = sorted((name.capitalize() for name in months() if len(name) >= 5 or name in _SHORT), key=len, reverse=True)
    return re.compile(
        r"(?<!\w)(?:pada|Pada|bulan|awal|pertengahan|akhir|dijadwalkan|direncanakan|in|In|early|late)\s+(?:(?:bulan|awal|pertengahan|akhir)\s+)?"
        rf"(?P<month>{'|'.join(names)})(?:\s+(?P<year>(?:19|20)\d\d))?(?![\w/.,:-]*\d)(?!\w)"
    )


_SHORT = ("mei", "juni", "juli", "june", "july")
"""Whole names that are short; «May» and «March» are left to those with a day."""
