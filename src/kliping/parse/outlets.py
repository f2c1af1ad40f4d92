"""Outlets as data: one small file each in ``data/outlets``; and domains of outlets nobody described."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from kliping import data
from kliping.errors import KlipingError
from kliping.text import fold

_DOMAIN = re.compile(
    r"(?<![\w@./-])((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|net|org|info|co|id|tv|news|my|sg|uk|us|au|de|fr|nl|io|me|biz|co\.id|or\.id|go\.id|ac\.id|web\.id|sch\.id|my\.id))(?![\w@])",
    re.I,
)
_DOTTED = re.compile(r"[A-Za-z0-9]\.[A-Za-z]{2}")
DOMAIN_COMMA = re.compile(r"(?<=[A-Za-z]{3}),(?=(?:ID|COM|CO\.ID|NET)\b)", re.I)
"""A comma for the dot of a domain, as some pages print it: ``SUARAPANCASILA,ID``."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """What is known of an outlet: the keys of its file, which ``docs/outlets.md`` explains."""

    name: str = ""
    """As records have it; empty where the outlet prints none."""
    domain: str = ""
    domains: tuple[str, ...] = ()
    """Further domains of its own: older ones, its regional pages."""
    printed: tuple[str, ...] = ()
    """Other forms of the name in datelines, bylines, at head and foot."""
    marks: tuple[str, ...] = ()
    """Lines by which its pages are known and no others; ``…`` at the end: the line begins so."""
    drop: tuple[str, ...] = ()
    """Lines of its own that are no part of any article; ``…`` as above."""
    captions: tuple[str, ...] = ()
    """Beginnings of its captions and credits, as printed: ``Keterangan gambar,``."""
    credits: tuple[str, ...] = ()
    """What stands for it before the photographer's name in brackets: ``BP`` in ``(BP/nan)``."""
    rubrics: tuple[str, ...] = ()
    """Names of its sections that are not general."""
    date_lines: tuple[str, ...] = ()
    """Examples of the line that holds the article's date."""
    header_date: str = ""
    """``saved`` when a bare day above the headline is the one on which the page was saved."""
    test: str = ""
    """Name of its article in ``tests/outlets``."""
    id: str = ""
    """Name of its file; not a key."""

    def owns(self, domain: str) -> bool:
        """Tell whether a domain is the outlet's or lies under it."""
        own = (self.domain, *self.domains)
        return any(known and (domain == known or domain.endswith("." + known)) for known in own)


VALUES: Mapping[str, tuple[str, ...]] = {"header_date": ("saved",)}
"""Keys with fixed values."""


def read_outlet(name: str, entry: object) -> Outlet:
    """Make an outlet of its file's contents; a misspelt key or a value of another kind is refused."""
    where = f"data/outlets/{name}.yaml"
    if not isinstance(entry, dict):
        raise KlipingError(f"{where}: there are no keys in it\n    write at least domain: example.co.id")
    kinds = {field.name: field.type for field in fields(Outlet) if field.name != "id"}
    given: dict[str, Any] = {}
    for key, value in entry.items():
        if key not in kinds:
            raise KlipingError(f"{where}: there is no key {key!r}\n    write one of {', '.join(kinds)}")
        if kinds[key] is str and not (isinstance(value, str) and value in VALUES.get(key, (value,))):
            raise KlipingError(f"{where}: {key} must be {' or '.join(VALUES.get(key, ('text',)))}, not {value!r}")
        if kinds[key] is not str and not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            raise KlipingError(f'{where}: {key} must be a list of texts\n    write {key}: ["one", "another"]')
        given[key] = value if kinds[key] is str else tuple(value)
    return Outlet(**given, id=name)


_used: ContextVar[bool] = ContextVar("outlet_files", default=True)


@contextmanager
def outlet_files(*, used: bool) -> Iterator[None]:
    """Read pages with the outlets' files or as if there were none, which tells what the files are worth."""
    token = _used.set(used)
    try:
        yield
    finally:
        _used.reset(token)


def outlet_files_used() -> bool:
    """Tell whether the outlets' files are looked at."""
    return _used.get()


@cache
def described() -> tuple[Outlet, ...]:
    """Every outlet that has a file."""
    return tuple(read_outlet(name, entry) for name, entry in data.load_all("outlets").items())


@cache
def _by_form() -> dict[str, Outlet]:
    """Every described outlet by domain, name and other printed forms, folded; a printed name stays as listed."""
    found: dict[str, Outlet] = {}
    for outlet in described():
        for form in (outlet.name, outlet.domain, *outlet.domains, *outlet.printed):
            if form:
                same = fold(form).replace(" ", "") == fold(outlet.name).replace(" ", "")
                found.setdefault(fold(form), outlet if "." in form or same else replace(outlet, name=form))
    return found


def find_outlet(text: str) -> Outlet | None:
    """Look up a printed name or domain."""
    return _by_form().get(fold(text)) if _used.get() else None


def find_by_domain(domain: str) -> Outlet | None:
    """Look up the outlet that a domain is of or lies under; its name only where the domain is its own.

    ``medan.tribunnews.com`` is printed as Tribunnews prints, and has a name of its own.
    """
    if found := find_outlet(domain):
        return found
    while "." in (domain := domain.partition(".")[2]):
        if found := find_outlet(domain):
            return replace(found, name="")
    return None


_NOTHING = re.compile(r"(?!)")


def known_names() -> re.Pattern[str]:
    """Match the name of a described outlet, as it is spelt."""
    return _known_names() if _used.get() else _NOTHING


@cache
def _known_names() -> re.Pattern[str]:
    names = {form for outlet in described() for form in (outlet.name, *outlet.printed)}
    usable = sorted(
        (name for name in names if len(name) >= LEAST and "." not in name), key=lambda name: (-len(name), name)
    )
    return re.compile(r"(?<![\w@./])(?:" + "|".join(map(re.escape, usable)) + r")(?![\w@/])")


LEAST = 5
"""Letters of a name that is looked for inside lines."""


def find_domains(text: str) -> list[re.Match[str]]:
    """Find domains in a line; parts of addresses (after ``@`` or ``/``) don't count."""
    return list(_DOMAIN.finditer(text)) if _DOTTED.search(text) else []


def domain_in(text: str) -> str | None:
    """Return the domain that a piece of a dateline is (``KABARMALANG.COM``, ``SUARAPANCASILA,ID``)."""
    match = _DOMAIN.fullmatch(DOMAIN_COMMA.sub(".", text.strip(" ()")))
    return tidy_domain(match[1]) if match else None


def tidy_domain(text: str) -> str:
    """Write a domain as records have it."""
    return text.lower().removeprefix("www.").removeprefix("m.")


def name_from_domain(printed: str) -> str:
    """Return the name that a printed domain shows: ``SINDOnews.com`` gives SINDOnews, ``kabar.id`` none."""
    if known := find_outlet(printed):
        return known.name
    label = printed.split(".")[0]
    mixed = not label.islower() and not label.isupper()
    return label if mixed and any(letter.isupper() for letter in label) else ""
