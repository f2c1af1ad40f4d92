"""A repaired text as blocks: the paper on which rules write their labels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kliping.lazy import lazy
from kliping.mentions import Mention, find_mentions
from kliping.model import KEPT_ROLES, Repair, Role
from kliping.parse.dateline import Dateline, read_dateline
from kliping.parse.outlets import find_domains
from kliping.parse.signature import Signature, split_signature
from kliping.parse.wrapping import join_lines, paragraphs
from kliping.text import DENSE, closes, fold, has_several_sentences, small_words, weighty, words

SPACED = 10
"""Characters to a blank, at most, in scripts that part words by blanks (Finnish has eight)."""
LAST = 80
"""Characters at the end of a paragraph that tell whether it is closed."""
_BRACKETED_END = re.compile(r"\s*\([^()]{1,40}\)\s*$")
_INNER_END = re.compile(r"[.!?…。！？][”\"’')\]]*\s+[“\"‘'(]*[A-Z0-9À-ÖØ-Þ]|[。！？].")

SOLID_WORDS = 12
"""A closed line of so many words is a paragraph; headlines and captions that long are seldom closed."""
OFFICIAL = 15
"""Words of a paragraph that may be full of offices' names in capitals."""
LONG_WORDS = 30
"""So long a line is a paragraph even when its full stop was lost."""


class Block:
    """One paragraph, label or button of the page: a line, or several that were one before they were wrapped."""

    def __init__(self, index: int, numbers: tuple[int, ...], text: str, *, apart: bool, dense: bool = False) -> None:
        self.index = index
        self.numbers = numbers
        self.text = text
        self.apart = apart
        """A blank line stands before it."""
        self.words = words(text)
        """Words as printed."""
        self.length = max(len(self.words), len(DENSE.findall(text)) // 2) if dense else len(self.words)
        """Words; in scripts without blanks (a ``dense`` page) two characters count as one."""

    @lazy
    def folded(self) -> str:
        """Fold the text, for comparison."""
        return fold(self.text)

    @lazy
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

    @lazy
    def closed(self) -> bool:
        """Tell whether it ends as a sentence does, whatever stands in brackets behind it."""
        bare = self.bare
        return closes(bare) or (bare[-1:] == ")" and closes(_BRACKETED_END.sub("", bare[-LAST:])))

    @lazy
    def several(self) -> bool:
        """Tell whether a sentence ends inside it."""
        return bool(_INNER_END.search(self.bare)) and has_several_sentences(self.bare)

    @lazy
    def solid(self) -> bool:
        """Tell whether it is surely a paragraph by its form alone."""
        if self.length >= LONG_WORDS and (self.closed or self.several or self.lower_share > 0.5):
            return True
        if self.length >= SOLID_WORDS and not self.closed and self.lower_share > 0.5 and self.several:
            return True
        return (
            self.length >= SOLID_WORDS and self.closed and self.lower_share > (0.2 if self.length >= OFFICIAL else 0.3)
        )

    @lazy
    def lower_share(self) -> float:
        """Share of words that begin in lower case; 1 in scripts without capitals."""
        letters = [word[0] for word in self.words if word[0].isalpha()]
        return 1 - sum(map(str.isupper, letters)) / len(letters) if letters else 0.0

    @lazy
    def title_share(self) -> float:
        """Share of the longer words that begin with a capital, as in a headline."""
        small = small_words()
        weighty = [word[0] for word in self.words[1:] if word not in small and word[0].isalpha()]
        return sum(map(str.isupper, weighty)) / len(weighty) if weighty else 1.0

    @lazy
    def content(self) -> set[str]:
        """Words that say what it is about."""
        return weighty(self.words)

    @lazy
    def domains(self) -> list[re.Match[str]]:
        """Domains printed in it."""
        return find_domains(self.text)

    @lazy
    def dateline(self) -> Dateline | None:
        """What it reads as if it were the first paragraph."""
        return read_dateline(self.text)

    @lazy
    def mentions(self) -> tuple[Mention, ...]:
        """Dates in it; offsets are in ``text``."""
        return find_mentions(self.text)


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

    def __init__(
        self,
        lines: tuple[str, ...],
        repeated: frozenset[int] = frozenset(),
        head: tuple[Label | None, ...] = (),
        *,
        wrapped: bool = True,
    ) -> None:
        """Lay out the lines; with ``wrapped`` off each is a block of its own, as no width broke it."""
        self.lines = lines
        self.repeated = repeated
        """Numbers of lines that other articles of the folder repeat."""
        self.head = head
        """Labels of the lines above the page's text, which are no blocks of it: front matter, a page's metadata."""
        below = ("",) * len(head) + lines[len(head) :]
        self.dense = _is_dense("\n".join(below))
        """Written without blanks between words."""
        self.blocks = tuple(_blocks(below, self.dense) if wrapped else _single_blocks(below, self.dense))
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
        return iter(
            [block for block, label in zip(self.blocks, self.labels, strict=True) if label and label.role in roles]
        )

    def body(self) -> tuple[Block, ...]:
        """Blocks of the article's text."""
        return tuple(self.having(Role.BODY))


def _is_dense(page: str) -> bool:
    return page.count(" ") * SPACED < len(page) and bool(DENSE.search(page))


def _blocks(lines: tuple[str, ...], dense: bool) -> Iterator[Block]:
    for index, (numbers, apart) in enumerate(paragraphs(lines)):
        text = join_lines([lines[number - 1] for number in numbers])
        yield Block(index, numbers, text, apart=apart, dense=dense)


def _single_blocks(lines: tuple[str, ...], dense: bool) -> Iterator[Block]:
    numbers = [number for number, line in enumerate(lines, 1) if line.strip()]
    for index, number in enumerate(numbers):
        apart = number < 2 or not lines[number - 2].strip()
        yield Block(index, (number,), join_lines([lines[number - 1]]), apart=apart, dense=dense)


def joined(sheet: Sheet) -> tuple[Repair, ...]:
    """Note the paragraphs that are kept and were several lines, wrapped to a width or cut at their links."""
    several = (block for block in sheet.having(*KEPT_ROLES) if len(block.numbers) > 1)
    return tuple(
        Repair(block.numbers[0], "joined-lines", f"{block.numbers[0]}–{block.numbers[-1]}", str(block.numbers[0]))
        for block in several
    )
