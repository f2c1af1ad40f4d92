"""The timeline as TimelineJS reads it: what happened and what was printed; its texts are HTML."""

from collections.abc import Iterable
from html import escape
from typing import Any

from kliping.site.desk import Desk
from kliping.site.happenings import Happening
from kliping.site.jsontext import compact, lines
from kliping.site.views.parts import EventView
from kliping.when import Precision, When

SOURCES = 12
"""Articles that a slide names."""


def slides(desk: Desk) -> str:
    """Return the JSON, a slide a line."""
    events = zip(desk.catalogue.happenings, desk.events, strict=True)
    all_slides = [
        *(_happened(desk, happening, view) for happening, view in events),
        *(_printed(desk, place) for place in desk.catalogue.dated),
    ]
    text = {"headline": escape(desk.settings.title), "text": escape(desk.settings.description)}
    return f'{{"title":{compact({"text": text})},"events":{lines(all_slides)}}}\n'


def _happened(desk: Desk, happening: Happening, view: EventView) -> dict[str, Any]:
    """Return an event: its headline is that of the first article that tells it, its text the sentence that does."""
    place = f"<p>{escape(view.place)}</p>" if view.place else ""
    return {
        **_days(happening.start, happening.end),
        "display_date": view.span,
        "text": {
            "headline": escape(desk.catalogue.articles[happening.sources[0]].record.title),
            "text": f"<p>{escape(view.label)}</p>{place}{_sources(desk, happening.sources[:SOURCES])}",
        },
        "group": desk.words.say("planned" if view.planned else "happened"),
        "unique_id": view.anchor,
    }


def _printed(desk: Desk, place: int) -> dict[str, Any]:
    article, card = desk.catalogue.articles[place], desk.cards.cards[place]
    when = article.record.date
    assert when is not None and card.stamp is not None  # noqa: S101, PT018 - dated articles only
    return {
        **_days(when, when),
        "display_date": card.stamp.text,
        "text": {
            "headline": escape(card.title),
            "text": f"<p>{escape(article.summary)}</p>{_sources(desk, (place,))}",
        },
        "group": card.outlet.label if card.outlet else desk.words.say("outlet_unknown"),
        "unique_id": article.path.removesuffix(".html"),
    }


def _sources(desk: Desk, places: Iterable[int]) -> str:
    """Return links to articles, or without a base address who printed them."""
    cards = desk.of(places)
    if desk.settings.base_url:
        named = [f'<a href="{escape(desk.address(card.path))}">{escape(card.title)}</a>' for card in cards]
    else:
        named = [escape(card.outlet.label) for card in cards if card.outlet]
    return f"<p>{'; '.join(named)}</p>" if named else ""


def _days(start: When, end: When) -> dict[str, Any]:
    days = {"start_date": _day(start)}
    return days if end == start else {**days, "end_date": _day(end)}


def _day(when: When) -> dict[str, int]:
    """Return only the parts that are known."""
    parts = {"year": when.year, "month": when.month, "day": when.day}
    found = {name: part for name, part in parts.items() if part}
    return found | {"hour": when.hour, "minute": when.minute} if when.precision is Precision.MINUTE else found
