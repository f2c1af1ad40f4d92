"""The front page and the older pages of the list of all articles."""

from collections.abc import Iterator

from kliping.site import jsonld
from kliping.site.desk import Desk
from kliping.site.page import Page
from kliping.site.pages.bars import year_bars
from kliping.site.pages.topics import boxes
from kliping.site.sheets import Sheet, numbered_title, sheets
from kliping.site.views.pages import HomeView
from kliping.site.views.parts import Link

PATH = "index.html"
NEXT = 6
"""Articles set apart after the lead."""
VOICES = 8


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the front page and the numbered ones."""
    everything = tuple(range(len(desk.catalogue.articles)))
    for sheet in sheets(desk, everything, PATH, "page"):
        view = _front(desk, sheet, everything) if sheet.top else _older(desk, sheet)
        yield Page(sheet.path, "home.html", view, "home")


def _front(desk: Desk, sheet: Sheet, everything: tuple[int, ...]) -> HomeView:
    outlets = sum(1 for term in desk.catalogue.outlets.terms if term.members)
    figures = desk.figures(everything, desk.words.say("outlet_count", n=outlets))
    lead, others = _lead(desk, sheet.places)
    description = desk.settings.description or desk.words.say("about_home", figures=figures)
    graph = jsonld.website(desk.settings) if desk.settings.base_url else None
    return HomeView(
        **desk.frame(PATH, desk.settings.title, description, modified=desk.newest(everything), menu=PATH, graph=graph),
        figures=figures,
        lead=desk.cards.cards[lead] if lead is not None else None,
        next=desk.of(others[:NEXT]),
        rest=desk.of(others[NEXT:]),
        topics=boxes(desk),
        years=year_bars(desk, everything),
        voices=_voices(desk),
        pager=sheet.pager,
    )


def _older(desk: Desk, sheet: Sheet) -> HomeView:
    title = numbered_title(desk, desk.settings.title, sheet)
    figures = desk.figures(sheet.places[::-1])
    description = desk.words.say("about_page", title=desk.settings.title, span=figures)
    return HomeView(
        **desk.frame(sheet.path, title, description, modified=desk.newest(sheet.places)),
        figures=figures,
        lead=None,
        next=(),
        rest=desk.of(sheet.places),
        topics=(),
        years=(),
        voices=(),
        pager=sheet.pager,
    )


def _lead(desk: Desk, places: tuple[int, ...]) -> tuple[int | None, tuple[int, ...]]:
    """Return the newest article that nobody paid for, and the others in order."""
    if not places:
        return None, ()
    lead = next((place for place in places if not desk.cards.cards[place].advertorial), places[0])
    return lead, tuple(place for place in places if place != lead)


def _voices(desk: Desk) -> tuple[Link, ...]:
    """Return who is quoted most, with the number of quotations."""
    links = desk.cards.people
    counts = sorted((-len(quotes), links[person].label, person) for person, quotes in desk.voices.items())
    return tuple(Link(label, links[person].path, -count) for count, label, person in counts[:VOICES])
