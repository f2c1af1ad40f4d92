"""A page in the making: its blocks from top to bottom, what each line is for, and what the record must say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any

from maker.story import Outlet, Story, initials, load, person
from maker.telling import told

FULL_NAMES = {"A", "B", "CAPS"}
NAMED = re.compile(r"\{(\w+)\}")
BASES = ("stated", "dateline", "weekday")
"""What a day is known by, the best first."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together."""

    role: str
    """``headline``, ``caption``, ``body``, ``noise``, or ``aside`` for what is neither text nor noise."""
    lines: tuple[str, ...]


@dataclass
class Draft:
    """What is settled before the first line, and what the lines then add."""

    random: Random
    story: Story
    outlet: Outlet
    when: datetime
    """When it was published; its zone is the place's."""
    zone: str
    blocks: list[Block] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    """Shapes used."""
    authors: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    printed: set[str] = field(default_factory=set)
    """``outlet``, ``domain``, ``place``: what of them is on the page."""
    section: str | None = None
    title: str | None = None
    date: str | None = None
    basis: str | None = None

    def choose(self, kind: str, code: str | None = None) -> tuple[str, Any]:
        """Choose a code of a kind of shape, and its forms; full names are given once only."""
        forms: dict[str, Any] = load("shapes.yaml")[kind]
        named = [
            one for one, form in forms.items() if not (self.authors and FULL_NAMES & set(NAMED.findall(str(form))))
        ]
        code = code or self.random.choice(named)
        self.codes.append(code)
        return code, forms[code]

    def fill(self, form: str, **given: str) -> str:
        """Write a form, and note what it prints of outlet, place and people."""
        names = set(NAMED.findall(form))
        values = told(self.when, self.zone) | {
            "Kota": self.story.place,
            "KOTA": self.story.place.upper(),
            "Outlet": self.outlet.name,
            "OUTLET": self.outlet.name.upper(),
            "Domain": self.outlet.domain,
            "DOMAIN": self.outlet.domain.upper(),
            "KOMA": self.outlet.domain.upper().replace(".", ",", 1),
            "N": person(self.random),
            "NN": person(self.random).upper(),
        }
        self.printed |= {"outlet"} if names & {"Outlet", "OUTLET"} else set()
        self.printed |= {"domain"} if names & {"Domain", "DOMAIN", "KOMA"} else set()
        for name in (one for one in NAMED.findall(form) if one in "A B CAPS i j k E".split()):
            made = initials(self.random) if name in "ijk" else person(self.random)
            values[name] = made.upper() if name == "CAPS" else made
            people = self.editors if name == "E" else self.authors
            people.append(values[name])
        return form.format(**values | given)

    def add(self, role: str, lines: Iterable[str]) -> None:
        """Put a block under the others."""
        self.blocks.append(Block(role, tuple(lines)))

    def dated_by(self, form: str, basis: str) -> None:
        """Take the page's moment as far as a form prints it, unless a better one is printed."""
        if self.basis and BASES.index(self.basis) <= BASES.index(basis):
            return
        minute = {"zona", "jam"} <= set(NAMED.findall(form.replace("zona_kecil", "zona")))
        self.date = self.when.isoformat() if minute and basis == "stated" else self.when.date().isoformat()
        self.basis = basis
