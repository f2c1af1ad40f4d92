"""What ``kliping check`` looks at: records, their seeds, doubtful fields, and the built site's links."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from kliping.build.doubts import Doubt, find_doubts
from kliping.build.output import Output
from kliping.build.sources import pair, read_sources
from kliping.build.stats import read_records
from kliping.config import Settings
from kliping.errors import Problem, Severity

_LINKS = {"href", "src", "data", "poster", "action"}


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    problems: tuple[Problem, ...]
    """In order of place."""
    doubts: tuple[Doubt, ...]
    """The worst first."""


def check_project(root: Path, settings: Settings, below: float | None = None) -> Checked:
    """Return all problems, and the fields less sure than a bound when one is given; changes nothing."""
    sources = read_sources(root, settings)
    records, problems = read_records(root, settings)
    found = {*sources.problems, *pair(sources, settings).problems, *problems}
    found |= set(check_links(Output(root, settings)))
    doubts = find_doubts(records, sources, settings, below) if below is not None else ()
    return Checked(tuple(sorted(found)), doubts)


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
