"""Outlets: their index and what each printed."""

import re
from collections.abc import Iterator

from kliping.site import jsonld
from kliping.site.desk import Desk
from kliping.site.page import Page
from kliping.site.pages.announced import OUTLETS, feeds
from kliping.site.pages.letters import index_view, near
from kliping.site.sheets import Sheet, numbered_title, sheets
from kliping.site.terms import Term
from kliping.site.views.pages import ListView
from kliping.site.views.parts import Link

INDEX = "outlets/index.html"
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the index of outlets and each outlet's pages."""
    outlets = desk.catalogue.outlets
    figures = desk.words.say("outlet_count", n=len(outlets.terms))
    yield Page(INDEX, "index.html", index_view(desk, "outlets", outlets, figures), "outlets")
    for term in outlets.terms:
        for sheet in sheets(desk, term.members, f"outlets/{term.slug}.html", f"outlets/{term.slug}"):
            yield Page(sheet.path, "list.html", _view(desk, term, sheet), f"outlet “{term.name}”")


def domain_of(desk: Desk, term: Term) -> str:
    """Return the outlet's domain if it is known and is one."""
    domain = desk.catalogue.domains.get(term.key, "")
    return domain if _HOST.fullmatch(domain) else ""


def _view(desk: Desk, term: Term, sheet: Sheet) -> ListView:
    figures = desk.figures(term.members if sheet.top else sheet.places[::-1])
    domain = domain_of(desk, term)
    return ListView(
        **desk.frame(
            sheet.path,
            numbered_title(desk, term.name, sheet),
            desk.words.say("about_outlet", name=term.name, figures=figures),
            modified=desk.newest(sheet.places),
            menu=INDEX,
            crumbs=(Link(desk.words.say("outlets"), INDEX),),
            about=jsonld.outlet_of(term.name, domain),
            feeds=feeds(desk, OUTLETS, term),
        ),
        kind="outlet",
        figures=figures,
        cards=desk.of(sheet.places),
        near=near(term, desk.catalogue.tags, desk.cards.tags) if sheet.top else (),
        external=Link(domain, f"https://{domain}/") if domain else None,
        pager=sheet.pager,
    )
