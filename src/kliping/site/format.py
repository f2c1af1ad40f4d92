"""Dates, ranges and numbers as an Indonesian or English reader expects them."""

from datetime import date

from kliping.when import Precision, When

_MONTHS = {
    "id": ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
           "Agustus", "September", "Oktober", "November", "Desember"),
    "en": ("January", "February", "March", "April", "May", "June", "July",
           "August", "September", "October", "November", "December"),
}  # fmt: skip
_SHORT_MONTHS = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_WEEKDAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_ZONES = {420: "WIB", 480: "WITA", 540: "WIT", 0: "UTC"}


def number(value: int, language: str) -> str:
    """Return the number with its thousands marked: ``1.000``, ``1,000``."""
    text = f"{value:,}"
    return text.replace(",", ".") if language == "id" else text


def month_name(month: int, language: str) -> str:
    """Return the month's full name."""
    return _MONTHS[language][month - 1]


def short_month(month: int, language: str) -> str:
    """Return the month's name in three letters."""
    return _SHORT_MONTHS[language][month - 1]


def zone(offset: int) -> str:
    """Return the zone's name in Indonesia, ``UTC+05:30`` elsewhere."""
    if offset in _ZONES:
        return _ZONES[offset]
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}"


def day(when: When, language: str) -> str:
    """Return the date without weekday and time: ``23 Maret 2016``, ``Maret 2016`` or ``2016``."""
    if not when.month:
        return str(when.year)
    month = f"{month_name(when.month, language)} {when.year}"
    return f"{when.day} {month}" if when.day else month


def full(when: When, language: str) -> str:
    """Return all that is known: ``Kamis, 20 Juli 2017 pukul 20.42 WIB``."""
    text = day(when, language)
    if when.day:
        text = f"{_WEEKDAYS[language][date(when.year, when.month, when.day).weekday()]}, {text}"
    if when.hour >= 0:
        mark, joint = (".", " pukul ") if language == "id" else (":", ", ")
        text += f"{joint}{when.hour:02d}{mark}{when.minute:02d}"
        if when.offset is not None:
            text += f" {zone(when.offset)}"
    return text


def span(start: When, end: When, language: str) -> str:
    """Return a range with nothing said twice: ``18–20 Juli 2017``, ``30 Maret–2 April 2016``."""
    start, end = start.on_day(), end.on_day()
    if start == end:
        return day(start, language)
    if start.year != end.year or start.precision != end.precision:
        return f"{day(start, language)}–{day(end, language)}"
    if start.month == end.month:
        return f"{start.day}–{day(end, language)}"
    month = month_name(start.month, language)
    first = f"{start.day} {month}" if start.precision is Precision.DAY else month
    return f"{first}–{day(end, language)}"


def months(start: When, end: When, language: str) -> str:
    """Return the range in whole months (or years, where no month is known)."""
    return span(_month(start), _month(end), language)


def _month(when: When) -> When:
    return When(when.year, when.month)
