"""Which articles are worth comparing: those that share rare passages, found without comparing all with all.

Time and memory grow with the number of articles: each is compared with a few of those beside it, in time, under each
of its marks.
"""

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

NEAR = 8
"""Articles looked at after each one, under each of its marks: who prints a text again does so soon."""
RAREST = 64
"""Marks that an article is looked up by: those that the fewest others have."""
LEAST_MARKS, MARK_SHARE = 2, 0.1
"""Number, and share of the shorter one's marks, that two texts have in common to be compared."""
AT_ONCE = 2_000
"""Articles whose marks are held in memory together to see which occur twice."""

Postings = Mapping[int, Sequence[int]]
"""The articles that have a mark, in order, for each mark that at least two have."""


def find_postings(all_marks: Sequence[Sequence[int]]) -> Postings:
    """Return the marks that at least two texts have, and which these are."""
    repeated = _repeated(all_marks)
    found: dict[int, array[int]] = defaultdict(lambda: array("I"))
    for place, mine in enumerate(all_marks):
        for mark in mine:
            if mark in repeated:
                found[mark].append(place)
    return found


def _repeated(all_marks: Sequence[Sequence[int]]) -> set[int]:
    """Find the marks that occur twice, a part of all marks at a time: most occur once, and need not be held."""
    parts = [array("I") for _ in range(len(all_marks) // AT_ONCE + 1)]
    for mine in all_marks:
        for mark in mine:
            parts[(mark >> 1) % len(parts)].append(mark)
    return {mark for part in parts for mark, count in Counter(part).items() if count > 1}


def candidates(place: int, all_marks: Sequence[Sequence[int]], postings: Postings) -> list[int]:
    """Return the later articles that share enough marks with the one at that place, in order."""
    mine = all_marks[place]
    near: list[int] = []
    found = sorted(filter(None, map(postings.get, mine)), key=len)
    for posting in found[:RAREST]:
        rank = bisect_right(posting, place)
        near += posting[rank : rank + NEAR]
    counts = Counter(near)
    return sorted(
        other
        for other, count in counts.items()
        if count >= LEAST_MARKS and count >= MARK_SHARE * min(len(mine), len(all_marks[other]))
    )
