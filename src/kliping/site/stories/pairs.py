"""Texts that share something, two by two, and what they are to each other."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from kliping.model import Print
from kliping.site.stories.candidates import Postings, candidates, find_postings
from kliping.site.stories.overlap import Side, compare, lay_open, marks
from kliping.site.stories.sets import Sets
from kliping.site.stories.verdict import Link, alike, judge
from kliping.when import When

MANY = 8
"""A passage that more different stories than these have is boilerplate, and tells nothing."""
SEVERAL, MOST = 3, 0.5
"""Stories that a text must tell one behind the other to be a round-up, and the part of it that they make."""
LAID_OPEN = 512
"""Prints held open at a time; those compared stand near each other."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that share something, what they are to each other, and what of each is shared."""

    one: int
    other: int
    link: Link
    sides: tuple[Side, Side]

    @property
    def share(self) -> float:
        """The greater share."""
        return max(side.share for side in self.sides)

    @property
    def whole_and_part(self) -> tuple[int, int]:
        """The longer text and the shorter."""
        first, second = self.sides
        return (self.one, self.other) if first.length > second.length else (self.other, self.one)


def find_pairs(prints: Sequence[Print], dates: Sequence[When | None]) -> list[Pair]:
    """Compare what is near: once with all passages, then without those that many different stories have.

    The texts stand in order, oldest first, and are all different; a round-up of several stories is in no pair.
    """
    shelf = _Shelf(prints, dates)
    near, sets = [], Sets(len(shelf.marks))
    for one, other in shelf.near():
        sides, days = shelf.compare(one, other), shelf.days(one, other)
        if judge(*sides, days) is not Link.NONE:
            near.append((one, other, sides))
            if alike(*sides, days):
                sets.unite(one, other)
    common = _common(shelf.postings, sets)
    found = []
    for one, other, sides in near:
        if common and not common.isdisjoint(shelf.marks[one]):
            sides = shelf.compare(one, other, common)
        link = judge(*sides, shelf.days(one, other))
        if link is not Link.NONE:
            found.append(Pair(one, other, link, sides))
    round_ups = _round_ups(found, sets)
    return [pair for pair in found if pair.one not in round_ups and pair.other not in round_ups]


class _Shelf:
    """The different texts, oldest first, and what is needed to compare them."""

    def __init__(self, prints: Sequence[Print], dates: Sequence[When | None]) -> None:
        self._dates = dates
        self.text = lru_cache(LAID_OPEN)(lambda place: lay_open(prints[place]))
        self.marks = [array("I", marks(self.text(place))) for place in range(len(prints))]
        self.postings: Postings = find_postings(self.marks)

    def near(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs worth comparing."""
        for place in range(len(self.marks)):
            for other in candidates(place, self.marks, self.postings):
                yield place, other

    def compare(self, one: int, other: int, common: Set[int] = frozenset()) -> tuple[Side, Side]:
        """Return what two texts share."""
        return compare(self.text(one), self.text(other), common)

    def days(self, one: int, other: int) -> int | None:
        """Return the days between two texts, None where a day is unknown."""
        first, second = self._dates[one], self._dates[other]
        return abs((first.date() - second.date()).days) if first and second and first.day and second.day else None


def _round_ups(pairs: Iterable[Pair], sets: Sets) -> set[int]:
    """Return the texts that tell several stories one after the other: they are none of them."""
    stories: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    lengths: dict[int, int] = {}
    for pair in pairs:
        for place, other, side in zip((pair.one, pair.other), (pair.other, pair.one), pair.sides, strict=True):
            story, lengths[place] = sets.find(other), side.length
            if story != sets.find(place):
                start, end = stories[place].get(story, (side.length, 0))
                stories[place][story] = min(start, side.passages[0][0]), max(end, side.passages[-1][1])
    return {place for place, spans in stories.items() if _is_told(lengths[place], spans.values())}


def _is_told(length: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Tell whether several spans that lie one behind the other make most of a text."""
    count = reached = covered = 0
    for start, end in sorted(spans, key=lambda span: (span[1], span[0])):
        if start >= reached:
            count, reached, covered = count + 1, end, covered + end - start
    return count >= SEVERAL and covered >= MOST * length


def _common(postings: Postings, sets: Sets) -> frozenset[int]:
    """Return the marks that more different stories have than MANY."""
    return frozenset(
        mark
        for mark, places in postings.items()
        if len(places) > MANY and len({sets.find(place) for place in places}) > MANY
    )
