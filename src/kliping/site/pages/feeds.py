"""Feeds: Atom (RFC 4287) and JSON Feed 1.1 of the site and of its lists."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kliping.config import Settings
from kliping.site.desk import Desk
from kliping.site.feed import AtomView, Entry, JsonFeedView, NewsFeed
from kliping.site.markdown import safe_address
from kliping.site.page import Page
from kliping.site.pages.announced import OUTLETS, PEOPLE, TAGS, TOPICS, Listed
from kliping.site.pages.announced import feeds as announced
from kliping.site.terms import Term
from kliping.when import When

ENTRIES = 20
_NAMED_ON = "2026"
"""A tag: URI names a day on which its domain was ours; it must never change."""
_NOTHING_YET = "1970-01-01T00:00:00Z"
"""When an empty feed changed last; RFC 4287 wants a date."""
_ZONES = {"Asia/Jakarta": 7, "Asia/Pontianak": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9, "UTC": 0}
"""Known without a time zone database, which not every machine has."""


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the feeds; they need absolute addresses, so without a base address there are none."""
    settings = desk.settings
    if not settings.base_url:
        return
    everything = tuple(range(len(desk.catalogue.articles)))
    entries: dict[int, Entry] = {}
    about = settings.description or desk.words.say("about_home", figures=desk.figures(everything))
    site = _feed(desk, "feed.xml", settings.title, about, "index.html", everything, entries)
    yield Page("feed.xml", "raw", AtomView(site), "feed")
    if not desk.has("list_feeds"):
        return
    yield Page("feed.json", "raw", JsonFeedView(replace(site, address=desk.address("feed.json"))), "feed")
    lists = (
        (TOPICS, desk.catalogue.topics),
        (TAGS, desk.catalogue.tags),
        (OUTLETS, desk.catalogue.outlets),
        (PEOPLE, desk.catalogue.people),
    )
    for listed, index in lists:
        for term in index.terms:
            yield from _of_term(desk, listed, term, entries)


def _of_term(desk: Desk, listed: Listed, term: Term, entries: dict[int, Entry]) -> Iterator[Page]:
    found = announced(desk, listed, term)
    if not found:
        return
    atom, other = found
    name = f"{desk.settings.title}: {term.name}"
    said = desk.words.say(f"about_{listed.kind}", name=term.name, figures=desk.figures(term.members))
    feed = _feed(desk, atom.path, name, said, f"{listed.folder}/{term.slug}.html", term.members, entries)
    source = f"feed of {listed.folder} {term.key}"
    yield Page(atom.path, "raw", AtomView(feed), source)
    yield Page(other.path, "raw", JsonFeedView(replace(feed, address=desk.address(other.path))), source)


def _feed(
    desk: Desk, path: str, title: str, about: str, page: str, members: tuple[int, ...], made: dict[int, Entry]
) -> NewsFeed:
    """Return the feed of the newest dated articles; ``made`` keeps each article's entry for other feeds."""
    newest = [place for place in members[: -ENTRIES - 1 : -1] if place >= desk.catalogue.undated]
    for place in newest:
        if place not in made:
            made[place] = _entry(desk, place)
    entries = tuple(made[place] for place in newest)
    return NewsFeed(
        id=tag_uri(desk.settings, f"feed/{path}"),
        title=title,
        subtitle=about,
        updated=max((entry.updated_utc for entry in entries), default=_NOTHING_YET),
        address=desk.address(path),
        page=desk.address(page),
        author=desk.settings.title,
        language=desk.language,
        generator=desk.chrome.generator,
        entries=entries,
    )


def _entry(desk: Desk, place: int) -> Entry:
    article, card = desk.catalogue.articles[place], desk.cards.cards[place]
    record = article.record
    assert record.date is not None  # noqa: S101 - the dated only
    updated = record.updated or record.date
    return Entry(
        id=tag_uri(desk.settings, f"article/{article.id}"),
        title=card.title,
        address=desk.address(card.path),
        original=record.url if safe_address(record.url) else "",
        published=stamp(record.date, desk.settings.timezone),
        updated=stamp(updated, desk.settings.timezone),
        updated_utc=_utc(updated, desk.settings.timezone),
        author=card.outlet.label if card.outlet else "",
        summary=card.summary,
        html=article.html,
        language=record.lang,
        categories=(*(topic.label for topic in card.topics), *record.tags),
    )


def tag_uri(settings: Settings, name: str) -> str:
    """Return a name that stays the article's own wherever the site moves its pages."""
    host = urlsplit(settings.base_url).hostname or "localhost"
    return f"tag:{host},{_NAMED_ON}:{quote(name, safe='/-_.~')}"


def stamp(when: When, zone: str) -> str:
    """Return the moment as RFC 3339: the day's beginning and the site's zone where the source names none."""
    return _moment(when, zone).isoformat()


def _utc(when: When, zone: str) -> str:
    return _moment(when, zone).astimezone(UTC).isoformat().replace("+00:00", "Z")


def _moment(when: When, zone: str) -> datetime:
    local = datetime(when.year, when.month or 1, when.day or 1, max(when.hour, 0), max(when.minute, 0))
    if when.offset is not None:
        return local.replace(tzinfo=timezone(timedelta(minutes=when.offset)))
    if zone in _ZONES:
        return local.replace(tzinfo=timezone(timedelta(hours=_ZONES[zone])))
    try:
        offset = local.replace(tzinfo=ZoneInfo(zone)).utcoffset() or timedelta()
    except (ZoneInfoNotFoundError, ValueError):
        offset = timedelta(hours=7)
    return local.replace(tzinfo=timezone(timedelta(minutes=round(offset.total_seconds() / 60))))
