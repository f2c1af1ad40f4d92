"""Persons' names as they are printed: where one begins and ends, and what is no name."""

import re
from typing import NamedTuple

from kliping.annotate.lexicon import Kind, kinds, listed

NAME_WORDS = 5
WINDOW = 120
"""Characters in which a name with its titles stands."""

TOKEN = re.compile(r"\([^()]{1,60}\)|[^\W_](?:[\w’'&/-]*\w)?|[^\w\s]")
"""Words with their hyphens and apostrophes, whole brackets, and marks."""

_PARTICLES = frozenset(("bin", "binti", "van", "de", "al", "el", "ibnu", "von"))
_ABBREVIATED = frozenset(("Moh", "Muh", "Ach", "Achm", "Mohd", "Moch", "Abd", "Dg", "St", "Hi", "Syarif", "Jr", "Sr"))
_FORCES = frozenset(("TNI", "Polri", "POLRI", "Polisi"))
_ABSTRACT = re.compile(r"(?:Pe|Ke)[a-z]{4,}an$|[A-Z][a-z]{3,}(?:isasi|asi|itas|logi|isme|istik)$")
"""What only a body's name holds: Perekonomian, Kearsipan, Komunikasi."""
_ROMAN = re.compile(r"[IVX]+$")
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


def bare_kind(word: str) -> int:
    """Return the kinds of a word; an abbreviation is part of a body, an unknown word is of none."""
    kind = kinds().get(word, 0)
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
    words: list[re.Match[str]] = []
    title, titled = "", False
    titled_at = end = start
    for token in TOKEN.finditer(text, start, start + WINDOW):
        word = token[0]
        if word == ".":
            last = words[-1][0] if words else title
            if token.start() != end or not (len(last) == 1 or last in _ABBREVIATED or (last == title and not words)):
                break
            end = token.end()
            continue
        if words and not text[end : token.start()].isspace() and end != token.start():
            break
        if not word[0].isupper():
            if not words and word in listed("honorifics") | listed("address") | {"h"}:
                title, titled, titled_at, end = word, True, token.start(), token.end()
                continue
            if words and word in _PARTICLES:
                words.append(token)
                end = token.end()
                continue
            break
        kind = bare_kind(word)
        if not words and ((kind & Kind.TITLE and not kind & Kind.GIVEN) or (titled and word in _FORCES)):
            title, titled, titled_at, end = word, True, token.start(), token.end()
            continue
        if not fits(kind, words) or len(words) >= NAME_WORDS:
            if words and kind & (Kind.OFFICE | Kind.NEVER | Kind.BODY) and not kind & Kind.GIVEN:
                return None if kind & Kind.BODY else _made(text, words, titled, title, titled_at, end)
            break
        words.append(token)
        end = token.end()
    return _made(text, words, titled, title, titled_at, end)


def fits(kind: int, words: list[re.Match[str]]) -> bool:
    """Tell whether a word of a kind can go on a name of which some words were read."""
    if kind & Kind.GIVEN:
        return True
    if kind & (Kind.BODY | Kind.NAMED | Kind.NEVER | Kind.OFFICE):
        return False
    return not kind & Kind.PLACE or bool(words and bare_kind(words[0][0]) & Kind.GIVEN)


def _made(text: str, words: list[re.Match[str]], titled: bool, title: str, titled_at: int, end: int) -> Name | None:
    """Make a name of the words read; a word of address stays before a single word."""
    while words and words[-1][0] in _PARTICLES:
        words.pop()
        end = words[-1].end() if words else end
    if not words or all(len(word[0]) < 3 for word in words):
        return None
    begin = words[0].start()
    if len(words) == 1 and titled and title in listed("address"):
        begin = titled_at
    name = " ".join(text[begin:end].split())
    if name.endswith(".") and len(words[-1][0]) > 3:
        name = name[:-1]
    sure = titled or any(bare_kind(word[0]) & Kind.GIVEN for word in words)
    return Name(name, begin, end, sure, len(words))
