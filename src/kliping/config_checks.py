"""What single settings must be like: a check returns the value to use, or its ValueError says the mend."""

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

OUR_FOLDERS = ("templates", "static", ".kliping", ".git")
"""Folders of a project that have their use already."""

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?|\[[0-9a-f:.]+\]")
_CSS_VALUE = re.compile(r"""[\w\s.,%#()/+*'"-]+""")
_CSS_CALL = re.compile(r"[\w-]*\b(?:url|image|image-set|cross-fade|element|src|expression|attr|paint)\s*\(", re.I)


def base_url(text: str) -> str:
    """Return an absolute web address that ends in ``/``."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise ValueError(f"base_url {text!r} is no web address: {error}") from None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        raise ValueError(
            f"base_url {text!r} is no web address: write https://example.org/ or https://example.org/kliping/"
        )
    if (
        parts.query
        or parts.fragment
        or "@" in parts.netloc
        or re.search(r"[\s\"'<>\\^`{|}]|[^!-~]|/\.\.?(?:/|$)", text)
    ):
        raise ValueError(f"base_url {text!r} must be a plain address, without ?, #, user names or spaces")
    return text.rstrip("/") + "/"


def timezone(text: str) -> str:
    """Return the name of a time zone that exists."""
    try:
        ZoneInfo(text)
    except (ValueError, OSError, LookupError):
        if available_timezones() or not re.fullmatch(r"[A-Z][A-Za-z_]+(?:/[A-Za-z_]+)+|UTC", text):
            raise ValueError(
                f"timezone {text!r} does not exist: write Asia/Jakarta, Asia/Makassar or Asia/Jayapura"
            ) from None
    return text


def folder(key: str, text: str) -> str:
    """Return a folder below the project's root, with forward slashes."""
    path = PurePosixPath(text.replace("\\", "/"))
    if not text.strip() or path.is_absolute() or ".." in path.parts or re.match(r"[A-Za-z]:", text) or "\0" in text:
        raise ValueError(f"{key} must be a folder inside the project, not {text!r}")
    if not path.parts:
        raise ValueError(f"{key} cannot be the project's own folder")
    if path.parts[0] in OUR_FOLDERS:
        raise ValueError(f"{key} cannot be {text!r}: {path.parts[0]} has another use")
    return str(path)


def apart(folders: dict[str, str]) -> list[tuple[str, str]]:
    """Return the pairs of settings whose folders are the same or lie inside each other."""
    found, paths = [], [(key, PurePosixPath(text)) for key, text in folders.items()]
    for at, (first, path) in enumerate(paths):
        for second, other in paths[at + 1 :]:
            if path.is_relative_to(other) or other.is_relative_to(path):
                found.append((first, second))
    return found


def css_name(text: str) -> str:
    """Return the name of a custom property, without the dashes."""
    if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", text):
        raise ValueError(f"theme: {text!r} is no name: write a-z and - only, such as pencil")
    return text


def css_value(name: str, text: str) -> str:
    """Return a value that cannot end its declaration, nor load anything."""
    balanced = all(text.count(mark) % 2 == 0 for mark in "'\"") and _parentheses_close(text)
    if not _CSS_VALUE.fullmatch(text) or not balanced or "/*" in text or "//" in text or _CSS_CALL.search(text):
        raise ValueError(f"theme: {name} cannot be {text!r}: write a colour, a length or names of fonts")
    return " ".join(text.split())


def identifier(where: str, text: str) -> str:
    """Return a short name fit for an address."""
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text) or text == "index":
        raise ValueError(f"{where}: the id {text!r} becomes an address: write a-z, 0-9 and - only, such as ekraf-umkm")
    return text


def _parentheses_close(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return depth == 0
