"""People: their index, and for each the offices held, what was said, and where the name stands."""

from collections import defaultdict
from collections.abc import Iterator

from kliping.site import jsonld
from kliping.site.desk import Desk
from kliping.site.names import canonical_names, key
from kliping.site.offices import Tenure, held
from kliping.site.page import Page
from kliping.site.pages.announced import PEOPLE, feeds
from kliping.site.pages.named import Shelf, shelf_pages
from kliping.site.terms import Term


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the index of people and each one's pages, where the site shows names."""
    if not desk.has("names"):
        return
    tenures: dict[int, list[Tenure]] = defaultdict(list)
    for tenure in held(desk):
        tenures[tenure.person].append(tenure)
    known = canonical_names(desk.settings.names)
    joined = _joined(desk)

    def aliases(term: Term) -> tuple[str, ...]:
        if term.key in known:
            return known[term.key].aliases
        return tuple(joined.get(term.key, ()))

    yield from shelf_pages(
        desk,
        Shelf(
            kind="person",
            thing=jsonld.PERSON,
            folder="people",
            count="person_count",
            about="about_person",
            index=desk.catalogue.people,
            held=lambda place: tuple(tenures.get(place, ())),
            said=lambda place: desk.voices.get(place, ()),
            aliases=aliases,
            offices=lambda term: known[term.key].offices if term.key in known else (),
            feeds=lambda term: feeds(desk, PEOPLE, term),
            named=False,
        ),
    )


def _joined(desk: Desk) -> dict[str, tuple[str, ...]]:
    """Return the shorter names, as printed, that are filed under each person's key."""
    fuller = desk.catalogue.joined
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for article in desk.catalogue.articles if fuller else ():
        for name in article.record.people:
            if person := fuller.get(key(name)):
                found[person][name] = None
    return {person: tuple(names) for person, names in found.items()}
