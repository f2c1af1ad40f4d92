"""What pages of people, organisations and places share: offices, quotations, articles, who is named together."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kliping.site import jsonld
from kliping.site.desk import Desk
from kliping.site.offices import Tenure, office_views
from kliping.site.page import Page
from kliping.site.pages.letters import index_view, near
from kliping.site.sheets import Sheet, numbered_title, sheets
from kliping.site.terms import Index, Term
from kliping.site.views.pages import PersonView
from kliping.site.views.parts import Feed, Link, QuoteView

FOLDERS = ("people", "organisations", "places")
MENU = "people/index.html"
"""The menu's way to all names."""
QUOTES = 20
"""The newest quotations; the others stand with their articles."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """All names of one kind, and what their pages say."""

    kind: str
    """person, organisation or place."""
    thing: str
    """What schema.org calls it."""
    folder: str
    """``people``: also the key of its name."""
    count: str
    """Key of how many there are."""
    about: str
    """Key of the sentence for machines."""
    index: Index
    held: Callable[[int], tuple[Tenure, ...]]
    """The offices that a term's page tells, oldest first, by the term's place."""
    said: Callable[[int], tuple[tuple[int, int], ...]]
    """Article and number of each quotation, oldest first, by the term's place."""
    remark: Callable[[Term], str] = lambda _: ""
    aliases: Callable[[Term], tuple[str, ...]] = lambda _: ()
    offices: Callable[[Term], tuple[str, ...]] = lambda _: ()
    feeds: Callable[[Term], tuple[Feed, ...]] = lambda _: ()
    named: bool = True
    """With the names of office holders and speakers: on pages that are not a person's own."""

    @property
    def path(self) -> str:
        """Path of the index."""
        return f"{self.folder}/index.html"


def shelf_pages(desk: Desk, shelf: Shelf) -> Iterator[Page]:
    """Yield the index of the names and each one's pages."""
    figures = desk.words.say(shelf.count, n=len(shelf.index.terms))
    beside = tuple(Link(desk.words.say(folder), f"{folder}/index.html") for folder in FOLDERS if folder != shelf.folder)
    view = index_view(desk, shelf.folder, shelf.index, figures, beside, MENU)
    yield Page(shelf.path, "index.html", view, shelf.folder)
    for place, term in enumerate(shelf.index.terms):
        for sheet in sheets(desk, term.members, f"{shelf.folder}/{term.slug}.html", f"{shelf.folder}/{term.slug}"):
            yield Page(sheet.path, "person.html", _view(desk, shelf, place, term, sheet), f"{shelf.kind} “{term.name}”")


def _view(desk: Desk, shelf: Shelf, place: int, term: Term, sheet: Sheet) -> PersonView:
    said = shelf.said(place) if sheet.top else ()
    count = desk.words.say("quote_count", n=len(said)) if said else ""
    figures = desk.figures(term.members, count) if sheet.top else desk.figures(sheet.places[::-1])
    return PersonView(
        **desk.frame(
            sheet.path,
            numbered_title(desk, term.name, sheet),
            desk.words.say(shelf.about, name=term.name, figures=figures),
            modified=desk.newest(sheet.places),
            menu=MENU,
            crumbs=(Link(desk.words.say(shelf.folder), shelf.path),),
            about=jsonld.thing(
                shelf.thing, term.name, desk.address(f"{shelf.folder}/{term.slug}.html"), aliases=shelf.aliases(term)
            ),
            feeds=shelf.feeds(term),
            og_type="website" if shelf.named else "profile",
        ),
        kind=shelf.kind,
        remark=shelf.remark(term),
        aliases=shelf.aliases(term) if sheet.top else (),
        offices=shelf.offices(term) if sheet.top else (),
        held=office_views(desk, shelf.held(place), named=shelf.named) if sheet.top else (),
        figures=figures,
        quotes=_quotes(desk, said, named=shelf.named),
        cards=desk.of(sheet.places),
        near=near(term, desk.catalogue.people, desk.cards.people) if sheet.top else (),
        pager=sheet.pager,
    )


def _quotes(desk: Desk, said: tuple[tuple[int, int], ...], *, named: bool) -> tuple[QuoteView, ...]:
    """Return the newest first, those of one article in their order; on a person's own page the speaker goes unsaid."""
    chosen = sorted(said[-QUOTES:], key=lambda pair: (-pair[0], pair[1]))
    views = (desk.quote(article, number) for article, number in chosen)
    return tuple(QuoteView(view.text, view.speaker if named else None, view.card) for view in views)
