"""A seed laid out and labelled, before anything is decided: what the readers of each form hand over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kliping.errors import Problem
from kliping.model import Repair
from kliping.parse.claim import Claim
from kliping.parse.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Given:
    """A field's value that a person wrote into the seed."""

    value: Any
    line: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A laid out seed, and what is known of it beside its text."""

    sheet: Sheet
    repairs: tuple[Repair, ...] = ()
    claims: tuple[Claim, ...] = ()
    """From the page's metadata; they stand beside those from its text."""
    given: Mapping[str, Given] = field(default_factory=dict)
    """By field; nothing is said against these."""
    body: str | None = None
    """The article as Markdown, where the seed is that already."""
    paragraphs: tuple[tuple[int, str], ...] = ()
    """That body's paragraphs: (line of the seed, text) each."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A seed that cannot be read."""

    problems: tuple[Problem, ...]
