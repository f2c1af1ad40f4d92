"""Articles into stories. What comes out depends on the texts, their dates and their order only."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kliping.model import Article, Record
from kliping.site.stories.pairs import MANY, Pair, find_pairs
from kliping.site.stories.sets import Sets
from kliping.site.stories.verdict import Link
from kliping.text import content_words

LEAST_WORDS = 12
"""Shorter texts are captions and stubs: two that are alike are no story."""
NOTICE = 60
"""Words; a text that long under many headlines is a story that many printed."""
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


def group(articles: Sequence[Article]) -> Stories:
    """Return the stories of articles in the catalogue's order."""
    copies = _copies(articles)
    prints = [found for first, *_ in copies if (found := articles[first].fingerprint)]
    pairs = find_pairs(prints, [articles[first].record.date for first, *_ in copies])
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


def _join(count: int, pairs: Sequence[Pair]) -> list[list[int]]:
    """Put texts together: printings of one text hold a story together, parts join one story and hold nothing.

    So no short text with a footer, and no round-up of the day, makes one story of two.
    """
    sets = Sets(count)
    solid: set[int] = set()
    for pair in pairs:
        if pair.link is Link.SAME:
            sets.unite(pair.one, pair.other)
            solid |= {pair.one, pair.other}
    parts = [pair for pair in pairs if pair.link is Link.PART]
    told: dict[int, set[int]] = defaultdict(set)
    for pair in parts:
        whole, part = pair.whole_and_part
        if part in solid:
            told[whole].add(sets.find(part))
    joined: set[int] = set()
    for pair in sorted(parts, key=lambda pair: (-pair.share, pair.one, pair.other)):
        whole, part = pair.whole_and_part
        is_free = whole not in joined and part not in joined
        if is_free and (part not in solid or (whole not in solid and len(told[whole]) == 1)):
            sets.unite(whole, part)
            joined |= {whole, part} - solid
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
