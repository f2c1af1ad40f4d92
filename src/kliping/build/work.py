"""The same function for many items, in one process or several: the same results in the same order."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context
from typing import TypeVar

from kliping.errors import BuildError

Item = TypeVar("Item")
Value = TypeVar("Value")

BATCH = 64
"""Items sent at once; 16 to 256 were alike, single ones cost half again as much."""
ENOUGH = 200
"""Fewer items than this are done sooner than worker processes start."""


def each(
    fn: Callable[[Item], Value], items: Sequence[Item], executor: Executor | None = None, batch: int = BATCH
) -> Iterator[Value]:
    """Yield ``fn(item)`` for each item, in order; batches go to the executor when there is one."""
    if executor is None:
        yield from map(fn, items)
        return
    waiting: deque[Future[list[Value]]] = deque(
        executor.submit(_batch, fn, items[at : at + batch]) for at in range(0, len(items), batch)
    )
    try:
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise BuildError(
            "a worker process ended before its work\n    try again with -j 1, which needs less memory"
        ) from error
    finally:
        for future in waiting:
            future.cancel()


class Workers:
    """An executor that is started when there is enough to do for it."""

    def __init__(self, jobs: int = 1, executor: Executor | None = None) -> None:
        """Use the executor given; else ``jobs`` processes (0: one for each core)."""
        self._given = executor
        self._jobs = jobs or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def each(self, fn: Callable[[Item], Value], items: Sequence[Item]) -> Iterator[Value]:
        """Yield ``fn(item)`` for each item, in order."""
        return each(fn, items, self._executor(len(items)))

    def close(self) -> None:
        """End the processes started here."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _executor(self, items: int) -> Executor | None:
        if self._given or self._jobs == 1 or items < ENOUGH:
            return self._given
        if not self._pool:
            method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"  # threads may be running
            self._pool = ProcessPoolExecutor(self._jobs, get_context(method), _quiet)
        return self._pool


def _batch(fn: Callable[[Item], Value], items: Sequence[Item]) -> list[Value]:
    return [fn(item) for item in items]


def _quiet() -> None:
    """Leave an interruption to the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
