"""Which names printed in one article are one person's, and the fullest of them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kliping.annotate.lexicon import Kind
from kliping.annotate.names import WORD, Name, bare_kind, name_at

MOST_PEOPLE = 200
"""No article names more; a hostile text might."""
LOOKED_AT = 6
"""How often a short name is looked at for its full form."""
BEFORE = 90
"""Characters before a short name in which its full form begins."""

_CAPITALS_BEFORE = re.compile(r"(?<![\w-])((?:[^\W\d_a-z][\w’'-]*\.?[ ]){1,3})$")


class Found(NamedTuple):
    """A name as printed, with the line it stands on."""

    name: str
    office: str
    line: int
    sure: bool = False
    """Known to be a person though the name is one word and no office stands beside it."""


def in_full(text: str, person: Found) -> Found:
    """Return a person known by one word by the full name, where that is printed though nothing there gives it away."""
    start = text.find(person.name)
    for _ in range(LOOKED_AT):
        if start < 0:
            break
        end = start + len(person.name)
        if name := _around(text, start, end):
            return person._replace(name=name.text)
        start = text.find(person.name, end)
    return person


def _around(text: str, start: int, end: int) -> Name | None:
    """Return the name of several words of which one stands there; None where no neighbour has a capital."""
    before = text[text.rfind(" ", max(0, start - BEFORE), max(0, start - 1)) + 1 : start]
    if not (before[:1].isupper() or (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper())):
        return None
    run = _CAPITALS_BEFORE.search(text, max(0, start - BEFORE), start)
    words = WORD.finditer(text, run.start(1), start) if run else ()
    for begin in (*(word.start() for word in words), start):
        name = name_at(text, begin)
        if name and name.words > 1 and name.start <= start < name.end and not _opens(text, name):
            return name
    return None


def _opens(text: str, name: Name) -> bool:
    """Tell whether a name opens a sentence with a word that need not be a name: «Sebaliknya Anton …»."""
    first = text[name.start : name.end].split()[0]
    opens = not name.start or text[name.start - 1] in '\n“"' or text[max(0, name.start - 2)] in ".!?"
    return opens and not bare_kind(first.rstrip(".")) & Kind.GIVEN


def merged(found: list[Found]) -> Iterator[Found]:
    """Keep each person once, by the fullest of the names that can be one person's."""
    groups: list[list[Found]] = []
    for person in found:
        if len(groups) >= MOST_PEOPLE:
            break
        group = next((group for group in groups if any(same_person(person.name, other.name) for other in group)), None)
        if group is None:
            groups.append([person])
        else:
            group.append(person)
    for group in groups:
        fullest = max(group, key=lambda person: (len(person.name.split()), len(person.name)))
        office_of = next((person.office for person in group if person.office), "")
        yield Found(fullest.name, office_of, group[0].line, any(person.sure for person in group))


def same_person(one: str, other: str) -> bool:
    """Tell whether two printed names can be one person's: a part of the other, or an initial for a first name."""
    a, b = one.casefold().replace(".", "").split(), other.casefold().replace(".", "").split()
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if all(word in long for word in short):
        return True
    return (
        len(short) == len(long) >= 2
        and short[1:] == long[1:]
        and (short[0][0] == long[0][0])
        and 1 in (len(short[0]), len(long[0]))
    )
