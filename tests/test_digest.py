"""Digests: equal values, equal digests; unequal values, unequal ones; nothing is guessed."""

from dataclasses import dataclass
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kliping.digest import canonical, digest
from kliping.model import Record, Role


@dataclass(frozen=True, slots=True)
class Point:
    x: object
    y: object = 0


@dataclass(frozen=True, slots=True)
class Other:
    x: object
    y: object = 0


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(), inner, max_size=3)
        | st.builds(Point, inner, inner)
        | st.builds(Other, inner)
        | st.frozensets(st.text() | st.binary(), max_size=3)
    ),
    max_leaves=8,
)


def typed(value: object) -> object:
    """Python holds True, 1 and 1.0 for equal; we do not."""
    match value:
        case tuple():
            return ("tuple", *map(typed, value))
        case dict():
            return ("dict", *((key, typed(item)) for key, item in sorted(value.items())))
        case Point() | Other():
            return (type(value).__name__, typed(value.x), typed(value.y))
        case float():
            return ("float", repr(value))
    return (type(value).__name__, value)


@settings(max_examples=200, deadline=None)
@given(values, values)
def test_digests_are_equal_just_when_values_are(one: object, other: object) -> None:
    assert (digest(one) == digest(other)) == (typed(one) == typed(other))


def test_the_order_of_keys_and_members_does_not_matter() -> None:
    assert digest({"a": 1, "b": 2}) == digest(MappingProxyType({"b": 2, "a": 1}))
    assert digest(frozenset("abcdefgh")) == digest(frozenset("hgfedcba"))


def test_a_dataclass_differs_from_another_with_the_same_fields() -> None:
    assert digest(Point(1)) != digest(Other(1))
    assert digest(Point(1)) != digest(("Point", 1))


def test_enums_are_known() -> None:
    assert digest(Role.BODY) != digest(Role.BLANK)


@pytest.mark.parametrize("value", [object(), Point, print, 1j, (x for x in ())])
def test_an_unknown_type_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="no digest is defined"):
        digest((value,))


def test_the_digest_of_a_record_is_the_same_on_every_run() -> None:
    assert canonical(Record("t", "b"))[:32] == b'[NaN,"Record(title,body,date,upd'
    assert digest(("a", 1, None)).startswith("0ae764bffd3a17b6")
