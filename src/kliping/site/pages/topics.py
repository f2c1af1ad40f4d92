"""Topics: their index and the story of each by date."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from kliping.config import Topic
from kliping.site import jsonld
from kliping.site.desk import Desk
from kliping.site.page import Page
from kliping.site.pages.announced import TOPICS, feeds
from kliping.site.pages.bars import year_bars
from kliping.site.sheets import Sheet, numbered_title, sheets
from kliping.site.terms import Term
from kliping.site.views.pages import IndexView, TopicView
from kliping.site.views.parts import Group, Link, QuoteView, TopicBox

INDEX = "topics/index.html"
NEWEST = 3
VOICES = 5
OUTLETS = 8


def boxes(desk: Desk, *, empty: bool = False) -> tuple[TopicBox, ...]:
    """Return the topics in the settings' order, each with its newest articles; empty ones if asked for."""
    return tuple(
        TopicBox(
            Link(term.name, f"topics/{term.slug}.html", len(term.members)),
            topic.description,
            desk.of(term.members[: -NEWEST - 1 : -1]),
        )
        for topic, term in _topics(desk)
        if term.members or empty
    )


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the index of topics and each topic's pages."""
    if not desk.settings.topics:
        return
    yield Page(INDEX, "index.html", _index(desk), "topics")
    for topic, term in _topics(desk):
        for sheet in sheets(desk, term.members, f"topics/{term.slug}.html", f"topics/{term.slug}"):
            yield Page(sheet.path, "topic.html", _view(desk, topic, term, sheet), f"topic {topic.id}")


def _topics(desk: Desk) -> Iterator[tuple[Topic, Term]]:
    return zip(desk.settings.topics, desk.catalogue.topics.terms, strict=True)


def _index(desk: Desk) -> IndexView:
    title = desk.words.say("topics")
    figures = desk.words.say("topic_count", n=len(desk.settings.topics))
    description = desk.words.say("about_index", title=title, site=desk.settings.title, figures=figures)
    everything = range(len(desk.catalogue.articles))
    return IndexView(
        **desk.frame(INDEX, title, description, modified=desk.newest(everything), menu=INDEX),
        kind="topics",
        figures=figures,
        groups=(),
        boxes=boxes(desk, empty=True),
    )


def _view(desk: Desk, topic: Topic, term: Term, sheet: Sheet) -> TopicView:
    figures = desk.figures(term.members if sheet.top else sheet.places[::-1])
    about = topic.description if topic.description and sheet.top else ""
    description = about or desk.words.say("about_topic", name=term.name, figures=figures)
    return TopicView(
        **desk.frame(
            sheet.path,
            numbered_title(desk, term.name, sheet),
            description,
            modified=desk.newest(sheet.places),
            menu=INDEX,
            crumbs=(Link(desk.words.say("topics"), INDEX),),
            about=jsonld.thing(jsonld.TOPIC, term.name, desk.address(f"topics/{term.slug}.html")),
            feeds=feeds(desk, TOPICS, term),
        ),
        intro=topic.description if sheet.top else "",
        figures=figures,
        years=_years(desk, sheet.places),
        voices=_voices(desk, term) if sheet.top else (),
        outlets=_outlets(desk, term) if sheet.top else (),
        bars=year_bars(desk, term.members) if sheet.top else (),
        pager=sheet.pager,
    )


def _years(desk: Desk, places: tuple[int, ...]) -> tuple[Group, ...]:
    """Return the story in order, year by year; what has no date stands at its end."""

    def year(place: int) -> int:
        when = desk.catalogue.articles[place].record.date
        return when.year if when else 0

    undated = Link(desk.words.say("undated"), "undated/index.html")
    story = sorted(places, key=lambda place: (not year(place), place))
    return tuple(
        Group(Link(str(at), f"{at:04d}/index.html") if at else undated, desk.of(members))
        for at, members in groupby(story, year)
    )


def _voices(desk: Desk, term: Term) -> tuple[QuoteView, ...]:
    """Return the newest quotation of each of the latest speakers."""
    found: dict[str, QuoteView] = {}
    for place in reversed(term.members):
        for number, quote in enumerate(desk.catalogue.articles[place].quotes):
            speaker = desk.speaker(quote.speaker)
            if speaker and speaker.label not in found:
                found[speaker.label] = desk.quote(place, number)
        if len(found) >= VOICES:
            break
    return tuple(found.values())[:VOICES]


def _outlets(desk: Desk, term: Term) -> tuple[Link, ...]:
    counts = Counter(outlet for place in term.members for outlet in desk.catalogue.outlets.of[place])
    links = desk.cards.outlets
    order = sorted(counts, key=lambda outlet: (-counts[outlet], outlet))
    return tuple(Link(links[outlet].label, links[outlet].path, counts[outlet]) for outlet in order[:OUTLETS])
