"""How a seed is read, by the ending of its name."""

from enum import StrEnum
from pathlib import PurePosixPath


class Kind(StrEnum):
    """The forms in which articles are saved."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"


ENDINGS = {
    ".html": Kind.HTML, ".htm": Kind.HTML, ".xhtml": Kind.HTML, ".mhtml": Kind.HTML, ".mht": Kind.HTML,
    ".md": Kind.MARKDOWN, ".markdown": Kind.MARKDOWN,
}  # fmt: skip
"""Endings, in small letters, of what is not plain text."""


def kind_of(name: str) -> Kind:
    """Return how a seed of this name is read; whatever is not known is text."""
    return ENDINGS.get(PurePosixPath(name).suffix.lower(), Kind.TEXT)
