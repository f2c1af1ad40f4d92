"""Places: the provinces, cities and regencies that articles name, who holds an office there, and what they said."""

from collections.abc import Iterator

from kliping.annotate.regions import province_of
from kliping.site import jsonld
from kliping.site.desk import Desk
from kliping.site.offices import inside
from kliping.site.page import Page
from kliping.site.pages.named import Shelf, shelf_pages
from kliping.site.terms import Term


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the index of places and each one's pages, where the site shows names."""
    if not desk.has("names"):
        return
    index = desk.catalogue.regions
    tenures, voices = inside(desk, index, _printed)
    yield from shelf_pages(
        desk,
        Shelf(
            kind="place",
            thing=jsonld.REGION,
            folder="places",
            count="region_count",
            about="about_name",
            index=index,
            remark=lambda term: province_of(term.name),
            held=lambda place: tuple(tenures.get(place, ())),
            said=lambda place: tuple(voices.get(place, ())),
        ),
    )


def _printed(term: Term) -> tuple[str, ...]:
    """Return how an office names the place: a regency's by its regent, too, ``Bupati Malang``."""
    kind, _, name = term.name.partition(" ")
    if kind == "Kabupaten":
        return (term.name, *(f"{office} {name}" for office in ("Bupati", "Wabup", "Kapolres", "Pemkab")))
    return (term.name,)
