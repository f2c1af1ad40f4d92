"""Outlets as data: one small file each in ``data/outlets``; and domains of outlets nobody described."""

import re
from dataclasses import dataclass, replace
from functools import cache

from kliping import data
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
    """What is known of an outlet."""

    name: str = ""
    domain: str = ""


@cache
def outlets() -> dict[str, Outlet]:
    """Every described outlet by domain, name and other printed forms, folded; a printed name stays as listed."""
    found: dict[str, Outlet] = {}
    for entry in data.load_all("outlets").values():
        outlet = Outlet(entry.get("name", ""), entry.get("domain", ""))
        for form in map(str, (outlet.name, outlet.domain, *entry.get("printed", ()))):
            if form:
                same = fold(form).replace(" ", "") == fold(outlet.name).replace(" ", "")
                found.setdefault(fold(form), outlet if "." in form or same else replace(outlet, name=form))
    return found


def find_outlet(text: str) -> Outlet | None:
    """Look up a printed name or domain."""
    return outlets().get(fold(text))


@cache
def known_names() -> re.Pattern[str]:
    """Match the name of a described outlet, as it is spelt."""
    names = {
        str(form)
        for entry in data.load_all("outlets").values()
        for form in (entry.get("name", ""), *entry.get("printed", ()))
    }
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
