"""Reduplicated words whose hyphen the saving lost: ``gagasangagasan``."""

import re
from functools import cache

from kliping import data
from kliping.places import is_place

_DOUBLED = re.compile(r"\b([a-z]{4,14})\1([a-z]{0,3})\b", re.I)
"""Half of at least four letters: shorter doublings are words of their own (``murmur``, ``cincin``)."""

BLANKS = 8
"""Characters before a word in which the one before it ends."""
SHORTEST = 8
"""Letters of a doubled word."""


@cache
def _rightly_whole() -> frozenset[str]:
    return frozenset(data.load("language.yaml")["whole_words"])


def doubled_words(text: str) -> frozenset[str]:
    """Return the words of a text that may be doubled ones: in these the letters behind the first come again."""
    return frozenset(
        word for word in text.split() if len(word) >= SHORTEST and word[1:4] in word[4:] and _DOUBLED.search(word)
    )


def _is_name(line: str, at: int) -> bool:
    """Tell a capital inside a sentence, ``Teluk Pangpang``, from one that begins it."""
    return line[at].isupper() and line[max(0, at - BLANKS) : at].rstrip()[-1:].isalnum()


def mend_hyphens(line: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Put the hyphen back into words that are exactly a word twice, with or without a suffix."""
    changes: list[tuple[str, str]] = []
    suffixes = data.load("language.yaml")["suffixes"]

    def mend(match: re.Match[str]) -> str:
        half, suffix = match[1], match[2]
        whole = match[0].lower() in _rightly_whole() or is_place(match[0]) or _is_name(line, match.start())
        if whole or not match[0][1:].islower() or (suffix and suffix not in suffixes):
            return match[0]
        changes.append((match[0], f"{half}-{half.lower()}{suffix}"))
        return changes[-1][1]

    return _DOUBLED.sub(mend, line), tuple(changes)
