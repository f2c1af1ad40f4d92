"""What closes an article's last paragraph and is not part of it: ``(cah/yon)``, ``(adv)``, ``***``."""

import re
from dataclasses import dataclass

from kliping.parse.vocabulary import listed
from kliping.text import fold

_PIECE = r"(?:[A-Za-z]{1,6}\d{0,3}|[A-Z]-\d{1,2})"
_INITIALS = (
    rf"/?[A-Za-z]{{2,6}}\d{{0,3}}/?|[a-z]{{2,6}}\.[a-z]{{2,6}}|[A-Za-z]\d{{1,3}}|/?{_PIECE}(?:\s?[/,-]\s?[\w.]{{1,8}}){{1,5}}"
    rf"|[A-Z]-\d{{1,2}}|Rep-\d+|[A-Za-z]{{2,6}}\*+|[A-Za-z]{{2,6}}/[Ff]oto:\s?[\w.]{{2,12}}|\*{{1,3}}/{_PIECE}"
)
_NAME = r"[A-ZÀ-Þ][\w.'’-]{1,20}"
_FULL_NAMES = rf"{_NAME}(?:\s+{_NAME}){{1,4}}"
_POSITION = r"(?:, [a-z][^()]{3,60})?"
_WORDS = r"[\w.'’-]{1,20}(?:\s+[\w.'’-]{1,20}){0,4}"
_WITH_SLASH = rf"(?=[A-Za-zÀ-Þ]){_WORDS}(?:\s?/\s?{_WORDS}){{1,5}}"
_CLOSING = re.compile(
    r"(?P<before>[.!?…”\"’)*]|^)[\s]*(?P<all>(?:"
    rf"[(\[]\s*(?P<inner>{_INITIALS}|{_FULL_NAMES}{_POSITION}|{_WITH_SLASH}|\*+|-)\s*[)\]]"
    r"|\|\s?(?P<barred>[A-Za-z]{2,5})\s?\||(?P<stars>\*{1,5}|\[\s?\]))\.?)\s*#?\s*$"
)
_ALONE = re.compile(r"[(\[](?P<inner>[^()\[\]]+)[)\]]|(?P<stars>\*+)")
_CAPITALS = re.compile(r"(?<=[.”\"])\s+(?P<inner>[A-Z]{3,}(?:\s+[A-Z]{2,}){1,2})\s*$")
_CODES = re.compile(
    r"(?<=[.”\"])\s+(?P<inner>[A-Z][\w.-]{1,20}(?:\s[A-Z][\w.-]{1,20})?(?:/[A-Za-z]{2,12}){1,4}|[a-z]{2,6}\*{1,3})\s*$"
)

LONGEST = 160
"""Characters at the end of a paragraph in which its marks stand."""
MOST = 4


@dataclass(frozen=True, slots=True)
class Signature:
    """One mark at the end of a paragraph; offsets in its text."""

    text: str
    start: int
    end: int
    kind: str
    """``names``, ``paid`` or ``end``."""


def split_signature(text: str) -> tuple[int, tuple[Signature, ...]]:
    """Return where the paragraph ends without its closing marks, and the marks in the order printed."""
    last = text.rstrip(" .#")[-1:]
    tail = max(0, len(text) - LONGEST)
    if last not in ")]*|" and not last.isupper() and "/" not in text[tail:]:
        return len(text), ()
    found: list[Signature] = []
    end = len(text)
    while len(found) < MOST and (match := _CLOSING.search(text, tail, end)) and match.start("all") > 0:
        found.append(_signature(match))
        end = match.start("all") - (
            len(text[tail : match.start("all")]) - len(text[tail : match.start("all")].rstrip())
        )
    if not found and (match := _CAPITALS.search(text, tail) or _CODES.search(text, tail)):
        found.append(Signature(match["inner"], match.start("inner"), match.end("inner"), "names"))
        end = match.start()
    return end, tuple(reversed(found))


def alone(text: str) -> tuple[Signature, ...]:
    """Read a line that is nothing but closing marks."""
    return tuple(_signature(match) for match in _ALONE.finditer(text))


def _signature(match: re.Match[str]) -> Signature:
    if match["stars"] is not None:
        return Signature(match["stars"], match.start("stars"), match.end("stars"), "end")
    group = "inner" if match["inner"] is not None else "barred"
    inner = match[group].strip()
    kind = "names"
    if any(fold(piece) in listed("advertorial.mark") for piece in re.split(r"[/,]", inner)):
        kind = "paid"
    elif not any(character.isalnum() for character in inner):
        kind = "end"
    return Signature(inner, match.start(group), match.end(group), kind)
