"""Where known people are mentioned in a text: by their names, a part of them, or their office alone."""

from collections.abc import Iterable
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


class Mentions:
    """Finds the people of one article; a part of a name that two bear is the one's who was mentioned last."""

    def __init__(self, texts: Iterable[str], people: tuple[str, ...]) -> None:
        """Learn the parts of the names, and the offices printed before them."""
        self._parts: dict[str, list[int]] = {}
        for place, name in enumerate(people):
            for part in _parts(name):
                self._parts.setdefault(part, []).append(place)
        self._latest = -1
        self.offices = _offices(texts, people)

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


def _parts(name: str) -> list[str]:
    """Return the words of a name that stand for it; words of address do so only where nothing else is left."""
    words = [word for word in name.replace(".", " ").split() if len(word) > 1]
    titles = listed("address") | listed("honorifics")
    return [word for word in words if word not in titles and word not in ("bin", "binti")] or words


def _offices(texts: Iterable[str], people: tuple[str, ...]) -> dict[str, int]:
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
