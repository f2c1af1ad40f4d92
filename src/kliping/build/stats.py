"""Figures of the archive, for ``kliping stats``: those of the site's page of numbers, and the doubtful fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kliping import frontmatter
from kliping.build.sources import read_sources
from kliping.config import Settings
from kliping.edits import is_edited
from kliping.errors import Problem
from kliping.model import Record
from kliping.parse.merge import MERGED
from kliping.site.catalogue import catalogue
from kliping.site.compose import compose
from kliping.site.desk import Desk
from kliping.site.figures import Year
from kliping.site.figures import count as figures_of
from kliping.site.theme import load_theme

DOUBTFUL = 0.8
"""A field less sure than this should be looked at."""

Rows = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts, the greatest first; years in order."""

    articles: int
    doubts: int
    years: Rows
    outlets: Rows
    topics: Rows
    people: Rows
    months: Rows
    quoted: Rows
    """People by their quotations."""
    voices: tuple[tuple[str, Rows], ...]
    """For each topic with articles, its articles by outlet."""

    def tables(self) -> Iterator[tuple[str, Rows]]:
        """Yield titles and rows."""
        yield from (
            ("Years", self.years),
            ("Months", self.months),
            ("Outlets", self.outlets),
            ("Topics", self.topics),
            ("People", self.people),
            ("Quoted", self.quoted),
        )

    def plain(self) -> dict[str, object]:
        """Return all figures as plain values."""
        counts = {title.lower(): dict(rows) for title, rows in self.tables()}
        voices = {topic: dict(rows) for topic, rows in self.voices}
        return {"articles": self.articles, "doubts": self.doubts, **counts, "voices": voices}


def count(root: Path, settings: Settings) -> tuple[Figures, tuple[Problem, ...]]:
    """Read the records and count what the site would show of them, by the names that it shows."""
    records, problems = read_records(root, settings)
    desk = _desk(root, settings, records)
    archive, shown = desk.catalogue, figures_of(desk)
    outlets, topics, people = archive.outlets.terms, archive.topics.terms, archive.people.terms
    nameless = sum(not mine for mine in archive.outlets.of)
    figures = Figures(
        articles=shown.articles,
        doubts=sum(1 for record in records.values() for _ in doubtful(record, DOUBTFUL)),
        years=(*_known("-", shown.undated), *((str(year.year), year.total) for year in shown.years)),
        months=tuple(_months(shown.years)),
        outlets=(*((outlets[at].name, number) for at, number in shown.outlets), *_known("-", nameless)),
        topics=tuple((topics[at].key, number) for at, number in shown.topics),
        people=_most({term.name: len(term.members) for term in people}),
        quoted=tuple((people[row.person].name, row.quotes) for row in shown.quoted),
        voices=tuple(
            (topics[voice.topic].key, tuple((outlets[at].name, number) for at, number in voice.outlets))
            for voice in shown.voices
        ),
    )
    return figures, problems


def _known(name: str, number: int) -> Rows:
    return ((name, number),) if number else ()


def _months(years: tuple[Year, ...]) -> Iterator[tuple[str, int]]:
    for year in years:
        for month, number in enumerate(year.months, 1):
            yield from _known(f"{year.year:04d}-{month:02d}", number)


def _desk(root: Path, settings: Settings, records: Mapping[str, Record]) -> Desk:
    """Compose the records as the site would, without their seeds."""
    articles = [compose(record, file, None, settings) for file, record in records.items()]
    return Desk.open(catalogue(articles, settings), settings, load_theme(root))


def read_records(root: Path, settings: Settings) -> tuple[dict[str, Record], tuple[Problem, ...]]:
    """Return the records that can be read, by file, and what is wrong with the others."""
    sources = read_sources(root, settings)
    records: dict[str, Record] = {}
    problems = [problem for problem in sources.problems if not problem.file.startswith(f"{settings.seeds_dir}/")]
    for file, text in sources.records.items():
        if file in sources.garbled:
            continue
        record, faults = frontmatter.load(text, file)
        problems += faults
        if record:
            records[file] = record
    return records, tuple(problems)


def doubtful(record: Record, below: float) -> Iterator[tuple[str, float]]:
    """Yield the parser's fields that it was less sure of than the bound, and how sure; not those of a person."""
    for name in MERGED:
        entry = record.provenance.get(name)
        if entry and entry.confidence < below and not is_edited(record, name):
            yield name, entry.confidence


def _most(counts: Mapping[str, int]) -> Rows:
    return tuple(sorted(counts.items(), key=lambda row: (-row[1], row[0])))
