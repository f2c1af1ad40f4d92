"""Two texts compared word by word, as ``git diff --word-diff`` shows it."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

REMOVED, ADDED, SAME = "-", "+", "="
AROUND = 4
"""Equal words shown on each side of a change; the others become one ``…``."""
ALIKE = 0.5
"""Paragraphs that share less of the shorter one's words are shown as one removed and one added."""
LONGEST = 4000
"""Words; longer paragraphs are shown whole, since comparing takes the square of it."""

Piece = tuple[str, str]
"""How a run of words stands in the two texts (``-``, ``+``, ``=``), and the words."""


def paragraphs(old: str, new: str) -> Iterator[tuple[Piece, ...]]:
    """Yield what differs between two texts, a paragraph at a time; equal paragraphs are left out."""
    before, after = _paragraphs(old), _paragraphs(new)
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from _pairs(before[a:b], after[c:d])


def _paragraphs(text: str) -> list[str]:
    return [part for part in re.split(r"\n\s*\n", text) if part]


def _pairs(before: list[str], after: list[str]) -> Iterator[tuple[Piece, ...]]:
    """Compare each paragraph with the next that is like it; those without one are removed or added whole."""
    at = 0
    for old in before:
        like = next((place for place in range(at, len(after)) if alike(old, after[place])), None)
        if like is None:
            yield ((REMOVED, old),)
            continue
        yield from (((ADDED, new),) for new in after[at:like])
        yield shortened(words(old, after[like]))
        at = like + 1
    yield from (((ADDED, new),) for new in after[at:])


def alike(old: str, new: str) -> bool:
    """Tell whether two texts share enough words to be compared."""
    ours, theirs = set(old.split()), set(new.split())
    return len(ours & theirs) >= ALIKE * min(len(ours), len(theirs)) > 0


def words(old: str, new: str) -> tuple[Piece, ...]:
    """Return the runs of words that are equal, removed and added, in order."""
    before, after = old.split(), new.split()
    if max(len(before), len(after)) > LONGEST:
        return ((REMOVED, old), (ADDED, new))
    found: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append((SAME, " ".join(before[a:b])))
            continue
        found += [(sign, " ".join(run)) for sign, run in ((REMOVED, before[a:b]), (ADDED, after[c:d])) if run]
    return tuple(found)


def shortened(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Cut what is equal down to the words beside a change."""
    last = len(pieces) - 1
    return tuple(
        (kind, _cut(text, head=at > 0, tail=at < last)) if kind == SAME else (kind, text)
        for at, (kind, text) in enumerate(pieces)
    )


def _cut(text: str, *, head: bool, tail: bool) -> str:
    found = text.split()
    if len(found) <= AROUND * (head + tail) + 1:
        return text
    return " ".join([*(found[:AROUND] if head else ()), "…", *(found[-AROUND:] if tail else ())])
