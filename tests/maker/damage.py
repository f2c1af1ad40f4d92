"""From blocks to bytes: blank lines as sites and extractors leave them, and what happens to a text on its way."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from textwrap import wrap

from maker.draft import Block

WIDTH = 76
"""Characters of a line that was wrapped."""
_DOUBLED = re.compile(r"\b([a-z]{4,})-(?=\1\b)")


@dataclass(frozen=True, slots=True)
class Page:
    """Lines as printed, each with what it is for; blank ones for nothing."""

    lines: tuple[tuple[str, str], ...]
    """(role, text) each."""
    codes: tuple[str, ...] = ()

    def of(self, role: str) -> list[int]:
        """Numbers, from 1, of the lines of a role."""
        return [number for number, (found, _) in enumerate(self.lines, 1) if found == role]


def laid_out(blocks: Iterable[Block], random: Random, *, airy: bool) -> Page:
    """Part the blocks by blank lines, or not; wrap the text of some pages."""
    habit = random.choice(["airy", "airy", "text", "double"]) if airy else "none"
    wrapped = airy and random.random() < 0.05
    lines: list[tuple[str, str]] = []
    for block in blocks:
        if lines and (
            habit in ("airy", "double") or (habit == "text" and (block.role == "body" or lines[-1][0] == "body"))
        ):
            lines += [("", "")] * (2 if habit == "double" else 1)
        for line in block.lines:
            parts = wrap(line, WIDTH, break_on_hyphens=False) if wrapped and block.role == "body" else [line]
            lines += [(block.role, part) for part in parts]
    return Page(tuple(lines), (f"blank {habit}", *(["hard-wrapped"] if wrapped else [])))


def damaged(page: Page, random: Random) -> tuple[bytes, tuple[str, ...]]:
    """Return the page's bytes, four in five of them unhurt."""
    how = random.choice(["NBSP", "mojibake", "cp1252", "hyphens", "CRLF", "trailing", "BOM", "U+200B"])
    if random.random() >= 0.2:
        how = ""
    lines = [text for _, text in page.lines]
    if how == "NBSP":
        lines = [re.sub(r" (?=\S+ \S+$)", "\xa0", line) for line in lines]
    if how == "trailing":
        lines = [f"{line}  " if line else line for line in lines]
    if how == "U+200B":
        lines = [f"\u200b{line}" if line and number % 7 == 3 else line for number, line in enumerate(lines)]
    if how == "hyphens":
        lines = [_DOUBLED.sub(r"\1", line) if len(line) > WIDTH else line for line in lines]
    text = ("\r\n" if how == "CRLF" else "\n").join([*lines, ""])
    if how == "mojibake":
        text = "".join(map(_as_cp1252, text.encode()))
    data = text.encode("cp1252", "replace") if how == "cp1252" else text.encode()
    return (b"\xef\xbb\xbf" if how == "BOM" else b"") + data, (*page.codes, *([f"hurt {how}"] if how else []))


def _as_cp1252(byte: int) -> str:
    """Read a byte as browsers do that take a page for cp1252: the five bytes it leaves out stay what they are."""
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)
