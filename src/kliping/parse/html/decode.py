"""The bytes of a saved page as text: its character encoding, a page inside an archive, pictures inside a page."""

import codecs
import re
from email import message_from_bytes, policy

from kliping.model import Repair
from kliping.parse.repairs import decode

LARGEST = 6_000_000
"""Bytes of a page without its pictures; the longest pages of news sites have a tenth of that."""
_HEAD = 4096
"""Bytes in which a page declares its encoding and an archive says what it is."""
_PICTURE = re.compile(rb"data:[\w.+/-]{1,60}(?:;[\w=.+-]{1,60}){0,4},[A-Za-z0-9+/=%_.-]{200,}")
"""Pictures and fonts written into the page itself, as SingleFile saves them."""
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|encoding=[\"']([\w.:-]{2,40})", re.I)
_SAME_AS_CP1252 = frozenset({"iso8859-1", "ascii", "cp1252", "utf-8"})
"""Declared thus, a page that is no UTF-8 is Windows-1252, as browsers read it."""


def read_page(data: bytes) -> tuple[str, tuple[Repair, ...]] | str:
    """Return the page's text and how it was read, or the code of the problem."""
    archived = _out_of_archive(data) if _is_archive(data[:_HEAD]) else None
    page = _PICTURE.sub(b"", data if archived is None else archived)
    if len(page) > LARGEST:
        return "large-page"
    if text := _as_declared(page):
        return text, ()
    decoded = decode(page)
    return "binary-seed" if decoded is None else decoded


def _is_archive(head: bytes) -> bool:
    """Tell a web archive (``.mhtml``) by the header lines that it begins with."""
    header = head.lower().replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return b"multipart/related" in header and re.match(rb"[\w-]{2,60}:", header) is not None


def _as_declared(page: bytes) -> str:
    """Return the text by the encoding that the page declares; empty when it is one that ``decode`` knows itself."""
    match = _CHARSET.search(page[:_HEAD])
    if match is None or page.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ""
    try:
        page.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return ""
    try:
        name = codecs.lookup((match[1] or match[2]).decode("ascii", "replace")).name
        return "" if name in _SAME_AS_CP1252 else page.decode(name).replace("\r\n", "\n").replace("\r", "\n")
    except (LookupError, UnicodeError, ValueError):
        return ""


def _out_of_archive(data: bytes) -> bytes | None:
    """Return the page of an ``.mhtml`` archive in UTF-8, its address as a comment that ``metadata`` reads."""
    message = message_from_bytes(data, policy=policy.compat32)  # the other policies fail on broken headers
    for part in message.walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(content, bytes):
            address = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "")
            return content + f"<!-- saved from url=(0000){address} -->".encode("utf-8", "replace")
    return None
