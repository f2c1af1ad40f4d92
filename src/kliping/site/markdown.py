"""Markdown to HTML that is safe to show, and to plain text, in one pass of the parser."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

_BREAKS = frozenset({"softbreak", "hardbreak"})


@dataclass(frozen=True, slots=True)
class Body:
    """An article's text in its two forms."""

    html: str
    paragraphs: tuple[str, ...]
    """Plain text of each paragraph, heading, list item or code block, in order."""


@cache
def _parser() -> MarkdownIt:
    """Return CommonMark without raw HTML; made once a process, since making it costs more than an article."""
    return MarkdownIt("commonmark", {"html": False})


def read(text: str) -> Body:
    """Return the text's HTML and plain text; images become their descriptions, unsafe links plain text."""
    parser = _parser()
    tokens = parser.parse(text)
    paragraphs: list[str] = []
    for token in tokens:
        if token.type == "inline" and token.children is not None:
            token.children = _safe(token.children)
            paragraphs.append(_text(token.children))
        elif token.type in ("fence", "code_block"):
            token.info = ""
            paragraphs.append(token.content.strip())
        elif token.type in ("heading_open", "heading_close"):
            token.tag = _lower_heading(token.tag)
    html = parser.renderer.render(tokens, parser.options, {})
    return Body(html, tuple(paragraph for paragraph in paragraphs if paragraph))


def plain(paragraph: str) -> Body:
    """Return one paragraph of plain text, in which no mark means anything."""
    return Body(f"<p>{escape(paragraph)}</p>\n", (paragraph,)) if paragraph else Body("", ())


def _lower_heading(tag: str) -> str:
    """Return one level below: the first is the page's own heading."""
    return f"h{min(int(tag[1]) + 1, 6)}"


def _safe(children: Sequence[Token]) -> list[Token]:
    """Return the inline tokens without images, and with links only to http and https."""
    kept: list[Token] = []
    dropped: list[bool] = []
    for token in children:
        if token.type == "image":
            text = Token("text", "", 0)
            text.content = _text(token.children or [])
            kept.append(text)
        elif token.type == "link_open":
            dropped.append(not safe_address(str(token.attrs.get("href", ""))))
            if not dropped[-1]:
                token.attrs = {"href": token.attrs["href"], "rel": "nofollow noopener"}
                kept.append(token)
        elif token.type == "link_close":
            if not dropped.pop():
                kept.append(token)
        else:
            kept.append(token)
    return kept


def _text(children: Sequence[Token]) -> str:
    parts = []
    for token in children:
        if token.type in _BREAKS:
            parts.append(" ")
        elif token.type == "image":
            parts.append(_text(token.children or []))
        else:
            parts.append(token.content)
    return " ".join("".join(parts).split())


def safe_address(address: str) -> bool:
    """Tell whether the address is an absolute one on the web, fit for a link."""
    try:
        parts = urlsplit(address)
        return (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and not set(address) & set(" \"'<>\\^`{|}")
        )
    except ValueError:
        return False
