"""The overview of a timeline: a small chart a year, upwards what happened each month, downwards what was printed."""

from collections import Counter
from collections.abc import Iterator

from kliping.site.events import Layout, Month
from kliping.site.pages.bars import years
from kliping.site.views.timeline import YearBar

HIGH = 40
"""Units of the drawing that the greatest month takes, to either side of the axis."""
STEP, WIDTH = 10, 8
"""Units from month to month, and of a bar."""


def overview(layout: Layout, happened: Counter[Month], printed: Counter[Month]) -> tuple[YearBar, ...]:
    """Return the years of a timeline; where they are many, those without entries are left out."""
    return tuple(_bars(layout, happened, printed))


def _bars(layout: Layout, happened: Counter[Month], printed: Counter[Month]) -> Iterator[YearBar]:
    most = max((count for month, count in (*happened.items(), *printed.items()) if month[1]), default=1)
    events, articles = _by_year(happened), _by_year(printed)
    before = 0
    for year in years(events + articles):
        months = range(1, 13)
        yield YearBar(
            label=str(year),
            path=layout.year(year) if events[year] or articles[year] else "",
            happened=events[year],
            printed=articles[year],
            above=_drawn((happened[year, month] for month in months), most, HIGH, "-"),
            below=_drawn((printed[year, month] for month in months), most, HIGH + 2, ""),
            apart=bool(before) and year - before > 1,
        )
        before = year


def _by_year(counts: Counter[Month]) -> Counter[int]:
    found: Counter[int] = Counter()
    for (year, _), count in counts.items():
        found[year] += count
    return found


def _drawn(counts: Iterator[int], most: int, axis: int, up: str) -> str:
    """Return path data with a bar for each month that has something, at least two units high."""
    back = "" if up else "-"
    bars = ((at, max(2, round(HIGH * count / most))) for at, count in enumerate(counts) if count)
    return "".join(f"M{at * STEP} {axis}v{up}{high}h{WIDTH}v{back}{high}z" for at, high in bars)
