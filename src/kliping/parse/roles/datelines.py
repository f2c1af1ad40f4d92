"""Lines that hold the publication date, and datelines that stand on a line of their own."""

import re

from kliping.mentions import Mention
from kliping.model import Role
from kliping.parse.outlets import domain_in, find_outlet
from kliping.parse.sheet import Block, Sheet
from kliping.places import is_place

LONGEST = 300
"""Characters of a date line."""
DATE_LINE_WORDS = 22
"""Longer lines with a date are text or captions."""
OTHERS, WITH_BARS = 6, 8
"""Words beside the date: who, where; more where bars part them."""
_BESIDE = re.compile(
    r"\b(?:diperbarui|updated?|published|posted|on|by|oleh|at|date|dipublikasikan|terbit|tayang|diterbitkan|views?|dilihat|kali|wib|wita|wit|jurnalis|"
    r"laporan|penulis|editor|reporter|pewarta|redaksi|admin|last|modified|tanggal|rilis|menit|baca|min|read|k|am|pm|dibaca|pukul)\b",
    re.I,
)
_PREFIX = re.compile(r"date\s+(?:19|20)\d\d-\d\d-\d\d\b")
_OUTLET_LINE = re.compile(
    r"^[\s]*(?P<place>[A-ZÀ-Þ][\w.,'’ ]{2,40}?)\s*(?:[-–—,|]+\s*(?P<outlet>[\w.]+(?: [\w.]+){0,2})?\s*[-–—]*)$"
)


def date_lines(sheet: Sheet) -> None:
    """Label short lines that are little more than a date with its year."""
    for block in sheet.blocks:
        if (
            block.length > DATE_LINE_WORDS
            or len(block.text) > LONGEST
            or sheet.role(block)
            not in (
                None,
                Role.RELATED,
                Role.MENU,
                Role.FOOTER,
            )
        ):
            continue
        dated = [mention for mention in block.mentions if mention.year and mention.day and not mention.bracketed]
        if not dated or sheet.role(block) is Role.FOOTER:
            continue
        if _PREFIX.match(block.text):
            sheet.put(block, Role.DATE, "date-prefix")
        elif _little_else(block, dated):
            sheet.put(block, Role.DATE, "date-line")


def _little_else(block: Block, dated: list[Mention]) -> bool:
    """Tell whether the line says nothing beside its dates but who, where printed and how often read."""
    if block.closed and block.lower_share > 0.3 and not any(mention.hour >= 0 for mention in dated):
        return False
    rest = block.text
    for mention in dated:
        rest = rest.replace(mention.text, " ")
    others = list(re.findall(r"[^\W\d_][\w.'’]*", _BESIDE.sub(" ", rest)))
    small = sum(word[0].islower() and "." not in word for word in others)
    return len(others) <= (WITH_BARS if "|" in rest else OTHERS) and small <= 1


def _outlet_then_place(text: str) -> bool:
    """Tell «TVRINews, Nabire», alone above the text."""
    outlet, comma, place = text.partition(", ")
    return bool(comma and (find_outlet(outlet) or domain_in(outlet)) and is_place(place))


def outlet_lines(sheet: Sheet) -> None:
    """Label a dateline alone above the first paragraph: ``KOTA MALANG – malangpagi.com``, ``Surabaya -``."""
    for index in range(max(0, sheet.first - 2), sheet.first):
        block = sheet.blocks[index]
        if block.text in ("-", "–", "—") and index and is_place(sheet.blocks[index - 1].text):
            sheet.put(sheet.blocks[index - 1], Role.OUTLET, "dateline-alone")
            sheet.put(block, Role.OUTLET, "dateline-alone")
            continue
        if sheet.role(block) is None and _outlet_then_place(block.text):
            sheet.put(block, Role.OUTLET, "dateline-alone")
            continue
        match = _OUTLET_LINE.match(block.text) if sheet.role(block) is None and block.length <= 7 else None
        if not match:
            continue
        place, outlet = match["place"].strip(" ,"), (match["outlet"] or "").strip()
        named = domain_in(outlet) or find_outlet(outlet) if outlet else None
        dashed = block.text.rstrip()[-1] in "-–—"
        if (is_place(place) or place.isupper()) and (named or dashed or (outlet and index == sheet.first - 1)):
            sheet.put(block, Role.OUTLET, "dateline-alone")
