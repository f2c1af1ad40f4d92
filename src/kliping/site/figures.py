"""The archive in numbers: what ``stats.html`` shows and ``kliping stats`` prints, counted once over the catalogue."""

from collections import Counter
from dataclasses import dataclass

from kliping.site.desk import Desk

MONTHS = 12
Row = tuple[int, int]
"""Place of a term in its index, and its count."""


@dataclass(frozen=True, slots=True)
class Year:
    """How many articles each month of a year has."""

    year: int
    months: tuple[int, ...]
    total: int
    """With those that give no month."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """How often a person is quoted, and in how many articles."""

    person: int
    quotes: int
    articles: int


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose articles a topic has: the share of voice of each outlet."""

    topic: int
    articles: int
    outlets: tuple[Row, ...]
    """The greatest first."""


@dataclass(frozen=True, slots=True)
class Figures:
    """All counts, the greatest first; equals in order of names."""

    articles: int
    undated: int
    quotes: int
    years: tuple[Year, ...]
    """Those with articles, in order."""
    outlets: tuple[Row, ...]
    topics: tuple[Row, ...]
    quoted: tuple[Quoted, ...]
    voices: tuple[Voice, ...]
    """In the settings' order of topics."""


def count(desk: Desk) -> Figures:
    """Return the figures of the archive; what the site does not show is not counted."""
    catalogue = desk.catalogue
    return Figures(
        articles=len(catalogue.articles),
        undated=catalogue.undated,
        quotes=sum(len(article.quotes) for article in catalogue.articles),
        years=_years(desk),
        outlets=_most([len(term.members) for term in catalogue.outlets.terms]),
        topics=_most([len(term.members) for term in catalogue.topics.terms]),
        quoted=_quoted(desk),
        voices=tuple(_voice(desk, topic) for topic, term in enumerate(catalogue.topics.terms) if term.members),
    )


def _years(desk: Desk) -> tuple[Year, ...]:
    periods = desk.catalogue.periods
    found = [year for (year,) in desk.catalogue.of_length(1)]
    return tuple(
        Year(
            year,
            tuple(len(periods.get((year, month), ())) for month in range(1, MONTHS + 1)),
            len(periods[(year,)]),
        )
        for year in found
    )


def _most(counts: list[int]) -> tuple[Row, ...]:
    rows = [(place, number) for place, number in enumerate(counts) if number]
    return tuple(sorted(rows, key=lambda row: (-row[1], row[0])))


def _quoted(desk: Desk) -> tuple[Quoted, ...]:
    rows = [
        Quoted(person, len(quotes), len({article for article, _ in quotes})) for person, quotes in desk.voices.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.quotes, -row.articles, row.person)))


def _voice(desk: Desk, topic: int) -> Voice:
    members = desk.catalogue.topics.terms[topic].members
    counts = Counter(outlet for place in members for outlet in desk.catalogue.outlets.of[place])
    return Voice(topic, len(members), tuple(sorted(counts.items(), key=lambda row: (-row[1], row[0]))))
