"""Organisations: their index, and for each who holds an office there, what they said, and where it is named."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from kliping.site import jsonld
from kliping.site.desk import Desk
from kliping.site.names import canonical_names, commonest, key
from kliping.site.offices import inside
from kliping.site.page import Page
from kliping.site.pages.named import Shelf, shelf_pages
from kliping.site.terms import Term


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the index of organisations and each one's pages, where the site shows names."""
    if not desk.has("names"):
        return
    index = desk.catalogue.bodies
    shorts = _shorts(desk)
    known = canonical_names(desk.settings.names)
    tenures, voices = inside(desk, index, lambda term: (term.name, shorts.get(term.key, "")))
    yield from shelf_pages(
        desk,
        Shelf(
            kind="organisation",
            thing=jsonld.BODY,
            folder="organisations",
            count="body_count",
            about="about_name",
            index=index,
            remark=lambda term: shorts.get(term.key, ""),
            held=lambda place: tuple(tenures.get(place, ())),
            said=lambda place: tuple(voices.get(place, ())),
            aliases=lambda term: known[term.key].aliases if term.key in known else (),
        ),
    )


def _shorts(desk: Desk) -> dict[str, str]:
    """Return the commonest short form of each organisation that has one, by the key of its term."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for place, article in enumerate(desk.catalogue.articles):
        terms = {term.key: term for term in desk.catalogue.bodies.of_article(place)}
        for body in article.bodies:
            term: Term | None = terms.get(key(body.name))
            if term and body.short:
                counts[term.key][body.short] += 1
    return {name: commonest(counter) for name, counter in counts.items()}
