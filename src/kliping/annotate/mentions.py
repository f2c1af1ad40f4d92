"""Where known people are mentioned in a text: by their names, a part of them, or their office alone."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from kliping.annotate.lexicon import Kind, kinds, listed

OFFICE_BEFORE = 90
"""Characters before a name in which its office begins."""
_SHARED_OFFICES = frozenset(
    ("Kepala", "Ketua", "Anggota", "Direktur", "Wakil", "Warga", "Staf", "Sekretaris", "Ibu", "Bapak")
)


class Mention(NamedTuple):
    """A person mentioned in a paragraph."""

    start: int
    end: int
    person: int
    """Place among the people."""


_NICKNAMED = re.compile(
    r"\b(?:disapa|dipanggil|sapaan|panggilan|alias)\s+(?:akrab\s+)?(?:(?:Pak|Bu|Gus|Mas|Mbak|Cak|Kang|Bang)\s+)?([A-Z]\w+)"
)
_NICKNAME_OF = re.compile(r"([A-Z]\w+),\s+(?:sapaan|panggilan)(?:\s+akrab)?\s+([A-Z]\w+)")
NICKNAME_BEHIND = 120
"""Characters behind a name in which a nickname is told: «… yang akrab disapa Pak Mbois»."""


class Mentions:
    """Finds the people of one article; a part of a name that two bear is the one's who was mentioned last."""

    def __init__(self, texts: Sequence[str], people: tuple[str, ...]) -> None:
        """Learn the parts of the names, and the offices printed before them."""
        self._parts: dict[str, list[int]] = {}
        for place, name in enumerate(people):
            for part in _parts(name):
                self._parts.setdefault(part, []).append(place)
        for nickname, place in _nicknames("\n".join(texts), people, self._parts):
            self._parts.setdefault(nickname, [place])
        self._latest = -1
        self._texts, self._people = texts, people

    @cached_property
    def offices(self) -> dict[str, int]:
        """Whose office is meant where it stands alone: «tegas Kapolsek»."""
        return _offices(self._texts, self._people)

    def of(self, text: str) -> list[Mention]:
        """Return the mentions of a paragraph, in order."""
        hits: list[tuple[int, int, list[int]]] = []
        for part, bearers in self._parts.items():
            start = text.find(part)
            while start >= 0:
                end = start + len(part)
                if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()) or not start:
                    hits.append((start, end, bearers))
                start = text.find(part, end)
        hits.sort(key=lambda hit: hit[:2])
        found: list[Mention] = []
        at = 0
        while at < len(hits):
            start, end, bearers = hits[at]
            at += 1
            while (
                at < len(hits) and hits[at][0] - end <= 2 and (both := [one for one in bearers if one in hits[at][2]])
            ):
                bearers, end = both, hits[at][1]
                at += 1
            self._latest = self._latest if self._latest in bearers else bearers[0]
            found.append(Mention(start, end, self._latest))
        return found


def _nicknames(text: str, people: tuple[str, ...], parts: dict[str, list[int]]) -> Iterator[tuple[str, int]]:
    """Yield the nicknames that the text explains, and whose they are."""
    if "sapa" not in text and "panggil" not in text and "alias" not in text:
        return
    for match in _NICKNAME_OF.finditer(text):
        if match[2] in parts:
            yield match[1], parts[match[2]][0]
    for match in _NICKNAMED.finditer(text):
        before = text[max(0, match.start() - NICKNAME_BEHIND) : match.start()]
        place = max(range(len(people)), key=lambda place: before.rfind(people[place]), default=-1)
        if place >= 0 and people[place] in before:
            yield match[1], place


def _parts(name: str) -> list[str]:
    """Return the words of a name that stand for it; words of address do so only where nothing else is left."""
    words = [word for word in name.replace(".", " ").split() if len(word) > 1]
    titles = listed("address") | listed("honorifics")
    return [word for word in words if word not in titles and word not in ("bin", "binti")] or words


def _offices(texts: Sequence[str], people: tuple[str, ...]) -> dict[str, int]:
    """Return whose office is meant where it stands alone: «tegas Kapolsek»; offices that two hold are left out."""
    found: dict[str, int] = {}
    whole = "\n".join(texts)
    for place, name in enumerate(people):
        at = whole.find(name)
        if at < 0:
            continue
        begin = max(0, at - OFFICE_BEFORE, whole.rfind(". ", 0, at), whole.rfind("\n", 0, at))
        for word in whole[begin:at].replace(".", "").replace(",", "").split():
            if kinds().get(word, 0) & Kind.OFFICE and word not in _SHARED_OFFICES:
                found[word] = -1 if found.get(word, place) != place else place
    return {word: place for word, place in found.items() if place >= 0}
