"""The phrases of ``data/phrases.yaml`` in the forms that rules look them up."""

import re
from dataclasses import dataclass
from functools import cache

from kliping import data
from kliping.model import Role
from kliping.text import fold

_ROLES = {"consent": Role.NOISE} | {
    name: Role(name) for name in ("share", "comments", "related", "footer", "advert", "promo", "pages", "menu")
}
START_WORDS = 16
"""A longer line that ends as a sentence is text, whatever it begins with."""


LONGEST = 500
"""Characters of a line in which patterns are looked for."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase found: what role it gives and whether the article ends there."""

    kind: str
    role: Role
    stops: bool


@cache
def _kinds() -> dict[str, Phrase]:
    entries = data.load("phrases.yaml")
    return {kind: Phrase(kind, role, bool(entries[kind].get("stop"))) for kind, role in _ROLES.items()}


@cache
def _lines() -> dict[str, Phrase]:
    entries = data.load("phrases.yaml")
    return {fold(str(line)): phrase for kind, phrase in _kinds().items() for line in entries[kind].get("line", ())}


@cache
def _starts() -> re.Pattern[str]:
    entries = data.load("phrases.yaml")
    kinds = []
    for kind in _ROLES:
        phrases = sorted(map(str, entries[kind].get("start", ())), key=lambda phrase: (-len(phrase), phrase))
        if phrases:
            kinds.append(f"(?P<{kind}>{'|'.join(map(_loose, phrases))})")
    return re.compile("|".join(kinds), re.I)


def _loose(phrase: str) -> str:
    """Match the phrase with any blanks, ending at a word's end if it ends in a word."""
    body = re.escape(phrase).replace(r"\ ", r"\s*" if phrase.startswith("baca") else r"\s+")
    return body + (r"\b" if phrase[-1].isalnum() else "")


def whole_line(folded: str) -> Phrase | None:
    """Look up a folded line."""
    return _lines().get(folded)


def line_start(text: str) -> Phrase | None:
    """Look up what a line begins with; bullets, arrows and brackets before it don't matter."""
    match = _starts().match(text.lstrip(" •-–»>*#▶►|"))
    return _kinds()[match.lastgroup] if match and match.lastgroup else None


def in_line(text: str) -> Phrase | None:
    """Look for a phrase that no article uses of itself."""
    lowered = text.lower()
    found = next((phrase for printed, phrase in _sentences() if printed in lowered), None)
    if found or len(text) > LONGEST:
        return found
    return next((phrase for pattern, phrase in _patterns() if pattern.search(lowered)), None)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Phrase], ...]:
    entries = data.load("phrases.yaml")["patterns"]
    return tuple((re.compile(pattern), _kinds()[kind]) for kind, patterns in entries.items() for pattern in patterns)


@cache
def _sentences() -> tuple[tuple[str, Phrase], ...]:
    entries = data.load("phrases.yaml")
    return tuple(
        (str(line).lower(), phrase) for kind, phrase in _kinds().items() for line in entries[kind].get("sentence", ())
    )


@cache
def listed(name: str) -> frozenset[str]:
    """One of the file's plain lists, folded."""
    entries = data.load("phrases.yaml")
    group, _, part = name.partition(".")
    return frozenset(fold(str(entry)) for entry in (entries[group][part] if part else entries[group]))


@cache
def any_of(name: str) -> re.Pattern[str]:
    """Match one of a plain list's entries as whole words."""
    entries = sorted(map(str, data.load("phrases.yaml")[name]), key=lambda entry: (-len(entry), entry))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, entries)) + r")(?!\w)", re.I)
