"""How text becomes terms. ``static/search-words.js`` does the same to a query, letter for letter."""

import re
import unicodedata

LONGEST = 40
"""Letters of the longest word that is indexed; longer ones are addresses and debris."""

_ACCENTS = re.compile("[\u0300-\u036f]")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return the text without case, accents and differences of width.

    Upper and lower case both, since ``ß`` and ``SS`` must meet without JavaScript knowing case folding.
    """
    if text.isascii():
        return text.lower()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFKC", bare).upper().lower().replace("ς", "σ")


def tokens(text: str) -> list[str]:
    """Return the folded words in order; ``Jum'at`` is one, ``gotong-royong`` are two."""
    return [word for word in _WORD.findall(_APOSTROPHE.sub("", fold(text).replace("ʼ", "’"))) if len(word) <= LONGEST]
