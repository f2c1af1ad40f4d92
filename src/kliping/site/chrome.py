"""What every page shows: the site's name, its menu, its style sheet, its feeds."""

import kliping
from kliping.config import Settings
from kliping.site.strings import Words
from kliping.site.theme import Theme, custom_properties
from kliping.site.views.parts import Chrome, Feed, Link

ATOM = "application/atom+xml"
JSON_FEED = "application/feed+json"


def make_chrome(settings: Settings, theme: Theme, say: Words, *, stories: bool = False) -> Chrome:
    """Return the frame of every page; it depends on settings and theme, and on whether there are stories."""
    feeds: tuple[Feed, ...] = ()
    if settings.base_url:
        feeds = (Feed(say.say("feed_atom", title=settings.title), "feed.xml", ATOM),)
        if "list_feeds" in settings.features:
            feeds += (Feed(say.say("feed_json", title=settings.title), "feed.json", JSON_FEED),)
    return Chrome(
        title=settings.title,
        description=settings.description,
        language=settings.language,
        menu=_menu(settings, say, stories=stories),
        stylesheet=theme.asset("style.css"),
        theme_css=custom_properties(settings.theme)[0],
        icon=theme.asset("icon.svg"),
        feeds=feeds,
        opensearch="opensearch.xml" if settings.base_url and "search" in settings.features else "",
        stats="stats.html" if "stats" in settings.features else "",
        generator=f"Kliping {kliping.__version__}",
    )


def _menu(settings: Settings, say: Words, *, stories: bool) -> tuple[Link, ...]:
    """Return the ways into the archive, which change with the settings and when there is a first story to compare."""
    entries = (
        ("topics", "topics/index.html", bool(settings.topics)),
        ("timeline", "timeline/index.html", "events" in settings.features),
        ("stories", "stories/index.html", stories),
        ("archive", "archive/index.html", True),
        ("outlets", "outlets/index.html", True),
        ("people", "people/index.html", "names" in settings.features),
        ("tags", "tags/index.html", True),
        ("search", "search.html", "search" in settings.features),
        ("about", "about.html", True),
    )
    return tuple(Link(say.say(name), path) for name, path, there in entries if there)
