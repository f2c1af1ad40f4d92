"""The timeline: what happened beside what was printed, whole and for each topic."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kliping.site import format as written
from kliping.site.desk import Desk
from kliping.site.events import split, year_path
from kliping.site.page import Page
from kliping.site.pages.bars import bars, years
from kliping.site.views.pages import TimelineView
from kliping.site.views.parts import Bar, EventView, Link, TimelineMonth, TimelineYear

INDEX = "timeline/index.html"
OF_A_MONTH = 40
"""Articles that a month shows on a timeline cut into years; the month's own page has them all."""

Month = tuple[int, int]
"""Year and month; month 0 for what is known by its year only."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One timeline: all entries, or those of a topic."""

    path: str
    title: str
    happened: dict[Month, list[int]]
    printed: dict[Month, list[int]]
    crumbs: tuple[Link, ...]

    @property
    def folder(self) -> str:
        """Where its years have their pages."""
        return self.path.removesuffix("/index.html").removesuffix(".html")

    def counts(self) -> Counter[int]:
        """Return the number of entries of each year."""
        counts: Counter[int] = Counter()
        for months in (self.happened, self.printed):
            for (year, _), entries in months.items():
                counts[year] += len(entries)
        return counts


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the timeline and that of each topic that has articles, by year where they are long."""
    if not desk.has("events"):
        return
    catalogue = desk.catalogue
    title = desk.words.say("timeline")
    filters = _filters(desk)
    everything = _line(desk, INDEX, title, range(len(catalogue.articles)), range(len(catalogue.happenings)), ())
    yield from _pages(desk, everything, filters)
    happened: dict[int, list[int]] = defaultdict(list)
    for place, happening in enumerate(catalogue.happenings):
        for topic in sorted({topic for source in happening.sources for topic in catalogue.topics.of[source]}):
            happened[topic].append(place)
    for place, term in enumerate(catalogue.topics.terms):
        if term.members:
            path = f"timeline/{term.slug}.html"
            name = desk.words.say("timeline_of", title=term.name)
            yield from _pages(
                desk, _line(desk, path, name, term.members, happened[place], (Link(title, INDEX),)), filters
            )


def _filters(desk: Desk) -> tuple[Link, ...]:
    topics = (term for term in desk.catalogue.topics.terms if term.members)
    return (
        Link(desk.words.say("all_topics"), INDEX),
        *(Link(term.name, f"timeline/{term.slug}.html") for term in topics),
    )


def _line(
    desk: Desk,
    path: str,
    title: str,
    articles: Sequence[int],
    happenings: Sequence[int],
    crumbs: tuple[Link, ...],
) -> _Line:
    happened: dict[Month, list[int]] = defaultdict(list)
    printed: dict[Month, list[int]] = defaultdict(list)
    for place in happenings:
        start = desk.catalogue.happenings[place].start
        happened[start.year, start.month].append(place)
    for place in articles:
        date = desk.catalogue.articles[place].record.date
        if date:
            printed[date.year, date.month].append(place)
    return _Line(path, title, happened, printed, crumbs)


def _pages(desk: Desk, line: _Line, filters: tuple[Link, ...]) -> Iterator[Page]:
    counts = line.counts()
    cut = split(counts.total())
    overview = bars(
        (str(year), year_path(line.folder, year) if cut else f"#y{year}", counts[year]) for year in years(counts)
    )
    shown = [max(counts)] if cut else sorted(counts)
    yield _page(desk, line, line.path, line.title, shown, overview, filters, cut=cut)
    if cut:
        parent = Link(line.title, line.path)
        for year in sorted(counts):
            title = f"{line.title} {year}" if line.crumbs else desk.words.say("timeline_in", year=str(year))
            path = year_path(line.folder, year)
            yield _page(desk, line, path, title, [year], overview, filters, cut=cut, parent=parent)


def _page(
    desk: Desk,
    line: _Line,
    path: str,
    title: str,
    shown: Sequence[int],
    overview: tuple[Bar, ...],
    filters: tuple[Link, ...],
    *,
    cut: bool,
    parent: Link | None = None,
) -> Page:
    chosen = set(shown)
    events = sum(len(entries) for (year, _), entries in line.happened.items() if year in chosen or not parent)
    printed = [
        place for (year, _), entries in line.printed.items() if year in chosen or not parent for place in entries
    ]
    figures = ", ".join((desk.words.say("event_count", n=events), desk.words.say("article_count", n=len(printed))))
    view = TimelineView(
        **desk.frame(
            path,
            title,
            desk.words.say("about_timeline", figures=figures),
            modified=desk.newest(printed),
            menu=INDEX,
            crumbs=(*line.crumbs, *([parent] if parent else [])),
        ),
        figures=figures,
        years=tuple(_year(desk, line, year, cut=cut) for year in shown),
        overview=overview,
        filters=filters,
    )
    return Page(path, "timeline.html", view, f"timeline {path}")


def _year(desk: Desk, line: _Line, year: int, *, cut: bool) -> TimelineYear:
    months = (month for month in range(13) if (year, month) in line.happened or (year, month) in line.printed)
    return TimelineYear(str(year), tuple(_month(desk, line, year, month, cut=cut) for month in months))


def _month(desk: Desk, line: _Line, year: int, month: int, *, cut: bool) -> TimelineMonth:
    printed = line.printed.get((year, month), [])
    shown = printed[:OF_A_MONTH] if cut else printed
    label = f"{written.month_name(month, desk.language)} {year}" if month else str(year)
    has_page = bool(month) and (year, month) in desk.catalogue.periods
    return TimelineMonth(
        anchor=f"m{year}-{month:02d}",
        label=label,
        happened=_events(desk, line.happened.get((year, month), [])),
        printed=desk.of(shown),
        more=len(printed) - len(shown),
        path=f"{year:04d}/{month:02d}/index.html" if has_page else "",
    )


def _events(desk: Desk, places: Sequence[int]) -> tuple[EventView, ...]:
    return tuple(desk.events[place] for place in places)
