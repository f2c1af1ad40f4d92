"""What can go wrong, and how it is said.

    KlipingError            the person's mistake with command or settings; exit code 2, no traceback
    ├── ConfigError         faults of kliping.yaml, all of them at once
    └── BuildError          the build cannot go on (output not writable, colliding paths); exit code 1

    Problem                 something about one article; collected, printed at the end, the build goes on

A bug is neither: it is a traceback.
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is."""

    ERROR = "error"
    """The article (or page) could not be used; the exit code is 1."""
    WARNING = "warning"
    """Used, but a person should look; the exit code is 1 under ``--strict``."""
    INFO = "info"
    """Good to know; shown with ``-v``."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong with one input file. Sorts by place."""

    file: str
    """Path as the person knows it, relative to the project's root."""
    line: int
    """Line in that file, from 1; 0 when it concerns the whole file."""
    code: str
    """Stable short name, such as ``empty-seed``."""
    message: str
    """What is wrong, one sentence without full stop."""
    hint: str = ""
    """What to do about it."""
    severity: Severity = Severity.WARNING

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        hint = f"\n    {self.hint}" if self.hint else ""
        return f"{self.severity}: {place}: {self.message} [{self.code}]{hint}"


class KlipingError(Exception):
    """A mistake that ends the command; its text is for the person."""

    exit_code = 2


class ConfigError(KlipingError):
    """The settings are faulty; holds every fault found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class BuildError(KlipingError):
    """The build cannot go on."""

    exit_code = 1
