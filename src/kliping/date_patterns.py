"""Patterns of dates: a core that begins with a digit or a month's name, and what may lead to it.

The core is looked for first, since few words are near a digit; only there is the weekday before it tried.
"""

import re
from functools import cache

from kliping import data
from kliping.calendar_names import months, weekdays, zones

LEAD = 40
"""Characters before a core in which its weekday and bracket stand."""

_CLOCK = r"""
    (?: [\s,|/–—-]{1,6} (?:(?:pukul|pkl\.?|jam|at)\s*)?
        (?P<hour>[012]?\d) [.:] (?P<minute>[0-5]\d) (?:[.:][0-5]\d)? (?![\d.,]*\d|k\b)
        (?:\s*(?P<zone><<ZONE>>)\b)? )?
"""
_DAY_MONTH = r"""
    (?<![\w/.,]) (?P<day>[0-3]?\d)(?!\d) \s?[.-]?\s? (?P<month><<MONTH>>) (?:[\s,.-]{0,3}(?P<year><<YEAR>>) <<CLOCK>>)?
"""
_MONTH_DAY = r"\b (?P<month><<MONTH>>) \s+ (?P<day>[0-3]?\d)(?!\d) ,?\s+ (?P<year><<YEAR>>) <<CLOCK>>"
_FIGURES = r"""
    (?<![\w.,/-]) (?:(?P<first>[0-3]?\d)\s?[-–]\s?)? (?P<day>[0-3]?\d) \s?(?P<sep>[/-])\s? (?P<month>[01]?\d)(?!\d)
    (?: \s?(?P=sep)\s? (?P<year>(?:19|20|30)\d\d|\d\d)(?!\d) | \s+(?P<short>[’'‘]\d\d)(?!\d) )?
    (?![/\w]|-\d) (?P<close>\s*\))? <<CLOCK>>
"""
_ISO = r"""
    (?<![\d-]) (?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)
    (?:[T\ ](?P<hour>[012]\d):(?P<minute>[0-5]\d))?
"""
_BEFORE_WORDS = r"(?<!\w) (?P<weekday><<WEEKDAY>>) <<PART>> \s*[,-]?\s*(?:(?:tanggal|tgl\.?)\s+)?\(?\s* $"
_BEFORE_FIGURES = r"""
    (?: (?<!\w)(?P<weekday><<LONG_DAY>>)<<PART>> [\s,]* (?P<bracket>\(\s*)?
      | (?<!\w)(?P<weekday2><<WEEKDAY>>)[\s,]+
      | (?P<bracket2>\( \s* (?:(?P<inside>[a-z’']+)(?:\s+[a-z]+)?,\s*)?)
      | <<PART>> [\s,]* \( \s* ) $
"""


@cache
def day_month() -> re.Pattern[str]:
    """Match ``20 Juli 2017 - 20:42 WIB``, the year and what follows as far as printed."""
    return _compiled(_DAY_MONTH)


@cache
def month_day() -> re.Pattern[str]:
    """Match ``April 05, 2017``."""
    return _compiled(_MONTH_DAY)


@cache
def figures() -> re.Pattern[str]:
    """Match ``23/3)``, ``10-10-2024,16:18 WIB``, ``5-7/6/2024``."""
    return _compiled(_FIGURES)


@cache
def iso() -> re.Pattern[str]:
    """Match ``2025-11-11``."""
    return _compiled(_ISO)


@cache
def before_words() -> re.Pattern[str]:
    """Match the weekday in front of a date in words."""
    return _compiled(_BEFORE_WORDS)


@cache
def before_figures() -> re.Pattern[str]:
    """Match the weekday, the part of the day and the bracket in front of a date in figures."""
    return _compiled(_BEFORE_FIGURES)


def _compiled(form: str) -> re.Pattern[str]:
    for name, pattern in _vocabulary().items():
        form = form.replace(f"<<{name}>>", pattern)
    return re.compile(form, re.I | re.X)


@cache
def _vocabulary() -> dict[str, str]:
    short = set(data.load("calendar.yaml")["short_weekdays"])
    return {
        "CLOCK": _CLOCK,
        "MONTH": rf"(?:{_either(list(months()))})\b\.?",
        "WEEKDAY": rf"(?:{_either(list(weekdays()))})\b\.?",
        "LONG_DAY": rf"(?:{_either([name for name in weekdays() if name not in short])})\b",
        "PART": r"(?:\s+(?:pagi|siang|sore|petang|malam|dini\ hari))?",
        "YEAR": r"(?:(?:19|20)\d\d|30\d\d|[’'‘]\d\d)(?!\d)",
        "ZONE": _either(list(zones())),
    }


def _either(names: list[str]) -> str:
    spelled = [re.escape(name).replace("jumat", "jum[’'‘`]?at") for name in names]
    return "|".join(sorted(spelled, key=len, reverse=True))
