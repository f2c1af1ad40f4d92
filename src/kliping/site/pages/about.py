"""About the archive: what it holds, its data, and what a person should look at."""

from collections.abc import Iterator

from kliping.site import jsonld
from kliping.site.desk import Desk, counted
from kliping.site.page import Page
from kliping.site.pages import datapackage
from kliping.site.pages.evidence import evidence
from kliping.site.views.pages import AboutView
from kliping.site.views.parts import Doubt, Link

PATH = "about.html"
DOUBTFUL = 70
"""Percent of confidence below which a field is shown here."""
DOUBTS = 40
OUTLETS = 12


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the page."""
    catalogue, words = desk.catalogue, desk.words
    everything = tuple(range(len(catalogue.articles)))
    outlets = sorted(counted("outlets", catalogue.outlets.terms), key=lambda link: (-link.count, link.label))
    view = AboutView(
        **desk.frame(
            PATH,
            words.say("about"),
            words.say("about_about", site=desk.settings.title),
            modified=desk.newest(everything),
            menu=PATH,
            kind_of_page=jsonld.ABOUT,
        ),
        figures=desk.figures(everything, words.say("outlet_count", n=len(outlets))),
        outlets=tuple(outlets[:OUTLETS]),
        stats=Link(words.say("stats"), desk.chrome.stats) if desk.chrome.stats else None,
        data=datapackage.links(desk),
        feeds_list=desk.chrome.feeds,
        doubts=_doubts(desk),
    )
    yield Page(PATH, "about.html", view, "about")


def _doubts(desk: Desk) -> tuple[Doubt, ...]:
    """Return the doubtful fields of the newest articles that have any."""
    found: list[Doubt] = []
    for place in reversed(range(len(desk.catalogue.articles))):
        provenance = desk.catalogue.articles[place].record.provenance
        if any(round(100 * basis.confidence) < DOUBTFUL for basis in provenance.values()):
            for item in evidence(desk, place, ""):
                if item.confidence < DOUBTFUL:
                    text = desk.words.say("doubt", value=item.value, why=item.text)
                    found.append(Doubt(desk.cards.cards[place], item.key, text))
        if len(found) >= DOUBTS:
            break
    return tuple(found[:DOUBTS])
