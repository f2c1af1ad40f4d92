"""Every page of the site, made in full before anything is rendered or written."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kliping.config import Settings
from kliping.errors import BuildError, Problem
from kliping.site.catalogue import Catalogue
from kliping.site.desk import Desk
from kliping.site.page import Page
from kliping.site.pages import (
    about,
    article,
    assets,
    data,
    digest,
    feeds,
    home,
    not_found,
    organisations,
    outlets,
    people,
    places,
    robots,
    search_page,
    sitemap,
    source,
    stats,
    stories,
    tags,
    timeline,
    topics,
)
from kliping.site.theme import Theme

__all__ = ["MAKERS", "Page", "Plan", "plan"]

Maker = Callable[[Desk], Iterator[Page]]

MAKERS: tuple[Maker, ...] = (
    home.pages,
    article.pages,
    digest.pages,
    topics.pages,
    tags.pages,
    outlets.pages,
    people.pages,
    organisations.pages,
    places.pages,
    timeline.pages,
    stories.pages,
    source.pages,
    search_page.pages,
    stats.pages,
    about.pages,
    not_found.pages,
    feeds.pages,
    data.pages,
    robots.pages,
    assets.pages,
)
"""What makes the site's pages, in order; the sitemap follows, made from all of them."""

_PATH = re.compile(r"[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*")


@dataclass(frozen=True, slots=True)
class Plan:
    """The site before rendering."""

    pages: tuple[Page, ...]
    problems: tuple[Problem, ...] = ()


def plan(catalogue: Catalogue, settings: Settings, theme: Theme) -> Plan:
    """Return all pages of the site; BuildError where two want one path, or one wants an impossible one."""
    desk = Desk.open(catalogue, settings, theme)
    pages = [page for maker in MAKERS for page in maker(desk)]
    pages.extend(sitemap.pages(desk, pages))
    faults = list(_faults(pages))
    if faults:
        raise BuildError("\n".join(faults))
    return Plan(tuple(pages), catalogue.problems)


def _faults(pages: list[Page]) -> Iterator[str]:
    """Yield a sentence for each path that cannot be: all of them, so that one build shows all."""
    makers: dict[str, str] = {}
    for page in pages:
        if not _PATH.fullmatch(page.path) or ".." in page.path.split("/"):
            yield f"{page.source}: {page.path!r} is no path of a site; use letters a-z, digits and - . _ only"
        path = page.path.casefold()
        if path in makers:
            yield f"{page.path}: both {makers[path]} and {page.source} want this path; rename one of them"
        makers.setdefault(path, page.source)
    folders: set[str] = set()
    for page in pages:
        folder = page.path.casefold().rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            if folder in makers:
                yield f"{folder}: {makers[folder]} is a file where {page.source} needs a folder; rename one"
            folder = folder.rpartition("/")[0]
