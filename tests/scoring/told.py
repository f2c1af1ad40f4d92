"""How well names and quotations are read: ``tests/told`` says what a careful reader finds in some of the articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from kliping.annotate.people import find_people
from kliping.model import Seed
from kliping.parse import ParseOptions, parse
from kliping.parse.as_json import to_json
from scoring.pages import ARTICLES, TESTS

TOLD = TESTS / "told"
HELD_BACK = 2
"""Every so manieth marked article is of the half whose misses nobody looks at."""
TITLES = frozenset("pak bu bapak ibu haji hj h mbah mama mas kang bripka ustaz puang yuk cek drs dr ir".split())
PARTS = ("people", "people with office", "organisations", "quotes", "speakers", "offices")


@dataclass(frozen=True, slots=True)
class Marked:
    """An article with what a reader marked in it."""

    name: str
    data: bytes
    want: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """Of one part of one article: what was wanted and what came of it."""

    right: int
    wanted: int
    found: int
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


def marked() -> list[Marked]:
    """Read the marked articles, in order of names."""
    return [
        Marked(path.stem, (ARTICLES / f"{path.stem}.txt").read_bytes(), yaml.safe_load(path.read_text("utf-8")))
        for path in sorted(TOLD.glob("*.yaml"))
    ]


def halves(articles: list[Marked]) -> tuple[list[Marked], list[Marked]]:
    """Return the half to work with and the half held back."""
    held = articles[HELD_BACK - 1 :: HELD_BACK]
    return [article for article in articles if article not in held], held


def read(article: Marked) -> dict[str, Found]:
    """Parse an article and compare what it tells."""
    parsed = parse(Seed(f"{article.name}.txt", article.data), ParseOptions())
    got = to_json(parsed)
    want = article.want
    found = {"organisations": _organisations(got, want)}
    if "people" in want:
        offices = {plain(person.name): person.office for person in find_people(parsed.paragraphs)}
        found |= _people(got, want["people"], offices)
    if "quotes" in want:
        found |= _quotes(got, want["quotes"])
    return found


def total(found: Iterable[Found]) -> Found:
    """Add some up."""
    several = list(found)
    return Found(*(sum(getattr(one, part) for one in several) for part in ("right", "wanted", "found")))


def plain(name: str) -> str:
    """Return a name without case, full stops and titles before it."""
    words = name.casefold().replace(".", " ").split()
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return " ".join(words)


def _people(got: dict[str, Any], want: list[dict[str, str]], offices: dict[str, str]) -> dict[str, Found]:
    names = {plain(person["name"]): person["office"] for person in want}
    found = {plain(name): name for name in got.get("people", ())}
    holders = {name: office for name, office in names.items() if office}
    met = {name: office for name, office in holders.items() if name in found}
    spoken = {name for name, office in met.items() if _same_office(office, offices.get(name, ""))}
    return {
        "people": Found(len(found.keys() & names), len(names), len(found), (), _but(found, names)),
        "people with office": Found(len(met), len(holders), len(met), _but(holders, found)),
        "offices": Found(
            len(spoken), len(met), len(met), tuple(f"{met[n]} | {offices.get(n)}" for n in met if n not in spoken)
        ),
    }


def _same_office(one: str, other: str) -> bool:
    """Tell whether the office found is the one marked, or only longer."""
    return " ".join(one.casefold().split()) in " ".join(other.casefold().split())


def _but(some: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    known = set(others)
    return tuple(name for name in some if name not in known)


def _organisations(got: dict[str, Any], want: dict[str, Any]) -> Found:
    wanted = {(entry["name"].casefold(), entry["short"]) for entry in want["organisations"]}
    found = {(entry["name"].casefold(), entry["short"]) for entry in got.get("organisations", ()) if entry["short"]}
    return Found(
        len(wanted & found),
        len(wanted),
        len(found),
        *(tuple(map(str, sorted(x))) for x in (wanted - found, found - wanted)),
    )


def _quotes(got: dict[str, Any], want: list[dict[str, Any]]) -> dict[str, Found]:
    """Compare by lines: one utterance may stand in two passages around its verb."""
    lines: dict[int, set[str]] = {}
    said: dict[int, set[str]] = {}
    for where, quotes in ((lines, want), (said, got.get("quotes", ()))):
        for quote in quotes:
            where.setdefault(quote["line"], set()).add(plain(quote["speaker"] or ""))
    right = [line for line, speakers in lines.items() if said.get(line) == speakers]
    wrong = tuple(
        f"{line}: {', '.join(sorted(speakers)) or 'nobody'} | {', '.join(sorted(said[line])) or 'nobody'}"
        for line, speakers in lines.items()
        if line in said and line not in right
    )
    met = lines.keys() & said
    return {
        "quotes": Found(
            len(met),
            len(lines),
            len(said),
            tuple(map(str, sorted(lines.keys() - met))),
            tuple(map(str, sorted(said.keys() - met))),
        ),
        "speakers": Found(len(right), len(lines), len(met), wrong),
    }


def figures(articles: Iterable[dict[str, Found]]) -> dict[str, float]:
    """Return precision and recall of each part, rounded down to three places."""
    several = list(articles)
    sums = {part: total(found[part] for found in several if part in found) for part in PARTS}
    shares = {
        "people: precision": (sums["people"].right, sums["people"].found),
        "people with office: recall": (sums["people with office"].right, sums["people with office"].wanted),
        "offices": (sums["offices"].right, sums["offices"].wanted),
        "organisations: precision": (sums["organisations"].right, sums["organisations"].found),
        "organisations: recall": (sums["organisations"].right, sums["organisations"].wanted),
        "quotes: precision": (sums["quotes"].right, sums["quotes"].found),
        "quotes: recall": (sums["quotes"].right, sums["quotes"].wanted),
        "speakers": (sums["speakers"].right, sums["speakers"].wanted),
    }
    return {name: int(1000 * right / of) / 1000 if of else 1.0 for name, (right, of) in shares.items()}
