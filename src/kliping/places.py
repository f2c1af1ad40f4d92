"""Places that a dateline or an office names."""

import re
from functools import cache

from kliping import data
from kliping.text import fold

_KIND = re.compile(r"^(?:kota|kabupaten|kab\.?|kecamatan|kec\.?)\s+", re.I)


@cache
def places() -> frozenset[str]:
    """Indonesian provinces, regencies, cities and some districts, and the world's capitals in the news, folded."""
    entries = data.load("places.yaml")
    return frozenset(fold(name) for group, names in entries.items() if group != "also_names" for name in names)


def is_province(text: str) -> bool:
    """Tell whether the text names a province, in full or shortened (``NTB``, ``Sumut``)."""
    return fold(text) in _provinces()


def is_seat(text: str) -> bool:
    """Tell whether a province's name is a city's as well."""
    return fold(text) in _cities()


@cache
def _cities() -> frozenset[str]:
    return frozenset(fold(name) for name in data.load("places.yaml")["province_cities"])


@cache
def _provinces() -> frozenset[str]:
    entries = data.load("places.yaml")
    return frozenset(fold(name) for group in ("provinces", "provinces_short") for name in entries[group])


@cache
def _words() -> frozenset[str]:
    return frozenset(place for place in places() if " " not in place) - {
        fold(name) for name in data.load("places.yaml")["also_names"]
    }


@cache
def place_words() -> frozenset[str]:
    """Return the words of known places' names as printed, without those that are as well a first name."""
    entries = data.load("places.yaml")
    words = {
        word for group, names in entries.items() if group != "also_names" for name in names for word in name.split()
    }
    return frozenset(words) - frozenset(entries["also_names"])


def is_place(text: str) -> bool:
    """Tell whether the text names a known place, with or without «Kota» before it."""
    folded = fold(text)
    return folded in places() or fold(_KIND.sub("", text)) in places()


def is_place_word(word: str) -> bool:
    """Tell whether one word is a place by itself and not as well a first name."""
    return word.lower() in _words()
