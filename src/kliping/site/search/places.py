"""Where a text has its words: what the index takes from one article alone, made once with the article and kept."""

from collections.abc import Iterable

from kliping.site.search.numbers import number, rising
from kliping.site.search.words import tokens

GAP = 8
"""Positions between two paragraphs, so that no phrase runs from one into the next."""


def places(texts: Iterable[str]) -> str:
    """Return the number of words, then each word with its positions as ``listed`` writes them, parted by spaces."""
    found = positions(texts)
    count = sum(map(len, found.values()))
    return " ".join((str(count), *(f"{word} {listed(at)}" for word, at in found.items())))


def searched(text: str, captions: Iterable[str]) -> list[str]:
    """Return the paragraphs that are searched: those of the text, then the captions."""
    return [*text.split("\n"), *captions]


def positions(texts: Iterable[str]) -> dict[str, list[int]]:
    """Return the rising positions of each word, in the order in which the words are first met."""
    found: dict[str, list[int]] = {}
    at = 0
    for text in texts:
        for word in tokens(text):
            found.setdefault(word, []).append(at)
            at += 1
        at += GAP
    return found


def listed(values: list[int]) -> str:
    """Return rising numbers, how many they are before them."""
    return number(len(values)) + rising(values)
