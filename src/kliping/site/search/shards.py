"""How a long alphabet of terms is cut into files, so that a query loads little."""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

END = "."
"""Ends the name of a shard that holds one word and none longer; no word has it."""


def cut(sizes: Mapping[str, int], limit: int) -> dict[str, list[str]]:
    """Return the words by shard, each named by the letters that its words begin with.

    A new word changes only the shard that takes it, or splits it: where the cuts are depends on nothing else.
    """
    return dict(_cut(sorted(sizes), "", sizes, limit))


def _cut(words: Sequence[str], name: str, sizes: Mapping[str, int], limit: int) -> Iterable[tuple[str, list[str]]]:
    if len(words) == 1 or sum(sizes[word] for word in words) <= limit:
        yield name, list(words)
        return
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[: len(name) + 1] if len(word) > len(name) else name + END, []).append(word)
    for longer, group in groups.items():
        if longer.endswith(END):
            yield longer, group
        else:
            yield from _cut(group, longer, sizes, limit)


def script(value: object) -> str:
    """Return a script that hands the value to the search page; in ASCII, whatever a server says of it."""
    return f"kliping.shard({json.dumps(value, ensure_ascii=True, separators=(',', ':'))})\n"


def path(kind: str, text: str) -> str:
    """Return the address of a shard, which changes with its content."""
    return f"search/{kind}.{sha256(text.encode()).hexdigest()[:12]}.js"
