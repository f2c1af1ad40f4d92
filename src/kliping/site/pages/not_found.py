"""The page for addresses that do not exist."""

from collections.abc import Iterator

from kliping.site.desk import Desk, base_path
from kliping.site.page import Page
from kliping.site.views.pages import NotFoundView

PATH = "404.html"


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the page. Shown at any depth, its links begin at the base address's path."""
    words = desk.words
    frame = desk.frame(PATH, words.say("not_found"), words.say("about_not_found"), indexable=False)
    frame |= {"root": base_path(desk.settings), "crumbs": (), "canonical": "", "jsonld": ""}
    yield Page(PATH, "404.html", NotFoundView(**frame), "404")
