"""One digest for any value: equal values, equal digests, on every machine and run."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from hashlib import sha256
from operator import attrgetter

_TAG = float("nan")
"""Opens what is no plain value; NaN is no value of ours, so nothing plain can look the same."""


def digest(value: object) -> str:
    """Return the SHA-256 of a value's canonical bytes, as hexadecimal digits.

    Texts, numbers, bytes, tuples, lists, mappings with text keys (in any order), frozensets, enums
    and dataclasses of these are known; anything else is a TypeError. Lists and tuples are alike.
    """
    return sha256(canonical(value)).hexdigest()


def canonical(value: object) -> bytes:
    """Return the bytes that stand for the value; those of unequal values differ."""
    return _ENCODER.encode(value).encode("ascii")


def _describe(value: object) -> object:
    """Put a value that JSON does not know in terms of those it knows."""
    if is_dataclass(value) and not isinstance(value, type):
        name, read = _shape(type(value))
        return [_TAG, name, read(value)]
    if isinstance(value, bytes):
        return [_TAG, "bytes", value.hex()]
    if isinstance(value, (frozenset, set)):
        return [_TAG, "set", sorted(canonical(item).decode("ascii") for item in value)]
    if isinstance(value, Enum):
        return [_TAG, type(value).__qualname__, value.name]
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"no digest is defined for {type(value).__qualname__}")


_ENCODER = json.JSONEncoder(default=_describe, sort_keys=True, separators=(",", ":"), check_circular=False)


@cache
def _shape(kind: type) -> tuple[str, Callable[[object], object]]:
    """Return a dataclass's name and what reads all its fields at once."""
    names = [field.name for field in fields(kind)]
    return f"{kind.__qualname__}({','.join(names)})", attrgetter(*names) if names else lambda _: ()
