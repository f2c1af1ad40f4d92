"""Overviews: how many articles each year, month or day has."""

from collections import Counter
from collections.abc import Iterable

from kliping.site import format as written
from kliping.site.desk import Desk
from kliping.site.views.parts import Bar

MOST_YEARS = 60
"""Beyond it, years without articles are left out."""


def bars(entries: Iterable[tuple[str, str, int]]) -> tuple[Bar, ...]:
    """Return the bars of label, path and count, as high as their share of the highest."""
    rows = tuple(entries)
    most = max((count for _, _, count in rows), default=0)
    return tuple(
        Bar(label, path if count else "", count, round(100 * count / most) if most else 0)
        for label, path, count in rows
    )


def year_bars(desk: Desk, places: Iterable[int]) -> tuple[Bar, ...]:
    """Return a bar for each year from the first to the last of the articles, leading to its page."""
    counts = Counter(when.year for place in places if (when := desk.catalogue.articles[place].record.date))
    return bars((str(year), f"{year:04d}/index.html", counts[year]) for year in years(counts))


def years(counts: Counter[int]) -> list[int]:
    """Return the years to show, oldest first."""
    found = sorted(counts)
    whole = range(found[0], found[-1] + 1) if found else range(0)
    return list(whole) if len(whole) <= MOST_YEARS else found


def month_bars(desk: Desk, year: int) -> tuple[Bar, ...]:
    """Return a bar for each month of the year."""
    periods = desk.catalogue.periods
    return bars(
        (
            written.short_month(month, desk.language),
            f"{year:04d}/{month:02d}/index.html",
            len(periods.get((year, month), ())),
        )
        for month in range(1, 13)
    )


def day_bars(desk: Desk, year: int, month: int, days: int) -> tuple[Bar, ...]:
    """Return a bar for each day of the month."""
    periods = desk.catalogue.periods
    return bars(
        (str(day), f"{year:04d}/{month:02d}/{day:02d}/index.html", len(periods.get((year, month, day), ())))
        for day in range(1, days + 1)
    )
