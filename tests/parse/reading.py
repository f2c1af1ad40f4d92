"""How tests read expected articles and run the parser on them."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kliping.model import Seed
from kliping.parse import Parsed, ParseOptions, parse
from kliping.parse.as_json import to_json
from kliping.text import fold, squeeze

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
    """Each fact of an expected article and whether the parser found it; a null in the expectation is a fact too."""
    stated = got["title"] if got.get("title_basis") == "stated" else None
    paragraphs = [squeeze(text) for text in got["paragraphs"]]
    roles = {line["line"]: line["role"] for line in got["lines"]}
    date = str(want["date"]).replace(" ", "T") if want["date"] else ""
    found = {
        "title": _same(stated, want["title"]),
        "day": (got["date"] or "")[:10] == date[:10],
        "place": _same(got.get("place"), want["place"]),
        "authors": _names(got, "authors") == [fold(name) for name in want.get("authors", want.get("bylines", []))],
        "advertorial": got.get("advertorial", False) == want["advertorial"],
        "captions": [line for line, role in roles.items() if role == "caption"] == want["captions"],
        "first paragraph": bool(paragraphs) and paragraphs[0].startswith(squeeze(want["first_words"])),
        "last paragraph": bool(paragraphs) and paragraphs[-1].endswith(squeeze(want["last_words"])),
        "body": [line for line, role in roles.items() if role == "body"] == want["body_lines"],
        "noise": not any(roles.get(line) in ("headline", "body") for line in want["noise_lines"]),
    }
    if "editors" in want:
        found["editors"] = _names(got, "editors") == [fold(name) for name in want["editors"]]
    if "T" in date:
        found["time and zone"] = got["date"] == date
    for field in ("outlet", "domain", "section"):
        if want.get(field):
            found[field] = _same(got.get(field), want[field])
    if "people" in want:
        found["people"] = sorted(got["people"]) == sorted(want["people"])
    for event in want.get("events", ()):
        span = {"start": str(event["start"]), "end": str(event["end"])}
        found[f"event {span['start']}"] = any(span.items() <= other.items() for other in got["events"])
    for before, after in want.get("repairs", ()):
        found[f"repair of {before}"] = any((before, after) == (one["before"], one["after"]) for one in got["repairs"])
    return found


def _names(got: dict[str, Any], field: str) -> list[str]:
    return [fold(name) for name in got.get(field, [])]


def _same(got: str | None, want: str | None) -> bool:
    return (fold(got) if got else None) == (fold(want) if want else None)
