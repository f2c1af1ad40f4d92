"""The timeline: what happened beside what was printed, whole, for each topic and for the greatest outlets."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kliping.site import format as written
from kliping.site.desk import Desk
from kliping.site.events import OF_A_MONTH, OF_A_PAGE, Layout, Month
from kliping.site.page import Page
from kliping.site.pages.overview import overview
from kliping.site.pages.spine import spine_month
from kliping.site.terms import Index, Term
from kliping.site.views.pages import TimelineView
from kliping.site.views.parts import Link
from kliping.site.views.timeline import TimelineMonth, TimelineYear, YearBar
from kliping.when import When

INDEX = "timeline/index.html"
OUTLETS = 16
"""Outlets with a timeline of their own, those with most articles; a longer list would be no filter."""
HEAD = 8
"""Events that the page of a great year shows of each month; the month's page has them all."""

Filters = tuple[tuple[Link, ...], tuple[Link, ...]]
"""Timelines by topic and by outlet."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One timeline: all entries, or those of a topic or an outlet."""

    layout: Layout
    title: str
    happened: dict[Month, list[int]]
    printed: dict[Month, list[int]]
    crumbs: tuple[Link, ...]
    bars: tuple[YearBar, ...]
    filters: Filters

    def years(self) -> list[int]:
        """Return the years with entries, oldest first."""
        return sorted({year for months in (self.happened, self.printed) for year, _ in months})

    def months(self, year: int) -> list[Month]:
        """Return the months of a year with entries; first what is known by its year only."""
        return [(year, month) for month in range(13) if (year, month) in self.happened or (year, month) in self.printed]


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the timeline and those of topics and outlets, by year and month where they are long."""
    if not desk.has("events"):
        return
    catalogue, title = desk.catalogue, desk.words.say("timeline")
    greatest = sorted(catalogue.outlets.terms, key=lambda term: (-len(term.members), term.name))[:OUTLETS]
    outlets = sorted(greatest, key=lambda term: term.name.lower())
    filters = (
        _filters(desk, "all_topics", "timeline", (term for term in catalogue.topics.terms if term.members)),
        _filters(desk, "all_outlets", "timeline/outlets", iter(outlets)),
    )
    everything = range(len(catalogue.articles)), range(len(catalogue.happenings))
    yield from _pages(desk, _line(desk, INDEX, title, *everything, (), filters))
    for folder, index, terms in (
        ("timeline", catalogue.topics, catalogue.topics.terms),
        ("timeline/outlets", catalogue.outlets, tuple(outlets)),
    ):
        happened = _by_term(desk, index)
        for term in terms:
            if term.members:
                name = desk.words.say("timeline_of", title=term.name)
                crumbs, path = (Link(title, INDEX),), f"{folder}/{term.slug}.html"
                yield from _pages(desk, _line(desk, path, name, term.members, happened[term.key], crumbs, filters))


def _by_term(desk: Desk, index: Index) -> dict[str, list[int]]:
    """Return the happenings that the articles of each term tell of, by its key."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, happening in enumerate(desk.catalogue.happenings):
        for term in sorted({term for source in happening.sources for term in index.of[source]}):
            found[index.terms[term].key].append(place)
    return found


def _filters(desk: Desk, everything: str, folder: str, terms: Iterator[Term]) -> tuple[Link, ...]:
    links = tuple(Link(term.name, f"{folder}/{term.slug}.html", len(term.members)) for term in terms)
    return (Link(desk.words.say(everything), INDEX), *links) if links else ()


def _line(
    desk: Desk,
    path: str,
    title: str,
    articles: Sequence[int],
    happenings: Sequence[int],
    crumbs: tuple[Link, ...],
    filters: Filters,
) -> _Line:
    happened: dict[Month, list[int]] = defaultdict(list)
    printed: dict[Month, list[int]] = defaultdict(list)
    for place in happenings:
        start = desk.catalogue.happenings[place].start
        happened[start.year, start.month].append(place)
    for place in articles:
        if date := desk.catalogue.articles[place].record.date:
            printed[date.year, date.month].append(place)
    counts = _counted(happened), _counted(printed)
    layout = Layout.of(path, *counts)
    return _Line(layout, title, happened, printed, crumbs, overview(layout, *counts), filters)


def _counted(months: dict[Month, list[int]]) -> Counter[Month]:
    return Counter({month: len(entries) for month, entries in months.items()})


def _pages(desk: Desk, line: _Line) -> Iterator[Page]:
    years, layout = line.years(), line.layout
    shown = years[-1:] if layout.cut else years
    spine = tuple(TimelineYear(str(year), tuple(_months(desk, line, year))) for year in shown)
    yield _page(desk, line, layout.index, line.title, [month for year in years for month in line.months(year)], spine)
    if not layout.cut:
        return
    for older, year, newer in _neighbours(years):
        spine = (TimelineYear(str(year), tuple(_months(desk, line, year))),)
        around = tuple(Link(str(one), layout.year(one)) if one else None for one in (older, newer))
        title = f"{line.title} {year}" if line.crumbs else desk.words.say("timeline_in", year=str(year))
        months = line.months(year)
        yield _page(desk, line, layout.year(year), title, months, spine, (Link(line.title, layout.index),), around)
        if year in layout.great:
            yield from _month_pages(desk, line, year)


def _neighbours(years: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield each year with that before and behind it; 0 for none."""
    padded = (0, *years, 0)
    yield from ((before, year, after) for (before, year), (_, after) in pairwise(pairwise(padded)))


def _months(desk: Desk, line: _Line, year: int) -> Iterator[TimelineMonth]:
    """Yield a year's months: whole, or the head of each where they have pages of their own."""
    great = year in line.layout.great
    for month in line.months(year):
        happened, printed = line.happened.get(month, []), line.printed.get(month, [])
        if great and month[1]:
            rest = len(happened) - HEAD + len(printed)
            label = desk.words.say("whole_month", month=_name(desk, month))
            more = Link(label, line.layout.month(*month), max(rest, 0))
            yield spine_month(desk, When(*month), happened[:HEAD], (), more)
        else:
            shown = printed[:OF_A_MONTH] if line.layout.cut else printed
            yield spine_month(desk, When(*month), happened, shown, _rest(desk, month, len(printed) - len(shown)))


def _rest(desk: Desk, month: Month, count: int) -> Link | None:
    """Return the month's page of articles, where not all are shown."""
    if count <= 0 or month not in desk.catalogue.periods:
        return None
    year, number = month
    path = f"{year:04d}/{number:02d}/index.html"
    return Link(desk.words.say("all_articles_of", month=_name(desk, month)), path, count)


def _month_pages(desk: Desk, line: _Line, year: int) -> Iterator[Page]:
    """Yield the months of a great year, a page for so many events each; articles stand on the first."""
    layout = line.layout
    parts = [
        (month, page)
        for month in line.months(year)
        if month[1]
        for page in range(max(1, -(-len(line.happened.get(month, ())) // OF_A_PAGE)))
    ]
    links = [None, *(Link(_part(desk, month, page), layout.month(*month, page)) for month, page in parts), None]
    for at, (month, page) in enumerate(parts):
        happened = line.happened.get(month, [])[page * OF_A_PAGE : (page + 1) * OF_A_PAGE]
        printed = line.printed.get(month, []) if not page else []
        shown = printed[:OF_A_MONTH]
        spine = (
            TimelineYear(
                str(year),
                (spine_month(desk, When(*month), happened, shown, _rest(desk, month, len(printed) - len(shown))),),
            ),
        )
        title = f"{line.title}: {_part(desk, month, page)}"
        crumbs = (Link(line.title, layout.index), Link(str(year), layout.year(year)))
        yield _page(desk, line, layout.month(*month, page), title, [month], spine, crumbs, (links[at], links[at + 2]))


def _name(desk: Desk, month: Month) -> str:
    return f"{written.month_name(month[1], desk.language)} {month[0]}"


def _part(desk: Desk, month: Month, page: int) -> str:
    name = _name(desk, month)
    return desk.words.say("page_title", title=name, number=str(page + 1)) if page else name


def _page(
    desk: Desk,
    line: _Line,
    path: str,
    title: str,
    months: Sequence[Month],
    spine: tuple[TimelineYear, ...],
    crumbs: tuple[Link, ...] = (),
    around: tuple[Link | None, ...] = (None, None),
) -> Page:
    events = sum(len(line.happened.get(month, ())) for month in months)
    printed = [place for month in months for place in line.printed.get(month, ())]
    figures = ", ".join((desk.words.say("event_count", n=events), desk.words.say("article_count", n=len(printed))))
    older, newer = around
    first = path == line.layout.index
    view = TimelineView(
        **desk.frame(
            path,
            title,
            desk.words.say("about_timeline", figures=figures),
            modified=desk.newest(printed),
            menu=INDEX,
            crumbs=(*line.crumbs, *crumbs),
            scripts=(*desk.scripts, *filter(None, [desk.theme.asset("timeline.js")])),
        ),
        figures=figures,
        years=spine,
        months=_jumps(desk, line, spine) if len(spine) == 1 else (),
        overview=line.bars if first else (),
        other_years=() if first else tuple(Link(bar.label, bar.path) for bar in line.bars if bar.path),
        line=line.layout.index,
        topics=line.filters[0] if first else _uncounted(line.filters[0]),
        outlets=line.filters[1] if first else _uncounted(line.filters[1]),
        older=older,
        newer=newer,
        data=_data(desk) if not line.crumbs else (),
    )
    return Page(path, "timeline.html", view, f"timeline {path}")


def _uncounted(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """A page of one year says nothing that an article of another changes: an archive grows by rewriting few pages."""
    return tuple(Link(link.label, link.path) for link in links)


def _data(desk: Desk) -> tuple[Link, ...]:
    if not desk.has("data"):
        return ()
    keys = {"data_timeline": "data/timeline.json", "data_calendar": "data/timeline.ics"}
    return tuple(Link(desk.words.say(key), path) for key, path in keys.items())


def _jumps(desk: Desk, line: _Line, spine: tuple[TimelineYear, ...]) -> tuple[Link, ...]:
    """Return links to the months of the one year that a page has."""
    year = int(spine[0].year)
    shown = {month.anchor for month in spine[0].months}
    months = [month for month in line.months(year) if month[1] and f"m{month[0]}-{month[1]:02d}" in shown]
    return tuple(
        Link(
            written.short_month(month[1], desk.language),
            f"#m{month[0]}-{month[1]:02d}",
            len(line.happened.get(month, ())) + len(line.printed.get(month, ())),
        )
        for month in months
    )
