"""Dates as pages write them for programs."""

import re
from email.utils import parsedate_to_datetime

from kliping.mentions import find_mentions
from kliping.when import When

EARLIEST, LATEST = 1900, 2099
"""Years; others are a program's zero, or an error."""
_EPOCH = When(1970, 1, 1)


def moment_of(text: str) -> When | None:
    """Read a date as pages write it for programs; a midnight only stands for its day."""
    text = text.strip()
    tidy = re.sub(r"^(\d{4})[/.](\d{1,2})[/.](\d{1,2})", r"\1-\2-\3", text)
    tidy = re.sub(r"([+-]\d\d)$", r"\1:00", tidy) if re.search(r":\d\d(?:\.\d+)?[+-]\d\d$", tidy) else tidy
    tidy = re.sub(r"^(\d{4})(\d\d)(\d\d)$", r"\1-\2-\3", tidy)
    tidy = re.sub(r"\s*(?:UTC|GMT)$", "Z", tidy)
    when = _iso(tidy) or _mail_date(text) or _printed(text)
    if when is None or not EARLIEST <= when.year <= LATEST or when.on_day() == _EPOCH:
        return None
    return when.on_day() if (when.hour, when.minute) == (0, 0) else when


def _iso(text: str) -> When | None:
    try:
        return When.parse(text)
    except ValueError:
        return None


def _mail_date(text: str) -> When | None:
    try:
        read = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    zone = read.utcoffset()
    offset = None if zone is None else int(zone.total_seconds()) // 60
    when = When(read.year, read.month, read.day, read.hour, read.minute, offset)
    return when if when.valid() else None


def _printed(text: str) -> When | None:
    return next((when for one in find_mentions(text[:80]) if one.year and (when := one.when(timed=True))), None)
