"""Pages with expected records, read by the parser; whole sets of them in processes of their own."""

from collections.abc import Iterable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import yaml

from kliping.model import Seed
from kliping.parse import ParseOptions, parse
from kliping.parse.as_json import to_json
from scoring.facts import Fact, facts, lines_of, stated_as_found, wrong_year
from scoring.groups import groups

TESTS = Path(__file__).parents[1]
ARTICLES, OUTLETS, WORLD = TESTS / "articles", TESTS / "outlets", TESTS / "world"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Case:
    """A page and what a careful reader finds there."""

    name: str
    data: bytes
    want: dict[str, Any]
    shapes: tuple[str, ...] = ()
    """Codes of the shapes it was made of, for a page that was made."""


@dataclass(frozen=True, slots=True)
class Belief:
    """A field the parser filled in and how sure it said it was."""

    page: str
    field: str
    rule: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Scored:
    """What is right on one page."""

    name: str
    groups: tuple[str, ...]
    facts: tuple[Fact, ...]
    kept: frozenset[int]
    """Lines the parser took into the text."""
    wanted: frozenset[int]
    beliefs: tuple[Belief, ...]
    wrong_year: bool


def cases(*folders: Path) -> list[Case]:
    """Read the pages of some folders, each with its expectation beside it."""
    return [
        Case(path.stem, path.with_suffix(".txt").read_bytes(), yaml.load(path.read_text("utf-8"), _LOADER))  # noqa: S506
        for folder in folders
        for path in sorted(folder.glob("*.yaml"))
        if path.with_suffix(".txt").exists()
    ]


def score(case: Case, options: ParseOptions | None = None) -> Scored:
    """Parse a page and compare."""
    got = to_json(parse(Seed(f"{case.name}.txt", case.data), options or ParseOptions()))
    return compare(case, got)


def compare(case: Case, got: dict[str, Any]) -> Scored:
    """Compare a page's reading with what was expected."""
    true = stated_as_found(got, case.want)
    beliefs = tuple(
        Belief(case.name, field, entry["rule"], entry["confidence"], true[field])
        for field, entry in got.get("provenance", {}).items()
        if field in true
    )
    return Scored(
        case.name,
        groups(case.data, case.want) + case.shapes,
        tuple(facts(got, case.want)),
        frozenset(lines_of(got, "body")),
        frozenset(case.want["body_lines"]),
        beliefs,
        wrong_year(got, case.want),
    )


def score_folders(folders: tuple[Path, ...], files: bool = True) -> list[Scored]:
    """Score all pages of some folders, with the outlets' files or as if there were none."""
    options = ParseOptions(outlet_files=files)
    return [score(case, options) for case in cases(*folders)]


def fresh_processes(jobs: int) -> Executor:
    """Processes that serve one call each: what the parser remembers of one reading must not help another."""
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), max_tasks_per_child=1)


def without_files(executor: Executor, folders: Iterable[Path] = (ARTICLES, OUTLETS)) -> Future[list[Scored]]:
    """Score as if no outlet had a file."""
    return executor.submit(score_folders, tuple(folders), False)
