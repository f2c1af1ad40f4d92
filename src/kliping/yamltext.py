"""YAML without its surprises: text → nodes that know their lines, and faults that know their mend.

Read by libyaml where PyYAML has it. Only ``true`` and ``false`` are booleans, numbers are plain
decimal, dates stay text; tags, aliases and a key given twice are faults.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kliping.yamldump import quoted

DEEPEST = 50
"""Levels of nesting; people need four."""

_OPENERS = 200
"""Fewer brackets and dashes than this cannot nest dangerously deep, so depth is not measured."""

_PREFIX = "tag:yaml.org,2002:"
_PATTERNS = {
    "bool": (r"true|false|True|False", "tfTF"),
    "null": (r"~|null|Null|NULL|", "~nN\0"),
    "int": (r"[-+]?(?:0|[1-9][0-9]{0,17})", "-+0123456789"),
    "float": (r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+", "-+0123456789"),
}
_KINDS = {ScalarNode: "a text", SequenceNode: "a list", MappingNode: "a mapping"}


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Resolves scalars our way."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  # PyYAML's way


for _name, (_pattern, _first) in _PATTERNS.items():
    for _letter in _first:
        _Loader.yaml_implicit_resolvers.setdefault(_letter.strip("\0"), []).append(
            (_PREFIX + _name, re.compile(f"(?:{_pattern})\\Z"))
        )


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a YAML text, and where."""

    line: int
    """From 1."""
    column: int
    """From 1; 0 when it concerns the whole line."""
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.message} (column {self.column})" if self.column else self.message


def compose(text: str) -> tuple[Node | None, tuple[Fault, ...]]:
    """Return the text's top node (None for an empty text) and all its faults; never raises."""
    try:
        deep = _too_deep(text)
        if deep:
            return None, (Fault(deep, 0, f"nested deeper than {DEEPEST} levels"),)
        node = _single_node(text)
    except yaml.MarkedYAMLError as error:
        return None, (_syntax_fault(text, error),)
    except yaml.reader.ReaderError as error:
        return None, (_character_fault(text, int(error.position)),)
    except UnicodeEncodeError as error:
        return None, (_character_fault(text, error.start),)
    return node, tuple(_structure_faults(node, set())) if node else ()


def line_of(node: Node) -> int:
    """Return the line a node begins on, from 1."""
    return int(node.start_mark.line) + 1


def kind_of(node: Node) -> str:
    """Name a node's kind for people."""
    return "nothing" if is_null(node) else _KINDS[type(node)]


def is_null(node: Node) -> bool:
    """Tell whether a node says that there is no value."""
    return bool(node.tag == _PREFIX + "null")


def entries(node: MappingNode) -> Iterator[tuple[str, Node, Node]]:
    """Yield each key's text, its node and its value's."""
    for key, value in node.value:
        yield key.value, key, value


def plain(node: Node) -> object:
    """Return the node as text, number, boolean, None, tuple or dict."""
    if isinstance(node, MappingNode):
        return {name: plain(value) for name, _, value in entries(node)}
    if isinstance(node, SequenceNode):
        return tuple(plain(item) for item in node.value)
    match node.tag.removeprefix(_PREFIX):
        case "bool":
            return node.value in ("true", "True")
        case "int":
            return int(node.value)
        case "float":
            return float(node.value)
        case "null":
            return None
    return str(node.value)


def _single_node(text: str) -> Node | None:
    loader = _Loader(text)
    try:
        node: Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


def _too_deep(text: str) -> int:
    """Return the line where nesting becomes dangerous for a recursive reader; 0 when it does not."""
    if sum(text.count(opener) for opener in ("[", "{", "- ", "? ")) < _OPENERS:
        return 0
    depth, events = 0, yaml.parse(text, Loader=_Loader)
    for event in events:
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        if depth > DEEPEST:
            events.close()  # type: ignore[attr-defined]  # a generator
            return int(event.start_mark.line) + 1 if event.start_mark else 1
    return 0


def _structure_faults(node: Node, seen: set[int]) -> Iterator[Fault]:
    """Yield what YAML allows and we do not."""
    place = line_of(node), int(node.start_mark.column) + 1
    if id(node) in seen:
        yield Fault(
            *place,
            "the value that begins here is used again by an alias",
            "write it out again instead of *name",
        )
        return
    if not isinstance(node, ScalarNode) or not node.tag.startswith(_PREFIX):
        seen.add(id(node))
    if not _known_tag(node):
        yield Fault(*place, f"the tag {node.tag.replace(_PREFIX, '!!')} is not read", "remove it")
    if isinstance(node, SequenceNode):
        for item in node.value:
            yield from _structure_faults(item, seen)
    elif isinstance(node, MappingNode):
        yield from _mapping_faults(node, seen)


def _mapping_faults(node: MappingNode, seen: set[int]) -> Iterator[Fault]:
    names: set[str] = set()
    for key, value in node.value:
        place = line_of(key), int(key.start_mark.column) + 1
        if not isinstance(key, ScalarNode):
            yield Fault(*place, "a key must be a text", "put it in quotes")
        elif key.value in names:
            yield Fault(*place, f"{key.value} is given twice", "remove one of the two")
        else:
            names.add(key.value)
        yield from _structure_faults(value, seen)


def _known_tag(node: Node) -> bool:
    name = node.tag.removeprefix(_PREFIX)
    if isinstance(node, ScalarNode):
        if name in _PATTERNS:
            return bool(re.fullmatch(_PATTERNS[name][0], node.value))
        return bool(name == "str")
    return bool(name == ("seq" if isinstance(node, SequenceNode) else "map"))


def _character_fault(text: str, position: int) -> Fault:
    before = text[:position]
    line, column = before.count("\n") + 1, position - before.rfind("\n")
    shown = f"U+{ord(text[position]):04X}" if position < len(text) else "here"
    return Fault(line, column, f"the character {shown} cannot stand here", "remove it")


def _syntax_fault(text: str, error: yaml.MarkedYAMLError) -> Fault:
    """Say where reading stopped, and the line that would mend it when quoting does."""
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark is not None]
    place = marks[0] if marks else None
    number, column = (int(place.line), int(place.column) + 1) if place else (0, 0)
    lines = text.split("\n")
    for candidate in dict.fromkeys(min(int(mark.line), len(lines) - 1) for mark in marks):
        mended = _mended(lines, candidate)
        if mended and _reaches(mended, candidate if number >= len(lines) - 1 else max(candidate, number)):
            quote = mended[candidate].strip()
            return Fault(
                candidate + 1,
                column if candidate == number else 0,
                _said(error),
                f"put the text in quotes: {quote}",
            )
    tabbed = number < len(lines) and "\t" in lines[number][: len(lines[number]) - len(lines[number].lstrip())]
    return Fault(number + 1, column, _said(error), "indent with spaces, not tabs" if tabbed else "")


def _said(error: yaml.MarkedYAMLError) -> str:
    said: Any = error.problem
    return f"this is no YAML: {said or 'it cannot be read'}"


_ENTRY = re.compile(r"(?P<key>\s*(?:-\s+)*[^\s:#\"'\[{&*!|>%@`-][^:#\"']*:\s+|\s*-\s+)(?P<value>\S.*?)\s*")


def _mended(lines: list[str], number: int) -> list[str] | None:
    """Return the lines with the value of one of them in quotes; None where there is none to quote."""
    match = _ENTRY.fullmatch(lines[number])
    if not match or re.fullmatch(r"[|>][-+0-9]*", match["value"]):
        return None
    value = match["value"]
    if value[0] in "\"'":
        value = value[1:-1] if value[-1] == value[0] and len(value) > 1 else value[1:]
    return [*lines[:number], match["key"] + quoted(value), *lines[number + 1 :]]


def _reaches(lines: list[str], number: int) -> bool:
    """Tell whether the text can be read beyond the given line."""
    try:
        _single_node("\n".join(lines))
    except yaml.MarkedYAMLError as error:
        return error.problem_mark is not None and int(error.problem_mark.line) > number
    except (yaml.YAMLError, UnicodeEncodeError):
        return False
    return True
