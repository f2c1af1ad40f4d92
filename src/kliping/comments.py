"""A person's whole-line comments in front matter, carried over when the record is written anew."""

import re
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode

from kliping.frontmatter import canonical_key
from kliping.yamltext import compose, entries, line_of

_COMMENT = re.compile(r"^[ \t]*#", re.MULTILINE)


def carry(old: str, new: str) -> str:
    """Return the new text of a record with the old one's comment lines, each above the key it stood above or in.

    Where that key is gone, the comment stands above the next that is left, or at the end of the front matter.
    """
    front = _front(old)
    if not _COMMENT.search(front):
        return new
    keys, comments = _read(front)
    places = {name: line for line, name in _read(_front(new))[0]}
    lines = new.split("\n")
    end = _front(new).count("\n")
    above: dict[int, list[str]] = {}
    for number, comment in comments:
        indented = comment[0] in " \t"
        own = [name for line, name in keys if line < number][-1:] if indented else []
        later = [name for line, name in keys if line > number]
        place = next((places[name] for name in (*own, *later) if name in places), end)
        above.setdefault(place, []).append(comment.strip())
    for place in sorted(above, reverse=True):
        lines[place:place] = above[place]
    return "\n".join(lines)


def _front(text: str) -> str:
    """Return what stands before the second line ``---``, the first line included as an empty one."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    rest = text.partition("\n")[2]
    end = re.search(r"^---[ \t]*(?:\n|\Z)", rest, re.MULTILINE)
    return "\n" + (rest[: end.start()] if end else "")


def _read(front: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Return the top keys and the comments, each with its line (from 0)."""
    top, _ = compose(front)
    if not isinstance(top, MappingNode):
        return [], []
    keys = [(line_of(key) - 1, canonical_key(name)) for name, key, _ in entries(top)]
    texts = {number for node in _scalars(top) for number in _inner_lines(node)}
    lines = enumerate(front.split("\n"))
    return keys, [(number, line) for number, line in lines if _COMMENT.match(line) and number not in texts]


def _scalars(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _scalars(key)
            yield from _scalars(value)
    else:
        for item in node.value:
            yield from _scalars(item)


def _inner_lines(node: ScalarNode) -> range:
    """Lines on which a text of several lines goes on, where a ``#`` begins no comment."""
    last = node.end_mark.line + (1 if node.style in ("'", '"') else 0)
    return range(node.start_mark.line + 1, last)
