"""Tags: their index and the articles of each."""

from collections.abc import Iterator

from kliping.site.desk import Desk
from kliping.site.page import Page
from kliping.site.pages.announced import TAGS, feeds
from kliping.site.pages.letters import index_view, near
from kliping.site.sheets import Sheet, numbered_title, sheets
from kliping.site.terms import Term
from kliping.site.views.pages import ListView
from kliping.site.views.parts import Link

INDEX = "tags/index.html"


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the index of tags and each tag's pages."""
    tags = desk.catalogue.tags
    yield Page(
        INDEX,
        "index.html",
        index_view(desk, "tags", tags, desk.words.say("tag_count", n=len(tags.terms))),
        "tags",
    )
    for term in tags.terms:
        for sheet in sheets(desk, term.members, f"tags/{term.slug}.html", f"tags/{term.slug}"):
            yield Page(sheet.path, "list.html", _view(desk, term, sheet), f"tag “{term.name}”")


def _view(desk: Desk, term: Term, sheet: Sheet) -> ListView:
    figures = desk.figures(term.members if sheet.top else sheet.places[::-1])
    return ListView(
        **desk.frame(
            sheet.path,
            numbered_title(desk, term.name, sheet),
            desk.words.say("about_tag", name=term.name, figures=figures),
            modified=desk.newest(sheet.places),
            menu=INDEX,
            crumbs=(Link(desk.words.say("tags"), INDEX),),
            feeds=feeds(desk, TAGS, term),
        ),
        kind="tag",
        figures=figures,
        cards=desk.of(sheet.places),
        near=near(term, desk.catalogue.tags, desk.cards.tags) if sheet.top else (),
        external=None,
        pager=sheet.pager,
    )
