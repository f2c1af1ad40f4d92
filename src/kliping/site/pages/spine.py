"""The spine of a timeline: day by day what happened, and beside it who printed it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kliping.site import format as written
from kliping.site.desk import Desk
from kliping.site.views.parts import EventView, Link
from kliping.site.views.timeline import TimelineMonth, TimelineRow
from kliping.when import When


def spine_month(
    desk: Desk, when: When, happened: Sequence[int], printed: Sequence[int], more: Link | None = None
) -> TimelineMonth:
    """Return one month (or what is known by its year only): events and articles by their places in the catalogue."""
    label = f"{written.month_name(when.month, desk.language)} {when.year}" if when.month else str(when.year)
    rows = sorted(_rows(desk, happened, printed), key=lambda row: (row.day, not row.event, not row.printed))
    anchor = f"m{when.year}-{when.month:02d}"
    return TimelineMonth(anchor, label, bool(when.month), tuple(_stamped_once(rows)), more)


def _rows(desk: Desk, happened: Sequence[int], printed: Sequence[int]) -> Iterator[TimelineRow]:
    """Yield a row for each event, with those articles of the month that report it; then the days of the others."""
    free = dict.fromkeys(printed)
    for place in happened:
        event = desk.events[place]
        own = [source for source in desk.catalogue.happenings[place].sources if source in free]
        for source in own:
            del free[source]
        yield TimelineRow(event.stamp, event.stamp.iso, _elsewhere(desk, event, own), desk.of(own))
    days: dict[str, list[int]] = {}
    for place in free:
        date = desk.catalogue.articles[place].record.date
        if date:
            days.setdefault(date.on_day().iso(), []).append(place)
    for day, places in days.items():
        cards = desk.of(places)
        yield TimelineRow(cards[0].stamp, day, None, cards)


def _elsewhere(desk: Desk, event: EventView, beside: Sequence[int]) -> EventView:
    """Leave out of an event's sources the articles that stand beside it."""
    paths = {desk.catalogue.articles[place].path for place in beside}
    return replace(event, sources=tuple(card for card in event.sources if card.path not in paths))


def _stamped_once(rows: Sequence[TimelineRow]) -> Iterator[TimelineRow]:
    """Leave a day its first stamp; where articles alone are shown it leads those of the day's other rows."""
    reported = {row.day for row in rows if row.printed}
    before = ""
    for row in rows:
        if row.day == before:
            yield replace(row, stamp=None)
        else:
            yield replace(row, leads=not row.printed and row.day in reported)
        before = row.day
