"""Summaries: whole sentences of the article, never written by a machine."""

from kliping.text import sentences

ENOUGH, MOST = 120, 320
"""Characters: further sentences are taken until there are enough, while they fit."""


def summarise(paragraphs: tuple[str, ...]) -> str:
    """Return the first sentences of an article; the first is taken whole however long it is."""
    found = ""
    for paragraph in paragraphs[:2]:
        for sentence in sentences(paragraph):
            if found and (len(found) >= ENOUGH or len(found) + len(sentence) >= MOST):
                return found
            found = f"{found} {sentence}".strip()
    return found
