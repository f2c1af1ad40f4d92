"""Lines to paragraphs: what was wrapped to a width, or cut at its links, is one paragraph again."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kliping.mentions import find_mentions
from kliping.text import closes, small_words, words


def paragraphs(lines: tuple[str, ...]) -> Iterator[tuple[tuple[int, ...], bool]]:
    """Yield the numbers of the lines of each paragraph, and whether a blank line stands before it."""
    runs = list(_runs(lines))
    width = _wrap_width(runs, lines)
    cut = not width and _is_cut(runs, lines)
    for run in runs:
        apart = True
        for numbers in _mended(run, lines) if cut else _unwrapped(run, lines, width):
            yield numbers, apart
            apart = False


def join_lines(lines: list[str]) -> str:
    """Write the lines of a paragraph as one text, no blank before a comma or a full stop that was cut off."""
    text = " ".join([word for line in lines for word in line.split()])
    return _BLANK_BEFORE.sub(r"\1", text) if len(lines) > 1 and any(map(_GOES_ON.match, lines)) else text


_GOES_ON = re.compile(r"\s*[,.;:!?)”’»、。，؛،](?![.\d])")
_BLANK_BEFORE = re.compile(r"\s([,.;:!?)”’»、。，؛،])(?=\s|$)")
CUT_LINES = 2
"""So many lines that begin with a comma or full stop show that the page was cut at its links and bold words."""
CUT_PIECES = 4
"""So many links above the rest of their sentence show the same."""
PIECE_WORDS = 8
"""Words of a link inside a sentence, at most."""


def _is_cut(runs: list[list[int]], lines: tuple[str, ...]) -> bool:
    """Tell whether the page's paragraphs were cut at their links, as a dump of its text nodes does."""
    pairs = [(lines[one - 1].strip(), lines[two - 1].strip()) for run in runs for one, two in pairwise(run)]
    marks = sum(bool(_GOES_ON.match(after)) and not closes(before) for before, after in pairs)
    return marks >= CUT_LINES or sum(_follows_piece(before, after) for before, after in pairs) >= CUT_PIECES


def _follows_piece(before: str, after: str) -> bool:
    """Tell a longer line that begins small below a few words in capitals: what stood before it was a link."""
    return (
        len(before) < WRAP_AT[0]
        and before[0].isupper()
        and after[:1].islower()
        and len(after) >= WRAP_AT[0]
        and not closes(before)
    )


def _mended(run: list[int], lines: tuple[str, ...]) -> Iterator[tuple[int, ...]]:
    """Join the pieces of paragraphs that were cut at their links."""
    joined = [run[0]]
    for at, number in enumerate(run[1:], 1):
        before, after = lines[joined[-1] - 1].strip(), lines[number - 1].strip()
        following = lines[run[at + 1] - 1].strip() if at + 1 < len(run) else ""
        if _is_piece(before, after, following, inside=len(joined) > 1):
            joined.append(number)
        else:
            yield tuple(joined)
            joined = [number]
    yield tuple(joined)


def _is_piece(before: str, after: str, following: str, *, inside: bool) -> bool:
    """Tell whether a line goes on with the one before: its mark or small letter says so, or what follows it does."""
    if _GOES_ON.match(after):
        return not closes(before) or after[:1] in ")”’»"
    if closes(before) or before[-1:] in ":|":
        return False
    if after[:1].islower():
        return len(before.split()) > 1 or inside
    open_ended = (inside or len(before.split()) >= 3) and (before[-1] == "," or before.split()[-1][0].islower())
    goes_on = bool(following) and not closes(after) and bool(_GOES_ON.match(following) or following[:1].islower())
    return open_ended and (goes_on or (closes(after) and len(after.split()) <= PIECE_WORDS))


def _runs(lines: tuple[str, ...]) -> Iterator[list[int]]:
    """Yield line numbers of lines that stand together, parted by blank lines."""
    run: list[int] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            run.append(number)
        elif run:
            yield run
            run = []
    if run:
        yield run


_FILE = re.compile(r"\S+\.(?:jpe?g|png|webp|gif|(?:com|id|net|org)\b)|https?:|www\.", re.I)
_LABEL_IN_SMALL = re.compile(r"(?:by|oleh|on|posted|diperbarui|editor|foto|reporter|penulis)\b", re.I)
_BYLINE = re.compile(r"(?:by|oleh) [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}")
WRAP_AT = (40, 130)
"""Shortest and longest width, in characters, at which texts are found hard-wrapped."""
SMALL_FILL = 0.6
"""Less is enough where the next line goes on in small letters."""
WRAP_FILL = 0.75
"""A wrapped line is filled to this share of the width, or its next word would have fitted."""


DATE_LINE = 45
"""Characters of a date line that begins small; longer lines with a date in them are text."""
WRAPPED_RUNS = 3
WRAPPED_LINES = 12
"""So many wrapped paragraphs, or lines in one, make the whole text a wrapped one."""


def _wrap_width(runs: list[list[int]], lines: tuple[str, ...]) -> int:
    """Width at which the whole text was wrapped; 0 when it was not."""
    wrapped = [run for run in runs if _is_wrapped(run, lines)]
    enough = len(wrapped) >= WRAPPED_RUNS or any(len(run) >= WRAPPED_LINES for run in wrapped)
    return max(_width(run, lines) for run in wrapped) if enough else 0


def _width(run: list[int], lines: tuple[str, ...]) -> int:
    return max(len(lines[number - 1].strip()) for number in run)


def _is_wrapped(run: list[int], lines: tuple[str, ...]) -> bool:
    """Tell whether a run's lines are filled to one width and most go on in small letters."""
    if len(run) == 1:
        return False
    width = _width(run, lines)
    if not WRAP_AT[0] <= width <= WRAP_AT[1]:
        return False
    filled = sum(len(lines[number - 1].strip()) >= WRAP_FILL * width for number in run)
    inside = [pair for pair in pairwise(run) if not _ends_paragraph(lines[pair[0] - 1].strip(), width)]
    breaks = len(inside)
    small = sum(lines[after - 1].strip()[0].islower() for _, after in inside)
    open_ended = sum(not closes(lines[before - 1]) for before, _ in inside)
    runs_on = small >= breaks / 2 or (breaks >= 3 and small >= breaks / 4 and open_ended >= 0.7 * breaks)
    return filled >= len(run) / 2 and bool(inside) and runs_on


def _ends_paragraph(line: str, width: int) -> bool:
    """Tell a last line: its sentence ends well before the width."""
    return len(line) < SMALL_FILL * width and closes(line)


def _unwrapped(run: list[int], lines: tuple[str, ...], text_width: int) -> Iterator[tuple[int, ...]]:
    """Join the lines of a hard-wrapped paragraph again."""
    if len(run) == 1:
        yield (run[0],)
        return
    width = text_width or _width(run, lines)
    wrapped = bool(text_width) or _is_wrapped(run, lines)
    joined = [run[0]]
    for before, number in pairwise(run):
        if (wrapped and _goes_on(lines[before - 1], lines[number - 1], width, whole=bool(text_width))) or _cut_off(
            lines[before - 1], lines[number - 1]
        ):
            joined.append(number)
        else:
            yield tuple(joined)
            joined = [number]
    yield tuple(joined)


def _goes_on(before: str, after: str, width: int, *, whole: bool) -> bool:
    """Tell whether a line break was made for the width alone, as any is in a text that is wrapped as a whole."""
    before, after = before.strip(), after.strip()
    first = after.split(" ", 1)[0]
    if _BYLINE.fullmatch(after):
        return False
    if after[:1] == "(" and not closes(before):
        return True
    if any(mention.year for mention in find_mentions(after)) and len(after) < WRAP_FILL * width:
        return False
    full = len(before) + 1 + len(first) > width and len(before) >= WRAP_FILL * width
    if closes(before):
        return full and after[:1].isalnum() and len(after) > len(first) and width >= 55
    if after[:1].islower():
        return full or len(before) >= SMALL_FILL * width
    if _in_capitals(before):
        return False
    return full or (whole and len(before) >= WRAP_FILL * width)


_DASHED = re.compile(r"\S[-–—]+\s|\s[-–—]+\s")


def _in_capitals(line: str) -> bool:
    """Tell whether most words of a line begin with a capital, as in a headline, and it does not break off at «di»."""
    found = words(line)
    weighty = [word for word in found if word.lower() not in small_words()]
    if not found or line[-1] == "," or found[-1] in small_words() or _DASHED.search(line):
        return False
    return sum(word[0].isupper() for word in weighty) >= 0.8 * len(weighty)


def _cut_off(before: str, after: str) -> bool:
    """Tell whether a sentence goes on behind a break: it is open and the next line begins small and is no date line."""
    before, after = before.strip(), after.strip()
    if not (after[:1].islower() and len(after) >= 20 and len(before) >= WRAP_AT[0]):
        return False
    if closes(before) or before[-1] in ":;|" or _LABEL_IN_SMALL.match(after) or _FILE.match(after):
        return False
    return len(after) > DATE_LINE or not any(mention.year for mention in find_mentions(after))
