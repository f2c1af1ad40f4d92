"""Parts of the timeline's pages."""

from dataclasses import dataclass

from kliping.site.views.parts import Card, EventView, Link, Stamp


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """One year of the spine."""

    year: str
    months: tuple["TimelineMonth", ...]


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An event and the articles that report it, or the articles of one day that report none."""

    stamp: Stamp | None
    """Of the day; None where the row before has it already."""
    day: str
    """That day as ISO text; an article printed on another says when."""
    event: EventView | None
    printed: tuple[Card, ...]
    leads: bool = False
    """It has the stamp of articles in the rows behind it, and none itself."""


@dataclass(frozen=True, slots=True)
class TimelineMonth:
    """What happened and what was printed in one month, in order of days."""

    anchor: str
    label: str
    """``Maret 2016``; ``2016`` for what is known by its year only."""
    named: bool
    """It is a month, not a year's."""
    rows: tuple[TimelineRow, ...]
    more: Link | None = None
    """The page with the rest of the month, and how many more it has."""


@dataclass(frozen=True, slots=True)
class YearBar:
    """A year in the overview of a timeline: a bar a month, upwards what happened, downwards what was printed."""

    label: str
    path: str
    """An anchor of this page or that year's own page; empty for a year without entries."""
    happened: int
    printed: int
    above: str
    """Path data of an SVG of 120 by 82: twelve months, the axis from 40 to 42."""
    below: str
    apart: bool
    """Years without entries are left out before it."""
