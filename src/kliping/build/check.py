"""What ``kliping check`` looks at: records, their seeds, doubtful fields, and the built site's links."""

import posixpath
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from kliping.build.output import Output
from kliping.build.sources import pair, read_sources
from kliping.build.stats import doubtful, read_records
from kliping.config import Settings
from kliping.errors import Problem, Severity
from kliping.frontmatter import canonical_key

_LINKS = {"href", "src", "data", "poster", "action"}


def check_project(root: Path, settings: Settings, below: float | None = None) -> tuple[Problem, ...]:
    """Return all problems, in order of place; changes nothing."""
    sources = read_sources(root, settings)
    records, problems = read_records(root, settings)
    found = {*sources.problems, *pair(sources, settings).problems, *problems}
    if below is not None:
        for file, record in records.items():
            text = sources.records[file]
            found |= {_doubt(file, _line_of(name, text), name, sure) for name, sure in doubtful(record, below)}
    found |= set(check_links(Output(root, settings)))
    return tuple(sorted(found))


def check_links(output: Output) -> Iterator[Problem]:
    """Yield links of the built pages that lead to no file, or to no such place in it."""
    if not output.owned:
        message, hint = "the site is not built yet, so no link was checked", "say kliping build"
        yield Problem(output.shown, 0, "not-built", message, hint, Severity.INFO)
        return
    pages = {path: _read(output.folder / path) for path in sorted(output.owned) if path.endswith(".html")}
    for path, page in pages.items():
        for line, link in page.links:
            wrong = _wrong(output, pages, path, link)
            if wrong:
                yield Problem(
                    f"{output.shown}/{path}",
                    line,
                    "dead-link",
                    f"the link {link} leads to {wrong}",
                    "",
                    Severity.ERROR,
                )


class _Page(HTMLParser):
    """Collects a page's links and the names of its places."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[int, str]] = []
        self.places: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # its name
        for name, value in attrs:
            if name == "id" and value:
                self.places.add(value)
            elif name in _LINKS and value:
                self.links.append((self.getpos()[0], value))


def _read(path: Path) -> _Page:
    page = _Page()
    try:
        page.feed(path.read_text("utf-8", "replace"))
    except OSError:
        page.places.clear()
    return page


def _wrong(output: Output, pages: dict[str, _Page], path: str, link: str) -> str:
    """Return what a link wrongly leads to; empty when it is right, or leads out of the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or link.startswith("/"):
        return ""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
    if target.startswith(".."):
        return "a place outside the site"
    if parts.path.endswith("/") or target == "." or (output.folder / target).is_dir():
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    if not (output.folder / target).is_file():
        return "no file"
    if parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].places:
        return f"no place {parts.fragment!r} in {target}"
    return ""


def _line_of(name: str, text: str) -> int:
    """Return the line of a record that gives a field; 0 for the body."""
    lines = enumerate(text.splitlines(), start=1)
    return next((number for number, line in lines if canonical_key(line.partition(":")[0]) == name), 0)


def _doubt(file: str, line: int, name: str, sure: float) -> Problem:
    return Problem(file, line, "doubtful", f"{name} is only {sure:.0%} sure", "look at it; what you change is kept")
