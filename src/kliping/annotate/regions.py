"""Provinces, cities and regencies of Indonesia that an article names."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from kliping import data
from kliping.places import is_place_word

LONGEST = 5
"""Words of a region's name with its kind: ``Kabupaten Kepulauan Siau Tagulandang Biaro``."""
MOST = 60
"""No article names more; a hostile text might."""

_RUN = re.compile(r"(?:[A-Z][\w’'-]*)(?:\s+(?:dan\s+)?[A-Z][\w’'-]*){0,7}")
_BEFORE = re.compile(r"\b(?:di|dari|ke|asal|se|wilayah|warga|masyarakat|,)\s*$")
_KINDS = {"Kota": "Kota", "Kabupaten": "Kabupaten", "Kab": "Kabupaten", "Provinsi": ""}


def find_regions(texts: Iterable[str], place: str = "") -> tuple[str, ...]:
    """Find the regions that texts name, in order, each once, as ``Kota Malang``, ``Kabupaten Gresik``, ``Jawa Timur``.

    ``place`` is where the article was written. A bare name that a city and a regency bear is the one that the
    article names in full, else the city. A name that people bear counts only where its kind or ``di`` stands before it.
    """
    named: list[tuple[str, str]] = [("", place)] if place in _regions() else []
    for text in texts:
        for run in _RUN.finditer(text):
            named += _in_run(text, run)
    full = {name: kind for kind, name in reversed(named) if kind}
    found = dict.fromkeys(_full(kind or full.get(name, ""), name) for kind, name in named)
    return tuple(region for region in found if region)[:MOST]


def province_of(region: str) -> str:
    """Return the province of a city or regency as ``find_regions`` writes it; empty for a province itself."""
    kind, _, name = region.partition(" ")
    return _regions().get(name, {}).get(kind, "")


def _in_run(text: str, run: re.Match[str]) -> list[tuple[str, str]]:
    """Return kind and name of the regions in a run of capitalised words: all of it, or what a kind stands before."""
    words = run[0].split()
    found = []
    for at, word in enumerate(words):
        if word in _KINDS and (name := _longest(words, at + 1)):
            found.append((_KINDS[word], name))
    if not found and (name := " ".join(words)) in _regions():
        placed = _BEFORE.search(text, max(0, run.start() - 12), run.start())
        if placed or (len(words) > 1 or is_place_word(name)):
            found.append(("", name))
    return found


def _longest(words: list[str], start: int) -> str:
    """Return the longest region's name that begins there; empty where none does."""
    for end in range(min(len(words), start + LONGEST), start, -1):
        if (name := " ".join(words[start:end])) in _regions():
            return name
    return ""


def _full(kind: str, name: str) -> str:
    """Return a region with its kind; a province has none. Empty where no region of that kind has the name."""
    kinds = _regions()[name]
    if kind:
        return f"{kind} {name}" if kind in kinds else ""
    if "" in kinds:
        return name
    return f"{next(iter(kinds))} {name}"


@cache
def _regions() -> dict[str, dict[str, str]]:
    """By name: each kind that bears it, the city first, with its province; a province's own kind is empty."""
    loaded: dict[str, Any] = data.load("regions.yaml")
    found: dict[str, dict[str, str]] = {}
    for kind, group in (("Kota", "kota"), ("Kabupaten", "kabupaten")):
        for province, groups in loaded.items():
            for name in groups[group]:
                found.setdefault(str(name), {})[kind] = province
    for province in loaded:
        found.setdefault(province, {}).setdefault("", "")
    return found


__all__ = ["find_regions", "province_of"]
