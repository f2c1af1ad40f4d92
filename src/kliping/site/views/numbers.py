"""Parts of the page that shows the archive in numbers."""

from dataclasses import dataclass

from kliping.site.views.parts import Link


@dataclass(frozen=True, slots=True)
class CountRow:
    """A term with its count and the bar that shows it."""

    link: Link
    share: int
    """0 to 100: of the greatest, or of the whole where the rows make one."""
    second: int = 0
    """Another count beside it; 0 where none is meant."""


@dataclass(frozen=True, slots=True)
class CountTable:
    """Terms by their counts, the greatest first."""

    key: str
    """outlets, topics or quoted: the headings are the theme's."""
    rows: tuple[CountRow, ...]
    more: Link | None
    """Where those are that are left out; None when all are there."""


@dataclass(frozen=True, slots=True)
class MonthCell:
    """One month of a year's row."""

    link: Link
    """``Maret 2016``; no path where the month has no articles."""
    height: int
    """0 to 100, relative to the archive's fullest month."""


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year and its twelve months."""

    year: Link
    months: tuple[MonthCell, ...]


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """A topic and the outlets that wrote on it."""

    topic: Link
    outlets: tuple[CountRow, ...]
    """Shares in hundredths of the whole."""
    unknown: int
    """Articles that name no outlet."""
