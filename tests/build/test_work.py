"""Work in batches: the same results in the same order, whoever does it."""

from concurrent.futures import Executor, Future, ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kliping.build.work import Workers, each


class Inline(Executor):
    """Does at once what it is given; counts how often."""

    def __init__(self) -> None:
        self.given = 0

    def submit(self, fn, /, *arguments, **named):  # type: ignore[no-untyped-def]
        self.given += 1
        future: Future[object] = Future()
        try:
            future.set_result(fn(*arguments, **named))
        except Exception as error:
            future.set_exception(error)
        return future


@given(st.lists(st.integers()), st.integers(1, 9))
def test_results_come_in_order_whatever_the_batches(items: list[int], batch: int) -> None:
    assert list(each(str, items, Inline(), batch)) == list(each(str, items)) == [str(item) for item in items]


def test_items_go_out_in_batches() -> None:
    executor = Inline()
    list(each(str, range(100), executor, 16))
    assert executor.given == 7


def test_an_error_in_one_item_is_the_callers() -> None:
    with ThreadPoolExecutor(2) as executor, pytest.raises(ZeroDivisionError):
        list(each(lambda n: 1 // n, [1, 0, 2], executor, 1))


def test_few_items_start_no_process() -> None:
    workers = Workers(jobs=4)
    assert list(workers.each(str, [1, 2])) == ["1", "2"]
    assert workers._pool is None


def test_many_items_are_done_by_processes() -> None:
    workers = Workers(jobs=2)
    try:
        assert list(workers.each(str, range(300))) == [str(item) for item in range(300)]
        assert workers._pool is not None
    finally:
        workers.close()
