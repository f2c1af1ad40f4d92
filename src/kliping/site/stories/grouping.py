"""Articles into stories. What comes out depends on the texts, their dates and their order only."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from kliping.model import Article, Print, Record
from kliping.site.stories.candidates import Postings, candidates, find_postings
from kliping.site.stories.overlap import Side, compare, lay_open, marks
from kliping.site.stories.sets import Sets
from kliping.site.stories.verdict import Link, alike, judge
from kliping.text import content_words
from kliping.when import When

LEAST_WORDS = 12
"""Shorter texts are captions and stubs: two that are alike are no story."""
MANY = 8
"""A passage that more different stories than these have is boilerplate, and tells nothing."""
NOTICE = 60
"""Words; a text that long under many headlines is a story that many printed."""
SEVERAL, MOST = 3, 0.5
"""Stories that a text must tell one behind the other to be a round-up, and the part of it that they make."""
LAID_OPEN = 512
"""Prints held open at a time; those compared stand near each other."""
FOLLOWED = 4
"""What one story is said to follow up: the latest."""


@dataclass(frozen=True, slots=True)
class Stories:
    """Which articles tell one story, and which follow up which. Articles are known by their places."""

    stories: tuple[tuple[int, ...], ...] = ()
    """The articles of each story, oldest first, of one time the longest first, the undated behind them; stories in the
    order of their first."""
    follow_ups: tuple[tuple[int, int], ...] = ()
    """Pairs of articles, the later one first; a story stands under its first article."""


@dataclass(frozen=True, slots=True)
class _Pair:
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

    @property
    def span_of_whole(self) -> tuple[int, int]:
        """From where to where the longer text is shared."""
        first, second = self.sides
        passages = (first if first.length > second.length else second).passages
        return passages[0][0], passages[-1][1]


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


def group(articles: Sequence[Article]) -> Stories:
    """Return the stories of articles in the catalogue's order."""
    copies = _copies(articles)
    prints = [found for first, *_ in copies if (found := articles[first].fingerprint)]
    shelf = _Shelf(prints, [articles[first].record.date for first, *_ in copies])
    pairs = _pairs(shelf)
    texts = _join(len(copies), pairs)

    def age(place: int) -> tuple[bool, tuple[int, ...], int, int]:
        date, found = articles[place].record.date, articles[place].fingerprint
        return date is None, date.key() if date else (), -found.size if found else 0, place

    members = [sorted((place for text in story for place in copies[text]), key=age) for story in texts]
    first_of = {text: places[0] for story, places in zip(texts, members, strict=True) for text in story}
    linked = ((first_of[pair.one], first_of[pair.other]) for pair in pairs if pair.link is Link.FOLLOW_UP)
    follow_ups = {pair for one, other in linked if (pair := _follow_up(articles, one, other))}
    stories = sorted((tuple(places) for places in members if len(places) > 1), key=lambda places: age(places[0]))
    return Stories(tuple(stories), _latest(follow_ups))


def _copies(articles: Sequence[Article]) -> list[list[int]]:
    """Return the articles that have a text, those of the same words together.

    A short one under many headlines is a notice, such as that the text is for subscribers, and tells nothing.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        if article.fingerprint and article.fingerprint.size >= LEAST_WORDS:
            found[article.fingerprint.whole].append(place)
    return [places for places in found.values() if not _is_notice([articles[place] for place in places])]


def _is_notice(copies: Sequence[Article]) -> bool:
    first = copies[0].fingerprint
    return bool(first and first.size < NOTICE) and len({copy.record.title for copy in copies}) > MANY


def _pairs(shelf: _Shelf) -> list[_Pair]:
    """Compare what is near: once with all passages, then without those that many different stories have."""
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
            found.append(_Pair(one, other, link, sides))
    round_ups = _round_ups(found, sets)
    return [pair for pair in found if pair.one not in round_ups and pair.other not in round_ups]


def _round_ups(pairs: Iterable[_Pair], sets: Sets) -> set[int]:
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


def _join(count: int, pairs: Sequence[_Pair]) -> list[list[int]]:
    """Put texts together: printings of one text hold a story together, parts join one story and hold nothing.

    So no short text with a footer, and no round-up of the day, makes one story of two.
    """
    sets = Sets(count)
    solid: set[int] = set()
    for pair in pairs:
        if pair.link is Link.SAME:
            sets.unite(pair.one, pair.other)
            solid |= {pair.one, pair.other}
    stories = list(map(sets.find, range(count)))
    parts = sorted(
        (pair for pair in pairs if pair.link is Link.PART), key=lambda pair: (-pair.share, pair.one, pair.other)
    )
    told: dict[int, set[int]] = defaultdict(set)
    for pair in parts:
        whole, part = pair.whole_and_part
        if part in solid:
            told[whole].add(stories[part])
    joined: set[int] = set()
    for pair in parts:
        whole, part = pair.whole_and_part
        late = whole if part in solid else part
        if late in solid or late in joined or len(told[whole] | {stories[part]}) > 1:
            continue
        if late == part and whole in joined:
            continue
        sets.unite(whole, part)
        joined |= {late} if {whole, part} & solid else {whole, part}
    return sets.members()


def _follow_up(articles: Sequence[Article], one: int, other: int) -> tuple[int, int] | None:
    """Return the later article and the earlier one, if days lie between them and both speak of the same."""
    first, second = articles[one].record, articles[other].record
    if one == other or not (first.date and second.date and _speaks_of(first) & _speaks_of(second)):
        return None
    if first.date.on_day() == second.date.on_day():
        return None
    return (one, other) if first.date > second.date else (other, one)


def _speaks_of(record: Record) -> set[str]:
    return content_words(" ".join((record.title, *record.tags, *record.people)))


def _latest(follow_ups: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    followed: dict[int, list[int]] = defaultdict(list)
    for later, earlier in sorted(follow_ups):
        followed[later].append(earlier)
    return tuple((later, earlier) for later, found in followed.items() for earlier in found[-FOLLOWED:])
