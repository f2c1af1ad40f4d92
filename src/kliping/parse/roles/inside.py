"""Lines between the first and the last paragraph that are no paragraphs: subheads, list items, other headlines."""

import re

from kliping.model import Role
from kliping.parse.roles.captions import looks_like_caption
from kliping.parse.sheet import Block, Sheet

PROMO_ITEMS = 6
RECURS = 0.5
"""Share of a subhead's weighty words that the rest of the text uses; headlines of other articles share fewer."""
SUBHEAD_WORDS = 12
_BULLET = re.compile(r"^\s*(?:[-•·*–▪●]|\d{1,2}[.)]|[a-z][.)])\s+")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+\S")
_OWN_WORDS = re.compile(r"[“\"].+[”\"]")


def promo_lists(sheet: Sheet) -> None:
    """Label the headlines that follow a promo's label which stands alone (``BACA LAGI:``)."""
    for block in sheet.blocks:
        label = sheet.labels[block.index]
        if not label or label.role is not Role.PROMO or block.length > 3:
            continue
        bulleted = None
        for item in sheet.blocks[block.index + 1 : block.index + 1 + PROMO_ITEMS]:
            bullet = bool(_BULLET.match(item.text))
            if (
                sheet.role(item) is not None
                or item.solid
                or (item.closed and item.text[-1] not in "?!")
                or not _headlinelike(item)
            ):
                break
            if bulleted is not None and (bullet != bulleted or (not bullet and item.apart)):
                break
            sheet.put(item, Role.PROMO, "promo-list")
            bulleted = bullet


def _headlinelike(block: Block) -> bool:
    return 3 <= block.length <= 22 and (block.title_share >= 0.5 or bool(_BULLET.match(block.text)))


def inside(sheet: Sheet) -> None:
    """Tell what the unlabelled lines inside the text are."""
    text = list(sheet.body())
    vocabulary: dict[str, int] = {}
    for block in text:
        for word in block.content:
            vocabulary[word] = vocabulary.get(word, 0) + 1
    for block in sheet.unlabelled(sheet.first, sheet.last + 1):
        role, rule, heading = _inside(sheet, block, vocabulary)
        sheet.put(block, role, rule, heading=heading)


def _inside(sheet: Sheet, block: Block, vocabulary: dict[str, int]) -> tuple[Role, str, bool]:
    if _continues_list(sheet, block) or (
        _NUMBERED.match(block.text) and (block.closed or block.length <= SUBHEAD_WORDS)
    ):
        return Role.BODY, "list-item", False
    if (
        block.closed
        and block.length >= 2
        and not (block.text[-1] in "?!" and block.title_share > 0.8 and block.length > 3)
    ):
        return Role.BODY, "short-paragraph", False
    if block.text[-1] == ":" and block.length >= 3:
        return Role.BODY, "leads-on", False
    if _OWN_WORDS.search(block.text) or block.text[0] in '“"':
        return Role.BODY, "quotation", False
    known = sum(word in vocabulary for word in block.content)
    recurs = known / len(block.content) if block.content else 0.0
    if looks_like_caption(block) and not (block.length <= 6 and recurs >= RECURS):
        return Role.CAPTION, "caption-inside", False
    if block.length <= SUBHEAD_WORDS and recurs >= RECURS and not _a_headline(block, recurs):
        return Role.BODY, "subhead", True
    if block.length >= 14 and block.lower_share > 0.5:
        return Role.BODY, "open-paragraph", False
    if block.title_share >= 0.6 and block.length >= 4:
        return Role.PROMO, "foreign-headline", False
    if block.length <= 2:
        return (Role.BODY, "subhead", True) if recurs >= 1.0 and block.content else (Role.NOISE, "scrap", False)
    return Role.NOISE, "unknown-inside", False


def _a_headline(block: Block, recurs: float) -> bool:
    """Longer lines in capitals of a headline must recur more surely to be a subhead."""
    return block.length >= 6 and block.title_share >= 0.8 and recurs < 0.75


def _continues_list(sheet: Sheet, block: Block) -> bool:
    """Tell whether a line with a bullet belongs to a list of the text: what leads to it is text."""
    if not _BULLET.match(block.text):
        return False
    index = block.index - 1
    while index >= sheet.first and sheet.role(sheet.blocks[index]) is None and _BULLET.match(sheet.blocks[index].text):
        index -= 1
    before = sheet.blocks[index]
    return sheet.role(before) is Role.BODY and (
        before.text[-1] in ":" or bool(_BULLET.match(before.text)) or bool(_NUMBERED.match(block.text))
    )
