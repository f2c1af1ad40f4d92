"""The archive as data: articles, timeline and topics for other programs."""

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from kliping.site.desk import Desk
from kliping.site.page import Page
from kliping.when import Precision, When

COLUMNS = (
    "path", "title", "date", "date_precision", "outlet", "domain", "place", "section", "authors",
    "topics", "tags", "people", "summary", "words", "advertorial", "url",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run by spreadsheets; an apostrophe before it stops that."""


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the data files, where the site has them."""
    if not desk.has("data"):
        return
    rows = [_row(desk, place) for place in range(len(desk.catalogue.articles))]
    head = _json({"title": desk.settings.title, "language": desk.language}).rstrip()
    yield Page("data/articles.json", "raw", f'{head[:-1]},"articles":{_lines(rows)}}}\n', "data")
    table = (COLUMNS, *(tuple(_cell(row[column]) for column in COLUMNS) for row in rows))
    yield Page("data/articles.csv", "csv", table, "data")
    if desk.has("events"):
        yield Page("data/timeline.json", "raw", _timeline(desk), "data")
    if desk.catalogue.stories.stories:
        yield Page("data/stories.json", "raw", _lines(_stories(desk)) + "\n", "data")
    yield Page("data/topics.json", "raw", _lines(_topics(desk)) + "\n", "data")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _lines(values: Iterable[Any]) -> str:
    """Return a list in JSON, an entry a line, so that two versions can be compared."""
    return "[\n" + ",\n".join(_json(value).rstrip() for value in values) + "\n]"


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


def _timeline(desk: Desk) -> str:
    """Return events and articles as TimelineJS reads them; its texts are HTML."""
    slides = [
        {
            **_days(happening.start, happening.end),
            "display_date": view.span,
            "text": {
                "headline": escape(view.span),
                "text": f"<p>{escape(view.label)}</p>{_sources(desk, happening.sources)}",
            },
            "group": desk.words.say("timeline"),
            "unique_id": view.anchor,
        }
        for happening, view in zip(desk.catalogue.happenings, desk.events, strict=True)
    ]
    slides += [_printed(desk, place) for place in desk.catalogue.dated]
    text = {"headline": escape(desk.settings.title), "text": escape(desk.settings.description)}
    return f'{{"title":{_json({"text": text}).rstrip()},"events":{_lines(slides)}}}\n'


def _printed(desk: Desk, place: int) -> dict[str, Any]:
    article, card = desk.catalogue.articles[place], desk.cards.cards[place]
    when = article.record.date
    assert when is not None and card.stamp is not None  # noqa: S101, PT018 - dated articles only
    return {
        **_days(when, when),
        "display_date": card.stamp.text,
        "text": {"headline": escape(card.title), "text": f"<p>{escape(article.summary)}</p>"},
        "group": card.outlet.label if card.outlet else desk.words.say("outlet_unknown"),
        "unique_id": article.path.removesuffix(".html"),
    }


def _sources(desk: Desk, places: tuple[int, ...]) -> str:
    cards = desk.of(places)
    if not desk.settings.base_url:
        return ""
    links = (f'<a href="{escape(desk.address(card.path))}">{escape(card.title)}</a>' for card in cards)
    return f"<p>{'; '.join(links)}</p>"


def _days(start: When, end: When) -> dict[str, Any]:
    days = {"start_date": _day(start)}
    return days if end == start else {**days, "end_date": _day(end)}


def _day(when: When) -> dict[str, int]:
    """Return only the parts that are known."""
    parts = {"year": when.year, "month": when.month, "day": when.day}
    found = {name: part for name, part in parts.items() if part}
    return found | {"hour": when.hour, "minute": when.minute} if when.precision is Precision.MINUTE else found


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
