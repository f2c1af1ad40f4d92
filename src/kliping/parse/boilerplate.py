"""What articles of one folder repeat word for word is no article's text: comment forms, notices, menus.

Learnt from all texts at once; the parser is given the numbers of a text's own lines. Which outlet printed a page is not
asked: texts that share most of what they say (a page saved again, a press release in two papers) count as one article,
and what only one article repeats is never boilerplate. Three things more keep an article's own lines out of it:

- a short line counts in a run of three that another article has in the same order, or at an edge of both pages: a
  headline listed on another page has other neighbours there.
- a line as long as a paragraph counts wherever it stands, but only when three articles have it.
- the rule that uses it (``roles.repeated``) leaves what other rules know, and all that speaks of the page's own text.

Nothing depends on the order of the texts, nor on a text that shares no line with the others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from kliping.model import Seed
from kliping.parse.kinds import Kind, kind_of
from kliping.parse.repairs import decode

LEAST_WORDS = 4
"""Shorter lines are known by their place alone (a section, a site's name); they only tell that neighbours recur."""
TELLING = 40
"""Characters of a line by which texts are compared; menus and buttons are shorter, wrapped lines are not."""
LONG = 70
"""Characters of a line that may be a paragraph."""
MANY = 3
"""Articles that must repeat such a line: two may tell of one matter in the same words."""
RUN = 3
"""Lines in a run, an edge of the page counted as one."""
SAME = 0.5
"""Share of the shorter text's telling lines, in characters, that makes two texts one article; where notices outweigh
short articles, nothing is learnt from the two, which loses nothing."""
FEW = 6
"""Texts with one line that are all compared with each other; of more only neighbours by name, so that the cost stays
linear. A copy shares many lines, most of them with its copies only."""

_START, _END = "\n<", "\n>"
"""The page's edges, in no text a line."""

Row = tuple[str | None, ...]
"""A page's lines: None where one is empty, an empty text where no other page has it."""


def learn(seeds: Iterable[Seed]) -> dict[str, frozenset[int]]:
    """Return by the seed's name the numbers (from 1) of its lines that are boilerplate; seeds without any are left out.

    Two passes over the seeds, so that only lines that recur are held. Saved web pages are left out: their own lines are
    not those that are read.
    """
    ordered = sorted((seed for seed in seeds if kind_of(seed.name) is not Kind.HTML), key=lambda seed: seed.name)
    shared = _shared(ordered)
    lengths: dict[str, int] = {}
    rows: dict[str, Row] = {}
    for seed in ordered:
        lines = _lines(seed)
        rows[seed.name] = tuple(shared.get(line, "") if line else None for line in lines)
        lengths[seed.name] = sum(len(line) for line in lines if len(line) >= TELLING)
    article = _articles(rows, lengths)
    linked, often = _linked(rows, article), _often(rows, article)
    found = {name: frozenset(_numbers(row, linked, often)) for name, row in rows.items()}
    return {name: numbers for name, numbers in found.items() if numbers}


def _lines(seed: Seed) -> list[str]:
    decoded = decode(seed.data)
    return [line.strip() for line in decoded[0].split("\n")] if decoded else []


def _shared(seeds: Sequence[Seed]) -> dict[str, str]:
    """Return the lines that stand on two pages or more, each as its only copy.

    Lines are told apart by their hashes, to save memory; where two agree by chance a line of one page is in it too,
    which changes nothing, since no other page has it.
    """
    first: dict[int, int] = {}
    found: dict[str, str] = {}
    for place, seed in enumerate(seeds):
        for line in _lines(seed):
            if line and first.setdefault(hash(line), place) != place:
                found.setdefault(line, line)
    return found


def _articles(rows: Mapping[str, Row], lengths: Mapping[str, int]) -> dict[str, str]:
    """Return for each page the page that stands for its article: the first by name of all that are copies."""
    telling = {name: frozenset(line for line in row if line and len(line) >= TELLING) for name, row in rows.items()}
    having: dict[str, list[str]] = defaultdict(list)
    for name, lines in telling.items():
        for line in lines:
            having[line].append(name)
    pairs = {
        pair for names in having.values() for pair in (combinations if len(names) <= FEW else _neighbours)(names, 2)
    }
    stands = {name: name for name in rows}
    for one, other in sorted(pairs):
        same = sum(map(len, telling[one] & telling[other]))
        if same >= SAME * min(lengths[one], lengths[other]):
            first, second = sorted((_first(stands, one), _first(stands, other)))
            stands[second] = first
    return {name: _first(stands, name) for name in rows}


def _neighbours(names: Sequence[str], _: int) -> Iterator[tuple[str, str]]:
    return pairwise(names)


def _first(stands: dict[str, str], name: str) -> str:
    while stands[name] != name:
        stands[name] = name = stands[stands[name]]
    return name


def _linked(rows: Mapping[str, Row], article: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """Return the lines in order, two by two, that different articles have so."""
    first: dict[tuple[str, str], str] = {}
    found = set()
    for name, row in rows.items():
        for pair in pairwise(line for _, line in _with_edges(row)):
            if all(pair) and first.setdefault(pair, article[name]) != article[name]:
                found.add(pair)
    return frozenset(found)


def _often(rows: Mapping[str, Row], article: Mapping[str, str]) -> frozenset[str]:
    """Return the long lines that many articles have, wherever."""
    having: dict[str, set[str]] = defaultdict(set)
    for name, row in rows.items():
        for line in row:
            if line and len(line) >= LONG:
                having[line].add(article[name])
    return frozenset(line for line, articles in having.items() if len(articles) >= MANY)


def _with_edges(row: Row) -> list[tuple[int, str]]:
    """Return a page's lines that are not empty with their numbers, between its edges."""
    return [(0, _START), *((number, line) for number, line in enumerate(row, 1) if line is not None), (0, _END)]


def _numbers(row: Row, linked: frozenset[tuple[str, str]], often: frozenset[str]) -> Iterator[int]:
    """Yield the numbers of the lines that count as boilerplate on one page."""
    lines = _with_edges(row)
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and (lines[end - 1][1], lines[end][1]) in linked:
            end += 1
        at_edge = start == 0 or end == len(lines)
        in_run = end - start >= (RUN - 1 if at_edge else RUN)
        for number, line in lines[start:end]:
            known = line in often if len(line) >= LONG else in_run
            if known and number and line.count(" ") >= LEAST_WORDS - 1:
                yield number
        start = end
