"""What a person should look at in the records, the worst first, for ``kliping check --below``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kliping.build.sources import Sources
from kliping.build.stats import doubtful
from kliping.config import Settings
from kliping.edits import is_edited
from kliping.frontmatter import canonical_key
from kliping.mentions import find_mentions
from kliping.model import Provenance, Record, Seed
from kliping.parse.draft import Draft
from kliping.parse.html.read import read_html
from kliping.parse.kinds import Kind, kind_of
from kliping.parse.merge import MERGED
from kliping.parse.repairs import decode, repair

NEEDED = ("date", "outlet")
"""Every article has them, whether its text shows them or not; a domain will do for the outlet."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One field that is missing or not sure."""

    file: str
    """The record."""
    line: int
    """Of the record; 0 where the field has none."""
    field: str
    value: Any
    """None when it is missing."""
    evidence: Provenance | None
    """None when it is missing."""
    seed: str = ""
    """Path of the seed relative to the root; empty where there is none."""
    seed_line: int = 0
    text: str = ""
    """What stands on that line of the seed; of a missing date, the first line that prints a day."""
    about: str = ""
    """The part of it that matters; empty when that is not known."""

    @property
    def confidence(self) -> float:
        """How sure the field is; below every other when it is missing."""
        return self.evidence.confidence if self.evidence else -1.0


def find_doubts(records: Mapping[str, Record], sources: Sources, settings: Settings, below: float) -> tuple[Doubt, ...]:
    """Return what is missing or less sure than the bound: missing first, then the least sure, then by file."""
    found: list[Doubt] = []
    for file, record in records.items():
        doubts = [*_missing(file, record), *_unsure(file, record, sources.records[file], below)]
        seed = sources.seeds.get(record.seed)
        found += _shown(doubts, seed, settings.seeds_dir) if seed and doubts else doubts
    return tuple(sorted(found, key=_order))


def _order(doubt: Doubt) -> tuple[float, int, str, int]:
    missing = NEEDED.index(doubt.field) if doubt.evidence is None else 0
    return doubt.confidence, missing, doubt.file, MERGED.index(doubt.field)


def _missing(file: str, record: Record) -> Iterator[Doubt]:
    for name in NEEDED:
        has = getattr(record, name) or (name == "outlet" and record.domain)
        if not has and not is_edited(record, name):
            yield Doubt(file, 0, name, None, None)


def _unsure(file: str, record: Record, text: str, below: float) -> Iterator[Doubt]:
    for name, _ in doubtful(record, below):
        yield Doubt(file, _line_of(name, text), name, getattr(record, name), record.provenance[name])


def _line_of(name: str, text: str) -> int:
    """Return the line of a record that gives a field; for the body its first, 0 for none."""
    lines = text.splitlines()
    if name == "body":
        ends = [number for number, line in enumerate(lines, start=1) if line.rstrip() == "---"][1:2]
        return next((number for number in range(ends[0], len(lines)) if lines[number].strip()), -1) + 1 if ends else 0
    numbered = enumerate(lines, start=1)
    return next((number for number, line in numbered if canonical_key(line.partition(":")[0]) == name), 0)


def _shown(doubts: list[Doubt], seed: Seed, folder: str) -> Iterator[Doubt]:
    """Add to each doubt what its line of the seed says."""
    lines = _lines(seed)
    for doubt in doubts:
        number = doubt.evidence.line if doubt.evidence else _day_printed(lines) if doubt.field == "date" else 0
        text = repair(lines[number - 1])[0][0].strip() if 0 < number <= len(lines) else ""
        place, about = f"{folder}/{seed.name}", _about(doubt, text)
        yield replace(doubt, seed=place, seed_line=number if text else 0, text=text, about=about)


def _lines(seed: Seed) -> list[str]:
    """Return the lines of a seed as its reading numbers them."""
    if kind_of(seed.name) is Kind.HTML:
        draft = read_html(seed)
        return list(draft.sheet.lines) if isinstance(draft, Draft) else []
    decoded = decode(seed.data)
    return decoded[0].split("\n") if decoded else []


def _about(doubt: Doubt, text: str) -> str:
    """Return what stands in a line of the seed for the value, as far as it can be told."""
    if doubt.field in ("date", "updated", "events"):
        return next((found.text for found in find_mentions(text) if found.day), "")
    values = doubt.value if isinstance(doubt.value, tuple) else (doubt.value,)
    return next((value for value in values if isinstance(value, str) and value in text), "")


def _day_printed(lines: list[str]) -> int:
    """Return the first line with a date in it, which without its year proves none; 0 for none."""
    numbered = enumerate(lines, start=1)
    return next((number for number, line in numbered if any(found.day for found in find_mentions(line))), 0)
