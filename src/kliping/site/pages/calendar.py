"""What happened, as a calendar (iCalendar, RFC 5545): an all-day entry for each event."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kliping.digest import digest
from kliping.site.desk import Desk
from kliping.site.happenings import Happening
from kliping.site.views.parts import EventView
from kliping.when import When

LONGEST_LINE = 75
"""Octets of a line, its break not counted (RFC 5545, 3.1)."""
SOURCES = 12
"""Articles that an entry names."""


def calendar(desk: Desk) -> str:
    """Return the calendar; a month or a year is an entry over all its days."""
    return "".join(f"{fold(line)}\r\n" for line in _lines(desk))


def _lines(desk: Desk) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kliping//Kliping//EN", "CALSCALE:GREGORIAN")
    yield f"X-WR-CALNAME:{escape(desk.settings.title)}"
    for happening, view in zip(desk.catalogue.happenings, desk.events, strict=True):
        yield from _entry(desk, happening, view)
    yield "END:VCALENDAR"


def _entry(desk: Desk, happening: Happening, view: EventView) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(happening)}"
    yield f"DTSTAMP:{_digits(_told(desk, happening))}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_digits(happening.start.date())}"
    yield f"DTEND;VALUE=DATE:{_digits(after(happening.end))}"
    yield f"SUMMARY:{escape(view.label)}"
    yield f"DESCRIPTION:{escape(chr(10).join(_sources(desk, happening.sources[:SOURCES])))}"
    if view.place:
        yield f"LOCATION:{escape(view.place)}"
    yield f"STATUS:{'TENTATIVE' if view.planned else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    if desk.settings.base_url:
        yield f"URL:{desk.settings.base_url}{view.path}"
    yield "END:VEVENT"


def uid(happening: Happening) -> str:
    """Return what stays the same as long as the event's days and first sentence do, wherever the site lives."""
    return f"{digest((happening.start.iso(), happening.end.iso(), happening.label))[:20]}@kliping"


def after(end: When) -> date:
    """Return the day behind a day, a month or a year: the end of an all-day entry is not part of it."""
    year, month = divmod(end.year * 12 + (end.month or 12), 12)
    try:
        return end.date() + timedelta(days=1) if end.day else date(year, month + 1, 1)
    except (OverflowError, ValueError):
        return date.max


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _told(desk: Desk, happening: Happening) -> date:
    """Return the day of the newest article that tells it: with the clock, no two builds would be the same bytes."""
    dates = (desk.catalogue.articles[place].record.date for place in happening.sources)
    return max((when.date() for when in dates if when), default=happening.start.date())


def _sources(desk: Desk, places: Iterable[int]) -> Iterator[str]:
    for card in desk.of(places):
        outlet = card.outlet.label if card.outlet else desk.words.say("outlet_unknown")
        yield f"{outlet}: {card.title}"


def escape(text: str) -> str:
    """Return text as a TEXT value (3.3.11); control characters, which none may hold, become blanks."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return "".join(" " if ord(character) < 32 or ord(character) == 127 else character for character in text)


def fold(line: str) -> str:
    """Break a line into pieces of at most 75 octets, none within a character; all but the first begin with a blank."""
    pieces, piece, octets = [], "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > LONGEST_LINE:
            pieces.append(piece)
            piece, octets = " ", 1
        piece += character
        octets += size
    return "\r\n".join((*pieces, piece))
