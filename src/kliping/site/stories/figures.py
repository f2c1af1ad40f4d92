"""Numbers and dates in running text, whichever way they are written: «12», «dua belas» and «2,5 juta»."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any
from zlib import crc32

from kliping import data
from kliping.calendar_names import months

DAYS = 31
YEARS = (1900, 2099)
HUNDRED = 100
"""«Seratus» and «seribu» are whole; what comes behind them is added."""
LEAST = 2
"""«Satu» is more often an article than a number."""
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}(?:[.,]|$))")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")


@lru_cache(1 << 14)
def is_figure(token: str) -> bool:
    """Tell whether a token is a number or part of one."""
    return token[0].isdigit() or token in _words()


def figures(tokens: Sequence[str], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the numbers that the tokens at those places, in order, make: the place of the first token, and a mark.

    The mark is a hash of the value in 32 bits; its last one is set for a date or a time: the dateline changes these.
    """
    for group in _groups(tokens, places):
        first, behind = group[0], group[-1] + 1
        mark = _mark(tuple(tokens[first:behind]), tokens[behind] if behind < len(tokens) else "")
        if mark:
            yield first, mark


def _groups(tokens: Sequence[str], places: Sequence[int]) -> Iterator[list[int]]:
    """Put together what is one number: words and scales that stand side by side, digits only as its first."""
    group: list[int] = []
    for place in places:
        if group and (place != group[-1] + 1 or tokens[place][0].isdigit()):
            yield group
            group = []
        group.append(place)
    if group:
        yield group


@lru_cache(1 << 14)
def _mark(parts: tuple[str, ...], behind: str) -> int:
    value, dated = read(parts, behind)
    return crc32(value.encode()) & 0xFFFFFFFE | dated if value else 0


def read(parts: tuple[str, ...], behind: str) -> tuple[str, bool]:
    """Return a number's value in one spelling, empty for none, and whether it is a date; ``behind`` follows it."""
    first, scale = _taken_apart(parts[0])
    if "/" in first:
        return first, True
    if _CLOCK.fullmatch(first) and behind in _vocabulary("zones"):
        return first.replace(":", "."), True
    value = _value((first, *scale, *parts[1:]))
    if value is None or value < LEAST:
        return "", False
    dated = (value <= DAYS and behind in months()) or (len(parts) == 1 and YEARS[0] <= value <= YEARS[1])
    return f"{value:.12g}", dated


def _taken_apart(digits: str) -> tuple[str, tuple[str, ...]]:
    """Return the digits, or the number's word, and the scale behind them where it is abbreviated: «2,5 jt»."""
    if digits[0].isdigit():
        for short, scale in _vocabulary("short_scales").items():
            if digits.endswith(short):
                return digits.removesuffix(short).rstrip(".,:/ \t\n"), (scale,)
    return digits.rstrip(".,:/"), ()


def _value(parts: tuple[str, ...]) -> float | None:
    """Return what a row of digits and number words comes to."""
    total = part = unit = 0.0
    numbers, tens, scales = _vocabulary("numbers"), _vocabulary("tens"), _vocabulary("scales")
    for word in parts:
        if word[0].isdigit():
            digits = _digits(word)
            if digits is None:
                return None
            unit = digits
        elif word in numbers and numbers[word] >= HUNDRED:
            part += numbers[word]
        elif word in numbers:
            unit += numbers[word]
        elif word in tens:
            part, unit = part + (unit or 1) * tens[word], 0
        elif word in scales:
            total, part, unit = total + (part + unit or 1) * scales[word], 0, 0
        else:
            unit += 10
    return total + part + unit


def _digits(text: str) -> float | None:
    if text[0] != "0":
        text = _THOUSANDS.sub("", text)
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def _vocabulary(name: str) -> dict[str, Any]:
    found: dict[str, Any] = data.load("stories.yaml")[name]
    return found


@cache
def _words() -> frozenset[str]:
    return frozenset(word for name in ("numbers", "tens", "scales", "teens") for word in _vocabulary(name))
