"""Words as tags know them: which cannot be one, which open a name, and what two spellings of a tag share."""

import re
from functools import cache, lru_cache

from kliping import data
from kliping.stems import root
from kliping.text import stopwords

OPENERS = frozenset(".!?:“\"‘'(«–—-…•")
"""Marks behind which a capital may only open a sentence."""
_LISTS = "tags.yaml"
_DOUBLED = re.compile(r"(?<![^\W_])([^\W\d_]{3,})-\1(?:nya)?(?![^\W_])")
_OWNED = re.compile(r"(?<=[^\W\d_]{4})nya(?![^\W_])")
_AFFIXED = re.compile(r"(?:me(?:ng|ny|[mnlrwy])|di|ber|ter)[^\W\d_]{3,}")
"""Verbs by their prefix; the nouns that look the same are listed."""


@cache
def listed(name: str) -> frozenset[str]:
    """Return one list of ``data/tags.yaml``."""
    return frozenset(data.load(_LISTS)[name])


@lru_cache(65536)
def is_weak(word: str) -> bool:
    """Tell whether a word in lower case neither opens nor closes a tag, nor is one: a small word, a measure, a verb."""
    if word in listed("weak") or word in stopwords():
        return True
    return word not in listed("not_verbs") and bool(_AFFIXED.match(word))


@lru_cache(65536)
def light_key(tag: str) -> str:
    """Return what a tag shares with its plural and its owned form: ``Kampung-kampung``, ``kampungnya``: ``kampung``."""
    folded = " ".join(tag.casefold().split())
    return _OWNED.sub("", _DOUBLED.sub(r"\1", folded))


@lru_cache(65536)
def stem_key(light: str) -> str:
    """Return what phrases of several words share whatever their affixes; one word alone would share too much."""
    parts = light.split()
    return " ".join(root(part) for part in parts) if len(parts) > 1 else light
