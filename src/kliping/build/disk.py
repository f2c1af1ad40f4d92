"""Reading trees and writing files: with the store and the output, the only place that touches files."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kliping.errors import BuildError, Problem, Severity

_LEAVINGS = re.compile(
    r"~$|^#.*#$|\.(?:swp|swo|swx|tmp|temp|part|partial|crdownload|orig)$|^4913$|^(?:thumbs\.db|desktop\.ini)$",
    re.I,
)
"""What editors, browsers and systems leave beside the files that people mean."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that was read."""

    name: str
    """Path below its folder, with forward slashes."""
    data: bytes


def read_tree(folder: Path, shown: str) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """Read all regular files below a folder, in order of names; what leads out of it is left alone."""
    files: list[File] = []
    problems: list[Problem] = []
    home = folder.resolve()
    for name, path in _walk(folder, "", problems, shown):
        place = f"{shown}/{name}"
        try:
            name.encode()
            if path.is_symlink() and not path.resolve().is_relative_to(home):
                problems.append(_left(place, "leads out of the folder, so it is not read", "copy the file here"))
            elif path.is_file():
                files.append(File(name, path.read_bytes()))
        except RuntimeError:  # what pathlib makes of a circle
            problems.append(_left(place, "is a link that leads to itself, so it is not read", "remove it"))
        except UnicodeEncodeError:
            shown_name = place.encode("utf-8", "replace").decode()
            problems.append(_left(shown_name, "has a name that is not UTF-8", "rename the file", Severity.ERROR))
        except OSError as error:
            problems.append(_left(place, f"cannot be read: {error.strerror}", "mend its permissions", Severity.ERROR))
    return tuple(sorted(files, key=lambda file: file.name)), tuple(problems)


def write_if_changed(path: Path, data: bytes) -> bool:
    """Make the file hold the data; tell whether it did not before. It is never seen half written."""
    if not path.is_symlink() and path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".kliping-{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
            file.write(data)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return True


@contextmanager
def told(doing: str, hint: str) -> Iterator[None]:
    """Turn the system's refusals into a message that says what was being done and what helps."""
    try:
        yield
    except OSError as error:
        raise BuildError(f"cannot {doing}: {error.strerror or error}\n    {hint}") from error


def _walk(folder: Path, below: str, problems: list[Problem], shown: str) -> Iterator[tuple[str, Path]]:
    try:
        found = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        place = f"{shown}/{below}".rstrip("/")
        problems.append(_left(place, f"cannot be read: {error.strerror}", "mend its permissions", Severity.ERROR))
        return
    for entry in found:
        if entry.name.startswith(".") or _LEAVINGS.search(entry.name):
            continue
        name = f"{below}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), f"{name}/", problems, shown)
        else:
            yield name, Path(entry.path)


def _left(file: str, message: str, hint: str, severity: Severity = Severity.WARNING) -> Problem:
    return Problem(file, 0, "unread-file", message, hint, severity)
