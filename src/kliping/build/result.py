"""What a build is asked, and what it tells."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

from kliping.errors import Problem, Severity


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build; nothing here changes what a page holds, but for the drafts."""

    jobs: int = 1
    """Worker processes; 0: one for each core."""
    drafts: bool = False
    cache: bool = True


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a page was written."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did."""

    articles: int
    pages: int
    written: tuple[Reason, ...]
    """Files that are new or changed, in order of their paths."""
    removed: tuple[str, ...]
    records: tuple[str, ...]
    """Record files that were written, relative to the root."""
    problems: tuple[Problem, ...]
    """All of them, in order of place."""
    seconds: dict[str, float] = field(default_factory=dict)
    """By phase, in order."""

    def failed(self, strict: bool = False) -> bool:
        """Tell whether the command must say so: errors, and warnings when it is strict."""
        grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(problem.severity in grave for problem in self.problems)


class Clock:
    """Measures the phases of a build."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Add the time that the block takes to the phase's."""
        began = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + perf_counter() - began
