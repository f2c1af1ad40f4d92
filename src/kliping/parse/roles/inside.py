"""Lines between the first and the last paragraph that are no paragraphs: subheads, list items, other headlines."""

import re

from kliping.model import Role
from kliping.parse.outlets import domain_in, find_outlet
from kliping.parse.roles.captions import looks_like_caption
from kliping.parse.sheet import Block, Sheet

PROMO_ITEMS = 6
RECURS = 0.5
"""Share of a subhead's weighty words that the rest of the text uses; headlines of other articles share fewer."""
SUBHEAD_WORDS = 12
DATE_WORDS = 4
"""So short a line with a date in it is of another list."""
SHORT_SUBHEAD = 5
"""Words: so short a line between paragraphs heads what follows; foreign headlines say more."""
_BULLET = re.compile(r"^\s*(?:[-•·*–▪●]|\d{1,2}[.)]|[a-z][.)])\s+")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+\S")
_ROW = re.compile(r"[^\W\d][\w ()/-]{1,40}?(?:\s+[\d.,%]+){2,6}")
_DOES = re.compile(r"\b(?:me|ber|di|ter)[a-z]{4,}\b")
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
    vocabulary = frozenset().union(*(block.content for block in sheet.body()))
    for block in sheet.unlabelled(sheet.first, sheet.last + 1):
        rule = _by_form(sheet, block) or _by_words(block, vocabulary)
        sheet.put(block, _ROLES.get(rule, Role.BODY), rule, heading=rule == "subhead")


_ROLES = {
    "outlet-alone": Role.NOISE,
    "caption-inside": Role.CAPTION,
    "foreign-headline": Role.PROMO,
    "scrap": Role.NOISE,
    "unknown-inside": Role.NOISE,
}
"""Roles of the rules that do not keep a line as text."""


def _by_form(sheet: Sheet, block: Block) -> str:
    """Name the rule that knows a line by its form and the line above; empty for none."""
    above = sheet.labels[block.index - 1]
    short = block.length <= SUBHEAD_WORDS
    if block.length <= 3 and (domain_in(block.text) or find_outlet(block.text)):
        return "outlet-alone"
    if block.mentions and block.length <= DATE_WORDS and not block.closed:
        return "scrap"
    if _ROW.fullmatch(block.text):
        return "table-row"
    if _continues_list(sheet, block) or (_NUMBERED.match(block.text) and (block.closed or short)):
        return "list-item"
    if block.closed and block.length >= 2 and not _called_out(block):
        return "short-paragraph"
    if block.text[-1] == ":" and block.length >= 3:
        return "leads-on"
    if above and above.rule in ("leads-on", "list-run") and short:
        return "list-run"
    return "quotation" if _OWN_WORDS.search(block.text) or block.text[0] in '“"' else ""


def _by_words(block: Block, vocabulary: frozenset[str]) -> str:
    """Name the rule that knows a line by its words: a subhead's recur in the text, those of another headline do not."""
    recurs = len(block.content & vocabulary) / len(block.content) if block.content else 0.0
    pictured = block.length >= 6 and block.lower_share >= 0.5 and block.title_share < 0.7 and _DOES.search(block.text)
    if (pictured or looks_like_caption(block)) and not block.closed and not (block.length <= 6 and recurs >= RECURS):
        return "caption-inside"
    if _a_subhead(block, recurs):
        return "subhead"
    if block.length >= 14 and block.lower_share > 0.5:
        return "open-paragraph"
    if block.title_share >= 0.6 and block.length >= 4:
        return "foreign-headline"
    return "scrap" if block.length <= 2 else "unknown-inside"


def _a_subhead(block: Block, recurs: float) -> bool:
    if block.length <= 2:
        return recurs >= 1.0 and bool(block.content)
    if block.length <= SUBHEAD_WORDS and recurs >= RECURS and not _a_headline(block, recurs):
        return True
    heads = block.length < SHORT_SUBHEAD or (block.length == SHORT_SUBHEAD and recurs > 0)
    plain = block.text[-1].isalnum() and not any(character.isdigit() for character in block.text)
    return heads and plain and block.title_share >= 0.6


def _called_out(block: Block) -> bool:
    """Tell a headline that ends in «!» or «?» from a sentence."""
    return block.text[-1] in "?!" and block.title_share > 0.8 and block.length > 3


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
