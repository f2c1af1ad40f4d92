"""The archive in numbers: by month, outlet, topic, who is quoted, and who speaks on what."""

from collections.abc import Iterator

from kliping.site import format as written
from kliping.site import jsonld
from kliping.site.desk import Desk
from kliping.site.figures import MONTHS, Figures, Voice, Year, count
from kliping.site.page import Page
from kliping.site.pages import digest
from kliping.site.views.numbers import CountRow, CountTable, MonthCell, VoiceRow, YearRow
from kliping.site.views.pages import StatsView
from kliping.site.views.parts import Link

PATH = "stats.html"
ROWS = 20
"""Longest table; the rest is in the index that it leads to."""
SPOKEN = 5
"""Outlets of a topic that are told apart; the others are one."""
FULL = 100
"""Length of the longest bar, and of a whole."""


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the page, where the site has it."""
    if desk.has("stats"):
        yield Page(PATH, "stats.html", _view(desk, count(desk)), "stats")


def _view(desk: Desk, figures: Figures) -> StatsView:
    words, catalogue = desk.words, desk.catalogue
    everything = tuple(range(figures.articles))
    tables = (
        _table(desk, "outlets", "outlets/index.html", [(desk.cards.outlets[at], n, 0) for at, n in figures.outlets]),
        _table(desk, "topics", "topics/index.html", [(desk.cards.topics[at], n, 0) for at, n in figures.topics]),
        _table(
            desk,
            "quoted",
            "people/index.html",
            [(desk.cards.people[row.person], row.quotes, row.articles) for row in figures.quoted],
        ),
    )
    return StatsView(
        **desk.frame(
            PATH,
            words.say("stats"),
            words.say("about_stats", site=desk.settings.title),
            modified=desk.newest(everything),
            menu=PATH,
            crumbs=(Link(words.say("about"), "about.html"),),
            kind_of_page=jsonld.PLAIN,
        ),
        figures=desk.figures(everything),
        glance=tuple(
            (key, number)
            for key, number in (
                ("articles", figures.articles),
                ("outlets", len(figures.outlets)),
                ("topics", len(figures.topics)),
                ("people", len(catalogue.people.terms)),
                ("quotes", figures.quotes),
                ("tags", len(catalogue.tags.terms)),
            )
            if number
        ),
        undated=Link(words.say("undated"), digest.UNDATED, figures.undated) if figures.undated else None,
        months=tuple(written.short_month(month, desk.language) for month in range(1, MONTHS + 1)),
        years=_years(desk, figures.years),
        tables=tuple(table for table in tables if table.rows),
        voices=tuple(_voice(desk, voice) for voice in figures.voices if voice.outlets),
    )


def _years(desk: Desk, years: tuple[Year, ...]) -> tuple[YearRow, ...]:
    """Return the newest year first, every bar as high as its share of the archive's fullest month."""
    most = max((number for year in years for number in year.months), default=0)
    return tuple(
        YearRow(
            Link(str(year.year), digest.path((year.year,)), year.total),
            tuple(
                MonthCell(
                    Link(
                        f"{written.month_name(month, desk.language)} {year.year}",
                        digest.path((year.year, month)) if number else "",
                        number,
                    ),
                    _share(number, most),
                )
                for month, number in enumerate(year.months, 1)
            ),
        )
        for year in reversed(years)
    )


def _table(desk: Desk, key: str, index: str, rows: list[tuple[Link, int, int]]) -> CountTable:
    """Return the first rows with their bars, and where the others are."""
    most = rows[0][1] if rows else 0
    left = len(rows) - ROWS
    return CountTable(
        key=key,
        rows=tuple(
            CountRow(Link(link.label, link.path, number), _share(number, most), second)
            for link, number, second in rows[:ROWS]
        ),
        more=Link(desk.words.say("stats_more", n=left), index) if left > 0 else None,
    )


def _voice(desk: Desk, voice: Voice) -> VoiceRow:
    """Return the outlets' parts of a topic's articles; beyond the first they are one part."""
    total = sum(number for _, number in voice.outlets)
    shown = [(desk.cards.outlets[at], number) for at, number in voice.outlets[:SPOKEN]]
    if rest := total - sum(number for _, number in shown):
        others = desk.words.say("stats_others", n=len(voice.outlets) - SPOKEN)
        shown.append((Link(others), rest))
    topic = desk.cards.topics[voice.topic]
    return VoiceRow(
        Link(topic.label, topic.path, voice.articles),
        tuple(CountRow(Link(link.label, link.path, number), _share(number, total)) for link, number in shown),
        unknown=voice.articles - total,
    )


def _share(number: int, whole: int) -> int:
    """Return the part of a whole in hundredths; what is there at all is never nothing."""
    return max(round(FULL * number / whole), 1) if number and whole else 0
