"""Passages in quotation marks, whatever marks a page prints."""

import re
from typing import NamedTuple

_MARK = re.compile(r"[“”„‟\"«»]")
_DOUBLED = re.compile(r"[“”„‟\"«»]|''|‘‘|’’|``")
"""With marks made of two single ones; looked for only where such stand, since that takes longer."""
LONGEST_INSIDE = 300
"""Characters of a quotation inside another."""
LEAST = 3
"""Characters between marks."""
_OPENS_AFTER = " \t\n\xa0([{—–-:"
_CLOSES_BEFORE = " \t\n\xa0,.;:!?)]}…—–-"


class Passage(NamedTuple):
    """What stands between two marks; offsets of the marks' outer edges in the text."""

    words: str
    start: int
    end: int
    closed: bool
    """False where the paragraph ends first: the next one goes on."""


def marks_of(text: str) -> re.Pattern[str]:
    """Return what finds the quotation marks of a text."""
    return _DOUBLED if "''" in text or "‘‘" in text or "’’" in text or "``" in text else _MARK


def find_passages(text: str) -> list[Passage]:
    """Find the passages of one paragraph, in order; what is quoted inside a quotation belongs to it."""
    found: list[Passage] = []
    opened: re.Match[str] | None = None
    depth = 0
    marks = marks_of(text)
    for mark in marks.finditer(text):
        if opened is None:
            if not _closes_only(text, mark):
                opened, depth = mark, 0
        elif _opens_inside(text, mark, marks):
            depth += 1
        elif depth:
            depth -= 1
        else:
            found += _passage(text, opened, mark)
            opened = None
    if opened is not None:
        words = text[opened.end() :].strip()
        if len(words) >= LEAST and _begins(text, opened):
            found.append(Passage(words, opened.start(), len(text), closed=False))
    return found


def _passage(text: str, opened: re.Match[str], closing: re.Match[str]) -> list[Passage]:
    words = text[opened.end() : closing.start()].strip()
    return [Passage(words, opened.start(), closing.end(), closed=True)] if len(words) >= LEAST else []


def _begins(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark without its partner opens a paragraph, or follows a colon."""
    before = _last_mark(text, mark.start())
    return not before or before in ":,"


def _closes_only(text: str, mark: re.Match[str]) -> bool:
    """Tell a mark that cannot open: inches and seconds, and a closing mark left over."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return bool(before) and before not in _OPENS_AFTER and (not after or after in _CLOSES_BEFORE or before.isdigit())


def _opens_inside(text: str, mark: re.Match[str], marks: re.Pattern[str]) -> bool:
    """Tell a mark that opens a quotation inside another: a blank before, a word behind, and a partner later."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if mark[0] not in '“„«"' or before not in (" ", "(") or not after.isalnum():
        return False
    last = _last_mark(text, mark.start())
    if last in ",.!?…":
        return mark[0] == "“" and after.isupper() and last == ","
    return marks.search(text, mark.end(), mark.end() + LONGEST_INSIDE) is not None


def _last_mark(text: str, end: int) -> str:
    """Return the last character before a place that is no blank; empty at the beginning."""
    while end and text[end - 1].isspace():
        end -= 1
    return text[end - 1 : end]
