"""People: their index, and what each said and where each is named."""

from collections.abc import Iterator

from kliping.site.desk import Desk
from kliping.site.names import canonical_names
from kliping.site.page import Page
from kliping.site.pages.letters import index_view, near
from kliping.site.sheets import Sheet, numbered_title, sheets
from kliping.site.terms import Term
from kliping.site.views.pages import PersonView
from kliping.site.views.parts import Link, QuoteView

INDEX = "people/index.html"
QUOTES = 20
"""The newest quotations; the others stand with their articles."""


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the index of people and each one's pages, where the site shows names."""
    if not desk.has("names"):
        return
    people = desk.catalogue.people
    figures = desk.words.say("person_count", n=len(people.terms))
    yield Page(INDEX, "index.html", index_view(desk, "people", people, figures), "people")
    for place, term in enumerate(people.terms):
        for sheet in sheets(desk, term.members, f"people/{term.slug}.html", f"people/{term.slug}"):
            yield Page(sheet.path, "person.html", _view(desk, place, term, sheet), f"person “{term.name}”")


def _view(desk: Desk, place: int, term: Term, sheet: Sheet) -> PersonView:
    said = desk.voices.get(place, ())
    count = desk.words.say("quote_count", n=len(said)) if said else ""
    figures = desk.figures(term.members, count) if sheet.top else desk.figures(sheet.places[::-1])
    known = canonical_names(desk.settings.names).get(term.key)
    return PersonView(
        **desk.frame(
            sheet.path,
            numbered_title(desk, term.name, sheet),
            desk.words.say("about_person", name=term.name, figures=figures),
            modified=desk.newest(sheet.places),
            menu=INDEX,
            crumbs=(Link(desk.words.say("people"), INDEX),),
            og_type="profile",
        ),
        aliases=known.aliases if known and sheet.top else (),
        offices=known.offices if known and sheet.top else (),
        figures=figures,
        quotes=_quotes(desk, said) if sheet.top else (),
        cards=desk.of(sheet.places),
        near=near(term, desk.catalogue.people, desk.cards.people) if sheet.top else (),
        pager=sheet.pager,
    )


def _quotes(desk: Desk, said: tuple[tuple[int, int], ...]) -> tuple[QuoteView, ...]:
    """Return the newest first, those of one article in their order; the speaker goes without saying."""
    chosen = sorted(said[-QUOTES:], key=lambda pair: (-pair[0], pair[1]))
    views = (desk.quote(article, number) for article, number in chosen)
    return tuple(QuoteView(view.text, None, view.card) for view in views)
