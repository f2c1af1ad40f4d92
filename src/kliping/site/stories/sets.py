"""Disjoint sets of numbered things, united pair by pair."""

from collections import defaultdict


class Sets:
    """At first each number from 0 is alone; a set is known by its least number, whatever the order of unions."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def find(self, one: int) -> int:
        """Return the least number of the set."""
        parents = self._parents
        while parents[one] != one:
            parents[one] = parents[parents[one]]
            one = parents[one]
        return one

    def unite(self, one: int, other: int) -> None:
        """Make one set of two."""
        first, second = sorted((self.find(one), self.find(other)))
        self._parents[second] = first

    def members(self) -> list[list[int]]:
        """Return all sets in the order of their least numbers."""
        found: dict[int, list[int]] = defaultdict(list)
        for one in range(len(self._parents)):
            found[self.find(one)].append(one)
        return list(found.values())
