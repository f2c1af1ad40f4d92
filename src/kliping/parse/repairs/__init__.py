"""Repairs of the saved text, before it is read: each is a named function of one line, in this order.

No word is ever changed but for a hyphen that the saving lost. Every change is noted with its line, except
those no reader could see (spaces, marks without width).
"""

from collections.abc import Callable

from kliping.model import Repair
from kliping.parse.repairs.characters import clean_characters, clean_markdown, mend_mojibake
from kliping.parse.repairs.decode import decode
from kliping.parse.repairs.hyphens import mend_hyphens

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
    lines, notes = [], []
    for number, line in enumerate(text.split("\n"), 1):
        mended, found = _mend(line, rules)
        notes += [Repair(number, rule, before, after) for rule, before, after in found]
        lines.append(mended)
    return tuple(lines), tuple(notes)


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
