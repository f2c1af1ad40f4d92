"""Results kept by the digest of all that went into them, in one SQLite file that may be deleted."""

import platform
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Generic, TypeVar

from kliping.build import codec
from kliping.digest import digest

Item = TypeVar("Item")
Value = TypeVar("Value")

FOLDER = ".kliping"
_FILE = "cache.sqlite3"
_PATIENCE = 0.2
"""Seconds to wait for another build that holds the file; then this one goes without."""
_AT_ONCE = 500
_PARTS = ("jinja2", "markdown-it-py", "pygments", "pyyaml", "snowballstemmer")
_EXTRAS = ("trafilatura", "lxml", "lxml-html-clean", "justext")
"""What reads saved pages: a page read without it, or by another version, is read again."""


class DamagedStore(Exception):  # noqa: N818  # a reason to begin anew, not an error of the person's
    """A kept value could not be read back."""


class Kept(Generic[Value]):
    """A value, or the text that it was kept as, read back when first wanted."""

    __slots__ = ("_kind", "_text", "_value")

    def __init__(self, kind: type[Value], value: Value | None = None, text: str = "") -> None:
        self._kind, self._value, self._text = kind, value, text

    @property
    def value(self) -> Value:
        """The value; DamagedStore when its text is none."""
        if self._value is None:
            try:
                self._value = codec.decode(self._kind, self._text)
            except Exception as error:
                raise DamagedStore from error
        return self._value


class Store:
    """Texts by kind and key. Whatever goes wrong with the file, it is only an empty store."""

    def __init__(self, root: Path, enabled: bool = True) -> None:
        self._used: dict[str, set[str]] = {}
        self._path = root / FOLDER / _FILE
        self._connection = _open(self._path) if enabled else None
        self._damaged = False

    def get(self, kind: str, keys: Sequence[str]) -> dict[str, str]:
        """Return the texts that are there, by key."""
        self._used.setdefault(kind, set()).update(keys)
        found: dict[str, str] = {}
        for at in range(0, len(keys), _AT_ONCE):
            some = keys[at : at + _AT_ONCE]
            marks = ",".join("?" * len(some))
            query = f"SELECT key, value FROM kept WHERE kind = ? AND key IN ({marks})"  # noqa: S608  # marks only
            found.update(self._run(query, (kind, *some)))
        return {key: text for key, text in found.items() if isinstance(text, str)}

    def put(self, kind: str, texts: Iterable[tuple[str, str]]) -> None:
        """Keep texts by key."""
        rows = [(kind, key, text) for key, text in texts]
        self._used.setdefault(kind, set()).update(key for _, key, _ in rows)
        if self._connection:
            with suppress(sqlite3.Error):
                self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def close(self, *, prune: bool) -> None:
        """Save; with ``prune`` forget what this build did not ask for."""
        if not self._connection:
            return
        with suppress(sqlite3.Error):
            if prune:
                self._prune()
            self._connection.commit()
        with suppress(sqlite3.Error):
            self._connection.close()
        self._connection = None
        if self._damaged:
            with suppress(OSError):
                self._path.unlink()

    def clear(self) -> None:
        """Forget everything."""
        self._run("DELETE FROM kept", ())

    def _prune(self) -> None:
        for kind, used in self._used.items():
            stale = [key for (key,) in self._run("SELECT key FROM kept WHERE kind = ?", (kind,)) if key not in used]
            if self._connection and stale:
                self._connection.executemany(
                    "DELETE FROM kept WHERE kind = ? AND key = ?", ((kind, key) for key in stale)
                )

    def _run(self, query: str, values: tuple[str, ...]) -> list[Any]:
        try:
            return self._connection.execute(query, values).fetchall() if self._connection else []
        except sqlite3.Error as error:
            self._damaged |= type(error) is sqlite3.DatabaseError  # the others pass: locked, disk full
            return []


def exists(root: Path) -> bool:
    """Tell whether results were kept here before."""
    return (root / FOLDER / _FILE).is_file()


def remove(root: Path) -> None:
    """Delete the store's files, and its folder when nothing else is in it."""
    with suppress(OSError):
        for name in (_FILE, f"{_FILE}-journal", ".gitignore"):
            (root / FOLDER / name).unlink(missing_ok=True)
        (root / FOLDER).rmdir()


def remember(
    store: Store,
    name: str,
    kind: type[Value],
    keyed: Sequence[tuple[str, Item]],
    compute: Callable[[Sequence[Item]], Iterator[Value]],
) -> list[Kept[Value]]:
    """Return each item's value in order: kept ones by their key, the others computed together and kept."""
    texts = store.get(name, [key for key, _ in keyed])
    missing = {key: item for key, item in keyed if key not in texts}
    fresh = dict(zip(missing, compute(list(missing.values())), strict=True))
    store.put(name, ((key, codec.encode(value)) for key, value in fresh.items()))
    return [Kept(kind, fresh[key]) if key in fresh else Kept(kind, text=texts[key]) for key, _ in keyed]


def _open(path: Path) -> sqlite3.Connection | None:
    """Open the file, made anew when it is unreadable or of another version; None when it cannot be."""
    for attempt in (1, 2):
        try:
            path.parent.mkdir(exist_ok=True)
            if not (path.parent / ".gitignore").exists():
                (path.parent / ".gitignore").write_text("*\n")
            return _ready(path)
        except (sqlite3.OperationalError, OSError):
            return None
        except sqlite3.Error:
            if attempt == 1:
                with suppress(OSError):
                    path.unlink()
    return None


def _ready(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        known = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        made_by = connection.execute("SELECT value FROM made_by").fetchall() if ("made_by",) in known else []
        if made_by != [(code_digest(),)]:
            connection.execute("DROP TABLE IF EXISTS kept")
            connection.execute("DROP TABLE IF EXISTS made_by")
            connection.execute("CREATE TABLE made_by (value TEXT)")
            connection.execute(
                "CREATE TABLE kept (kind TEXT, key TEXT, value TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID"
            )
            connection.execute("INSERT INTO made_by VALUES (?)", (code_digest(),))
            connection.commit()
    except BaseException:
        connection.close()
        raise
    return connection


@cache
def code_digest() -> str:
    """Digest of the program and of what it stands on: results of another one are not believed."""
    package = Path(__file__).resolve().parents[1]
    sources = (path for path in package.rglob("*") if path.suffix in (".py", ".yaml") and "_theme" not in path.parts)
    parts = {path.relative_to(package).as_posix(): sha256(path.read_bytes()).hexdigest() for path in sources}
    return digest((parts, platform.python_version(), [version(name) for name in _PARTS], list(map(_version, _EXTRAS))))


def _version(extra: str) -> str:
    try:
        return version(extra)
    except PackageNotFoundError:
        return ""
