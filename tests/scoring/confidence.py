"""Whether the parser is as sure as it may be: what it states with how much confidence, and how often that is right."""

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.pages import Belief, Scored

SURE = 0.9
BAR = 0.98
"""So much of what is stated with ``SURE`` or more has to be right."""
BANDS = ((SURE, 1.01), (0.8, SURE), (0.6, 0.8), (0.0, 0.6))


@dataclass(frozen=True, slots=True)
class Trust:
    """Statements of one kind: how sure on average, how often right."""

    name: str
    stated: float
    right: int
    asked: int

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.right / self.asked if self.asked else 1.0

    @property
    def overdone(self) -> float:
        """Statements too many for the confidence they were made with; below 0 when too shy."""
        return self.stated * self.asked - self.right


def beliefs(pages: Iterable[Scored]) -> list[Belief]:
    """All that was stated on some pages."""
    return [belief for page in pages for belief in page.beliefs]


def trust(name: str, found: Iterable[Belief]) -> Trust:
    """Add up some statements."""
    found = list(found)
    stated = sum(belief.confidence for belief in found) / (len(found) or 1)
    return Trust(name, stated, sum(belief.right for belief in found), len(found))


def in_band(found: Iterable[Belief], band: tuple[float, float]) -> list[Belief]:
    """Statements made with a confidence in a band."""
    return [belief for belief in found if band[0] <= belief.confidence < band[1]]


def sure(found: Iterable[Belief]) -> Trust:
    """What is stated as good as certain."""
    return trust(f"≥ {SURE}", in_band(found, BANDS[0]))


def by_field(found: Iterable[Belief]) -> dict[str, list[Belief]]:
    """Sort statements by field."""
    return _sorted_by(found, lambda belief: belief.field)


def by_rule(found: Iterable[Belief]) -> list[Trust]:
    """Each rule at each confidence it states, the most overdone first."""
    sorts = _sorted_by(found, lambda belief: f"{belief.field}: {belief.rule} {belief.confidence:.2f}")
    return sorted((trust(name, group) for name, group in sorts.items()), key=lambda one: -one.overdone)


def _sorted_by(found, key) -> dict[str, list[Belief]]:  # type: ignore[no-untyped-def]
    sorts: dict[str, list[Belief]] = {}
    for belief in found:
        sorts.setdefault(key(belief), []).append(belief)
    return sorts
