"""Bytes to text."""

import codecs

from kliping.model import Repair

BINARY_SHARE = 0.02
"""More NUL and control bytes than this is no text: saved pages have none, images and archives 10 % and more."""

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_ENDINGS = ("\r\n", "\r", "\x0b", "\x0c", "\u2028", "\x85")


def decode(content: bytes) -> tuple[str, tuple[Repair, ...]] | None:
    r"""Read bytes as UTF-8 (or what a byte order mark says), else as Windows-1252; None for what is no text.

    Line ends become ``\\n``.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _lines(content.decode(encoding, "replace")), ()
    controls = len(content) - len(content.translate(None, _CONTROLS))
    if controls > BINARY_SHARE * len(content):
        return None
    try:
        return _lines(content.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        damaged = content.decode("utf-8", "replace")
        if damaged.count("\ufffd") * 50 < sum(byte >= 0xC0 for byte in content):
            return _lines(damaged), (Repair(line, "decode", "UTF-8", "UTF-8, �"),)
    decoded = (
        content.decode("cp1252", "replace")
        if any(0x80 <= byte < 0xA0 for byte in content)
        else content.decode("latin-1")
    )
    return _lines(decoded), (Repair(line, "decode", "UTF-8", "Windows-1252"),)


def _lines(text: str) -> str:
    for ending in _ENDINGS:
        text = text.replace(ending, "\n")
    return text
