"""Evidence for fields, before anything is decided."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the page a claim rests: part of a line."""

    line: int
    start: int = 0
    end: int = 0
    """0: the whole line."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One rule says that a field has a value, and how sure it is."""

    field: str
    value: Any
    confidence: float
    """0 to 1. Below ``resolve.ENOUGH`` it only speaks against others."""
    rule: str
    places: tuple[Place, ...] = ()
    note: str = ""

    @property
    def line(self) -> int:
        """First line it rests on; 0 for none."""
        return self.places[0].line if self.places else 0
