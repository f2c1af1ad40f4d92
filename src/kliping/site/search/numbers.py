"""Rising and small numbers as text of few letters, which a packed transfer makes fewer still."""

from collections.abc import Iterable

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
"""The last letter of a number is one of the first 32 of these; those before it are of the others."""

_HALF = 32
_READY = 4_096
"""Numbers whose texts are kept at hand: nearly all that occur."""


def number(value: int) -> str:
    """Return a number from 0 on as text that tells its own end."""
    return _TEXTS[value] if value < _READY else _spell(value)


def rising(values: Iterable[int]) -> str:
    """Return rising numbers as the steps between them."""
    last, steps = 0, []
    for value in values:
        steps.append(number(value - last))
        last = value
    return "".join(steps)


def _spell(value: int) -> str:
    text = DIGITS[value % _HALF]
    while value := value // _HALF:
        text = DIGITS[_HALF + value % _HALF] + text
    return text


_TEXTS = tuple(map(_spell, range(_READY)))
