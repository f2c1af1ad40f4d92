"""What happened when, as the articles tell: events of one time that share words are one happening."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from kliping.digest import digest
from kliping.model import Article, Event
from kliping.text import content_words
from kliping.when import When

ALIKE = 0.3
"""Share of the shorter label's words that must be common."""
COMPARED = 24
"""Happenings of the same days that an event is compared with: the cost of a great day stays linear."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, and who wrote of it."""

    start: When
    end: When
    label: str
    """The first article's sentence."""
    place: str
    sources: tuple[int, ...]
    """Places of its articles in the catalogue, oldest first."""
    anchor: str
    """Its id on a page; the same as long as the first sentence is."""


@dataclass(slots=True)
class _Group:
    event: Event
    words: set[str]
    sources: dict[int, None]


def happenings(articles: Sequence[Article]) -> tuple[Happening, ...]:
    """Return all happenings by time, then label."""
    groups: dict[tuple[When, When], dict[str, _Group]] = defaultdict(dict)
    for place, article in enumerate(articles):
        for event in article.record.events:
            named = event if event.label else replace(event, label=article.record.title)
            _file(groups[event.start.on_day(), event.end.on_day()], named, place)
    made = [_happening(group) for same_days in groups.values() for group in same_days.values()]
    return tuple(sorted(made, key=lambda found: (found.start.key(), found.end.key(), found.anchor)))


def _file(groups: dict[str, _Group], event: Event, place: int) -> None:
    words = content_words(event.label)
    same = [groups[event.label]] if event.label in groups else []
    for group in (*same, *islice(reversed(groups.values()), COMPARED)):
        if place in group.sources or _alike(words, group.words) or group in same:
            group.sources[place] = None
            return
    groups[event.label] = _Group(event, words, {place: None})


def _alike(one: set[str], other: set[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= max(2, ALIKE * shorter)


def _happening(group: _Group) -> Happening:
    event = group.event
    start, end = event.start.on_day(), max(event.end.on_day(), event.start.on_day())
    anchor = f"e{start.iso()}-{digest((start.iso(), end.iso(), event.label))[:6]}"
    return Happening(start, end, event.label, event.place, tuple(group.sources), anchor)
