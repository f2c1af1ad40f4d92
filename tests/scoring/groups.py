"""Which kind of page it is, told from its text and what is expected; never marked by hand."""

import re
from collections.abc import Callable
from typing import Any

from kliping.parse.outlets import find_by_domain, find_outlet
from kliping.text import closes, fold

BLANK_SHARE = 0.2
"""So many of a dump's lines are blank; an extraction has one paragraph a line and next to none."""
_INSTITUTION = re.compile(r"\.(?:go|ac|or|desa|sch)\.id$")
_ENGLISH = frozenset("the of and to in was".split())
_INDONESIAN = frozenset("yang dan di dengan untuk dari".split())
_MOJIBAKE = re.compile("â€|Ã[\x80-\xbf]|Â[ \xa0]|�")


class Print:
    """A page as it was saved and what is expected of it."""

    def __init__(self, data: bytes, want: dict[str, Any]) -> None:
        self.data = data
        self.want = want
        try:
            self.text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            self.text = data.decode("cp1252", "replace")
        self.lines = [line.rstrip("\r") for line in self.text.split("\n")]

    def line(self, number: int) -> str:
        """Line by its number, from 1."""
        return self.lines[number - 1] if number <= len(self.lines) else ""

    @property
    def body(self) -> list[str]:
        """Lines expected in the text."""
        return [self.line(number) for number in self.want["body_lines"]]


def kind(page: Print) -> str:
    """A dump parts blocks by blank lines."""
    blank = sum(not line.strip() for line in page.lines[:-1])
    return "dump" if blank >= BLANK_SHARE * len(page.lines) else "extraction"


def noise(page: Print) -> str:
    """Noise against text, in lines."""
    cut, kept = len(page.want["noise_lines"]), len(page.want["body_lines"])
    return "no noise" if not cut else "more noise than text" if cut > kept else "some noise"


def headline(page: Print) -> str:
    """How often the headline is printed."""
    if not page.want["title"]:
        return "no headline"
    title = fold(page.want["title"])
    times = sum(title in fold(line) for line in page.lines)
    return "headline once" if times <= 1 else "headline more often"


def date(page: Print) -> str:
    """What the day is known by."""
    return f"date {page.want['date_basis'] or 'unknown'}"


def wrapped(page: Print) -> str:
    """Lines broken by width end inside sentences, with the next line of the text right below."""
    numbers = set(page.want["body_lines"])
    inner = [page.line(number) for number in numbers if number + 1 in numbers]
    broken = sum(not closes(line) for line in inner)
    return "hard-wrapped" if len(inner) >= 3 and broken > len(inner) / 2 else ""


def language(page: Print) -> str:
    """English or not, by its small words."""
    words = " ".join(page.body).lower().split()
    return "English" if sum(word in _ENGLISH for word in words) > sum(word in _INDONESIAN for word in words) else ""


def publisher(page: Print) -> str:
    """Institutions, by their domains; outlets with and without a file of theirs."""
    domain, outlet = page.want["domain"] or "", page.want["outlet"] or ""
    if _INSTITUTION.search(domain):
        return "institution"
    if not (domain or outlet):
        return "no outlet printed"
    return "outlet with a file" if find_by_domain(domain) or find_outlet(outlet) else "outlet without a file"


def damage(page: Print) -> str:
    """Bytes that are not clean UTF-8 with plain line ends."""
    try:
        page.data.decode("utf-8")
    except UnicodeDecodeError:
        return "damaged text"
    hurt = b"\r\n" in page.data or "\xa0" in page.text or "\u200b" in page.text or _MOJIBAKE.search(page.text)
    return "damaged text" if hurt else ""


def captions(page: Print) -> str:
    """With captions or without."""
    return "captions" if page.want["captions"] else "no captions"


GROUPS: tuple[Callable[[Print], str], ...] = (
    *(kind, noise, headline, date, publisher, captions),
    *(wrapped, language, damage),
)


def groups(data: bytes, want: dict[str, Any]) -> tuple[str, ...]:
    """All groups that a page belongs to."""
    page = Print(data, want)
    return tuple(name for group in GROUPS if (name := group(page)))
