"""Long lists in numbered pages, counted from the oldest: a full page keeps its content and address."""

from dataclasses import dataclass

from kliping.site import format as written
from kliping.site.desk import Desk
from kliping.site.views.parts import Link, Pager

LISTED = 9
"""Pages that a pager names."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a list."""

    path: str
    number: int
    """From 1 for the oldest; 0 for the unnumbered one, which holds the newest."""
    places: tuple[int, ...]
    """Newest first."""
    pager: Pager | None

    @property
    def top(self) -> bool:
        """Tell whether it is the unnumbered page, the only one that says what changes."""
        return self.number == 0


def sheets(desk: Desk, members: tuple[int, ...], top: str, folder: str) -> tuple[Sheet, ...]:
    """Return the pages of the articles at those places (oldest first), the unnumbered one first."""
    size = desk.settings.paginate_by
    closed = max(0, len(members) // size - 1)
    paths = [top, *(f"{folder}/{number}.html" for number in range(1, closed + 1))]
    if not closed:
        return (Sheet(top, 0, members[::-1], None),)
    parts = [members[closed * size :], *(members[at * size : (at + 1) * size] for at in range(closed))]
    labels = [desk.words.say("newest"), *(_label(desk, part) for part in parts[1:])]
    return tuple(
        Sheet(paths[number], number, part[::-1], _pager(number, paths, labels)) for number, part in enumerate(parts)
    )


def _pager(number: int, paths: list[str], labels: list[str]) -> Pager:
    """Return a pager; that of a full page names the newest, the one above and older ones."""
    closed = len(paths) - 1
    above = [] if number == 0 else [number + 1] if number < closed else []
    first = closed if number == 0 else number
    shown = [0, *above, *range(first, 0, -1)][:LISTED]
    newer = "" if number == 0 else paths[number + 1] if number < closed else paths[0]
    older = paths[closed] if number == 0 else paths[number - 1] if number > 1 else ""
    return Pager(
        number=number,
        newest=paths[0],
        newer=newer,
        older=older,
        pages=tuple(Link(labels[at], paths[at]) for at in shown),
    )


def _label(desk: Desk, part: tuple[int, ...]) -> str:
    """Return the page's span in months, or in days where it lies within one month."""
    first, last = desk.ends(part)
    if first is None or last is None:
        return desk.words.say("undated")
    months = written.months(first, last, desk.language)
    one_month = first.month and (first.year, first.month) == (last.year, last.month)
    return written.span(first, last, desk.language) if one_month and first.day and last.day else months


def numbered_title(desk: Desk, title: str, sheet: Sheet) -> str:
    """Return the title, with the page's number where it has one."""
    return title if sheet.top else desk.words.say("page_title", title=title, number=str(sheet.number))
