"""What happened when, as the articles tell: events of one time that share words are one happening, told by several.

A day inside a range of days that goes by the same name (``ICCC 2016``, or two words of a name) is one of its days.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from kliping.digest import digest
from kliping.model import Article, Event
from kliping.site.subjects import Subject, same_name, same_subject, subject
from kliping.when import When

COMPARED = 24
"""Happenings of the same days, or of one name and month, that an event is compared with: the cost stays linear."""
LONGEST_NAMED = 31
"""Days of a range at most for a day inside it to be one of its own; longer ones are seasons."""

Days = tuple[When, When]
Named = dict[tuple[str, int, int], list["_Group"]]
"""Ranges by a word or edition of their name, year and month."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, or was to, and who wrote of it."""

    start: When
    end: When
    label: str
    """The first article's sentence."""
    place: str
    sources: tuple[int, ...]
    """Places of its articles in the catalogue, oldest first."""
    anchor: str
    """Its id on a page; the same as long as the first sentence is."""
    planned: bool = False
    """No article tells that it took place."""


@dataclass(slots=True)
class _Group:
    event: Event
    """The first article's; its days are those of all."""
    start: When
    end: When
    subject: Subject
    place: str
    planned: bool
    sources: dict[int, None]
    first: int = 0
    last: int = 0
    """Days as ordinals; both 0 for a month or a year."""

    @classmethod
    def of(cls, event: Event, place: int) -> "_Group":
        start = event.start.on_day()
        end = max(event.end.on_day(), start)
        made = cls(event, start, end, subject(event.label), event.place, event.planned, {place: None})
        if start.day and end.day:
            made.first, made.last = start.date().toordinal(), end.date().toordinal()
        return made

    def length(self) -> int:
        """Days; 1 for a month or a year, which no range is compared with."""
        return self.last - self.first + 1

    def take(self, other: "_Group") -> None:
        self.sources |= other.sources
        self.place = self.place or other.place
        self.planned &= other.planned


def happenings(articles: Sequence[Article]) -> tuple[Happening, ...]:
    """Return all happenings by time, then label."""
    groups: dict[Days, dict[str, _Group]] = defaultdict(dict)
    for place, article in enumerate(articles):
        for event in article.record.events:
            named = event if event.label else replace(event, label=article.record.title)
            group = _Group.of(named, place)
            _file(groups[group.start, group.end], group, place)
    apart = list(_within_ranges(group for same_days in groups.values() for group in same_days.values()))
    return tuple(sorted(map(_happening, apart), key=lambda found: (found.start.key(), found.end.key(), found.anchor)))


def _file(same_days: dict[str, _Group], group: _Group, place: int) -> None:
    """Put an event to the one of its days that is the same, else by itself."""
    label = group.event.label
    equal = [same_days[label]] if label in same_days else []
    for other in (*equal, *islice(reversed(same_days.values()), COMPARED)):
        if place in other.sources or other in equal or same_subject(group.subject, other.subject):
            other.take(group)
            return
    same_days[label] = group


def _within_ranges(groups: Iterable[_Group]) -> Iterator[_Group]:
    """Yield the groups, those of a day inside a range of the same name put to it; the longest range goes first."""
    ranges: Named = defaultdict(list)
    for group in sorted(groups, key=lambda one: (-one.length(), one.first, one.event.label)):
        around = next((other for other in _around(group, ranges) if same_name(group.subject, other.subject)), None)
        if around:
            around.take(group)
            continue
        yield group
        if 1 < group.length() <= LONGEST_NAMED:
            days = map(date.fromordinal, (group.first, (group.first + group.last) // 2, group.last))
            for year, month in sorted({(day.year, day.month) for day in days}):
                for word in group.subject.names:
                    if len(bucket := ranges[word, year, month]) < COMPARED:
                        bucket.append(group)


def _around(group: _Group, ranges: Named) -> Iterator[_Group]:
    """Yield the ranges with a word of its name that a group lies within."""
    if group.first:
        for word in group.subject.names:
            for other in ranges.get((word, group.start.year, group.start.month), ()):
                if other.first <= group.first and group.last <= other.last:
                    yield other


def _happening(group: _Group) -> Happening:
    start, end, label = group.start, group.end, group.event.label
    anchor = f"e{start.iso()}-{digest((start.iso(), end.iso(), label))[:6]}"
    return Happening(start, end, label, group.place, tuple(sorted(group.sources)), anchor, group.planned)
