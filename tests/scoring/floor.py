"""What the parser has reached once and must not lose: ``tests/expected/floor.yaml``."""

from typing import Any

import yaml

from scoring.confidence import beliefs, sure
from scoring.pages import TESTS, Scored
from scoring.tally import figures, rounded_down, tally
from scoring.world import Found, average

FLOOR = TESTS / "expected" / "floor.yaml"
HEAD = "# What the parser reaches at least, as shares. These figures only go up: python tests/score.py --raise-floor\n"
SURELY = "stated as sure"
"""The share of it that is right."""
Figures = dict[str, dict[str, float]]


def floor() -> Figures:
    """Read the figures held."""
    found: Figures = yaml.safe_load(FLOOR.read_text("utf-8"))
    return found


MADE = "made"
MADE_PAGES = 300
"""So many of the pages put together at random are held to the floor."""


def reached(passes: dict[str, list[Scored]]) -> Figures:
    """Figures of some passes over pages, with the share of what was stated as good as certain."""
    return {
        name: {**figures(tally(pages)), SURELY: rounded_down(sure(beliefs(pages)).share)}
        for name, pages in passes.items()
    }


def reached_world(found: list[Found]) -> dict[str, float]:
    """Figures of the pages in many languages."""
    mean = average(found)
    shares = {"precision": mean.precision, "recall": mean.recall, "F1": mean.f1}
    return {name: rounded_down(share) for name, share in shares.items()}


def below(held: dict[str, float], now: dict[str, float]) -> dict[str, str]:
    """Figures that fell, those no longer measured included."""
    return {
        name: f"{now.get(name, 0):.3f}, was {least:.3f}" for name, least in held.items() if now.get(name, 0) < least
    }


def raise_floor(passes: dict[str, list[Scored]], world: list[Found]) -> None:
    """Write the figures that rose; none is lowered."""
    old: dict[str, Any] = floor() if FLOOR.exists() else {}
    new = {**reached(passes), **reached({MADE: passes[MADE][:MADE_PAGES]}), "world": reached_world(world)}
    _write(old, new)


def raise_part(part: str, shares: dict[str, float]) -> None:
    """Write the figures of one part that rose; none is lowered."""
    _write(floor(), {part: shares})


def _write(old: Figures, new: Figures) -> None:
    raised = {
        part: {name: max(share, old.get(part, {}).get(name, 0.0)) for name, share in shares.items()}
        for part, shares in new.items()
    }
    FLOOR.write_text(HEAD + yaml.safe_dump(old | raised, sort_keys=False, allow_unicode=True), "utf-8")
