"""What the index knows of an article."""

from collections.abc import Iterable
from dataclasses import dataclass

from kliping.site.search.numbers import number
from kliping.site.search.places import GAP, listed
from kliping.site.search.words import tokens
from kliping.site.views.parts import Card

TITLE, NAME, TAG, SUMMARY, FORM = 1, 2, 4, 8, 16
"""Parts of an article beside its text that a word stands in, as bits, which the browser weighs.

The form is outlet, section, place and authors.
"""
NOWHERE = "0"
"""An empty list of positions, and no part."""


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
    places: str
    """Of the words of the text, as ``places.places`` gives them."""


def entries(document: Document) -> Iterable[tuple[str, int, str, str]]:
    """Yield each word of an article, the parts it stands in, its positions in these, its positions in the text."""
    _, *rest = document.places.split(" ")
    body = dict(zip(rest[::2], rest[1::2], strict=True))
    parts, at = _in_parts(document)
    for word, part in parts.items():
        yield word, part, number(part) + listed(at[word]), body.pop(word, NOWHERE)
    for word, where in body.items():
        yield word, 0, NOWHERE, where


def _in_parts(document: Document) -> tuple[dict[str, int], dict[str, list[int]]]:
    """Return the parts and the positions of the words beside the text."""
    parts: dict[str, int] = {}
    at: dict[str, list[int]] = {}
    start = 0
    for part, text in _heads(document):
        words = tokens(text)
        for place, word in enumerate(words, start):
            parts[word] = parts.get(word, 0) | part
            at.setdefault(word, []).append(place)
        start += len(words) + GAP
    return parts, at


def length(document: Document) -> int:
    """Return how many words the text has."""
    return int(document.places.partition(" ")[0])


def _heads(document: Document) -> Iterable[tuple[int, str]]:
    card = document.card
    yield TITLE, card.title
    for name in document.people:
        yield NAME, name
    for tag in (*document.tags, *(topic.label for topic in card.topics)):
        yield TAG, tag
    for text in (card.outlet.label if card.outlet else "", card.section, card.place, *document.authors):
        if text:
            yield FORM, text
    yield SUMMARY, card.summary
