"""The phrases of ``data/phrases.yaml`` in the forms that rules look them up."""

import re
from dataclasses import dataclass
from functools import cache

from kliping import data
from kliping.model import Role
from kliping.text import DENSE, fold

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
def _printed(kind: str, form: str) -> tuple[str, ...]:
    """Phrases of one kind and form: Indonesia's first, then the world's."""
    home, world = data.load("phrases.yaml")[kind], data.load("world.yaml").get(kind, {})
    return tuple(dict.fromkeys(map(str, (*home.get(form, ()), *world.get(form, ())))))


@cache
def _lines() -> dict[str, Phrase]:
    found: dict[str, Phrase] = {}
    for kind, phrase in _kinds().items():
        for line in _printed(kind, "line"):
            found.setdefault(fold(line), phrase)
    return found


@cache
def _starts() -> dict[str, re.Pattern[str]]:
    """Patterns of line beginnings by their first two characters."""
    starts: dict[str, list[str]] = {}
    for kind in _ROLES:
        groups: dict[str, list[str]] = {}
        for phrase in sorted(_printed(kind, "start"), key=lambda phrase: (-len(phrase), phrase)):
            groups.setdefault(phrase[:2].lower(), []).append(_loose(phrase))
        for first, phrases in groups.items():
            starts.setdefault(first, []).append(f"(?P<{kind}>{'|'.join(phrases)})")
    return {first: re.compile("|".join(kinds), re.I) for first, kinds in starts.items()}


def _loose(phrase: str) -> str:
    """Match the phrase with any blanks, ending at a word's end if it ends in a word."""
    body = re.escape(phrase).replace(r"\ ", r"\s*" if phrase.startswith("baca") else r"\s+")
    return body + (r"\b" if phrase[-1].isalnum() else "")


def whole_line(folded: str) -> Phrase | None:
    """Look up a folded line."""
    return _lines().get(folded)


def line_start(text: str) -> Phrase | None:
    """Look up what a line begins with; bullets, arrows and brackets before it don't matter."""
    text = text.lstrip(" •-–»>*#▶►|")
    first = text[:2].lower()
    starts = _starts().get(first) or _starts().get(first[:1])
    match = starts.match(text) if starts else None
    return _kinds()[match.lastgroup] if match and match.lastgroup else None


@dataclass(frozen=True, slots=True)
class Telling:
    """Those phrases which no article uses of itself that a page holds; most pages hold few."""

    sentences: tuple[tuple[str, Phrase], ...]
    patterns: tuple[tuple[re.Pattern[str], Phrase], ...]

    def in_line(self, text: str) -> Phrase | None:
        """Look for one of them in a line."""
        if not self.sentences and not self.patterns:
            return None
        lowered = text.lower()
        found = next((phrase for printed, phrase in self.sentences if printed in lowered), None)
        if found or len(text) > LONGEST:
            return found
        return next((phrase for pattern, phrase in self.patterns if pattern.search(lowered)), None)


def telling(page: str, *, dense: bool) -> Telling:
    """Find which phrases a whole page in lower case holds; ``dense`` are scripts without blanks between words."""
    said = set(page.split())
    return Telling(
        tuple(
            (printed, phrase)
            for key, printed, phrase in _sentences()
            if (key in said if key else dense or not DENSE.search(printed)) and printed in page
        ),
        tuple((pattern, phrase) for near, pattern, phrase in _patterns() if any(word in page for word in near)),
    )


@cache
def _patterns() -> tuple[tuple[tuple[str, ...], re.Pattern[str], Phrase], ...]:
    entries = data.load("phrases.yaml")["patterns"]
    return tuple(
        (tuple(entry["with"]), re.compile(entry["match"]), _kinds()[kind])
        for kind, listed_there in entries.items()
        for entry in listed_there
    )


@cache
def _sentences() -> tuple[tuple[str, str, Phrase], ...]:
    """Each with a word inside it, which no mark can touch, as a key; empty where words have no blanks between them."""
    found = [(line.lower(), phrase) for kind, phrase in _kinds().items() for line in _printed(kind, "sentence")]
    return tuple((_inner_word(line), line, phrase) for line, phrase in found)


def _inner_word(line: str) -> str:
    parts = line.split()
    return parts[len(parts) // 2 if len(parts) > 2 else 0] if len(parts) > 1 else ""


@cache
def button_words() -> frozenset[str]:
    """Words of buttons and labels: no name and no subhead holds one (``Lihat Semua Foto``, ``Unduh PDF``)."""
    kinds = ("share", "comments", "consent", "advert", "pages", "menu", "footer")
    printed = {word for kind in kinds for line in _printed(kind, "line") for word in fold(line).split()}
    return frozenset(word for word in printed if len(word) > 2) - listed("joining_words") | listed("button_words")


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
