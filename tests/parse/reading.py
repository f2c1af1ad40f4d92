"""How tests read expected articles and run the parser on them."""

from functools import cache
from pathlib import Path
from typing import Any

import scoring.facts
import yaml

from kliping.model import Seed
from kliping.parse import Parsed, ParseOptions, parse
from kliping.parse.as_json import to_json

TESTS = Path(__file__).parents[1]
SEEDS = TESTS.parent / "seeds"
ARTICLES = TESTS / "articles"


@cache
def parsed(path: Path) -> Parsed:
    return parse(Seed(path.name, path.read_bytes()), ParseOptions())


@cache
def as_json(path: Path) -> dict[str, Any]:
    return to_json(parsed(path))


def expected_seeds() -> dict[Path, dict[str, Any]]:
    expected = yaml.safe_load((TESTS / "expected" / "seeds.yaml").read_text("utf-8"))
    return {SEEDS / name: entry for name, entry in expected.items()}


def expected_articles() -> dict[Path, dict[str, Any]]:
    return {
        path.with_suffix(".txt"): yaml.safe_load(path.read_text("utf-8")) for path in sorted(ARTICLES.glob("*.yaml"))
    }


def facts(got: dict[str, Any], want: dict[str, Any]) -> dict[str, bool]:
    """Each fact of an expected article and whether the parser found it."""
    return {fact.name: fact.right for fact in scoring.facts.facts(got, want)}
