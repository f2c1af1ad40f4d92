"""Repairs of the saved text, before it is read: each is a named function of one line, in this order.

No word is ever changed but for a hyphen that the saving lost. Every change is noted with its line.
"""

import unicodedata
from collections.abc import Callable

from kliping.model import Repair
from kliping.parse.repairs.characters import DAMAGED, clean_characters, clean_markdown, mend_mojibake
from kliping.parse.repairs.decode import decode
from kliping.parse.repairs.hyphens import doubled_words, mend_hyphens

__all__ = ["LINE_REPAIRS", "WORD_REPAIRS", "decode", "repair"]

LineRepair = Callable[[str], tuple[str, tuple[tuple[str, str], ...]]]
"""A line to the mended line and the visible changes in it, each (before, after)."""

LINE_REPAIRS: tuple[tuple[str, LineRepair], ...] = (
    ("mojibake", mend_mojibake),
    ("characters", clean_characters),
    ("markdown-escape", clean_markdown),
    ("lost-hyphen", mend_hyphens),
)
WORD_REPAIRS = tuple((rule, mend) for rule, mend in LINE_REPAIRS if mend is not clean_markdown)
"""Repairs of a text whose marks mean something: Markdown, or a page's text, where a star is a star."""


def repair(
    text: str, rules: tuple[tuple[str, LineRepair], ...] = LINE_REPAIRS
) -> tuple[tuple[str, ...], tuple[Repair, ...]]:
    """Mend a text line by line; lines keep their numbers."""
    lines, notes = text.split("\n"), []
    doubled = doubled_words(text)
    if looks_sound(text, doubled):
        return tuple(lines), ()
    for at, line in enumerate(lines):
        if not looks_sound(line, doubled):
            lines[at], found = _mend(line, rules)
            notes += [Repair(at + 1, rule, before, after) for rule, before, after in found]
    return tuple(lines), tuple(notes)


def looks_sound(text: str, doubled: frozenset[str]) -> bool:
    """Tell by a glance that no repair has anything to do, as in most lines; ``doubled`` are the words of the page."""
    return (
        not DAMAGED.search(text)
        and not text.startswith("#")
        and "\n#" not in text
        and unicodedata.is_normalized("NFC", text)
        and not any(word in text for word in doubled)
    )


def _mend(line: str, rules: tuple[tuple[str, LineRepair], ...]) -> tuple[str, list[tuple[str, str, str]]]:
    """Mend one line until nothing is left to mend: one repair can lay bare another (text encoded twice)."""
    notes: list[tuple[str, str, str]] = []
    before = None
    while before != line:
        before = line
        for rule, mend in rules:
            line, changes = mend(line)
            notes += [(rule, *change) for change in changes]
    return line, notes
