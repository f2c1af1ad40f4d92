"""Addresses made from titles and names."""

import re
import unicodedata
from hashlib import sha256

LONGEST = 80
"""Longer addresses are cut by chat programs and printed badly."""

_WRITTEN_OUT = str.maketrans(
    {"&": " dan ", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th"}
    | dict.fromkeys("'’‘ʼ`´", "")
)
_DEVICES = ("con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10)))
RESERVED = frozenset({"index", *_DEVICES})
"""``index.html`` is each folder's own page; the others are no file names on Windows."""


def slug(text: str, *fallbacks: str) -> str:
    """Return an address of ``a-z 0-9 -`` for the text; a fallback's where the text has no such letter."""
    return (
        next(filter(None, map(_plain, (text, *fallbacks))), "")
        or "x" + sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
    )


def _plain(text: str) -> str:
    letters = text.casefold().translate(_WRITTEN_OUT)
    if not letters.isascii():
        decomposed = unicodedata.normalize("NFKD", letters).casefold()
        letters = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_WRITTEN_OUT)
    words = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    if len(words) > LONGEST:
        head, _, _ = words[: LONGEST + 1].rpartition("-")
        words = head or words[:LONGEST]
    return f"{words}-1" if words in RESERVED else words
