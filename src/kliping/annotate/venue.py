"""Where something took place, as the sentence with its date prints it."""

import re
from functools import cache

from kliping import data
from kliping.annotate.cues import words
from kliping.calendar_names import is_weekday

MOST_WORDS = 14
"""A longer run of words is no name of a place."""
FARTHEST = 260
"""Characters before the date in which its place stands."""

_AT = re.compile(r"(?<![\w-])(?:di|bertempat di|at|in) +(?=[\w“\"(])")
_SHORT = re.compile(r" \([A-Z]{2,8}\)")
"""``Pengadilan Negeri (PN) Malang``."""
_VISITED = re.compile(r"(?<![\w-])me[mnlrwy]\w{3,}(?: warga)? $")
_WORD = re.compile(r"[\w’'./-]+")
_VERB = re.compile(r"(?:me[mnlrwy]|ber|di|ter|mem)[a-z]{3,}$")
_PAIR = re.compile(r"\s+[A-Z]")
_CAPITAL = re.compile(r"(?:RT|RW|KM|[A-Z0-9À-Þ])")


def find_venue(before: str, behind: str) -> str:
    """Return the place right behind a date, else the nearest before it in its sentence, else the first behind it."""
    after = behind.lstrip(" ),")[:FARTHEST]
    if (match := _AT.match(after)) and (place := _name(after[match.end() :])):
        return place
    near = before[-FARTHEST:]
    for match in reversed(list(_AT.finditer(near))):
        if not _from().search(near[: match.start()]) and (place := _name(near[match.end() :])):
            return place
    if area := _area(near):
        return area
    found = (_name(after[match.end() :]) for match in _AT.finditer(after) if not _from().search(after[: match.start()]))
    return next(filter(None, found), "")


def _name(text: str) -> str:
    """Return the name of a place that a text begins with; empty when it is none."""
    end, count, after_comma = 0, 0, False
    for match in _WORD.finditer(text):
        word = match[0].rstrip(".")
        gap = text[end : match.start()]
        if short := _SHORT.match(text, end):
            end = short.end()
            continue
        if gap.strip(" ") not in ("", ",") or (gap.strip() and not end):
            break
        after_comma = "," in gap
        if word == "dan" and _PAIR.match(text, match.end()) and text[:end].rpartition(" ")[2][:1].isupper():
            end = match.end()
            continue
        if _ends(word, first=not end, after_comma=after_comma):
            break
        if after_comma and not _CAPITAL.match(word):
            break
        end, count = match.start() + len(word), count + 1
        if match[0].endswith(".") and len(word) > 3:
            break
    name = text[:end].strip(' ,“"(')
    return name if name and count <= MOST_WORDS and not _never().fullmatch(name.split()[0]) else ""


def _ends(word: str, *, first: bool, after_comma: bool) -> bool:
    if is_weekday(word) and (after_comma or not first):
        return True
    if word.lower() in _table("place_ends"):
        return True
    verb = _VERB.match(word) or word.endswith("ed")
    return not first and word.islower() and bool(verb) and word not in _table("no_verbs")


def _area(near: str) -> str:
    """Return the last village, district or town that a verb or noun has as its object: «menyambangi warga Desa …»."""
    for match in reversed(list(_areas().finditer(near))):
        if _VISITED.search(near[: match.start()]) and (place := _name(near[match.start() :])):
            return place
    return ""


@cache
def _areas() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(data.load('events.yaml')['areas'])})(?= [A-Z])")


@cache
def _from() -> re.Pattern[str]:
    """Match what somebody comes from: ``dari tiga desa di …``, ``asal …``."""
    return re.compile(rf"\b(?:(?:dari|from)\s+(?:\d+|{'|'.join(_table('counted'))})|asal)\s+(?:[\w-]+\s+){{0,3}}$")


@cache
def _never() -> re.Pattern[str]:
    return words("no_places")


@cache
def _table(key: str) -> frozenset[str]:
    return frozenset(data.load("events.yaml")[key])
