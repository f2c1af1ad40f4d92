"""Attributes made when first asked for."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Owner = TypeVar("Owner")
Value = TypeVar("Value")


class lazy(Generic[Owner, Value]):  # noqa: N801 - it is used as ``property`` is
    """``functools.cached_property`` without the lock that Python 3.11 takes at every first look.

    That lock was a tenth of the parser's time. The object must have a ``__dict__``, and one thread.
    """

    def __init__(self, make: Callable[[Owner], Value]) -> None:
        self.make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, one: None, owner: type) -> "lazy[Owner, Value]": ...
    @overload
    def __get__(self, one: Owner, owner: type) -> Value: ...
    def __get__(self, one: Any, owner: type) -> Any:
        if one is None:
            return self
        value = one.__dict__[self.name] = self.make(one)
        return value
