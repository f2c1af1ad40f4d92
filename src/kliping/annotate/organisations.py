"""Organisations that an article names: with their short form in brackets, or as bodies that everybody knows."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from kliping import data
from kliping.annotate.abbreviations import Pair, find_pairs
from kliping.annotate.lexicon import opens_office

MOST = 100
"""No article names more; a hostile text might."""
BEFORE = 24
"""Characters before a long form in which an office stands: ``Inisiator Malang Creative Fusion (MCF)``."""

_WORDS = re.compile(r"[\w&’'-]+")
_OFFICE_BEFORE = re.compile(r"([A-Z][\w-]*)\s+$")


class Organisation(NamedTuple):
    """An organisation with its short form, where there is one, and the line that names it first."""

    name: str
    short: str
    line: int


def find_organisations(passages: Iterable[tuple[int, str]]) -> tuple[Organisation, ...]:
    """Find the organisations that passages name with a short form, in order, each once.

    Not every long form with a short one is an organisation: regions, programmes, laws and offices are none.
    """
    found: dict[str, Organisation] = {}
    for line, text in passages:
        for pair in find_pairs(text):
            if len(found) < MOST and pair.short not in found and is_organisation(pair, text):
                found[pair.short] = Organisation(pair.long, pair.short, line)
    return tuple(found.values())


def find_known(passages: Iterable[tuple[int, str]]) -> tuple[Organisation, ...]:
    """Find ministries, agencies and the offices of cities and regencies, by full or short name, in order, each once.

    A city's office counts with its place only: ``Dishub Kota Malang`` is the ``Dinas Perhubungan Kota Malang``.
    """
    found: dict[str, Organisation] = {}
    state, cities = _state_bodies(), _city_offices()
    pattern = _known_bodies()
    for line, text in passages:
        for match in pattern.finditer(text):
            printed = " ".join(match["body"].replace(",", " ").replace(" Dan ", " dan ").split())
            if match["place"] and printed in cities:
                name, short = f"{cities[printed]} {' '.join(match['place'].split())}", ""
            elif printed in state:
                name, short = state[printed]
            else:
                continue
            if len(found) < MOST:
                found.setdefault(name, Organisation(name, short, line))
    return tuple(found.values())


def is_organisation(pair: Pair, text: str) -> bool:
    """Tell an organisation by the kind of body it says it is, or by an office in it."""
    words = _WORDS.findall(pair.long)
    if not words or pair.short in _listed("no_shorts"):
        return False
    if pair.long in _listed("kinds"):
        return True
    if (
        opens_office(words[0])
        or words[0] in _listed("no_organisations")
        or words[-1] in _listed("no_organisations_end")
    ):
        return False
    if names_a_body(pair.long):
        return True
    office = _OFFICE_BEFORE.search(text, max(0, pair.start - BEFORE), pair.start)
    return bool(office and opens_office(office[1]))


def names_a_body(name: str) -> bool:
    """Tell whether a name says by itself that it is an organisation's: ``Dinas …``, ``… Foundation``."""
    words = _WORDS.findall(name)
    return bool(words) and (words[0] in _listed("kinds") or any(word in _listed("kinds_inside") for word in words))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(str(entry) for entry in data.load("organisations.yaml")[name])


def _entries(*groups: str) -> Iterator[tuple[str, ...]]:
    loaded: Any = data.load("organisations.yaml")
    return (tuple(map(str, entry)) for group in groups for entry in loaded[group])


@cache
def _state_bodies() -> dict[str, tuple[str, str]]:
    """Name and short form of each ministry and agency, by all its names."""
    return {name: (entry[0], (*entry, "")[1]) for entry in _entries("ministries", "agencies") for name in entry}


@cache
def _city_offices() -> dict[str, str]:
    """Full name of each kind of office, by all its names."""
    return {name: entry[0] for entry in _entries("city_offices") for name in entry}


@cache
def _known_bodies() -> re.Pattern[str]:
    names = sorted(_state_bodies().keys() | _city_offices().keys(), key=lambda name: (-len(name), name))
    bodies = "|".join(re.escape(name).replace(r"\ dan\ ", r",?\s+[Dd]an\s+").replace(r"\ ", r",?\s+") for name in names)
    ends = "Besar|Barat|Timur|Utara|Selatan|Tengah|Tenggara|Jaya|Raya|Baru|Hulu|Hilir|Laut"
    place = rf"(?:Kota|Kabupaten|Provinsi)\s+[A-Z][a-z]+(?:\s+(?:{ends}))*"
    behind = rf"(?:\s+\([A-Za-z -]{{2,20}}\))?(?:\s+(?P<place>{place}))?"
    return re.compile(rf"(?=[A-Z])(?<![\w-])(?P<body>{bodies}){behind}(?![\w-])")
