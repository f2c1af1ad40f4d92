"""Our values as JSON and back, by their types, for the store. Not pickle, which would run what it reads."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Decode = Callable[[Any], Any]


def encode(value: object) -> str:
    """Return the value as JSON: a dataclass as the list of its fields."""
    return json.dumps(value, default=_describe, separators=(",", ":"), check_circular=False)


def decode(kind: Any, text: str) -> Any:
    """Return the value of the given type; any error means that the text is not one."""
    return _decoder(kind)(json.loads(text))


def _describe(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return _values(type(value))(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__qualname__} cannot be kept")


@cache
def _values(kind: type) -> Callable[[object], list[object]]:
    names = [field.name for field in fields(kind)]
    return lambda value: [getattr(value, name) for name in names] if len(names) < 2 else list(attrgetter(*names)(value))


def _same(value: Any) -> Any:
    return value


def _plain(value: Any) -> Any:
    """Free values have tuples where JSON has lists."""
    if isinstance(value, list):
        return tuple(map(_plain, value))
    return {key: _plain(item) for key, item in value.items()} if isinstance(value, dict) else value


@cache
def _decoder(hint: Any) -> Decode:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in (str, int, float, bool, NoneType):
        return _same
    if hint in (object, Any):
        return _plain
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if isinstance(hint, type) and is_dataclass(hint):
        return _dataclass(hint)
    if origin in (Union, UnionType):
        return _optional(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if origin is frozenset:
        return frozenset
    if isinstance(origin, type) and issubclass(origin, Mapping):
        item = _decoder(arguments[1])
        return lambda value: {key: item(found) for key, found in value.items()}
    raise TypeError(f"{hint} cannot be kept")


def _dataclass(kind: type) -> Decode:
    hints = get_type_hints(kind)
    decoders = [_decoder(hints[field.name]) for field in fields(kind)]
    return lambda values: kind(*[read(value) for read, value in zip(decoders, values, strict=True)])


def _optional(arguments: tuple[Any, ...]) -> Decode:
    (kind,) = (argument for argument in arguments if argument is not NoneType)
    some = _decoder(kind)
    return lambda value: None if value is None else some(value)


def _tuple(arguments: tuple[Any, ...]) -> Decode:
    if arguments[-1] is Ellipsis:
        each = _decoder(arguments[0])
        return tuple if each is _same else lambda values: tuple([each(value) for value in values])
    parts = [_decoder(argument) for argument in arguments]
    return lambda values: tuple([read(value) for read, value in zip(parts, values, strict=True)])
