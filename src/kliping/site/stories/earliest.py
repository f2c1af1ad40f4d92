"""Who was first, as far as dates of different precision tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from kliping.when import When


@dataclass(frozen=True, slots=True)
class Earliest:
    """The first of some dates."""

    places: tuple[int, ...]
    """Those that may each be the first, by their places among the dates; empty where no day is known."""
    sure: bool
    """No other can have been before them: all others are known to be later."""


def earliest(dates: Sequence[When | None]) -> Earliest:
    """Return which of some dates come first: by the day, and by the minute where all of that day have one."""
    days = {place: when for place, when in enumerate(dates) if when and when.day}
    if not days:
        return Earliest((), sure=False)
    first = min(when.on_day() for when in days.values())
    that_day = {place: when for place, when in days.items() if when.on_day() == first}
    zones = {when.offset for when in that_day.values()}
    if all(when.hour >= 0 for when in that_day.values()) and len(zones) == 1:
        minute = min(that_day.values())
        that_day = {place: when for place, when in that_day.items() if when == minute}
    return Earliest(
        tuple(that_day), sure=all(_is_after(when, first) for place, when in enumerate(dates) if place not in days)
    )


def _is_after(when: When | None, day: When) -> bool:
    """Tell whether all of a month or year lies behind a day."""
    return when is not None and (when.year, when.month or 0) > (day.year, day.month if when.month else 0)
