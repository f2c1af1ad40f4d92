"""Articles, terms and dates as pages show them, each made once and used wherever it appears."""

import re
from dataclasses import dataclass

from kliping.model import Article, Record
from kliping.site import format as written
from kliping.site.catalogue import Catalogue
from kliping.site.terms import Term
from kliping.site.views.parts import Card, Link, Stamp
from kliping.when import When

INFERRED_DATES = frozenset({"date-weekday-year", "date-range-year"})
"""Rules that fill in what the text does not print."""
_DERIVED = "derived"
"""How the names of rules begin that make a headline where none is printed."""

_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards and links by the places of their articles and terms."""

    cards: tuple[Card, ...]
    tags: tuple[Link, ...]
    topics: tuple[Link, ...]
    outlets: tuple[Link, ...]
    people: tuple[Link, ...]
    bodies: tuple[Link, ...]
    regions: tuple[Link, ...]


def make_cards(catalogue: Catalogue, language: str) -> Cards:
    """Return every card and link of the site."""
    topics = tuple(link("topics", term) for term in catalogue.topics.terms)
    outlets = tuple(link("outlets", term) for term in catalogue.outlets.terms)
    cards = []
    for place, article in enumerate(catalogue.articles):
        mine = catalogue.outlets.of[place]
        its_topics = tuple(topics[term] for term in catalogue.topics.of[place])
        cards.append(_card(article, outlets[mine[0]] if mine else None, its_topics, language))
    return Cards(
        cards=tuple(cards),
        tags=tuple(link("tags", term) for term in catalogue.tags.terms),
        topics=topics,
        outlets=outlets,
        people=tuple(link("people", term) for term in catalogue.people.terms),
        bodies=tuple(link("organisations", term) for term in catalogue.bodies.terms),
        regions=tuple(link("places", term) for term in catalogue.regions.terms),
    )


def link(folder: str, term: Term, *, count: bool = False) -> Link:
    """Return the way to a term's page. Without count the link stays the same when articles are added."""
    return Link(term.name, f"{folder}/{term.slug}.html", len(term.members) if count else 0)


def stamp(when: When, language: str, *, printed: bool = True) -> Stamp:
    """Return the date as a stamp."""
    return Stamp(
        iso=when.iso(),
        day=str(when.day) if when.day else "",
        month=written.short_month(when.month, language) if when.month else "",
        year=str(when.year),
        text=written.full(when, language),
        printed=printed,
    )


def is_derived(article: Article) -> bool:
    """Tell whether the title was made from the lead."""
    basis = article.record.provenance.get("title")
    return basis is not None and basis.rule.startswith(_DERIVED)


def language_of(record: Record) -> str:
    """Return what the article is written in: Indonesian, if its record does not say."""
    return record.lang if _LANGUAGE.fullmatch(record.lang) else "id"


def _card(article: Article, outlet: Link | None, topics: tuple[Link, ...], language: str) -> Card:
    record = article.record
    basis = record.provenance.get("date")
    printed = basis is None or basis.rule not in INFERRED_DATES
    spoken = language_of(record)
    return Card(
        path=article.path,
        title=record.title,
        derived=is_derived(article),
        stamp=stamp(record.date, language, printed=printed) if record.date else None,
        outlet=outlet,
        section=record.section,
        place=record.place,
        summary=article.summary,
        topics=topics,
        advertorial=record.advertorial,
        lang="" if spoken == language else spoken,
    )
