"""The year of a date printed without one: a weekday is a checksum, and the text names the years it may be.

``Rabu (23/3)`` falls in 2005, 2011, 2016 and 2022; in a text that names 2016 alone of these it is 2016.
Where nothing proves the year there is none: a guess would be a published error.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from kliping import data
from kliping.calendar_names import weekday_name
from kliping.mentions import Mention, named_years
from kliping.model import Role
from kliping.parse.page import Page
from kliping.when import When

SHOWN = 12
"""Years to either side of the answer whose weekdays a note lists."""
NEAR_FULL_DATE = 45
"""Days between a date without year or weekday and a full date of the same text that gives it its year."""
NEAR_PRINTED = 183
"""Days between a printed date and a day told without its year: at half a year one year only is near."""
JUST_BEEN = 14
"""Days before the printing in which a day in the press's manner lies, ``kemarin (15/11)``."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A year and what proves it."""

    year: int
    confidence: float
    rule: str
    note: str


class Years:
    """The years that one article names."""

    def __init__(self, named: Counter[int], full: tuple[Mention, ...], latest: int, language: str) -> None:
        self.named = named
        self.full = full
        """Dates and ranges of the text that have their year."""
        self.latest = latest
        """The page cannot be older than it was saved; 9999 when it does not say."""
        self.language = language

    def prove(self, mention: Mention) -> Proof | None:
        """Find the one year that the weekday and the text allow."""
        if not mention.day or mention.year:
            return None
        return self._within_range(mention) or (
            self._by_weekday(mention) if mention.weekday >= 0 else self._beside_full(mention)
        )

    def near(self, mention: Mention, printed: When, *, planned: bool) -> Proof | None:
        """Give a day close to the printed date its year: its weekday proves it, or it has just been, or is planned."""
        if not mention.day or mention.year or not printed.day:
            return None
        today = printed.date()
        days = [day for year in (today.year - 1, today.year, today.year + 1) if (day := mention.day_of(year))]
        if mention.weekday >= 0:
            fit = [day for day in days if day.weekday() == mention.weekday and abs((day - today).days) <= NEAR_PRINTED]
        elif planned:
            fit = [day for day in days if 0 <= (day - today).days <= NEAR_PRINTED]
        else:
            fit = [day for day in days if mention.bracketed and -JUST_BEEN <= (day - today).days <= 0]
        if len(fit) != 1:
            return None
        note = _note(self.language, "printed-year", date=_printed(mention), year=fit[0].year)
        return Proof(fit[0].year, 0.85, "date-printed-year", note)

    def _by_weekday(self, mention: Mention) -> Proof | None:
        fitting = [year for year in mention.fitting_years() if year <= self.latest]
        both = [year for year in fitting if year in self.named]
        if len(both) != 1:
            strong = [year for year in both if any(full.year == year for full in self.full)]
            if len(strong) != 1:
                return None
            both = strong
        year = both[0]
        shown = ", ".join(str(other) for other in fitting if abs(other - year) <= SHOWN)
        note = _note(self.language, "weekday-year", date=_printed(mention), years=shown, year=year)
        return Proof(year, 0.93 if len(self.named) == 1 else 0.88, "date-weekday-year", note)

    def _within_range(self, mention: Mention) -> Proof | None:
        """Give a day inside a range of days that the text prints in full that range's year."""
        for full in self.full:
            first = full.day_of(full.year)
            last = full.until.day_of(full.until.year) if full.until and full.until.year else None
            day = mention.day_of(full.until.year) if full.until else None
            if first and last and day and first <= day <= last and mention.weekday in (-1, day.weekday()):
                note = _note(self.language, "range-year", date=_printed(mention), range=full.text, year=day.year)
                proved = self._by_weekday(mention) if mention.weekday >= 0 else None
                return proved or Proof(day.year, 0.93 if mention.weekday >= 0 else 0.85, "date-range-year", note)
        return None

    def _beside_full(self, mention: Mention) -> Proof | None:
        """Without a weekday only a full date close by proves the year."""
        years = {full.year for full in self.full if _apart(mention, full) <= NEAR_FULL_DATE}
        if len(years) != 1 or len(set(self.named)) > 1:
            return None
        year = years.pop()
        return Proof(year, 0.7, "date-range-year", _note(self.language, "near-year", date=_printed(mention), year=year))

    @staticmethod
    def warn(mention: Mention, language: str) -> str:
        """Give both readings of a printed weekday that contradicts its date; empty when it does not."""
        day = mention.day_of(mention.year) if mention.contradicts() else None
        if day is None:
            return ""
        printed, real = weekday_name(mention.weekday), weekday_name(day.weekday())
        return _note(language, "weekday-contradicts", date=mention.text.strip(), printed=printed, real=real)


def _note(language: str, key: str, **values: object) -> str:
    return str(_notes(language)[key]).format(**values)


@cache
def _notes(language: str) -> dict[str, str]:
    return dict(data.load(f"notes.{language}.yaml"))


def _apart(mention: Mention, full: Mention) -> int:
    """Days between a day, put into the year of a full date, and that date."""
    day, other = mention.day_of(full.year), full.day_of(full.year)
    return abs((day - other).days) if day and other else NEAR_FULL_DATE + 1


def _printed(mention: Mention) -> str:
    weekday = f"{weekday_name(mention.weekday)} " if mention.weekday >= 0 else ""
    return f"{weekday}{mention.day}/{mention.month}"


@lru_cache(maxsize=1)
def years_of(page: Page) -> Years:
    """Collect the years named in what belongs to the article, and the year of saving from the page's foot."""
    named: list[int] = []
    full: list[Mention] = []
    for block in page.kept():
        named += named_years(block.text)
        named += _anniversaries(block.text)
        for mention in block.mentions:
            if mention.year:
                named.append(mention.year)
                full += [mention] if mention.when() and not mention.contradicts() else []
    return Years(Counter(named), tuple(full), _latest(page), page.language)


def _latest(page: Page) -> int:
    years = [year for block in page.sheet.having(Role.FOOTER) for year in named_years(block.text.replace("-", " "))]
    years += [mention.year for block in page.sheet.having(Role.DATE) for mention in block.mentions if mention.year]
    return max(years, default=9999)


_EDITION = re.compile(
    r"HUT\s+(?:(?P<before>[A-Z][\w ]{1,30}?)\s+)?(?:ke|Ke)[\s-]?(?P<number>\d{1,4})(?:\s+(?P<after>[A-Z][\w ]{1,30}))?"
)


@cache
def _founded() -> tuple[tuple[str, int], ...]:
    entries = data.load("calendar.yaml")["anniversaries"]
    return tuple((str(word), int(entry["year"])) for entry in entries for word in entry["words"])


def _anniversaries(text: str) -> list[int]:
    """Turn «HUT ke-71 RI» into the year in which it is kept."""
    found = []
    if "HUT" in text:
        for match in _EDITION.finditer(text):
            whose = f"{match['before'] or ''} {match['after'] or ''}".strip()
            years = {
                year + int(match["number"])
                for word, year in _founded()
                if whose == word or whose.startswith(word + " ")
            }
            found += [year for year in years if 1950 <= year <= date.max.year]
    return found
