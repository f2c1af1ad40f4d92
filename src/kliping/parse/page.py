"""A read page: the sheet with its roles, and the article's text without dateline and signatures."""

from collections.abc import Iterator
from dataclasses import dataclass

from kliping.model import Role
from kliping.parse.claim import Place
from kliping.parse.dateline import Dateline, read_dateline
from kliping.parse.sheet import Block, Sheet
from kliping.parse.signature import Signature
from kliping.parse.sitenames import site_names
from kliping.text import sentences


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the article's text."""

    line: int
    """First line of the seed it stands on."""
    text: str
    heading: bool
    block: Block


class Page:
    """What claims are made from."""

    def __init__(self, sheet: Sheet, language: str = "id") -> None:
        self.sheet = sheet
        self.language = language
        """Of the notes."""
        self._sentences: dict[int, list[str]] = {}
        body = sheet.body()
        self.dateline: Dateline | None = None
        self.dateline_block: Block | None = None
        for block in body[:2]:
            if found := read_dateline(block.text, site_names(sheet)):
                self.dateline, self.dateline_block = found, block
                break
        self.signatures: tuple[tuple[Block, Signature], ...] = tuple(
            (block, signature) for block in body[-1:] for signature in block.signatures
        )
        self.paragraphs: tuple[Paragraph, ...] = tuple(
            Paragraph(block.numbers[0], text, _heading(sheet, block), block)
            for block in body
            if (text := self._text(block, body[-1]))
        )

    def _text(self, block: Block, last: Block) -> str:
        start = self.dateline.end if self.dateline and block is self.dateline_block else 0
        text = block.bare if block is last else block.text
        return text[start:].lstrip("–—-: ").strip() if start else text.strip()

    def sentences(self, block: Block) -> list[str]:
        """Cut the paragraph that a block gave into sentences, once."""
        if block.index not in self._sentences:
            text = next((paragraph.text for paragraph in self.paragraphs if paragraph.block is block), block.text)
            self._sentences[block.index] = sentences(text, whole_quotations=False)
        return self._sentences[block.index]

    def kept(self) -> Iterator[Block]:
        """Yield the blocks that belong to the article, headline and captions included."""
        return self.sheet.having(Role.HEADLINE, Role.DECK, Role.CAPTION, Role.BODY)

    @property
    def headline(self) -> Block | None:
        """First block of the headline."""
        return next(iter(self.sheet.having(Role.HEADLINE)), None)

    def place(self, block: Block, start: int = 0, end: int = 0) -> Place:
        """Turn a part of a block into a part of a line of the seed."""
        if len(block.numbers) == 1 or not end:
            line = self.sheet.lines[block.numbers[0] - 1]
            if not end:
                return Place(block.numbers[0])
            shift = len(line) - len(line.lstrip())
            if line.strip() == block.text:
                return Place(block.numbers[0], start + shift, end + shift)
        printed = block.text[start:end]
        for number in block.numbers:
            at = self.sheet.lines[number - 1].find(printed)
            if at >= 0:
                return Place(number, at, at + len(printed))
        return Place(block.numbers[0])


def _heading(sheet: Sheet, block: Block) -> bool:
    label = sheet.labels[block.index]
    return bool(label and label.heading)
