"""What two texts have in common, passage by passage, and whether its figures agree."""

from collections.abc import Set
from dataclasses import dataclass

from kliping.model import Print
from kliping.site.stories.prints import SHINGLE, unpack

GAP = 6
"""Words between two shared shingles that count as shared: an edited word spoils three shingles, so that a passage
edited in every sixth word is still one."""
LEAST_PASSAGE = 6
"""Words; shorter passages are names of offices and turns of speech."""
UNMARKED = 1
"""Half of all shingles, those with this bit 0, are marks, by which texts are looked up. With fewer, a single sentence
that many articles have looks like a tenth of a text too often."""
RARE_SHARE = 0.08
"""A passage with fewer rare marks than this share is one that many articles have."""


@dataclass(frozen=True, slots=True)
class Text:
    """A print laid open for comparing."""

    shingles: tuple[int, ...]
    different: frozenset[int]
    places: tuple[int, ...]
    """Of the figures, among the words."""
    figures: tuple[int, ...]

    @property
    def length(self) -> int:
        """Words that count."""
        return len(self.shingles) + SHINGLE - 1 if self.shingles else 0


@dataclass(frozen=True, slots=True)
class Side:
    """What one of two texts shares with the other."""

    length: int
    passages: tuple[tuple[int, int], ...]
    """First word and the word behind the last, of each shared passage."""
    agreeing: int
    """Figures inside these passages that the other text has too."""
    contrary: int
    """Figures inside these passages that it has not."""
    moved: int
    """Dates among ``contrary``'s kind that it has not; they are not counted there."""

    @property
    def shared(self) -> int:
        """Words in shared passages."""
        return sum(end - start for start, end in self.passages)

    @property
    def share(self) -> float:
        """Part of the text that is shared, 0 to 1."""
        return self.shared / self.length if self.length else 0.0


def lay_open(found: Print) -> Text:
    """Return the print as numbers."""
    shingles, figures = unpack(found.shingles), unpack(found.figures)
    return Text(tuple(shingles), frozenset(shingles), tuple(figures[::2]), tuple(figures[1::2]))


def marks(text: Text) -> list[int]:
    """Return the shingles by which a text is looked up, in order: the same in every text that has them."""
    return sorted(shingle for shingle in text.different if not shingle & UNMARKED)


def compare(one: Text, other: Text, common: Set[int] = frozenset()) -> tuple[Side, Side]:
    """Return what each of two texts shares with the other.

    ``common`` are marks that many different stories have; passages with hardly any other mark do not count.
    """
    shared = one.different & other.different
    return _side(one, other, shared, common), _side(other, one, shared, common)


def _side(mine: Text, other: Text, shared: Set[int], common: Set[int]) -> Side:
    passages = _passages(mine, shared)
    if common:
        passages = [span for span in passages if not _is_common(mine.shingles[slice(*span)], shared, common)]
    known = set(other.figures)
    agreeing = contrary = moved = at = 0
    for place, figure in zip(mine.places, mine.figures, strict=True):
        while at < len(passages) and passages[at][1] < place:
            at += 1
        if at == len(passages) or place <= passages[at][0]:
            continue
        if figure in known:
            agreeing += not figure & 1
        elif figure & 1:
            moved += 1
        else:
            contrary += 1
    return Side(mine.length, tuple(passages), agreeing, contrary, moved)


def _passages(mine: Text, shared: Set[int]) -> list[tuple[int, int]]:
    """Join shared shingles that stand near each other."""
    found: list[tuple[int, int]] = []
    hits = [at for at, shingle in enumerate(mine.shingles) if shingle in shared]
    if not hits:
        return found
    start = last = hits[0]
    for at in hits:
        if at - last > GAP + SHINGLE - 1:
            found.append((start, last + SHINGLE))
            start = at
        last = at
    found.append((start, last + SHINGLE))
    return [(start, end) for start, end in found if end - start >= LEAST_PASSAGE]


def _is_common(shingles: tuple[int, ...], shared: Set[int], common: Set[int]) -> bool:
    mine = {shingle for shingle in shingles if not shingle & UNMARKED and shingle in shared}
    return bool(mine) and len(mine) - len(mine & common) < RARE_SHARE * len(mine)
