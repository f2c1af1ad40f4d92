"""What the index knows of an article, and the terms it is found by."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from kliping.site.search.words import stem, tokens
from kliping.site.views.parts import Card

TITLE, NAME, TAG, SUMMARY, BODY, FORM = 1, 2, 4, 8, 16, 32
"""Parts of an article that a word stands in, as bits, which the browser weighs.

The form is outlet, section, place and authors.
"""
OFTEN = 6
"""Bits that the parts take; above them stands how often the body has the word."""
MOST = 3
_GAP = 8
"""Positions between two texts, so that no phrase runs from one into the next."""

COMMON = frozenset(
    "ada akan atau bagi bahwa dalam dan dari dengan di ini itu juga ke oleh pada para untuk yang "
    "a an and as at by for in is of on or the to with".split()
)
"""Words that nearly every text has: found in phrases and titles, but not listed for every body."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article as the search sees it; only what may be shown."""

    card: Card
    year: str
    """Empty when undated."""
    tags: tuple[str, ...]
    people: tuple[str, ...]
    authors: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Terms:
    """Where an article's words stand."""

    parts: dict[str, int]
    """By stem: its parts, and above them how often the body has it."""
    places: dict[str, list[int]]
    """By word as written (folded): its positions, rising."""


def terms(document: Document) -> Terms:
    """Return the terms of an article."""
    parts: dict[str, int] = {}
    places: dict[str, list[int]] = {}
    at = 0
    for part, text in _heads(document):
        for word in tokens(text):
            if part != FORM or word not in COMMON:
                root = stem(word)
                parts[root] = parts.get(root, 0) | part
            places.setdefault(word, []).append(at)
            at += 1
        at += _GAP
    body = at
    for paragraph in document.text.split("\n"):
        for word in tokens(paragraph):
            places.setdefault(word, []).append(at)
            at += 1
        at += _GAP
    for root, count in _counts(places, body).items():
        parts[root] = parts.get(root, 0) | BODY | min(count, MOST) << OFTEN
    return Terms(parts, places)


def _counts(places: dict[str, list[int]], body: int) -> dict[str, int]:
    """Return how often the body, which begins at that position, has each stem."""
    counts: dict[str, int] = {}
    for word, positions in places.items():
        count = len(positions) - bisect_left(positions, body)
        if count and word not in COMMON:
            root = stem(word)
            counts[root] = counts.get(root, 0) + count
    return counts


def _heads(document: Document) -> Iterable[tuple[int, str]]:
    card = document.card
    yield TITLE, card.title
    for name in document.people:
        yield NAME, name
    for tag in document.tags:
        yield TAG, tag
    for topic in card.topics:
        yield TAG, topic.label
    for text in (card.outlet.label if card.outlet else "", card.section, card.place, *document.authors):
        yield FORM, text
    yield SUMMARY, card.summary
