"""One text out of two views of a page: its visible lines, and the paragraphs that are the article."""

import re
from collections import defaultdict
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from kliping.parse.html.visible import Line

LEAP = 60
"""A short paragraph is not looked for farther below than so many lines: it recurs in menus and lists."""
NEAR = 400
"""Lines in which the beginning of a paragraph of another cut is looked for."""
SHORT = 40
"""Letters."""
DOUBLE = 12
"""Letters of a line that are found again inside a paragraph by no chance."""
MOST_UNSEEN = 300_000
"""Letters in which lines are looked for at most."""
_NO_LETTER = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Made:
    """A line of the text made from a page."""

    text: str
    article: bool = False
    """It is a paragraph of the article."""
    tag: str = ""


def align(lines: Sequence[Line], paragraphs: Sequence[str]) -> tuple[Made, ...]:
    """Return every paragraph, in order, among the visible lines that are none."""
    return tuple(_merged(lines, paragraphs))


def _merged(lines: Sequence[Line], paragraphs: Sequence[str]) -> Iterator[Made]:
    keys = [_key(line.text) for line in lines]
    places = _places(keys, [_key(paragraph) for paragraph in paragraphs])
    unseen = "\n".join(_key(text) for text, place in zip(paragraphs, places, strict=True) if place < 0)
    unseen = unseen[:MOST_UNSEEN]
    done = 0
    for paragraph, place in zip(paragraphs, places, strict=True):
        if place >= 0:
            yield from _others(lines[done:place], keys[done:place], unseen)
            yield Made(paragraph, True, lines[place].tag)
            done = place + 1
        else:
            done = yield from _until_its_lines(lines, keys, done, paragraph, unseen)
            yield Made(paragraph, True)
    yield from _others(lines[done:], keys[done:], unseen)


def _until_its_lines(
    lines: Sequence[Line], keys: Sequence[str], done: int, paragraph: str, unseen: str
) -> Generator[Made, None, int]:
    """Yield the lines above the one that a paragraph of another cut begins with; return how far that was."""
    key = _key(paragraph)
    near = range(done, min(len(keys), done + NEAR))
    first = next((at for at in near if len(keys[at]) >= DOUBLE and key.startswith(keys[at])), done)
    yield from _others(lines[done:first], keys[done:first], unseen)
    return first


def _key(text: str) -> str:
    """Reduce a text to its letters and digits: blanks about links and marks of lists differ between the views."""
    return _NO_LETTER.sub("", text).lower()


def _places(keys: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """Return the line of each paragraph, the nearest below the one before; -1 where no line is just that."""
    known: dict[str, list[int]] = defaultdict(list)
    for at in range(len(keys) - 1, -1, -1):
        known[keys[at]].append(at)
    found: list[int] = []
    done = 0
    for key in wanted:
        places = known.get(key, [])
        while places and places[-1] < done:
            places.pop()
        place = places[-1] if key and places else -1
        if place - done > LEAP and len(key) < SHORT and found:
            place = -1
        found.append(place)
        done = max(done, place + 1)
    return found


def _others(lines: Sequence[Line], keys: Sequence[str], unseen: str) -> Iterator[Made]:
    """Yield lines that are no paragraph, nor part of one that was cut otherwise."""
    for line, key in zip(lines, keys, strict=True):
        if len(key) < DOUBLE or key not in unseen:
            yield Made(line.text, tag=line.tag)
