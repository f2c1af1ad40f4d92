"""Indexes of names under their first letters, and names that often stand together."""

import unicodedata
from collections import Counter
from itertools import groupby

from kliping.site.desk import Desk
from kliping.site.terms import Index, Term
from kliping.site.views.pages import IndexView
from kliping.site.views.parts import IndexGroup, Link

NEAR = 8
LOOKED_AT = 400
"""The newest articles of a term whose other terms are counted."""
SIGNS = "0–9"


def index_view(
    desk: Desk, kind: str, index: Index, figures: str, beside: tuple[Link, ...] = (), menu: str = ""
) -> IndexView:
    """Return the index page of tags, outlets, people, organisations or places; ``menu`` is its own path by default."""
    path = f"{kind}/index.html"
    title = desk.words.say(kind)
    description = desk.words.say("about_index", title=title, site=desk.settings.title, figures=figures)
    everything = range(len(desk.catalogue.articles))
    return IndexView(
        **desk.frame(path, title, description, modified=desk.newest(everything), menu=menu or path),
        kind=kind,
        figures=figures,
        groups=letters(kind, index),
        boxes=(),
        beside=beside,
    )


def letters(folder: str, index: Index) -> tuple[IndexGroup, ...]:
    """Return the terms with their counts under their letters; what begins with none comes first."""
    marked = sorted(
        ((letter(term.name), place) for place, term in enumerate(index.terms)),
        key=lambda pair: (pair[0] != SIGNS, *pair),
    )
    return tuple(
        IndexGroup(
            heading,
            f"letter-{ord(heading[0]):x}",
            tuple(
                Link(term.name, f"{folder}/{term.slug}.html", len(term.members))
                for term in (index.terms[place] for _, place in members)
            ),
        )
        for heading, members in groupby(marked, key=lambda pair: pair[0])
    )


def letter(name: str) -> str:
    """Return the letter that a name is filed under."""
    for character in unicodedata.normalize("NFKD", name):
        if character.isalpha():
            return character.upper()[0]
        if character.isdigit():
            break
    return SIGNS


def near(term: Term, index: Index, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Return the terms of an index that most often stand beside a term, with how often."""
    counts = Counter(other for place in term.members[-LOOKED_AT:] for other in index.of[place])
    order = sorted(
        (other for other in counts if index.terms[other] is not term),
        key=lambda other: (-counts[other], other),
    )
    return tuple(Link(links[other].label, links[other].path, counts[other]) for other in order[:NEAR])
