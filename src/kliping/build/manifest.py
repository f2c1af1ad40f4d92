"""The list of files that Kliping wrote into an output folder; it lies there with them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NAME = ".kliping-manifest"
_FIRST = "kliping manifest 1"
_LINE = re.compile(r"(?P<digest>[0-9a-f]{64}|-) (?P<size>[0-9]+) (?P<path>.+)")
_NEVER = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|\ud800-\udfff]')
"""Not in a file's name, since some system has another use for it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file as it was written."""

    size: int
    digest: str
    """SHA-256 of its bytes; ``-`` while it is being written."""


def read(folder: Path) -> dict[str, Entry]:
    """Return the files that we own by path; what is no proper line is not believed."""
    try:
        lines = (folder / NAME).read_bytes().decode("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return {}
    if not lines or lines[0] != _FIRST:
        return {}
    found = (match for match in map(_LINE.fullmatch, lines[1:]) if match and safe(match["path"]))
    return {match["path"]: Entry(int(match["size"]), match["digest"]) for match in found}


def text(entries: Mapping[str, Entry]) -> str:
    """Return the manifest's text: the same for the same files."""
    lines = (f"{entry.digest} {entry.size} {path}" for path, entry in sorted(entries.items()))
    return "\n".join([_FIRST, *lines]) + "\n"


def safe(path: str) -> bool:
    """Tell whether a path stays below its folder, is not the manifest's, and suits every system."""
    parts = path.split("/")
    return path != NAME and not _NEVER.search(path) and not any(part in ("", ".", "..") for part in parts)
