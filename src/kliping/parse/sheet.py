"""A repaired text as blocks: the paper on which rules write their labels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from kliping import data
from kliping.mentions import Mention, find_mentions
from kliping.model import Role
from kliping.parse.signature import Signature, split_signature
from kliping.text import closes, content_words, fold, has_several_sentences, squeeze, words

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]")
LAST = 80
"""Characters at the end of a paragraph that tell whether it is closed."""
_BRACKETED_END = re.compile(r"\s*\([^()]{1,40}\)\s*$")
_INNER_END = re.compile(r"[.!?…。！？][”\"’')\]]*\s+[“\"‘'(]*[A-Z0-9À-ÖØ-Þ]|[。！？].")

SOLID_WORDS = 12
"""A closed line of so many words is a paragraph; headlines and captions that long are seldom closed."""
LONG_WORDS = 30
"""So long a line is a paragraph even when its full stop was lost."""


class Block:
    """One paragraph, label or button of the page: a line, or several that were one before they were wrapped."""

    def __init__(self, index: int, numbers: tuple[int, ...], text: str, *, apart: bool) -> None:
        self.index = index
        self.numbers = numbers
        self.text = text
        self.apart = apart
        """A blank line stands before it."""

    @cached_property
    def folded(self) -> str:
        """Fold the text, for comparison."""
        return fold(self.text)

    @cached_property
    def words(self) -> list[str]:
        """Words as printed."""
        return words(self.text)

    @cached_property
    def length(self) -> int:
        """Words; in scripts without blanks two characters count as one."""
        return max(len(self.words), len(_CJK.findall(self.text)) // 2)

    @cached_property
    def _signed(self) -> tuple[int, tuple[Signature, ...]]:
        return split_signature(self.text)

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """Initials and marks behind its last sentence."""
        return self._signed[1]

    @property
    def bare(self) -> str:
        """Text without the signatures behind it."""
        return self.text[: self._signed[0]]

    @cached_property
    def closed(self) -> bool:
        """Tell whether it ends as a sentence does, whatever stands in brackets behind it."""
        return closes(self.bare) or closes(_BRACKETED_END.sub("", self.bare[-LAST:]))

    @cached_property
    def several(self) -> bool:
        """Tell whether a sentence ends inside it."""
        return bool(_INNER_END.search(self.bare)) and has_several_sentences(self.bare)

    @cached_property
    def solid(self) -> bool:
        """Tell whether it is surely a paragraph by its form alone."""
        if self.length >= LONG_WORDS and (self.several or self.closed or self.lower_share > 0.5):
            return True
        return self.length >= SOLID_WORDS and self.closed and self.lower_share > 0.3

    @cached_property
    def lower_share(self) -> float:
        """Share of words that begin in lower case; 1 in scripts without capitals."""
        letters = [word for word in self.words if word[0].isalpha()]
        small = sum(not word[0].isupper() for word in letters)
        return small / len(letters) if letters else 0.0

    @cached_property
    def title_share(self) -> float:
        """Share of the longer words that begin with a capital, as in a headline."""
        small = _small_words()
        weighty = [word for word in self.words[1:] if word[0].isalpha() and word.lower() not in small]
        return sum(word[0].isupper() for word in weighty) / len(weighty) if weighty else 1.0

    @cached_property
    def content(self) -> set[str]:
        """Words that say what it is about."""
        return content_words(self.text)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Dates in it; offsets are in ``text``."""
        return find_mentions(self.text)


def _small_words() -> frozenset[str]:
    return frozenset(data.load("language.yaml")["small_words"])


@dataclass(frozen=True, slots=True)
class Label:
    """A role given to a block."""

    role: Role
    rule: str
    heading: bool = False
    stops: bool = False
    """The page's article ends before it."""


class Sheet:
    """The blocks of one seed and their labels; rules read and write it in a fixed order."""

    def __init__(self, lines: tuple[str, ...], head: tuple[Label | None, ...] = (), *, wrapped: bool = True) -> None:
        """Lay out the lines; with ``wrapped`` off each is a block of its own, as no width broke it."""
        self.lines = lines
        self.head = head
        """Labels of the lines above the page's text, which are no blocks of it: front matter, a page's metadata."""
        below = ("",) * len(head) + lines[len(head) :]
        self.blocks = tuple(_blocks(below) if wrapped else _single_blocks(below))
        self.labels: list[Label | None] = [None] * len(self.blocks)
        self.first = 0
        """Index of the first block of the article's text."""
        self.last = -1
        """Index of its last block; -1 when there is no text."""

    def put(
        self,
        block: Block,
        role: Role,
        rule: str,
        *,
        heading: bool = False,
        stops: bool = False,
    ) -> None:
        """Label a block; a later rule that knows more may label it again."""
        self.labels[block.index] = Label(role, rule, heading, stops)

    def role(self, block: Block) -> Role | None:
        """Return the block's role so far."""
        label = self.labels[block.index]
        return label.role if label else None

    def unlabelled(self, start: int = 0, end: int | None = None) -> Iterator[Block]:
        """Yield blocks without a role between two indexes."""
        for block in self.blocks[start:end]:
            if self.labels[block.index] is None:
                yield block

    def having(self, *roles: Role) -> Iterator[Block]:
        """Yield blocks of these roles, in order."""
        for block in self.blocks:
            label = self.labels[block.index]
            if label and label.role in roles:
                yield block

    def body(self) -> tuple[Block, ...]:
        """Blocks of the article's text."""
        return tuple(self.having(Role.BODY))


def _blocks(lines: tuple[str, ...]) -> Iterator[Block]:
    index = 0
    runs = list(_runs(lines))
    width = _wrap_width(runs, lines)
    for run in runs:
        apart = True
        for numbers in _unwrapped(run, lines, width):
            text = squeeze(" ".join(lines[number - 1] for number in numbers))
            yield Block(index, numbers, text, apart=apart)
            index += 1
            apart = False


def _single_blocks(lines: tuple[str, ...]) -> Iterator[Block]:
    numbers = [number for number, line in enumerate(lines, 1) if line.strip()]
    for index, number in enumerate(numbers):
        yield Block(index, (number,), squeeze(lines[number - 1]), apart=number < 2 or not lines[number - 2].strip())


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


_LABEL_IN_SMALL = re.compile(r"(?:by|oleh|on|posted|diperbarui|editor|foto|reporter|penulis)\b", re.I)
WRAP_AT = (40, 130)
"""Shortest and longest width, in characters, at which texts are found hard-wrapped."""
SMALL_FILL = 0.6
"""Less is enough where the next line goes on in small letters."""
WRAP_FILL = 0.75
"""A wrapped line is filled to this share of the width, or its next word would have fitted."""


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
    width = _width(run, lines)
    filled = sum(len(lines[number - 1].strip()) >= WRAP_FILL * width for number in run)
    breaks = len(run) - 1
    small = sum(lines[number - 1].strip()[0].islower() for number in run[1:])
    open_ended = sum(not closes(lines[number - 1]) for number in run[:-1])
    runs_on = small >= breaks / 2 or (breaks >= 3 and small >= breaks / 4 and open_ended >= 0.7 * breaks)
    return breaks > 0 and WRAP_AT[0] <= width <= WRAP_AT[1] and filled >= len(run) / 2 and runs_on


def _unwrapped(run: list[int], lines: tuple[str, ...], text_width: int) -> Iterator[tuple[int, ...]]:
    """Join the lines of a hard-wrapped paragraph again."""
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
    weighty = [word for word in found if word.lower() not in _small_words()]
    if not found or found[-1] in _small_words() or _DASHED.search(line):
        return False
    return sum(word[0].isupper() for word in weighty) >= 0.8 * len(weighty)


def _cut_off(before: str, after: str) -> bool:
    """Tell whether a sentence goes on behind a break: it is open and the next line begins small and is no date line."""
    before, after = before.strip(), after.strip()
    if any(mention.year for mention in find_mentions(after)) and len(after) < len(before):
        return False
    if _LABEL_IN_SMALL.match(after):
        return False
    return (
        len(before) >= WRAP_AT[0]
        and not closes(before)
        and before[-1] not in ":;|"
        and after[:1].islower()
        and len(after) >= 20
    )
