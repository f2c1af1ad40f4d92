"""How well the parser finds what happened when: against the marks of ``tests/events``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from kliping.model import Event, Seed
from kliping.parse import Parsed, ParseOptions, parse
from scoring.pages import ARTICLES, TESTS
from scoring.tally import rounded_down

MARKS = TESTS / "events"
FLOOR = MARKS / "floor.yaml"
SETS = ("third_open", "first_open", "third_held", "first_held", "fresh_held")
HEAD = "# What is found of the marked events at least. It only goes up: python tests/score_events.py --raise-floor\n"
Days = tuple[str, str, int]
"""First day, last day, line of the paragraph."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event of one article, marked or found."""

    article: str
    days: Days
    kind: str
    place: str | None

    def __str__(self) -> str:
        start, end, line = self.days
        return f"{self.article}:{line} {start}{'' if end == start else f'–{end}'} {self.kind}, {self.place}"


@dataclass(frozen=True, slots=True)
class Compared:
    """Marked and found events of some articles, side by side."""

    right: tuple[tuple[Told, Told], ...]
    """Marked and found."""
    missed: tuple[Told, ...]
    invented: tuple[Told, ...]

    def figures(self) -> dict[str, float]:
        """Shares: precision and recall of events; kind and place among those found."""
        found, marked = len(self.right) + len(self.invented), len(self.right) + len(self.missed)
        placed = [(want.place, got.place) for want, got in self.right if want.place or got.place]
        shares = {
            "precision": _share(len(self.right), found),
            "recall": _share(len(self.right), marked),
            "kind": _share(sum(want.kind == got.kind for want, got in self.right), len(self.right)),
            "place: precision": _share(sum(a == b for a, b in placed), sum(got is not None for _, got in placed)),
            "place: recall": _share(sum(a == b for a, b in placed), sum(want is not None for want, _ in placed)),
        }
        return {name: rounded_down(share) for name, share in shares.items()}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def compare(name: str) -> Compared:
    """Read the articles of one set and compare."""
    marks: dict[str, list[dict[str, Any]]] = yaml.safe_load((MARKS / f"{name}.yaml").read_text("utf-8"))
    pairs = [_of_article(article, marked) for article, marked in marks.items()]
    return Compared(
        tuple(pair for one in pairs for pair in one.right),
        tuple(told for one in pairs for told in one.missed),
        tuple(told for one in pairs for told in one.invented),
    )


def together(compared: Iterable[Compared]) -> Compared:
    """Put several sets into one."""
    sets = tuple(compared)
    return Compared(
        tuple(pair for one in sets for pair in one.right),
        tuple(told for one in sets for told in one.missed),
        tuple(told for one in sets for told in one.invented),
    )


def _of_article(article: str, marked: list[dict[str, Any]]) -> Compared:
    want = {told.days: told for told in (_marked(article, entry) for entry in marked)}
    got = {told.days: told for told in _found(article)}
    right = tuple((want[days], got[days]) for days in want if days in got)
    missed = tuple(told for days, told in want.items() if days not in got)
    invented = tuple(told for days, told in got.items() if days not in want and not _inside(told, want.values()))
    return Compared(right, missed, invented)


def _inside(told: Told, marked: Iterable[Told]) -> bool:
    """One day of a marked range tells of the same happening: it counts neither way."""
    start, end, _ = told.days
    return any(one.days[0] <= start <= end <= one.days[1] != one.days[0] for one in marked)


def _marked(article: str, entry: dict[str, Any]) -> Told:
    return Told(article, (str(entry["start"]), str(entry["end"]), entry["line"]), entry["kind"], entry["place"])


def _found(article: str) -> Iterator[Told]:
    seed = Seed(f"{article}.txt", (ARTICLES / f"{article}.txt").read_bytes())
    parsed = parse(seed, ParseOptions())
    for event in parsed.record.events if isinstance(parsed, Parsed) else ():
        yield Told(article, (event.start.iso(), event.end.iso(), event.line), _kind(event), event.place or None)


def _kind(event: Event) -> str:
    return "planned" if event.planned else "past"


def floor() -> dict[str, dict[str, float]]:
    """Read the figures held."""
    held: dict[str, dict[str, float]] = yaml.safe_load(FLOOR.read_text("utf-8")) if FLOOR.exists() else {}
    return held


def raise_floor(now: dict[str, dict[str, float]]) -> None:
    """Write the figures that rose; none is lowered."""
    old = floor()
    raised = {
        part: {name: max(share, old.get(part, {}).get(name, 0.0)) for name, share in shares.items()}
        for part, shares in now.items()
    }
    FLOOR.write_text(HEAD + yaml.safe_dump(old | raised, sort_keys=False), "utf-8")
