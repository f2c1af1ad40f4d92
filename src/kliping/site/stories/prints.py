"""What a text is recognised by when another outlet prints it again. Made once an article, and kept with it.

Words that say little, numbers and the names of days and months are left out; what remains is hashed, three words at a
time. So another spelling of a number, another «pada» or «di», another day in the dateline change nothing.
"""

import re
from array import array
from base64 import b64decode, b64encode
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from zlib import crc32

from kliping import data
from kliping.calendar_names import months, weekdays
from kliping.model import Print
from kliping.site.stories.figures import figures, is_figure
from kliping.text import stopwords

SHINGLE = 3
"""Words hashed together: four lose more where words were changed, two are shared by chance."""
LAW_SHARE, LAW_LEAST = 0.12, 4
"""Share and number of a paragraph's words that speak of paragraphs and penalties, where it quotes the law."""
_TOKEN = re.compile(r"\d[\d.,:/]*(?:\s?(?:rb|jt)\b)?|\w{3,}")
_LAW_TOKEN = re.compile(r"[^\W\d_]+")
_HASHED = 0xFFFFFFF
"""Words are hashed to 28 bits, so that what is made of three fits in 32."""
_FIGURE = -1


def fingerprint(paragraphs: Sequence[str]) -> Print:
    """Return the print of a text. Linear; about 0.1 ms for an article of 3 KB."""
    text = "\n".join(paragraphs).lower()
    whole = _TOKEN.findall(text)
    tokens = whole
    if any(sign in text for sign in _law_signs()):
        tokens = _TOKEN.findall("\n".join(part for part in text.split("\n") if not _is_law(part)))
    kinds = list(map(_kind, tokens))
    words = [kind for kind in kinds if kind > 0]
    shingles = [a * 3 ^ b * 5 ^ c for a, b, c in zip(words, words[1:], words[2:], strict=False)]
    return Print(
        whole=blake2b(" ".join(whole).encode(), digest_size=12).hexdigest() if whole else "",
        size=len(whole),
        shingles=pack(shingles),
        figures=pack(_figures(tokens, kinds)),
    )


def pack(numbers: Sequence[int]) -> str:
    """Return numbers of 32 bits as text."""
    return b64encode(array("I", numbers).tobytes()).decode("ascii")


def unpack(text: str) -> "array[int]":
    """Return the numbers that were packed."""
    numbers = array("I")
    numbers.frombytes(b64decode(text))
    return numbers


def _figures(tokens: list[str], kinds: list[int]) -> list[int]:
    """Return of each number its place among the words that count, and a hash whose last bit says that it is a date."""
    places = [place for place, kind in enumerate(kinds) if kind == _FIGURE]
    if not places:
        return []
    words = [place for place, kind in enumerate(kinds) if kind > 0]
    found: list[int] = []
    for place, mark in figures(tokens, places):
        found += (bisect_left(words, place), mark)
    return found


@lru_cache(1 << 16)
def _kind(token: str) -> int:
    """Return 0 for what says little, a mark for a part of a number, else the word's hash."""
    if is_figure(token):
        return _FIGURE
    return 0 if token in _passed_over() else (crc32(token.encode()) & _HASHED) or 1


@cache
def _passed_over() -> frozenset[str]:
    return stopwords() | frozenset(months()) | frozenset(weekdays()) | frozenset(data.load("stories.yaml")["zones"])


@cache
def _law_signs() -> tuple[str, ...]:
    return tuple(data.load("stories.yaml")["law_signs"])


@cache
def _law_words() -> frozenset[str]:
    return frozenset(data.load("stories.yaml")["law"])


def _is_law(paragraph: str) -> bool:
    words = _LAW_TOKEN.findall(paragraph)
    spoken = sum(word in _law_words() for word in words)
    return spoken >= max(LAW_LEAST, LAW_SHARE * len(words))
