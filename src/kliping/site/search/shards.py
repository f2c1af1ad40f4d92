"""How a long alphabet of words is cut into files, so that a query loads little."""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256


def in_order(words: Iterable[str]) -> list[str]:
    """Return the words as a browser puts them in order: by their 16-bit units."""
    return sorted(words, key=lambda word: word.encode("utf-16-be"))


def cut(sizes: Mapping[str, int], limit: int) -> dict[str, list[str]]:
    """Return the words by shard, in order; a word is in the last shard whose name does not come after it.

    Cuts are made between words that begin differently, and neighbours that are small are put together; so a new word
    moves only what begins as it does.
    """
    return dict(_cut(in_order(sizes), 0, sizes, limit))


def _cut(words: Sequence[str], depth: int, sizes: Mapping[str, int], limit: int) -> Iterable[tuple[str, list[str]]]:
    """Cut words that share so many letters."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[: depth + 1], []).append(word)
    gathered: list[str] = []
    name, size = "", 0
    for start, group in groups.items():
        more = sum(sizes[word] for word in group)
        if gathered and size + more > limit:
            yield name, gathered
            gathered, size = [], 0
        if more > limit and len(group) > 1:
            yield from _cut(group, depth + 1, sizes, limit)
            continue
        name = name if gathered else start
        gathered, size = gathered + group, size + more
    if gathered:
        yield name, gathered


def front_coded(words: Iterable[tuple[str, str]]) -> str:
    """Return words in order, each as the number of letters it shares with the one before, the others, and its mark."""
    last, told = "", []
    for word, mark in words:
        shared = next((at for at, pair in enumerate(zip(last, word, strict=False)) if pair[0] != pair[1]), None)
        shared = min(len(last), len(word)) if shared is None else shared
        told.append(f"{SHARED[shared]}{word[shared:]}{mark}")
        last = word
    return " ".join(told)


SHARED = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def script(value: object) -> str:
    """Return a script that hands the value to the search page; in ASCII, whatever a server says of it."""
    return f"kliping.shard({json.dumps(value, ensure_ascii=True, separators=(',', ':'))})\n"


def stamp(text: str, digits: int = 10) -> str:
    """Return what tells a shard from others, and from what it was before."""
    return sha256(text.encode()).hexdigest()[:digits]
