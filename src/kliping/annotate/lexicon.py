"""Vocabularies of offices, bodies, names and verbs of saying, ready to look up."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kliping import data
from kliping.places import place_words


class Kind:
    """What a capitalised word can be, as bits of a number: a word may be several. Plain numbers are quicker."""

    OFFICE = 1
    """Begins an office: Kepala, Camat."""
    BODY = 2
    """Part of a body's name, or no part of any name."""
    NAMED = 4
    """A kind of body or place that has a name of its own behind it: Desa, Universitas."""
    PLACE = 8
    TITLE = 16
    """Before a person: Drs., AKP, Bu."""
    GIVEN = 32
    """Commonly a person's name."""
    NEVER = 64
    """No name begins with it or holds it: Senin, Menurut."""


SHORTENED = 4
"""Letters: an office of so many may have a full stop behind it, ``Pj.``."""


@cache
def listed(name: str) -> frozenset[str]:
    """Return one list of ``data/offices.yaml`` as printed there."""
    return frozenset(str(entry) for entry in data.load("offices.yaml")[name])


@cache
def kinds() -> dict[str, int]:
    """Return the kinds of all known words, by the word as printed."""
    found: dict[str, int] = {}
    groups = (
        (Kind.BODY, listed("bodies")),
        (Kind.NAMED, listed("named_bodies")),
        (Kind.PLACE, place_words() | listed("countries")),
        (Kind.TITLE, listed("honorifics") | listed("address")),
        (Kind.NEVER, listed("not_names")),
        (Kind.GIVEN, (str(name) for names in data.load("given_names.yaml").values() for name in names)),
    )
    for kind, entries in groups:
        for entry in entries:
            for word in entry.split():
                found[word] = found.get(word, 0) | kind
    offices = [entry.split() for entry in sorted(listed("offices"))]
    for first in {words[0] for words in offices}:
        found[first] = found.get(first, 0) | Kind.OFFICE
    for words in offices:
        for word in words[1:]:
            found.setdefault(word, Kind.BODY)
    return found


def _either(names: list[str]) -> str:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)


class Hit(NamedTuple):
    """An office, a title or a verb of saying in a text."""

    kind: str
    """``office``, ``title``, ``says`` (behind its subject), ``said`` (behind a quotation) or ``according``."""
    passage: int
    start: int
    end: int


def find_hits(texts: Sequence[str]) -> Iterator[Hit]:
    """Find offices, titles and verbs of saying in an article's passages, in order.

    ``ujarnya``, which names nobody, is none.
    """
    table, offices = _table(), _offices()
    whole = "\n".join(texts)
    passage, begin, end, after = 0, 0, len(texts[0]) if texts else 0, 0
    for place, word in _known(whole, table.keys() & _words(whole)):
        while place > end:
            begin, passage, after = end + 1, passage + 1, 0
            end = begin + len(texts[passage])
        start = place - begin
        if start < after:
            continue
        kind = table[word]
        if kind == "office":
            office = offices[word].match(texts[passage], start)
            if office is None:
                continue
            after = office.end()
            yield Hit(kind, passage, start, after)
        else:
            yield Hit(kind, passage, start, start + len(word))


def _words(text: str) -> list[str]:
    """Return the words before which a mark may stand and behind which a blank does, since a name is to follow."""
    for mark in '”“"(/.,':
        text = text.replace(mark, " ")
    return text.split()


def _known(text: str, likely: Iterable[str]) -> list[tuple[int, str]]:
    """Return where the likely words stand."""
    found = []
    for word in likely:
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            before, behind = text[start - 1 : start], text[end : end + 1]
            if not (before.isalnum() or behind.isalnum() or behind == "-" or (before == "-" and word[0].islower())):
                found.append((start, word))
            start = text.find(word, end)
    return sorted(found)


def opens_office(word: str) -> bool:
    """Tell whether an office begins with a word (``Wakil``)."""
    return _table().get(word.rstrip(".")) == "office"


@cache
def _table() -> dict[str, str]:
    """Kind of each word that an entry begins with; an office goes before a verb, a verb before a title."""
    kinds = dict.fromkeys(listed("honorifics") | listed("address"), "title")
    kinds |= {form: kind for kind in ("said", "says") for word in listed(kind) for form in (word, word.capitalize())}
    kinds |= dict.fromkeys(listed("according"), "according")
    return kinds | dict.fromkeys(_offices(), "office")


@cache
def _offices() -> dict[str, re.Pattern[str]]:
    """Offices by their first word: ``Pj.`` with its full stop, ``Wakil Wali Kota`` before ``Wakil``."""
    by_first: dict[str, list[str]] = {}
    printed = listed("offices") | listed("lower_case_offices")
    for entry in sorted({form for name in printed for form in _forms(name)}):
        by_first.setdefault(re.split(r"[ -]", entry)[0] if " " in entry else entry, []).append(entry)
    return {
        first: re.compile(rf"(?:{_either(entries)})\b" + r"\.?" * (len(first) <= SHORTENED))
        for first, entries in by_first.items()
    }


def _forms(entry: str) -> set[str]:
    """Return an office as inside and at the beginning of a sentence: ``wali nagari``, ``Wali nagari``."""
    first, blank, rest = entry.partition(" ")
    return {entry, first + blank + rest.lower(), entry[0].upper() + entry[1:]}


@cache
def said() -> re.Pattern[str]:
    """Match a verb of saying behind a quotation: ``ujar``, ``jelasnya``."""
    forms = [form for verb in sorted(listed("said")) for form in (verb, verb.capitalize())]
    return re.compile(rf"\b(?P<verb>{_either(forms)})(?P<own>nya)?\b")


@cache
def says() -> re.Pattern[str]:
    """Match a verb of saying behind its subject: ``mengatakan``."""
    return re.compile(rf"\b(?:{_either(data.load('offices.yaml')['says'])})\b")
