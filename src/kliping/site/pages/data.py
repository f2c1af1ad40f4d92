"""The archive as data for other programs: articles, timeline, stories and topics, and what describes them."""

from collections.abc import Iterator
from typing import Any

from kliping.site.desk import Desk
from kliping.site.jsontext import compact, lines
from kliping.site.page import Page
from kliping.site.pages.calendar import calendar
from kliping.site.pages.columns import COLUMNS, json_schema
from kliping.site.pages.datapackage import ARTICLES_CSV, PACKAGE, SCHEMA, package
from kliping.site.pages.slides import slides

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run by spreadsheets; an apostrophe before it stops that."""


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the data files and what describes them, where the site has them."""
    if not desk.has("data"):
        return
    files = tuple(_files(desk))
    yield from files
    yield Page(PACKAGE, "json", package(desk, files), "data")


def _files(desk: Desk) -> Iterator[Page]:
    rows = [_row(desk, place) for place in range(len(desk.catalogue.articles))]
    head = compact({"title": desk.settings.title, "language": desk.language})
    yield Page("data/articles.json", "raw", f'{head[:-1]},"articles":{lines(rows)}}}\n', "data")
    names = tuple(column.name for column in COLUMNS)
    table = (names, *(tuple(_cell(row[name]) for name in names) for row in rows))
    yield Page(ARTICLES_CSV, "csv", table, "data")
    if desk.has("events"):
        yield Page("data/timeline.json", "raw", slides(desk), "data")
        yield Page("data/timeline.ics", "raw", calendar(desk), "data")
    if desk.catalogue.stories.stories:
        yield Page("data/stories.json", "raw", lines(_stories(desk)) + "\n", "data")
    yield Page("data/topics.json", "raw", lines(_topics(desk)) + "\n", "data")
    yield Page(SCHEMA, "json", json_schema(desk.words, desk.address(SCHEMA)), "data")


def _row(desk: Desk, place: int) -> dict[str, Any]:
    article, card = desk.catalogue.articles[place], desk.cards.cards[place]
    record = article.record
    return {
        "path": article.path,
        "title": record.title,
        "date": record.date.iso() if record.date else None,
        "date_precision": str(record.date.precision) if record.date else None,
        "outlet": card.outlet.label if card.outlet else "",
        "domain": record.domain,
        "place": record.place,
        "section": record.section,
        "authors": record.authors,
        "topics": record.topics,
        "tags": record.tags,
        "people": tuple(desk.cards.people[term].label for term in desk.catalogue.people.of[place]),
        "summary": article.summary,
        "words": article.words,
        "advertorial": record.advertorial,
        "url": record.url,
    }


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else ""
    text = "; ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _stories(desk: Desk) -> Iterator[dict[str, Any]]:
    """Yield each story with its articles, oldest first, what its news follows up and what followed it up."""
    articles = desk.catalogue.articles
    for story in desk.catalogue.stories.stories:
        yield {
            "path": f"stories/{articles[story[0]].path}",
            "title": articles[story[0]].record.title,
            "articles": [articles[place].path for place in story],
            "follows": [articles[place].path for place in desk.followed.get(story[0], ())],
            "followed_by": [articles[place].path for place in desk.following.get(story[0], ())],
        }


def _topics(desk: Desk) -> list[dict[str, Any]]:
    return [
        {
            "id": topic.id,
            "title": term.name,
            "description": topic.description,
            "path": f"topics/{term.slug}.html",
            "count": len(term.members),
            "span": desk.span(term.members),
            "articles": [desk.catalogue.articles[place].path for place in term.members],
        }
        for topic, term in zip(desk.settings.topics, desk.catalogue.topics.terms, strict=True)
    ]
