"""Paragraphs as Markdown that says exactly what they say, and nothing more."""

import re

from kliping.parse.page import Paragraph

_MARKS = re.compile(r"[\\`*\[\]<&_]")
_INLINE = re.compile(r"[\\`*\[\]]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")
_LINE_START = re.compile(r">|(?:[#+=~-]|(?P<number>\d{1,9})[.)])(?=\s|$|[=~#-])")


def escape(text: str) -> str:
    """Escape what Markdown would read as markup, so that the paragraph reads as printed."""
    escaped = _INLINE.sub(lambda match: "\\" + match[0], text) if _MARKS.search(text) else text
    start = _LINE_START.match(escaped)
    if start and not start["number"]:
        return "\\" + escaped
    if start:
        return f"{start['number']}\\{escaped[len(start['number']) :]}"
    return escaped


def to_markdown(paragraphs: tuple[Paragraph, ...]) -> str:
    """Write the article's text as a record's body; subheads become headings of the third level."""
    return "\n\n".join(
        _heading(paragraph.text) if paragraph.heading else escape(paragraph.text) for paragraph in paragraphs
    )


def _heading(text: str) -> str:
    """Write a subhead; a ``#`` at its end would close it."""
    return "### " + re.sub(r"(?<=\s)(#+)$", r"\\\1", escape(text))
