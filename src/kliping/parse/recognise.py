"""Whose page it is: the one described outlet that speaks where only the page's own name stands.

A name in the text or in a list of other news says nothing, however often it is there. What counts is the dateline, a
line at the head, the tail of headline or byline, the copyright line, and the marks that an outlet's file names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kliping.parse.outlets import (
    Outlet,
    described,
    domain_in,
    find_by_domain,
    find_outlet,
    outlet_files_used,
)
from kliping.parse.sheet import Block, Sheet
from kliping.parse.sitenames import COPYRIGHT, SITE_TAIL
from kliping.places import is_place
from kliping.text import fold

LINE = 240
"""Characters; longer blocks are paragraphs."""
NAME = 40
"""Characters that no outlet's name exceeds."""
LEAD = 80
"""Characters that a paragraph with a dateline has at least."""
ENDS = '.”"'
"""A line so long that ends so is of the text, and what stands below it is not the page's head."""
LEADS = 3
"""A dateline farther down is that of another article."""
HEAD, TOP = 3, 8
"""Blocks at the top in which a name alone is the site's, and in which one behind a dash is."""
_PIECES = re.compile(r"\s*[|,–—]\s*|\s-\s")
_YEAR = re.compile(r"(?:19|20)\d\d")
BEGINNING = "…"
"""Closes a line of a file that is only the beginning of the page's."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The page's outlet and the line that shows it."""

    outlet: Outlet
    block: Block
    by: str
    """``dateline``, ``head``, ``copyright`` or ``mark``."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines as a file gives them, whole or beginnings, folded."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]

    @classmethod
    def of(cls, lines: tuple[str, ...]) -> "Lines":
        """Sort a file's lines."""
        begun = tuple(fold(line.removesuffix(BEGINNING)) for line in lines if line.endswith(BEGINNING))
        return cls(frozenset(fold(line) for line in lines if not line.endswith(BEGINNING)), begun)

    def hold(self, folded: str) -> bool:
        """Tell whether a page's line is one of them."""
        return folded in self.whole or folded.startswith(self.beginnings)


@lru_cache(maxsize=1)
def recognised(sheet: Sheet) -> Recognised | None:
    """Return the outlet that the page shows to be its own; None when there is none, or more than one."""
    if not outlet_files_used():
        return None
    found: dict[str, Recognised] = {}
    for evidence in _evidence(sheet):
        found.setdefault(evidence.outlet.id, evidence)
    kept = [one for one in found.values() if not _is_above_another(one.outlet, found)]
    return kept[0] if len(kept) == 1 else None


def _is_above_another(outlet: Outlet, found: dict[str, Recognised]) -> bool:
    """Tell a house from its paper: a page of suryamalang.tribunnews.com names Tribunnews too."""
    return any(other.outlet.id != outlet.id and outlet.owns(other.outlet.domain) for other in found.values())


def _evidence(sheet: Sheet) -> Iterator[Recognised]:
    leads, above = 0, True
    for block in sheet.blocks:
        if len(block.text) >= LEAD and leads < LEADS:
            leads, above = leads + 1, above and block.text[-1] not in ENDS
            if outlet := _of_dateline(block):
                leads = LEADS
                yield Recognised(outlet, block, "dateline")
        if len(block.text) <= LINE:
            yield from _of_line(block, above=above)


def _of_dateline(block: Block) -> Outlet | None:
    line = block.dateline
    if line and line.domain:
        return find_by_domain(line.domain.text)
    return find_outlet(line.outlet.text) if line and line.outlet else None


def _of_line(block: Block, *, above: bool) -> Iterator[Recognised]:
    text, folded = block.text, block.folded
    if outlet := _marked(folded):
        yield Recognised(outlet, block, "mark")
    signed = "©" in text or "copyright" in folded or "cipta" in folded
    if match := COPYRIGHT.search(text) if signed else None:
        holder = text[match.start(1) :]
        domains = [found for domain in block.domains if (found := find_by_domain(domain[1].lower()))]
        named = [find_outlet(match[1]), _marked(fold(holder)), *domains]
        yield from (Recognised(outlet, block, "copyright") for outlet in named if outlet)
    elif above and block.index < TOP and (outlet := _of_head(block)):
        yield Recognised(outlet, block, "head")


def _of_head(block: Block) -> Outlet | None:
    """Return the outlet that a line at the top names: alone, last behind a dash, beside a date or a place."""
    text = block.text
    if block.index < HEAD and (outlet := _named(text)):
        return outlet
    if (tail := SITE_TAIL.search(text)) and (outlet := _named(tail[1])):
        return outlet
    pieces = _PIECES.split(text)
    named = [(outlet, piece) for piece in pieces if (outlet := _named(piece))]
    if len(named) != 1:
        return None
    outlet, printed = named[0]
    dated = _YEAR.search(text) is not None
    return outlet if dated or all(is_place(piece) for piece in pieces if piece != printed) else None


def _named(text: str) -> Outlet | None:
    """Look up a piece of a line that is nothing but a name or a domain."""
    if len(text) > NAME:
        return None
    return find_outlet(text) or (find_by_domain(host) if "." in text and (host := domain_in(text)) else None)


def _marked(folded: str) -> Outlet | None:
    whole, begun = _marks()
    if found := whole.get(folded):
        return found
    near = begun.get(folded.partition(" ")[0])
    return next((outlet for beginning, outlet in near if folded.startswith(beginning)), None) if near else None


@cache
def _marks() -> tuple[dict[str, Outlet], dict[str, tuple[tuple[str, Outlet], ...]]]:
    """Return the marks of all files: whole lines, and beginnings by their first word."""
    whole: dict[str, Outlet] = {}
    begun: dict[str, tuple[tuple[str, Outlet], ...]] = {}
    for outlet in described():
        lines = Lines.of(outlet.marks)
        whole |= dict.fromkeys(lines.whole, outlet)
        for beginning in lines.beginnings:
            key = beginning.partition(" ")[0]
            begun[key] = (*begun.get(key, ()), (beginning, outlet))
    return whole, begun


@cache
def drops(outlet: Outlet) -> Lines:
    """Return the lines that the outlet's file drops."""
    return Lines.of(outlet.drop)


@cache
def rubrics(outlet: Outlet) -> frozenset[str]:
    """Return the outlet's own section names, folded."""
    return frozenset(map(fold, outlet.rubrics))


def has_date_line(outlet: Outlet, text: str) -> bool:
    """Tell whether a line holds a date as the outlet prints it above its articles."""
    shape = _shape(text)
    return any(example in shape for example in _date_shapes(outlet))


@cache
def _date_shapes(outlet: Outlet) -> tuple[str, ...]:
    return tuple(map(_shape, outlet.date_lines))


def _shape(text: str) -> str:
    """Put one letter for each word and one digit for each number: ``a, 9 a 9 | 9:9 a``."""
    plain = text.replace("'", "").replace("’", "")
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", plain)).strip()
