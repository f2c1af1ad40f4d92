"""Typed values out of YAML nodes; what does not fit becomes a problem that names file and line."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TypeVar

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kliping.errors import Problem, Severity
from kliping.yamltext import Fault, compose, entries, is_null, kind_of, line_of, plain

Wanted = TypeVar("Wanted")


@dataclass(slots=True)
class Reader:
    """Reads the nodes of one file and keeps the problems it met."""

    file: str
    offset: int = 0
    """Lines of the file above the YAML text."""
    problems: list[Problem] = field(default_factory=list)

    def top(self, text: str) -> MappingNode | None:
        """Return the text's mapping; None when there is none, or when YAML itself is at fault."""
        node, faults = compose(text)
        for fault in faults:
            self.fault(fault)
        if faults or node is None or is_null(node):
            return None
        if isinstance(node, MappingNode):
            return node
        self.complain(node, "wrong-type", f"`key: value` lines are expected, not {kind_of(node)}")
        return None

    @property
    def broken(self) -> bool:
        """Tell whether an error was met."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def fault(self, fault: Fault) -> None:
        """Keep a fault of the YAML text."""
        self._keep(fault.line, "yaml", str(fault), fault.hint, Severity.ERROR)

    def complain(self, node: Node, code: str, message: str, hint: str = "") -> None:
        """Keep an error about a node."""
        self._keep(line_of(node), code, message, hint, Severity.ERROR)

    def warn(self, node: Node, code: str, message: str, hint: str = "") -> None:
        """Keep a warning about a node."""
        self._keep(line_of(node), code, message, hint, Severity.WARNING)

    def text(self, key: str, node: Node) -> str:
        """Return a text as it is written, numbers and booleans too; a missing value is the empty text."""
        if is_null(node):
            return ""
        if isinstance(node, ScalarNode):
            return str(node.value)
        self._wrong(key, node, "a text")
        return ""

    def flag(self, key: str, node: Node) -> bool:
        """Return a boolean."""
        value = plain(node)
        if isinstance(value, bool):
            return value
        if value is not None:
            self._wrong(key, node, "true or false", "write true or false")
        return False

    def whole(self, key: str, node: Node, least: int = 0, most: int = 10**9) -> int:
        """Return a whole number between two bounds."""
        value = plain(node)
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self._wrong(key, node, f"a whole number from {least}" + (f" to {most}" if most < 10**9 else ""))
        return least

    def share(self, key: str, node: Node) -> float:
        """Return a number from 0 to 1."""
        value = plain(node)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
        self._wrong(key, node, "a number from 0 to 1")
        return 0.0

    def texts(self, key: str, node: Node, split: bool = False) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one, or cut at ``;`` or else ``,``."""
        if is_null(node):
            return ()
        if isinstance(node, SequenceNode):
            return tuple(self.text(f"{key}: each item", item) for item in node.value)
        text = self.text(key, node)
        if not split:
            return (text,) if text else ()
        pieces = text.split(";" if ";" in text else ",")
        return tuple(piece.strip() for piece in pieces if piece.strip())

    def mappings(self, key: str, node: Node) -> Iterator[MappingNode]:
        """Yield the mappings of a list."""
        if is_null(node):
            return
        if not isinstance(node, SequenceNode):
            self._wrong(key, node, "a list")
            return
        for item in node.value:
            if isinstance(item, MappingNode):
                yield item
            else:
                self._wrong(f"{key}: each item", item, "a mapping such as {key: value}")

    def mapping(self, key: str, node: Node) -> Mapping[str, Node]:
        """Return a mapping's values by key."""
        if isinstance(node, MappingNode):
            return {name: value for name, _, value in entries(node)}
        if not is_null(node):
            self._wrong(key, node, "a mapping such as {key: value}")
        return {}

    def choice(self, key: str, node: Node, choices: Sequence[str]) -> str:
        """Return one of the given words; the empty text when it is none of them."""
        text = self.text(key, node)
        if not text or text in choices:
            return text
        self.complain(
            node,
            "bad-value",
            f"{key} cannot be {text!r}",
            f"{did_you_mean(text, choices)}write {one_of(choices)}",
        )
        return ""

    def known_keys(self, node: MappingNode, known: Collection[str], where: str = "") -> None:
        """Complain of keys that are none of the given ones."""
        for name, key, _ in entries(node):
            if name not in known:
                place = f" in {where}" if where else ""
                hint = did_you_mean(name, known) or f"known here: {', '.join(sorted(known))}"
                self.complain(key, "unknown-key", f"there is no setting {name!r}{place}", hint.strip())

    def _wrong(self, key: str, node: Node, wanted: str, hint: str = "") -> None:
        found = repr(str(node.value)) if isinstance(node, ScalarNode) and not is_null(node) else kind_of(node)
        self.complain(node, "wrong-type", f"{key} must be {wanted}, not {found}", hint)

    def _keep(self, line: int, code: str, message: str, hint: str, severity: Severity) -> None:
        self.problems.append(Problem(self.file, line + self.offset, code, message, hint, severity))


def did_you_mean(word: str, known: Collection[str]) -> str:
    """Return a question that names the nearest known word; empty when none is near."""
    plain_word = re.sub(r"[^a-z]", "", word.lower())
    spelt_alike = [name for name in known if re.sub(r"[^a-z]", "", name) == plain_word]
    near = spelt_alike or get_close_matches(word.lower(), known, 1, 0.6)
    return f"did you mean {near[0]}? " if near else ""


def one_of(choices: Sequence[str]) -> str:
    """Return the choices as people list them."""
    *most, last = choices
    return f"{', '.join(most)} or {last}" if most else last
