"""What the forms of an Indonesian word share: ``menulis`` and ``tulisan``, ``kreatif`` and ``kreativitas``.

Snowball's rules for Indonesian take affixes off. What they leave apart is brought together here: the letters that a
prefix of ``me-`` or ``pe-`` swallows, words that only look affixed, and the endings of loan words.
``static/search-words.js`` does the same to a query, letter for letter.
"""

import re
from functools import lru_cache

from snowballstemmer.indonesian_stemmer import IndonesianStemmer

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


@lru_cache(1 << 18)
def stem(word: str) -> str:
    """Return what the forms of a folded word share; words of other letters than a to z stay as they are.

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
