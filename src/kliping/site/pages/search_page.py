"""The search page and the index behind it."""

from collections.abc import Iterator

from kliping.site import jsonld
from kliping.site.desk import Desk, counted
from kliping.site.page import Page
from kliping.site.pages.digest import path
from kliping.site.search import index_pages
from kliping.site.views.pages import SearchView
from kliping.site.views.parts import Link

PATH = "search.html"
SCRIPTS = ("search-words.js", "search-index.js", "search-ranking.js", "search.js")
NEWEST = 10
OUTLETS = 12


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the index's scripts and the page that loads the first of them, where the site has a search."""
    if not desk.has("search"):
        return
    index = tuple(index_pages(desk.catalogue, desk.settings, desk.cards))
    yield from index
    catalogue, words = desk.catalogue, desk.words
    everything = tuple(range(len(catalogue.articles)))
    outlets = sorted(counted("outlets", catalogue.outlets.terms), key=lambda link: (-link.count, link.label))
    years = tuple(
        Link(str(year[0]), path(year), len(catalogue.periods[year])) for year in reversed(catalogue.of_length(1))
    )
    view = SearchView(
        **desk.frame(
            PATH,
            words.say("search"),
            words.say("about_search", site=desk.settings.title),
            modified=desk.newest(everything),
            menu=PATH,
            kind_of_page=jsonld.SEARCH,
            scripts=(*desk.scripts, *filter(None, map(desk.theme.asset, SCRIPTS))),
        ),
        newest=desk.of(everything[: -NEWEST - 1 : -1]),
        topics=tuple(link for link in counted("topics", catalogue.topics.terms) if link.count),
        outlets=tuple(outlets[:OUTLETS]),
        years=years,
        index=index[0].path if index else "",
    )
    yield Page(PATH, "search.html", view, "search")
