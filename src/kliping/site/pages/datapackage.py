"""The data files as a Frictionless Data Package, and what the site calls them."""

from collections.abc import Iterable
from typing import Any

from kliping.site.desk import Desk
from kliping.site.page import Page
from kliping.site.pages.columns import table_schema
from kliping.site.views.parts import Link
from kliping.slugs import slug

FOLDER = "data/"
PACKAGE = f"{FOLDER}datapackage.json"
SCHEMA = f"{FOLDER}article.schema.json"
ARTICLES_CSV = f"{FOLDER}articles.csv"
_PROFILES = "https://datapackage.org/profiles/2.0/"
_NAMES = {
    f"{FOLDER}articles.json": "data_articles_json",
    ARTICLES_CSV: "data_articles_csv",
    f"{FOLDER}timeline.json": "data_timeline",
    f"{FOLDER}timeline.ics": "data_calendar",
    f"{FOLDER}stories.json": "data_stories",
    f"{FOLDER}topics.json": "data_topics",
    SCHEMA: "data_schema",
    PACKAGE: "data_package",
}
"""Keys of what the files are called, in the order in which they are told."""
_MEDIA_TYPES = {"json": "application/json", "csv": "text/csv", "ics": "text/calendar"}


def package(desk: Desk, files: Iterable[Page]) -> dict[str, Any]:
    """Return the descriptor of the files, which lie beside it."""
    settings = desk.settings
    found: dict[str, Any] = {
        "$schema": f"{_PROFILES}datapackage.json",
        "name": slug(settings.title, "kliping"),
        "title": settings.title,
    }
    if settings.description:
        found["description"] = settings.description
    if settings.base_url:
        found["homepage"] = settings.base_url
    return found | {"resources": [_resource(desk, page) for page in files]}


def links(desk: Desk) -> tuple[Link, ...]:
    """Return the data files that the site has, as a page lists them."""
    if not desk.has("data"):
        return ()
    missing = set()
    if not desk.has("events"):
        missing |= {"data_timeline", "data_calendar"}
    if not desk.catalogue.stories.stories:
        missing.add("data_stories")
    return tuple(Link(desk.words.say(key), path) for path, key in _NAMES.items() if key not in missing)


def _resource(desk: Desk, page: Page) -> dict[str, Any]:
    name = page.path.removeprefix(FOLDER)
    ending = name.rpartition(".")[2]
    found: dict[str, Any] = {
        "name": name.replace(".", "-"),
        "title": desk.words.say(_NAMES[page.path]),
        "path": name,
        "format": ending,
        "mediatype": "application/schema+json" if page.path == SCHEMA else _MEDIA_TYPES[ending],
        "encoding": "utf-8",
    }
    if isinstance(page.view, str):
        found["bytes"] = len(page.view.encode())
    if page.path == ARTICLES_CSV:
        found |= {
            "$schema": f"{_PROFILES}dataresource.json",
            "type": "table",
            "description": desk.words.say("data_cells"),
            "schema": table_schema(desk.words),
        }
    return found
