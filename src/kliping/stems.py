"""What the forms of an Indonesian word share: ``menulis`` and ``tulisan``, ``kreatif`` and ``kreativitas``.

Three ways, from the narrow to the wide: ``stem`` takes affixes off by Snowball's rules; ``root`` joins the forms of
borrowed words too, where none is joined wrongly, for what is decided without a reader: topics and tags; ``family``
joins all that a search may find together, since what fits best stands first there.
"""

import re
from functools import cache, lru_cache
from typing import Any

from snowballstemmer.indonesian_stemmer import IndonesianStemmer

from kliping import data

SHORTEST_ROOT = 4
"""Letters that must remain before an ending is exchanged."""

WHOLE = (
    *("sekolah", "masalah", "jumlah", "majalah", "makalah", "salah", "kalah", "celah", "belah"),
    *("langkah", "nikah", "tingkah", "berkah", "himpun", "ampun"),
    *("laku", "baku", "suku", "buku", "saku", "paku", "ilmu", "tamu", "temu", "jamu"),
)
"""Roots that end like a word with a particle (``-lah``, ``-kah``, ``-pun``) or a possessive (``-ku``, ``-mu``)."""
LOANS = (
    ("^(.{3,})i[vf](?:itas|isme|is|asi)$", r"\1if"),
    ("^(.{4,})ita(?:s|si|tor)$", r"\1"),
    ("^(.{4,})is(?:asi|ator|ir|me|tik)$", r"\1"),
    ("^(.{4,})ional(?:isme|itas)?$", r"\1i"),
    ("^(.{3,})a(?:si|tif|tor)$", r"\1"),
    ("^(.{4,})i(?:k|ka|s|si)$", r"\1"),
    ("^(.{3,}[^aeiou])(?:si|tif|tor)$", r"\1"),
)
"""Endings of loan words, each taken off once, in this order, where enough letters stay to tell the word by."""

_STEMMABLE = re.compile(r"[a-z]+")
_WHOLE = re.compile(f"(?:{'|'.join(WHOLE)})$")
_NO_CONFIX = re.compile(r"ke(?!.*an(?:nya)?$)")
_SWALLOWED = re.compile(r"[mp]en[aeiou]")
_FOLDED = ((re.compile(r"ny(?=[aeiou])"), "s"), (re.compile(r"n(?=[aeiou])"), "t"),
           (re.compile(r"m(?=[aeiou])"), "p"), (re.compile(r"[kr](?=[aeiou])"), ""))  # fmt: skip
_LOANS = tuple((re.compile(pattern), to) for pattern, to in LOANS)
_stemmer = IndonesianStemmer()


@lru_cache(1 << 16)
def stem(word: str) -> str:
    """Return the stem of a word in lower case (Snowball's Indonesian algorithm)."""
    return str(_stemmer.stemWord(word))


@lru_cache(1 << 16)
def root(word: str) -> str:
    """Return the stem, and one for the forms of a borrowed word: ``kreativitas`` and ``kreatif``."""
    found = stem(word)
    if word in _endings()["apart"]:
        return found
    for step in ("endings", "then"):
        for ending, other in _endings()[step]:
            if found.endswith(ending) and len(found) - len(ending) >= SHORTEST_ROOT - 1:
                found = found.removesuffix(ending) + other
                break
    return found


@cache
def _endings() -> dict[str, Any]:
    return dict(data.load("stems.yaml"))


@lru_cache(1 << 18)
def family(word: str) -> str:
    """Return what all forms of a folded word share; words of other letters than a to z stay as they are.

    ``static/search-words.js`` does the same to a query, letter for letter: the letters that a prefix of ``me-`` or
    ``pe-`` swallows, words that only look affixed, and the endings of loan words.
    It is a key, not a root: ``tulis`` and ``nulis`` share one, since ``menulis`` could be either's; so do ``rumah``
    and ``umah``, by ``perumahan``. The search page tells them apart again by their first letters.
    """
    if not _STEMMABLE.fullmatch(word):
        return word
    bare = _bare(_bare(word))
    for pattern, to in _LOANS:
        bare = pattern.sub(to, bare)
    for pattern, to in _FOLDED:
        if pattern.match(bare):
            return pattern.sub(to, bare, count=1)
    return bare


def _bare(word: str) -> str:
    """Take the affixes off, ``ke-`` only with ``-an``, and put back a ``t`` that ``men-`` or ``pen-`` swallowed."""
    shield = "x" if _NO_CONFIX.match(word) else ""
    found = str(_stemmer.stemWord(shield + (word + "nya" if _WHOLE.search(word) else word)))[len(shield) :]
    return f"t{found}" if _SWALLOWED.match(word) and found[0] in "aeiou" else found
