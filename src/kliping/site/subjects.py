"""What a sentence is about, in so far as another sentence may be about the same."""

import re
from dataclasses import dataclass
from functools import cache

from kliping import data
from kliping.calendar_names import months, weekdays
from kliping.places import is_place_word
from kliping.text import content_words

ALIKE = 0.4
"""Share of the shorter sentence's words that must be common."""
LEAST = 2
"""Words that must be common."""

_CAPITAL = re.compile(r"^[A-Z][\w’'-]{2,}(?= [A-Z])|(?<![\w.’'-])(?<!^)[A-Z][\w’'-]{2,}")
"""A word of a name; the first of a sentence only where another follows it."""
_EDITION = re.compile(r"\b([A-Z]\w{2,})\)?\s+((?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class Subject:
    """The words of a sentence that tell it from others of the same days."""

    words: frozenset[str]
    names: tuple[str, ...]
    """Words of names, in lower case and in order, and editions: ``iccc 2016``."""


def subject(sentence: str) -> Subject:
    """Return what a sentence is about."""
    words = frozenset(
        word
        for word in content_words(sentence)
        if word not in _common() and not word[0].isdigit() and not is_place_word(word)
    )
    names = {name for match in _CAPITAL.finditer(sentence) if (name := match[0].lower()) in words}
    editions = {
        f"{match[1]} {match[2]}".lower() for match in _EDITION.finditer(sentence) if match[1].lower() not in _common()
    }
    return Subject(words, tuple(sorted(names | editions)))


def same_subject(one: Subject, other: Subject) -> bool:
    """Tell whether two sentences of the same days are about one thing."""
    shared = len(one.words & other.words)
    return shared >= LEAST and shared >= ALIKE * min(len(one.words), len(other.words))


def same_name(one: Subject, other: Subject) -> bool:
    """Tell whether two sentences name one thing: an edition, or two words of a name."""
    shared = set(one.names) & set(other.names)
    return len(shared) >= LEAST or any(" " in name for name in shared)


@cache
def _common() -> frozenset[str]:
    words = data.load("events.yaml")
    return frozenset((*words["common"], *words["happens"], *words["doing"], *months(), *weekdays()))
