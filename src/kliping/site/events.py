"""What happened, as pages show it: each event made once, with its place on the timeline."""

from kliping.mentions import find_mentions
from kliping.site import format as written
from kliping.site.cards import stamp
from kliping.site.catalogue import Catalogue
from kliping.site.happenings import Happening
from kliping.site.views.parts import Card, EventView

WHOLE = 300
"""Entries up to which a timeline is one page; beyond it each year has its own."""
SOURCES = 12


def split(entries: int) -> bool:
    """Tell whether a timeline of so many entries is cut into years."""
    return entries > WHOLE


def year_path(folder: str, year: int) -> str:
    """Return the address of one year of a timeline."""
    return f"{folder}/{year:04d}/index.html"


def event_views(catalogue: Catalogue, cards: tuple[Card, ...], language: str) -> tuple[EventView, ...]:
    """Return every event of the catalogue, in its order."""
    cut = split(len(catalogue.happenings) + len(catalogue.dated))
    return tuple(_view(happening, cards, language, cut=cut) for happening in catalogue.happenings)


def events_by_article(catalogue: Catalogue, views: tuple[EventView, ...]) -> dict[int, tuple[EventView, ...]]:
    """Return the events that each article tells of."""
    found: dict[int, list[EventView]] = {}
    for happening, view in zip(catalogue.happenings, views, strict=True):
        for source in happening.sources:
            found.setdefault(source, []).append(view)
    return {place: tuple(events) for place, events in found.items()}


def _view(happening: Happening, cards: tuple[Card, ...], language: str, *, cut: bool) -> EventView:
    path = year_path("timeline", happening.start.year) if cut else "timeline/index.html"
    return EventView(
        anchor=happening.anchor,
        stamp=stamp(happening.start, language, printed=_is_printed(happening)),
        span=written.span(happening.start, happening.end, language),
        label=happening.label,
        sources=tuple(cards[place] for place in happening.sources[:SOURCES]),
        path=f"{path}#{happening.anchor}",
    )


def _is_printed(happening: Happening) -> bool:
    """Tell whether the sentence prints the day with its year; else the year was inferred."""
    return any(mention.when() == happening.start for mention in find_mentions(happening.label))
