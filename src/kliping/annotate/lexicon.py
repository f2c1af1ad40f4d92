"""Vocabularies of offices, bodies and verbs of saying, ready to look up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kliping import data


@cache
def listed(name: str) -> frozenset[str]:
    """Return one list of ``data/offices.yaml`` as printed there."""
    return frozenset(str(entry) for entry in data.load("offices.yaml")[name])


def _either(names: list[str]) -> str:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)


@dataclass(frozen=True, slots=True)
class Hit:
    """An office or a verb of saying in a text."""

    kind: str
    """``office``, ``says`` (behind its subject) or ``said`` (behind a quotation)."""
    text: str
    start: int
    end: int


def likely_words(text: str) -> frozenset[str]:
    """Return those words of a whole text with which an office or a verb of saying begins."""
    return frozenset(set(_WORD.findall(text)) & _table().keys())


def find_hits(text: str, likely: frozenset[str]) -> Iterator[Hit]:
    """Find offices and verbs of saying, in order; ``ujarnya``, which names nobody, is none.

    ``likely`` are the words to look for, as ``likely_words`` finds them in all of the article.
    """
    table, after = _table(), 0
    for start, word in _known(text, likely):
        if start < after:
            continue
        kind = table[word]
        if kind == "office":
            office = _offices()[word].match(text, start)
            if office is None:
                continue
            after = office.end()
            yield Hit(kind, office[0], office.start(), office.end())
        else:
            yield Hit(kind, word, start, start + len(word))


def _known(text: str, likely: frozenset[str]) -> list[tuple[int, str]]:
    """Return where the likely words stand."""
    found = []
    for word in likely:
        start = text.find(word)
        while start >= 0:
            if _alone(text, start, start + len(word)):
                found.append((start, word))
            start = text.find(word, start + len(word))
    return sorted(found)


def _alone(text: str, start: int, end: int) -> bool:
    """Tell whether a part of a text is a word, not part of one."""
    return not (_INNER.match(text[start - 1 : start]) or _INNER.match(text[end : end + 1]))


_INNER = re.compile(r"[\w-]")


def is_office(word: str) -> bool:
    """Tell whether one word, its full stop apart, is an office by itself."""
    bare = word.rstrip(".")
    return _table().get(bare) == "office" and bool(_offices()[bare].fullmatch(word))


def opens_office(word: str) -> bool:
    """Tell whether an office begins with a word (``Wakil``)."""
    return _table().get(word.rstrip(".")) == "office"


_WORD = re.compile(r"[^\W\d_][\w-]*")


@cache
def _table() -> dict[str, str]:
    """Kind of each word that an entry begins with; an office goes before a verb."""
    kinds = {word: kind for kind in ("said", "says") for word in listed(kind)}
    return kinds | dict.fromkeys(_offices(), "office")


@cache
def _offices() -> dict[str, re.Pattern[str]]:
    """Offices by their first word: ``Pj.`` with its full stop, ``Wakil Wali Kota`` before ``Wakil``."""
    by_first: dict[str, list[str]] = {}
    for entry in listed("offices") | listed("lower_case_offices"):
        by_first.setdefault(re.split(r"[ -]", entry)[0] if " " in entry else entry, []).append(entry)
    return {first: re.compile(rf"(?:{_either(entries)})\b\.?") for first, entries in by_first.items()}


@cache
def said() -> re.Pattern[str]:
    """Match a verb of saying behind a quotation: ``ujar``, ``jelasnya``."""
    return re.compile(rf"\b(?P<verb>{_either(data.load('offices.yaml')['said'])})(?P<own>nya)?\b")


@cache
def says() -> re.Pattern[str]:
    """Match a verb of saying behind its subject: ``mengatakan``."""
    return re.compile(rf"\b(?:{_either(data.load('offices.yaml')['says'])})\b")
