"""What happens when, as a text tells it: days and times that belong to something that takes place.

Strict by intent, since every find stands on the timeline: the day on which somebody says something, a limit, a birth,
a paper's date and a day whose year nothing proves are none.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from kliping.annotate import cues
from kliping.annotate.periods import find_periods, names_period
from kliping.annotate.venue import find_venue
from kliping.mentions import LONGEST, Mention, find_mentions
from kliping.model import Event
from kliping.text import sentences, words
from kliping.when import When

LONGEST_SPAN = 366
"""Days; longer ranges are periods, not events."""
SPOKEN_WITHIN = 10
"""Days before the printing in which a day beside a verb of saying is the report's; words of long ago are an event."""
LONGEST_CLAUSE = 400
"""Characters to either side of a date that are looked at."""
LEAST_WORDS = 3
"""Words beside its date without which a sentence tells nothing; the one before it is then told too."""

_CREDIT = re.compile(r"\)?\.(?=\s{0,2}\()")
"""A full stop with a picture's credit right behind it."""

Span = tuple[int, int]
"""Where a sentence begins and ends."""
InYear = Callable[[Mention, bool], Mention | None]
"""Gives a date printed without one its year, where something proves it; told whether it is planned."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the text, or a caption."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """An event, and the date that gave it."""

    event: Event
    text: str
    """The date as printed."""
    coarse: bool = False
    """Known by month or year only."""


def find_events(passages: Iterable[Passage], in_year: InYear, printed: When | None) -> Iterator[Told]:
    """Yield what the passages tell, each time once: its first sentence."""
    seen: set[tuple[When, When]] = set()
    for passage in passages:
        for told in _of_passage(passage, in_year, printed):
            days = (told.event.start, told.event.end)
            if days not in seen:
                seen.add(days)
                yield told


def _of_passage(passage: Passage, in_year: InYear, printed: When | None) -> Iterator[Told]:
    text = passage.text[:LONGEST]
    mentions = [mention for mention in _joined(find_mentions(text), text) if mention.day]
    coarse = names_period(text)
    if mentions or coarse:
        spans = list(_sentence_spans(text))
        for told in _days(text, spans, mentions, in_year, printed):
            yield replace(told, event=replace(told.event, line=passage.line))
        for told in _periods(text, spans, mentions, printed) if coarse else ():
            yield replace(told, event=replace(told.event, line=passage.line))


def _days(
    text: str, spans: list[Span], mentions: list[Mention], in_year: InYear, printed: When | None
) -> Iterator[Told]:
    for mention in mentions:
        at = max(bisect_right(spans, (mention.start, len(text))) - 1, 0)
        last = max(bisect_right(spans, (mention.end - 1, len(text))) - 1, at)
        start, end = spans[at][0], max(spans[last][1], mention.end)
        before = text[max(start, mention.start - LONGEST_CLAUSE) : mention.start]
        behind = text[mention.end : min(end, mention.end + LONGEST_CLAUSE)]
        if event := _event(mention, before, behind, in_year, printed):
            if len(words(before + " " + behind)) < LEAST_WORDS:
                start = spans[max(at - 1, 0)][0]
            if glued := _CREDIT.match(text, mention.end):
                end = glued.end()
            yield Told(replace(event, label=text[start:end].strip()), mention.text)


def _periods(text: str, spans: list[Span], mentions: list[Mention], printed: When | None) -> Iterator[Told]:
    for start, end in spans:
        sentence = text[start:end]
        for period in find_periods(sentence, printed):
            if not any(one.start < start + period.end and start + period.start < one.end for one in mentions):
                before, behind = sentence[: period.start], sentence[period.end :]
                event = Event(period.first, period.last, sentence.strip(), place=find_venue(before, behind))
                event = replace(event, planned=_planned(event, before, behind, printed))
                yield Told(event, sentence[period.start : period.end], coarse=True)


def _event(mention: Mention, before: str, behind: str, in_year: InYear, printed: When | None) -> Event | None:
    """Return the event of a date, its sentence left to be filled in."""
    if cues.is_limit(before):
        return None
    dated = mention if mention.year else in_year(mention, cues.is_planned(before, behind))
    if dated is None or dated.contradicts():
        return None
    start = dated.when()
    end = dated.until.when() if dated.until else start
    if not start or not end or not 0 <= (end.date() - start.date()).days <= LONGEST_SPAN:
        return None
    if start == end and _recent(start, printed) and cues.is_spoken(before, behind):
        return None
    if start == end and (lasting := cues.days_long(before)) > 1:
        end = When.of(start.date() + timedelta(days=lasting - 1))
    event = Event(start, end, "", place=find_venue(before, behind))
    return replace(event, planned=_planned(event, before, behind, printed))


def _recent(day: When, printed: When | None) -> bool:
    return printed is None or not printed.day or -1 <= (printed.date() - day.date()).days <= SPOKEN_WITHIN


def _planned(event: Event, before: str, behind: str, printed: When | None) -> bool:
    """The article's own date decides; on its day, or without one, the sentence's words do."""
    if printed is not None:
        if event.start > printed.on_day():
            return True
        last = (event.end.year, event.end.month or 12, event.end.day or 31)
        if last < (printed.year, printed.month or 1, printed.day or 1):
            return False
    return cues.is_planned(before, behind)


def _joined(mentions: tuple[Mention, ...], text: str) -> Iterator[Mention]:
    """Join «Sabtu (19/10/2024) dan Minggu (20/10/2024)», two days that follow each other."""
    rest = list(mentions)
    while rest:
        mention = rest.pop(0)
        if rest and not mention.until and text[mention.end : rest[0].start].strip() in ("dan", "and", "&"):
            other = rest[0]
            first, last = (
                mention.day_of(mention.year or other.year or 2000),
                other.day_of(other.year or mention.year or 2000),
            )
            if first and last and (last - first).days == 1 and not other.until:
                rest.pop(0)
                mention = replace(mention, until=other, end=other.end, text=text[mention.start : other.end])
        yield mention


def _sentence_spans(text: str) -> Iterator[Span]:
    at = 0
    for sentence in sentences(text, whole_quotations=False):
        start = text.find(sentence, at)
        at = start + len(sentence)
        yield start, at
