"""What the next parse would change in the records that exist, for ``kliping parse --diff``; writes nothing.

The values are those that ``kliping parse`` would write: both take them from ``records.merge_records``.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kliping import frontmatter
from kliping.build import store as kept_results
from kliping.build.records import Entry, Merged, located, merge_records
from kliping.build.sources import pair, read_sources
from kliping.build.store import Store
from kliping.build.work import Workers
from kliping.config import Settings
from kliping.edits import is_edited
from kliping.errors import Problem, Severity
from kliping.model import Provenance, Record
from kliping.parse.merge import MERGED

_ORDER = (*MERGED, *(field.name for field in fields(Record) if field.name not in (*MERGED, "provenance")))


@dataclass(frozen=True, slots=True)
class Change:
    """One field that would be written otherwise; the values are equal when only its evidence is new."""

    field: str
    old: Any
    new: Any
    before: Provenance | None
    evidence: Provenance | None


@dataclass(frozen=True, slots=True)
class Kept:
    """One field that a person gave, and what the parser reads for it now."""

    field: str
    value: Any
    read: Any
    evidence: Provenance | None
    """Of what is read; None when nothing is."""


@dataclass(frozen=True, slots=True)
class RecordChanges:
    """What would change in one record, and what would not since it is the person's."""

    file: str
    seed: str
    changes: tuple[Change, ...]
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a parse would do to all records."""

    records: tuple[RecordChanges, ...]
    """Those with changes, or with an edit that the parser newly reads otherwise; in order of their files."""
    new: tuple[str, ...]
    """Record files that are not there yet."""
    unchanged: int
    unread: tuple[str, ...]
    """Broken record files, which stay as they are."""
    problems: tuple[Problem, ...]
    """Seeds that give no record, and what is wrong with the folders."""


def find_changes(root: Path, settings: Settings, names: Collection[str] | None = None) -> Changes:
    """Parse the seeds, or those named, and compare; the cache is used only where there is one."""
    sources = read_sources(root, settings)
    pairs = pair(sources, settings)
    workers, store = Workers(0), Store(root, enabled=kept_results.exists(root))
    found: list[RecordChanges] = []
    new: list[str] = []
    unread: list[str] = []
    problems = {*sources.problems, *pairs.problems}
    unchanged = 0
    try:
        for entry, merged in merge_records(settings, sources, pairs, store, workers, names):
            problems |= {located(problem, sources, settings) for problem in merged.problems}
            previous = frontmatter.load(entry.text, entry.file)[0] if entry.text else None
            if previous and _worth_showing(merged):
                found.append(compare(entry, previous, merged.record or previous))
            elif previous:
                unchanged += 1
            elif entry.text:
                unread.append(entry.file)
            elif merged.text:
                new.append(entry.file)
    finally:
        workers.close()
        store.close(prune=False)
    grave = tuple(sorted(problem for problem in problems if problem.severity is Severity.ERROR))
    in_order = sorted(found, key=lambda record: record.file)
    return Changes(tuple(in_order), tuple(sorted(new)), unchanged, tuple(sorted(unread)), grave)


def compare(entry: Entry, previous: Record, merged: Record) -> RecordChanges:
    """Return what differs between a record and what would be written, and the person's fields."""
    parsed = entry.parsed.value.record if entry.parsed else None
    edits = [name for name in MERGED if parsed and is_edited(previous, name)]
    kept = (Kept(name, getattr(previous, name), getattr(parsed, name), parsed.provenance.get(name))
            for name in edits if parsed)  # fmt: skip
    return RecordChanges(entry.file, merged.seed, tuple(_changes(previous, merged)), tuple(kept))


def _changes(previous: Record, merged: Record) -> Iterator[Change]:
    for name in dict.fromkeys((*_ORDER, *previous.provenance, *merged.provenance)):
        old, new = (getattr(record, name) if name in _ORDER else None for record in (previous, merged))
        before, evidence = previous.provenance.get(name), merged.provenance.get(name)
        if (old, before) != (new, evidence):
            yield Change(name, old, new, before, evidence)


def _worth_showing(merged: Merged) -> bool:
    return bool(merged.text) or any(problem.code == "edit-kept" for problem in merged.problems)
