"""Digests of a day, a month and a year, the undated, and the archive that leads to them."""

from calendar import monthrange
from collections.abc import Iterator, Sequence

from kliping.site import format as written
from kliping.site.catalogue import Period
from kliping.site.desk import Desk
from kliping.site.page import Page
from kliping.site.pages.bars import day_bars, month_bars
from kliping.site.views.pages import DigestView, IndexView
from kliping.site.views.parts import Bar, Group, IndexGroup, Link
from kliping.when import When

ARCHIVE = "archive/index.html"
UNDATED = "undated/index.html"
WHOLE_YEAR = 200
"""A year of more articles shows the newest of each month only; the month's own page has them all."""
OF_A_MONTH = 12


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the archive, the digests of all years, months and days, and that of the undated."""
    yield Page(ARCHIVE, "index.html", _archive(desk), "archive")
    for length in (1, 2, 3):
        periods = desk.catalogue.of_length(length)
        for at, period in enumerate(periods):
            older = link(desk, periods[at - 1]) if at else None
            newer = link(desk, periods[at + 1]) if at + 1 < len(periods) else None
            yield Page(path(period), "digest.html", _digest(desk, period, older, newer), f"digest {when(period)}")
    if desk.catalogue.undated:
        yield Page(UNDATED, "digest.html", _undated(desk), "undated articles")


def when(period: Period) -> When:
    """Return the period as a date."""
    return When(*period)


def path(period: Period) -> str:
    """Return the address of the period's digest."""
    return f"{when(period).iso().replace('-', '/')}/index.html"


def link(desk: Desk, period: Period, count: int = 0) -> Link:
    """Return the way to a period's digest."""
    return Link(written.day(when(period), desk.language), path(period), count)


def _digest(desk: Desk, period: Period, older: Link | None, newer: Link | None) -> DigestView:
    places = desk.catalogue.periods[period]
    kind = ("year", "month", "day")[len(period) - 1]
    title = written.full(when(period), desk.language)
    figures = _figures(desk, places)
    parents = (period[:length] for length in range(1, len(period)))
    groups = _groups(desk, period, places)
    return DigestView(
        **desk.frame(
            path(period),
            title,
            desk.words.say("about_period", name=title, figures=figures),
            modified=desk.newest(places),
            menu=ARCHIVE,
            crumbs=(Link(desk.words.say("archive"), ARCHIVE), *(link(desk, parent) for parent in parents)),
        ),
        kind=kind,
        figures=figures,
        groups=groups,
        bars=_bars(desk, period),
        older=older,
        newer=newer,
    )


def _bars(desk: Desk, period: Period) -> tuple[Bar, ...]:
    if len(period) == 1:
        return month_bars(desk, period[0])
    return day_bars(desk, *period, monthrange(*period)[1]) if len(period) == 2 else ()


def _figures(desk: Desk, places: Sequence[int]) -> str:
    outlets = {outlet for place in places for outlet in desk.catalogue.outlets.of[place]}
    parts = [desk.words.say("article_count", n=len(places))]
    if outlets:
        parts.append(desk.words.say("outlet_count", n=len(outlets)))
    return ", ".join(parts)


def _groups(desk: Desk, period: Period, places: tuple[int, ...]) -> tuple[Group, ...]:
    """Return a year by months, a month by topics, a day as it is."""
    if len(period) == 1:
        return _by_month(desk, period, places)
    return _by_topic(desk, places) if len(period) == 2 else _plain(desk, places)


def _by_month(desk: Desk, period: Period, places: tuple[int, ...]) -> tuple[Group, ...]:
    """Return the months in order, then the articles of which only the year is known."""
    groups = []
    for month in (*range(1, 13), 0):
        mine = (
            desk.catalogue.periods.get((*period, month), ())
            if month
            else tuple(place for place in places if not _date(desk, place).month)
        )
        if mine:
            shown = mine if len(places) <= WHOLE_YEAR else mine[-OF_A_MONTH:]
            heading = link(desk, (*period, month), len(mine)) if month else Link(str(period[0]), "", len(mine))
            groups.append(Group(heading, desk.of(shown)))
    return tuple(groups)


def _by_topic(desk: Desk, places: tuple[int, ...]) -> tuple[Group, ...]:
    """Return the month's topics in the settings' order; an article stands under its first one only."""
    topics = desk.catalogue.topics
    filed: dict[int, list[int]] = {}
    for place in places:
        mine = topics.of[place]
        filed.setdefault(min(mine) if mine else len(topics.terms), []).append(place)
    groups = []
    for topic, members in sorted(filed.items()):
        known = topic < len(topics.terms)
        label, leads = (
            (desk.cards.topics[topic].label, desk.cards.topics[topic].path) if known else (_other(desk, filed), "")
        )
        groups.append(Group(Link(label, leads, len(members) if label else 0), desk.of(members)))
    return tuple(groups)


def _other(desk: Desk, filed: dict[int, list[int]]) -> str:
    """Articles without a topic need a heading only beside others."""
    return desk.words.say("other_topics") if len(filed) > 1 else ""


def _plain(desk: Desk, places: tuple[int, ...]) -> tuple[Group, ...]:
    return (Group(Link(""), desk.of(places)),)


def _undated(desk: Desk) -> DigestView:
    places = tuple(range(desk.catalogue.undated))
    title = desk.words.say("undated")
    figures = _figures(desk, places)
    return DigestView(
        **desk.frame(
            UNDATED,
            title,
            desk.words.say("about_undated", figures=figures),
            menu=ARCHIVE,
            crumbs=(Link(desk.words.say("archive"), ARCHIVE),),
        ),
        kind="undated",
        figures=figures,
        groups=_plain(desk, places),
        bars=(),
        older=None,
        newer=None,
    )


def _archive(desk: Desk) -> IndexView:
    catalogue = desk.catalogue
    title = desk.words.say("archive")
    figures = desk.figures(tuple(range(len(catalogue.articles))))
    groups = [_year_group(desk, year) for year in reversed(catalogue.of_length(1))]
    if catalogue.undated:
        label = desk.words.say("undated")
        groups.append(IndexGroup(label, "undated", (Link(label, UNDATED, catalogue.undated),)))
    return IndexView(
        **desk.frame(
            ARCHIVE,
            title,
            desk.words.say("about_index", title=title, site=desk.settings.title, figures=figures),
            modified=desk.newest(range(len(catalogue.articles))),
            menu=ARCHIVE,
        ),
        kind="years",
        figures=figures,
        groups=tuple(groups),
        boxes=(),
    )


def _year_group(desk: Desk, year: Period) -> IndexGroup:
    """Return the year itself and its months."""
    periods = desk.catalogue.periods
    months = (month for month in desk.catalogue.of_length(2) if month[0] == year[0])
    links = (Link(written.month_name(month[1], desk.language), path(month), len(periods[month])) for month in months)
    return IndexGroup(str(year[0]), f"y{year[0]}", (link(desk, year, len(periods[year])), *links))


def _date(desk: Desk, place: int) -> When:
    found = desk.catalogue.articles[place].record.date
    assert found is not None  # noqa: S101 - a period holds dated articles only
    return found
