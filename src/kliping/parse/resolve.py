"""One place that decides: among the claims for a field, the best supported wins."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kliping.parse.claim import Claim
from kliping.when import When

ENOUGH = 0.5
"""A field is left empty rather than filled with less."""
SUREST = 0.99

LISTS = frozenset({"authors", "editors", "photographers", "captions", "tags", "people", "topics", "events"})
"""Fields that hold every value claimed; all others hold one."""

BY_LINE = frozenset({"authors", "editors", "photographers", "captions"})
"""Lists whose values stand in the order of the page."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A field's value and the claims behind it, the strongest first."""

    field: str
    value: Any
    confidence: float
    claims: tuple[Claim, ...]

    @property
    def best(self) -> Claim:
        """The claim that carried it."""
        return self.claims[0]


def resolve(claims: Iterable[Claim]) -> dict[str, Decision]:
    """Decide every claimed field; those with too little support are left out."""
    by_field: dict[str, list[Claim]] = {}
    for claim in claims:
        by_field.setdefault(claim.field, []).append(claim)
    decided = {
        field: _listed(field, found) if field in LISTS else _single(field, found) for field, found in by_field.items()
    }
    return {field: decision for field, decision in decided.items() if decision is not None}


def _listed(field: str, claims: list[Claim]) -> Decision | None:
    """Keep each value once, in the order claimed."""
    kept: dict[Any, Claim] = {}
    if field in BY_LINE:
        claims = sorted(claims, key=lambda claim: claim.line)
    for claim in claims:
        if claim.confidence >= ENOUGH and (claim.value not in kept or claim.confidence > kept[claim.value].confidence):
            kept[claim.value] = claim
    if not kept:
        return None
    found = tuple(kept.values())
    return Decision(field, tuple(kept), round(min(claim.confidence for claim in found), 2), found)


def _single(field: str, claims: list[Claim]) -> Decision | None:
    """Let claims of one value support each other; the earlier claim wins a tie."""
    groups: dict[Any, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_same(claim.value), []).append(claim)
    best: tuple[float, list[Claim]] | None = None
    for group in groups.values():
        confidence = _together(group)
        if best is None or confidence > best[0]:
            best = (confidence, group)
    if best is None or (best[0] < ENOUGH and field != "title"):
        return None
    confidence, group = best
    ordered = sorted(group, key=lambda claim: -claim.confidence)
    value = max((claim.value for claim in ordered), key=_detail)
    carrying = next(claim for claim in ordered if claim.value == value)
    return Decision(
        field, value, round(confidence, 2), (carrying, *(claim for claim in ordered if claim is not carrying))
    )


def _same(value: Any) -> Any:
    """Claims for one day support each other, whether they give the time or not; so do spellings of one name."""
    if isinstance(value, When):
        return value.on_day()
    return value.casefold() if isinstance(value, str) else value


def _detail(value: Any) -> int:
    return 1 if isinstance(value, When) and value.hour >= 0 else 0


def _together(group: list[Claim]) -> float:
    """Independent rules that agree leave less doubt than the best of them; the same rule twice does not."""
    by_rule: dict[str, float] = {}
    for claim in group:
        by_rule[claim.rule] = max(claim.confidence, by_rule.get(claim.rule, 0.0))
    doubt = 1.0
    for confidence in by_rule.values():
        doubt *= 1 - confidence
    return min(SUREST, 1 - doubt) if len(by_rule) > 1 else max(by_rule.values())
