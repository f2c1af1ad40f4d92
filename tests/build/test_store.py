"""Kept results come back as they were, in order, and only for the same key."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from kliping.build import codec, store
from kliping.build.articles import Composed
from kliping.build.store import Store, remember
from kliping.errors import Problem, Severity
from kliping.model import Article, Candidate, Event, Quote, Reading, ReadLine, Record, Repair, Role, Span
from kliping.parse import Parsed
from kliping.when import When

RECORD = Record(
    "t",
    "b",
    date=When(2016, 3),
    tags=("a",),
    events=(Event(When(2016), When(2017), "x"),),
    extra={"n": (1, {"a": (None,)})},
)
READING = Reading("s", (ReadLine(1, "x", Role.BODY, "r", spans=(Span(0, 1, "title"),)),), (Repair(1, "r", "a", "b"),))
ARTICLE = Article(
    RECORD, "f", "i", "p", "h", "t", "s", 3, (Quote("q", "s"),), (Candidate("n", "n", "", "", 2),), True, READING
)
PROBLEM = Problem("f", 1, "c", "m", "h", Severity.ERROR)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Parsed, Parsed(RECORD, READING, (PROBLEM,))),
        (Parsed, Parsed(None, READING)),
        (Composed, Composed(ARTICLE, (PROBLEM,))),
        (Composed, Composed(None)),
        (frozenset[str], frozenset("ab")),
        (tuple[int, str], (1, "a")),
    ],
)
def test_a_value_is_decoded_as_it_was_encoded(kind: type, value: object) -> None:
    assert codec.decode(kind, codec.encode(value)) == value


def test_a_type_that_cannot_be_kept_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot be kept"):
        codec.encode(object())
    with pytest.raises(TypeError, match="cannot be kept"):
        codec.decode(bytes, "1")


@dataclass(frozen=True, slots=True)
class Number:
    n: int


def doubled(calls: list[int]) -> object:
    def compute(items: Sequence[int]) -> Iterator[Number]:
        calls.extend(items)
        return (Number(item * 2) for item in items)

    return compute


def ask(root: Path, items: Sequence[int], prune: bool = True) -> tuple[list[int], list[int]]:
    calls: list[int] = []
    kept = Store(root)
    found = remember(kept, "double", Number, [(str(item), item) for item in items], doubled(calls))  # type: ignore[arg-type]
    values = [value.value.n for value in found]
    kept.close(prune=prune)
    return values, calls


def test_what_is_kept_is_not_computed_again(tmp_path: Path) -> None:
    assert ask(tmp_path, [3, 1, 2]) == ([6, 2, 4], [3, 1, 2])
    assert ask(tmp_path, [1, 4, 3]) == ([2, 8, 6], [4])


def test_what_is_not_asked_for_any_more_is_forgotten(tmp_path: Path) -> None:
    ask(tmp_path, [1, 2])
    ask(tmp_path, [1])
    assert ask(tmp_path, [2])[1] == [2]


def test_a_part_of_the_work_forgets_nothing(tmp_path: Path) -> None:
    ask(tmp_path, [1, 2])
    ask(tmp_path, [1], prune=False)
    assert ask(tmp_path, [2])[1] == []


def test_another_version_of_the_program_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(tmp_path, [1])
    monkeypatch.setattr(store, "code_digest", lambda: "other")
    assert ask(tmp_path, [1])[1] == [1]


def test_the_cache_keeps_itself_out_of_git(tmp_path: Path) -> None:
    ask(tmp_path, [1])
    assert (tmp_path / ".kliping/.gitignore").read_text() == "*\n"


def test_a_removed_store_leaves_no_folder(tmp_path: Path) -> None:
    ask(tmp_path, [1])
    store.remove(tmp_path)
    assert list(tmp_path.iterdir()) == []
