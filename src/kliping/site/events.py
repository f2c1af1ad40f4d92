"""What happened, as pages show it: each event made once, with its place on the timeline."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kliping.mentions import find_mentions
from kliping.site import format as written
from kliping.site.cards import stamp
from kliping.site.catalogue import Catalogue
from kliping.site.happenings import Happening
from kliping.site.views.parts import Card, EventView
from kliping.when import When

WHOLE = 300
"""Entries up to which a timeline is one page, and up to which a year of it is."""
OF_A_MONTH = 40
"""Articles that a month shows on a timeline cut into years; the month's own page has them all."""
OF_A_PAGE = 200
"""Events of a page of one month."""
SOURCES = 12

Month = tuple[int, int]
"""Year and month; month 0 for what is known by its year only."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Into which pages a timeline is cut: none, its years, and of great years the months."""

    index: str
    """Path of its first page."""
    cut: bool
    great: frozenset[int]
    """Years whose months have pages of their own."""

    @classmethod
    def of(cls, index: str, happened: Counter[Month], printed: Counter[Month]) -> "Layout":
        """Return the layout of a timeline of so many events and articles a month."""
        cut = happened.total() + printed.total() > WHOLE
        shown: Counter[int] = Counter()
        for (year, _), count in happened.items():
            shown[year] += count
        for (year, _), count in printed.items():
            shown[year] += min(count, OF_A_MONTH)
        return cls(index, cut, frozenset(year for year, count in shown.items() if cut and count > WHOLE))

    @property
    def folder(self) -> str:
        """Where its years have their pages."""
        return self.index.removesuffix("/index.html").removesuffix(".html")

    def year(self, year: int) -> str:
        """Return the address of a year; a place on the page where the timeline is one page."""
        return f"{self.folder}/{year:04d}/index.html" if self.cut else f"#y{year}"

    def month(self, year: int, month: int, page: int = 0) -> str:
        """Return the address of one page of a month of a great year."""
        return f"{self.folder}/{year:04d}/{month:02d}{f'-{page + 1}' if page else ''}.html"

    def event(self, when: When, nth: int) -> str:
        """Return the address of the page that has a month's nth event, from 0."""
        if not self.cut:
            return self.index
        if when.month and when.year in self.great:
            return self.month(when.year, when.month, nth // OF_A_PAGE)
        return self.year(when.year)


def whole_layout(catalogue: Catalogue) -> Layout:
    """Return the layout of the timeline of everything."""
    happened = Counter((happening.start.year, happening.start.month) for happening in catalogue.happenings)
    dates = (catalogue.articles[place].record.date for place in catalogue.dated)
    return Layout.of("timeline/index.html", happened, Counter((date.year, date.month) for date in dates if date))


def event_views(catalogue: Catalogue, cards: tuple[Card, ...], language: str) -> tuple[EventView, ...]:
    """Return every event of the catalogue, in its order."""
    return tuple(_views(catalogue, cards, language))


def _views(catalogue: Catalogue, cards: tuple[Card, ...], language: str) -> Iterator[EventView]:
    layout = whole_layout(catalogue)
    seen: Counter[Month] = Counter()
    for happening in catalogue.happenings:
        start = happening.start
        path = layout.event(start, seen[start.year, start.month])
        seen[start.year, start.month] += 1
        yield EventView(
            anchor=happening.anchor,
            stamp=stamp(start, language, printed=_is_printed(happening)),
            span=written.span(start, happening.end, language),
            label=happening.label,
            sources=tuple(cards[place] for place in happening.sources[:SOURCES]),
            path=f"{path}#{happening.anchor}",
            place=happening.place,
            planned=happening.planned,
            lang=cards[happening.sources[0]].lang,
        )


def events_by_article(catalogue: Catalogue, views: Iterable[EventView]) -> dict[int, tuple[EventView, ...]]:
    """Return the events that each article tells of."""
    found: dict[int, list[EventView]] = {}
    for happening, view in zip(catalogue.happenings, views, strict=True):
        for source in happening.sources:
            found.setdefault(source, []).append(view)
    return {place: tuple(events) for place, events in found.items()}


def _is_printed(happening: Happening) -> bool:
    """Tell whether the sentence prints the time with its year; else the year was inferred."""
    start = happening.start
    if not start.day:
        return str(start.year) in happening.label
    return any(mention.when() == start for mention in find_mentions(happening.label))
