"""Where the article's text begins and ends on the page."""

import itertools

from kliping.model import Role
from kliping.parse.dateline import opens_with_dateline
from kliping.parse.sheet import Block, Sheet

STOP_AFTER = 0.4
"""Share of the page's paragraphs (in words) before a label that ends the article; labels with less stand above it."""
RESUMES_WITHIN, RESUMES_WITH = 8, 0.25
"""A list label inside the text: paragraphs go on within so many blocks, with this share of all words."""
GAP = 7
"""So many blocks in a row without a paragraph part the article from another cluster of text."""
WEAK_WORDS = 3
"""A closed line of so many words belongs to the text when it stands beside it."""


def region(sheet: Sheet) -> None:
    """Find the first and last paragraph of the article and label its paragraphs."""
    solid = [block for block in sheet.unlabelled() if block.solid]
    if not solid:
        _region_of_short_text(sheet)
        return
    end = _end(sheet, solid)
    clusters = _clusters([block for block in solid if block.index < end] or solid[:1])
    chosen = max(clusters, key=lambda cluster: sum(block.length for block in cluster))
    sheet.first, sheet.last = chosen[0].index, chosen[-1].index
    _reach_out(sheet, end)
    for block in sheet.unlabelled(sheet.first, sheet.last + 1):
        if block.solid:
            sheet.put(block, Role.BODY, "paragraph")


def _end(sheet: Sheet, solid: list[Block]) -> int:
    """Index of the label at which the page's article is over."""
    total = sum(block.length for block in solid)
    before = 0
    for block in sheet.blocks:
        label = sheet.labels[block.index]
        if label is None:
            before += block.length if block.solid else 0
        elif label.stops and before >= STOP_AFTER * total and not _resumes(sheet, block.index, solid, total):
            return block.index
    return len(sheet.blocks)


def _resumes(sheet: Sheet, index: int, solid: list[Block], total: int) -> bool:
    label = sheet.labels[index]
    after = [block for block in solid if block.index > index]
    if not after or (label and label.role in (Role.COMMENTS, Role.FOOTER)):
        return False
    return after[0].index - index <= RESUMES_WITHIN and sum(block.length for block in after) >= RESUMES_WITH * total


def _clusters(solid: list[Block]) -> list[list[Block]]:
    clusters = [[solid[0]]]
    for before, block in itertools.pairwise(solid):
        if block.index - before.index > GAP:
            clusters.append([])
        clusters[-1].append(block)
    return clusters


def _reach_out(sheet: Sheet, end: int) -> None:
    """Take in the short paragraphs beside the text: a lead of few words, a closing quotation."""
    while (
        sheet.first > 0
        and _belongs(sheet, sheet.blocks[sheet.first - 1])
        and _begins_text(sheet.blocks[sheet.first - 1])
    ):
        sheet.first -= 1
        sheet.put(sheet.blocks[sheet.first], Role.BODY, "short-paragraph")
    index = sheet.last + 1
    while index < end:
        block = sheet.blocks[index]
        if _belongs(sheet, block):
            sheet.last = index
            sheet.put(block, Role.BODY, "short-paragraph")
        elif sheet.role(block) not in (Role.ADVERT, Role.PROMO, Role.CAPTION, Role.NOISE, Role.PAGES):
            break
        index += 1


def _belongs(sheet: Sheet, block: Block) -> bool:
    return sheet.role(block) is None and block.closed and block.length >= WEAK_WORDS and block.title_share < 0.8


def _begins_text(block: Block) -> bool:
    """A line above the first long paragraph opens the text only with a dateline, or when no headline could be it."""
    return opens_with_dateline(block.text) or (block.index == 0 and block.text[-1:] in '.”"')


def _region_of_short_text(sheet: Sheet) -> None:
    """A page without one long paragraph: its closed lines are the text, if they say something together."""
    weak = [
        block
        for block in sheet.unlabelled()
        if block.closed and block.length >= WEAK_WORDS and block.text[-1] not in "!?"
    ]
    if sum(block.length for block in weak) < SHORT_TEXT:
        return
    sheet.first, sheet.last = weak[0].index, weak[-1].index
    for block in weak:
        sheet.put(block, Role.BODY, "short-paragraph")


SHORT_TEXT = 8
"""Fewer words in all are no article."""
