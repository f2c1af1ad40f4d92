"""Who held which office when, as far as the archive says."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kliping.site import format as written
from kliping.site.desk import Desk
from kliping.site.names import key
from kliping.site.terms import Index, Term
from kliping.site.views.parts import OfficeView
from kliping.when import When

MOST = 30
"""Offices that a page lists, the newest first."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that an article says somebody holds."""

    article: int
    person: int
    """Place among the people."""
    office: str


def held(desk: Desk) -> tuple[Tenure, ...]:
    """Return all offices of the archive's people, oldest first."""
    return tuple(
        Tenure(place, person, one.office)
        for place, article in enumerate(desk.catalogue.articles)
        for one in article.offices
        if (person := desk.person(one.person)) is not None
    )


def inside(
    desk: Desk, index: Index, printed: Callable[[Term], tuple[str, ...]]
) -> tuple[dict[int, list[Tenure]], dict[int, list[tuple[int, int]]]]:
    """Return who holds an office inside each organisation or place, and what they were quoted to say in those articles.

    Both by the term's place, oldest first. An office is inside where it holds one of the names that ``printed`` gives.
    """
    tenures: dict[int, list[Tenure]] = defaultdict(list)
    voices: dict[int, list[tuple[int, int]]] = defaultdict(list)
    patterns: dict[int, re.Pattern[str]] = {}
    for tenure in held(desk):
        for place in index.of[tenure.article]:
            if place not in patterns:
                names = "|".join(re.escape(name) for name in printed(index.terms[place]) if name)
                patterns[place] = re.compile(rf"(?<!\w)(?:{names})(?!\w)")
            if patterns[place].search(tenure.office):
                tenures[place].append(tenure)
    for place, found in tenures.items():
        for article, person in dict.fromkeys((tenure.article, tenure.person) for tenure in found):
            quotes = desk.catalogue.articles[article].quotes
            voices[place] += [
                (article, number)
                for number, quote in enumerate(quotes)
                if quote.speaker and desk.person(quote.speaker) == person
            ]
    return tenures, {place: sorted(found) for place, found in voices.items()}


def office_views(desk: Desk, terms: Iterable[Tenure], *, named: bool) -> tuple[OfficeView, ...]:
    """Return offices with the time from the first article that gives them to the last, the newest first.

    Offices that differ in case only are one. ``named``: with the person, for a page that is not that person's own.
    """
    spans: dict[tuple[str, int], list[Tenure]] = {}
    for term in terms:
        spans.setdefault((key(term.office), term.person), []).append(term)
    newest = sorted(spans.values(), key=lambda some: (-some[-1].article, some[-1].office, some[-1].person))
    return tuple(
        OfficeView(
            some[-1].office,
            desk.cards.people[some[0].person] if named else None,
            _span(desk, some),
            desk.cards.cards[some[-1].article].path,
        )
        for some in newest[:MOST]
    )


def _span(desk: Desk, terms: list[Tenure]) -> str:
    """Return the months between the first and the last article, ``Januari 2025``; empty where none has a date."""
    dates = [date for term in terms if (date := desk.catalogue.articles[term.article].record.date)]
    if not dates:
        return ""
    start, end = (written.day(When(date.year, date.month), desk.language) for date in (dates[0], dates[-1]))
    return start if start == end else desk.words.say("from_to", start=start, end=end)


__all__ = ["Tenure", "held", "inside", "office_views"]
