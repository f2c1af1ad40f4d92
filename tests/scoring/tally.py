"""Sums over many pages: how often each fact is right, and the lines kept as text."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from scoring.facts import Fact
from scoring.pages import Scored

PERCENT = 100


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    right: int
    asked: int
    printed: int = 0
    """Pages that have such a thing; on all others the right answer is none."""
    found: int = 0
    """Of ``printed``, those right."""

    @property
    def share(self) -> float:
        """0 to 1; nothing asked is nothing wrong."""
        return self.right / self.asked if self.asked else 1.0


BARS = {
    "title": 0.97,
    "day": 0.98,
    "time and zone": 0.97,
    "outlet or domain": 0.95,
    "authors and editors": 0.95,
    "place": 0.95,
    "first paragraph": 0.97,
    "last paragraph": 0.97,
    "lines: precision": 0.99,
    "lines: recall": 0.99,
    "captions": 0.95,
}
"""What the parser has to reach."""

WRONG_YEARS = "wrong years"
ROWS = (
    *("title", "day", WRONG_YEARS, "time and zone", "outlet or domain", "either of them", "outlet", "domain"),
    *("authors and editors", "authors", "editors", "place", "section", "advertorial"),
    *("first paragraph", "last paragraph", "lines: precision", "lines: recall", "body", "captions", "noise"),
    *("people", "event", "repair"),
)
"""All that is counted, in the order of the table; ``body`` is every line right."""


def kind(fact: Fact) -> str:
    """Facts that name their object are counted together."""
    return fact.name.split()[0] if fact.name.startswith(("event", "repair")) else fact.name


def with_pairs(found: Iterable[Fact]) -> list[Fact]:
    """Add what is asked of two fields at once: outlet and domain, authors and editors."""
    named = {kind(fact): fact for fact in found}
    all_facts = list(found)
    origin = [named[name] for name in ("outlet", "domain") if name in named]
    if origin:
        all_facts += [
            _joined("outlet or domain", origin, all(fact.right for fact in origin)),
            _joined("either of them", origin, any(fact.right for fact in origin)),
        ]
    people = [named[name] for name in ("authors", "editors") if name in named]
    return [*all_facts, _joined("authors and editors", people, all(fact.right for fact in people))]


def _joined(name: str, parts: list[Fact], right: bool) -> Fact:
    wanted = [fact.want for fact in parts if fact.want]
    return Fact(name, right, [fact.got for fact in parts], wanted and [fact.want for fact in parts])


def tally(pages: Iterable[Scored]) -> dict[str, Row]:
    """Add up all facts of some pages."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    printed: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for page in pages:
        for fact in with_pairs(page.facts):
            name = kind(fact)
            right[name] += fact.right
            asked[name] += 1
            printed[name] += bool(fact.want)
            found[name] += bool(fact.want) and fact.right
        both = len(page.kept & page.wanted)
        right["lines: precision"] += both
        right["lines: recall"] += both
        asked["lines: precision"] += len(page.kept)
        asked["lines: recall"] += len(page.wanted)
        right[WRONG_YEARS] += not page.wrong_year
        asked[WRONG_YEARS] += 1
    return {name: Row(name, right[name], asked[name], printed[name], found[name]) for name in ROWS if asked[name]}


def by_group(pages: Iterable[Scored]) -> dict[str, list[Scored]]:
    """Sort pages into their groups, in the order in which groups are told."""
    found: dict[str, list[Scored]] = {}
    for page in pages:
        for group in page.groups:
            found.setdefault(group, []).append(page)
    return dict(sorted(found.items()))


def figures(rows: dict[str, Row]) -> dict[str, float]:
    """Shares, rounded down to what a floor can hold."""
    return {name: rounded_down(row.share) for name, row in rows.items()}


def rounded_down(share: float) -> float:
    """Three decimals, never more than reached."""
    return int(share * 1000 + 1e-9) / 1000
