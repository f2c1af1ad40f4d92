"""Figures of the records, for ``kliping stats``."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kliping import frontmatter
from kliping.build.sources import read_sources
from kliping.config import Settings
from kliping.edits import is_edited
from kliping.errors import Problem
from kliping.model import Record
from kliping.parse.merge import MERGED

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

    def tables(self) -> Iterator[tuple[str, Rows]]:
        """Yield titles and rows."""
        yield from (
            ("Years", self.years),
            ("Outlets", self.outlets),
            ("Topics", self.topics),
            ("People", self.people),
        )

    def plain(self) -> dict[str, object]:
        """Return all figures as plain values."""
        counts = {title.lower(): dict(rows) for title, rows in self.tables()}
        return {"articles": self.articles, "doubts": self.doubts, **counts}


def count(root: Path, settings: Settings) -> tuple[Figures, tuple[Problem, ...]]:
    """Read the records and count them."""
    records, problems = read_records(root, settings)
    found = list(records.values())
    years = Counter(str(record.date.year) if record.date else "-" for record in found)
    figures = Figures(
        articles=len(found),
        doubts=sum(1 for record in found for _ in doubtful(record, DOUBTFUL)),
        years=tuple(sorted(years.items())),
        outlets=_most(record.outlet or record.domain or "-" for record in found),
        topics=_most(topic for record in found for topic in record.topics),
        people=_most(name for record in found for name in record.people),
    )
    return figures, problems


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


def _most(names: Iterable[str]) -> Rows:
    return tuple(sorted(Counter(names).items(), key=lambda row: (-row[1], row[0])))
