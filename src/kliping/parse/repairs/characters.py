"""Characters that saving broke or that no reader sees."""

import re
import unicodedata

_MOJIBAKE = re.compile(r"[ÂÃâÅÙØð][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ ¡-¿]+")
_UNSEEN = "\u00ad\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t"
_INVISIBLE, _CONTROL, _SPACE = (re.compile(f"[{kind}]") for kind in (_UNSEEN, _CONTROLS, _SPACES))
DAMAGED = re.compile(rf"[{_UNSEEN}{_CONTROLS}{_SPACES}ÂÃâÅÙØð\u2011\\*]")
"""A character that a repair of this module may drop or mend; ``#`` counts at the head of a line only."""
_PLAIN = re.compile(r"[\t -~]*")
_BOLD = re.compile(r"(?<!\*)\*\*([^*\s](?:[^*]*[^*\s])?)\*\*(?!\*)")
_WHOLE_LINE = re.compile(r"^\s*\*([^*\s][^*]*[^*\s])\*\s*$")
_HEADING = re.compile(r"^#{1,6} (?=[A-Z0-9“\"])()")
_ESCAPED = re.compile(r"\\([-*_#\[\]().!>+~`|])")

Changes = tuple[tuple[str, str], ...]


def mend_mojibake(line: str) -> tuple[str, Changes]:
    """Undo UTF-8 that was read as Windows-1252, piece by piece and only where the piece reads well afterwards."""
    if _PLAIN.fullmatch(line) or not _MOJIBAKE.search(line):
        return line, ()
    changes: list[tuple[str, str]] = []

    def mend(match: re.Match[str]) -> str:
        piece = match[0]
        for end in range(len(piece), 1, -1):
            if (read := _read_again(piece[:end])) is not None:
                changes.append((piece[:end], read))
                return read + piece[end:]
        return piece

    return _MOJIBAKE.sub(mend, line), tuple(changes)


def _read_again(piece: str) -> str | None:
    """Return the piece as UTF-8, if its Windows-1252 bytes are that."""
    content = b""
    for character in piece:
        try:
            content += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) > 0xFF:
                return None
            content += bytes([ord(character)])
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def clean_characters(line: str) -> tuple[str, Changes]:
    """Compose letters (NFC), make every blank a plain one, drop marks without width and control characters.

    A change is told by the character's number, once a line: ``U+00A0`` became a blank, ``U+200B`` nothing.
    """
    if _PLAIN.fullmatch(line):
        return line.replace("\t", " "), ()
    odd = {*_SPACE.findall(line), *_INVISIBLE.findall(line), *_CONTROL.findall(line)} - {"\t"}
    changes = [(f"U+{ord(one):04X}", " " if _SPACE.match(one) else "") for one in sorted(odd)]
    line = _CONTROL.sub("", _INVISIBLE.sub("", _SPACE.sub(" ", line)))
    composed = unicodedata.normalize("NFC", line)
    changes += [("NFD", "NFC")] if composed != line else []
    changes += [("U+2011", "-")] if "\u2011" in composed else []
    return composed.replace("\u2011", "-"), tuple(changes)


def clean_markdown(line: str) -> tuple[str, Changes]:
    """Drop the marks of a text saved as Markdown: backslashes, ``**bold**``, ``*a whole line*``, ``# Headline``."""
    if "\\" not in line and "*" not in line and not line.startswith("#"):
        return line, ()
    changes: list[tuple[str, str]] = []
    for pattern in (_ESCAPED, _BOLD, _WHOLE_LINE, _HEADING):
        changes += [(match[0], match[1]) for match in pattern.finditer(line)]
        line = pattern.sub(r"\1", line)
    return line, tuple(changes)
