"""Headlines that are printed over two or three lines."""

from itertools import pairwise

from kliping.model import Role
from kliping.parse.sheet import Block, Sheet
from kliping.parse.vocabulary import listed
from kliping.text import fold

LONGEST = 26
"""Words of a headline, at most."""
HALVED, HALF = 14, 6
"""Words of a headline broken anywhere, and of its shorter line, at most: a deck under a headline is longer."""
SHARED = 0.5


def joined_lines(sheet: Sheet, above: list[Block]) -> list[tuple[Block, ...]]:
    """Each line alone, and neighbours in one run that may be a headline broken over two lines."""
    found: list[tuple[Block, ...]] = [(block,) for block in above]
    whole = {block.folded for block in above}
    for at in range(len(above)):
        several = (tuple(above[at : at + count]) for count in (2, 3))
        found += (
            blocks for blocks in several if len(blocks) > 1 and _may_be_one(blocks) and _is_one(sheet, blocks, whole)
        )
    return found


def _may_be_one(blocks: tuple[Block, ...]) -> bool:
    """Tell whether lines stand together, all but the last open, and are no more than a headline's words."""
    together = all(two.index == one.index + 1 and not two.apart and not one.closed for one, two in pairwise(blocks))
    return together and sum(block.length for block in blocks) <= LONGEST


def _is_one(sheet: Sheet, blocks: tuple[Block, ...], whole: set[str]) -> bool:
    if all(_breaks_off(one, two) for one, two in pairwise(blocks)):
        return True
    if _halves(sheet, blocks) and _goes_on(sheet, blocks[-1]) and _stands_alone(sheet, blocks):
        return True
    if _wrapped(blocks) and _goes_on(sheet, blocks[-1]) and _stands_alone(sheet, blocks):
        return True
    return fold(" ".join(block.text for block in blocks)) in whole


def _halves(sheet: Sheet, blocks: tuple[Block, ...]) -> bool:
    """Tell two halves of one headline: few words together, and the text begins with most of either's."""
    lead = sheet.blocks[sheet.first].content
    few = sum(block.length for block in blocks) <= HALVED and min(block.length for block in blocks) <= HALF
    few = few and len({block.folded for block in blocks}) == len(blocks)
    return few and all(
        len(block.content & lead) >= SHARED * len(block.content) and len(block.content) >= 2 for block in blocks
    )


def _goes_on(sheet: Sheet, last: Block) -> bool:
    """Tell a headline's last words from a name: the text prints some of them in small letters."""
    return any(word.lower() == word and word in last.content for block in sheet.body() for word in block.words)


def _wrapped(blocks: tuple[Block, ...]) -> bool:
    """Tell whether each line is so long that the next one's first word had no room in it, and none says the same."""
    width = max(len(block.text) for block in blocks)
    full = all(len(one.text) + len(two.text.split()[0]) >= width for one, two in pairwise(blocks))
    return full and len({block.folded for block in blocks}) == len(blocks)


def _stands_alone(sheet: Sheet, blocks: tuple[Block, ...]) -> bool:
    """Tell whether lines in a headline's capitals stand together, a blank line, date or byline before what follows."""
    first, last = blocks[0], blocks[-1]
    below = sheet.blocks[last.index + 1] if last.index + 1 < len(sheet.blocks) else None
    if not below or first.folded in listed("sections") or not all(block.title_share >= 0.7 for block in blocks):
        return False
    if all(block.text.isupper() and block.length >= 3 for block in blocks):
        return True
    long = min(block.length for block in blocks[:-1]) >= 3 and last.length >= 2
    ended = below.apart or sheet.role(below) in (Role.DATE, Role.BYLINE)
    return long and ended and (first.apart or _is_label(sheet, first.index - 1))


def _is_label(sheet: Sheet, index: int) -> bool:
    return index >= 0 and sheet.blocks[index].length <= 2


def _breaks_off(one: Block, two: Block) -> bool:
    """Tell whether a line cannot end there: a small word or a comma last, or the next begins small."""
    last = one.words[-1].lower() if one.words else ""
    return last in listed("joining_words") or one.text[-1] in ",&-" or (two.text[0].islower() and one.length >= 3)
