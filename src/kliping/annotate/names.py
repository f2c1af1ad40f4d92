"""Persons' names as they are printed: where one begins and ends, and what is no name."""

import re
from functools import lru_cache
from typing import NamedTuple

from kliping.annotate.lexicon import Kind, kinds, listed

NAME_WORDS = 5
WINDOW = 120
"""Characters in which a name with its titles stands."""

TOKEN = re.compile(r"\([^()]{1,60}\)|[^\W_](?:[\w’'&-]*\w)?|[^\w\s]")
"""Words with their hyphens and apostrophes, whole brackets, and marks."""

WORD = re.compile(r"([^\s.]+)\.?")
"""A word of a run of them, its full stop apart."""

_PARTICLES = frozenset(("bin", "binti", "van", "de", "al", "el", "ibnu", "von"))
_ABBREVIATED = frozenset(("Moh", "Muh", "Ach", "Achm", "Mohd", "Moch", "Abd", "Dg", "St", "Hi", "Syarif", "Jr", "Sr"))
_FORCES = frozenset(("TNI", "Polri", "POLRI", "Polisi"))
_ABSTRACT = re.compile(r"(?:Pe|Ke)[a-z]{4,}an$|[A-Z][a-z]{3,}(?:isasi|asi|itas|logi|isme|istik)$")
"""What only a body's name holds: Perekonomian, Kearsipan, Komunikasi."""
_ENDING = re.compile(r"[a-z](?:uddin|udin|ullah|yanto|iyono|wati|ningsih|awan|syah)$")
"""How only names of people end."""
_ROMAN = re.compile(r"[IVX]+$")
_TITLE_ALONE = Kind.TITLE | Kind.GIVEN
LEAST_LETTERS = 3
"""Of at least one word of a name."""
_SHOUTED = 2
"""Letters: more of them, all capitals, are an abbreviation."""


class Name(NamedTuple):
    """A name and where it stands, titles before it apart."""

    text: str
    start: int
    end: int
    sure: bool
    """A word of it is commonly a name, or a title stands before it."""
    words: int


@lru_cache(16384)
def bare_kind(word: str) -> int:
    """Return the kinds of a word; an abbreviation is part of a body, an unknown word is of none."""
    kind = kinds().get(word, 0)
    if not kind and _ENDING.search(word):
        return Kind.GIVEN
    if (
        not kind
        and word != "I"
        and (
            (len(word) > _SHOUTED and word.isupper())
            or _ROMAN.match(word)
            or word[0].isdigit()
            or _ABSTRACT.match(word)
        )
    ):
        return Kind.BODY
    return kind


def name_at(text: str, start: int) -> Name | None:
    """Read the name that begins there, titles before it passed over; None where none does."""
    title, begin, end = _titles(text, start)
    words: list[re.Match[str]] = []
    for token in TOKEN.finditer(text, end, start + WINDOW):
        word = token[0]
        if word == ".":
            if not words or token.start() != end or not shortened(words[-1][0]):
                break
        elif token.start() != end and words and not text[end : token.start()].isspace():
            break
        elif word[0].isupper():
            if words and word in listed("degrees"):
                break
            kind = bare_kind(word)
            if (
                not _fits(kind, words)
                or (kind & _TITLE_ALONE == Kind.TITLE and len(word) > 1)
                or len(words) >= NAME_WORDS
            ):
                if words and kind & Kind.BODY and not kind & Kind.GIVEN:
                    return None
                break
            words.append(token)
        elif words and word in _PARTICLES:
            words.append(token)
        else:
            break
        end = token.end()
    return _made(text, words, title, begin, end)


def _titles(text: str, start: int) -> tuple[str, int, int]:
    """Pass over the titles before a name; return the last one, where it begins, and where all end."""
    title, begin, end = "", start, start
    for token in TOKEN.finditer(text, start, start + WINDOW):
        word = token[0]
        if word == ".":
            if not title or token.start() != end:
                break
        elif word in _FORCES:
            if not title:
                break
        elif kinds().get(word, 0) & (Kind.TITLE | Kind.GIVEN) == Kind.TITLE:
            title, begin = word, token.start()
        else:
            break
        end = token.end()
    return title, begin, end


def shortened(word: str) -> bool:
    """Tell a word whose full stop belongs to it: an initial, ``Moh.``."""
    return len(word) == 1 or word in _ABBREVIATED


def _fits(kind: int, words: list[re.Match[str]]) -> bool:
    """Tell whether a word of a kind can go on a name of which some words were read."""
    if kind & Kind.GIVEN:
        return True
    if kind & (Kind.BODY | Kind.NAMED | Kind.NEVER | Kind.OFFICE):
        return False
    return not kind & Kind.PLACE or bool(words and bare_kind(words[0][0]) & Kind.GIVEN)


def _made(text: str, words: list[re.Match[str]], title: str, titled_at: int, end: int) -> Name | None:
    """Make a name of the words read; a word of address stays before a single word."""
    while words and words[-1][0] in _PARTICLES:
        words.pop()
        end = words[-1].end() if words else end
    if not words or all(len(word[0]) < LEAST_LETTERS for word in words):
        return None
    begin = titled_at if len(words) == 1 and title in listed("address") else words[0].start()
    name = " ".join(text[begin:end].split())
    if name.endswith(".") and not shortened(words[-1][0]):
        name = name[:-1]
    sure = bool(title) or any(bare_kind(word[0]) & Kind.GIVEN for word in words)
    return Name(name, begin, end, sure, len(words))
