"""Lines that other articles of the folder repeat word for word."""

from kliping.model import Role
from kliping.parse.outlets import domain_in, find_outlet
from kliping.parse.roles.captions import looks_like_caption
from kliping.parse.roles.names import is_lone_name
from kliping.parse.roles.sections import is_section, section_of_crumbs
from kliping.parse.sheet import Block, Sheet
from kliping.parse.sitenames import LONGEST
from kliping.parse.vocabulary import any_of

OWN, OWN_SOLID = 0.3, 0.1
"""Share of a line's weighty words that the page's own paragraphs use, from which it speaks of the same matter. In the
written articles 3 of 203 headlines had less than the first, 7 % of first and last paragraphs less than the second, and
most notices had none."""
TOP = 4
"""Lines at the page's head among which the site's name may stand."""


def repeated(sheet: Sheet) -> None:
    """Cut what the folder repeats around the text, never inside it, nor what speaks of the text or names its source."""
    if not sheet.repeated:
        return
    found, own = [], []
    for block in sheet.unlabelled():
        if sheet.repeated.issuperset(block.numbers):
            found.append(block)
        elif block.solid:
            own.append(block)
    if not own:
        return
    first, last = own[0].index, own[-1].index
    vocabulary = frozenset().union(*(block.content for block in own))
    outweighed = sum(block.length for block in found if block.solid) > sum(block.length for block in own)
    for block in found:
        kept = outweighed or _share(block, vocabulary) >= OWN_SOLID if block.solid else _may_speak(block, vocabulary)
        if not kept and not first < block.index < last:
            sheet.put(block, Role.NOISE, "repeated-in-folder")


def _may_speak(block: Block, vocabulary: frozenset[str]) -> bool:
    return _share(block, vocabulary) >= OWN or _names_something(block)


def _share(block: Block, vocabulary: frozenset[str]) -> float:
    return len(block.content & vocabulary) / len(block.content) if block.content else 0.0


def _names_something(block: Block) -> bool:
    """Tell whether later rules may read a field from a line: outlet, section, place, person, caption."""
    names_site = block.index < TOP and block.length <= LONGEST and any_of("media_words").search(block.text)
    return bool(
        names_site
        or domain_in(block.text)
        or find_outlet(block.text)
        or is_section(block, listed_only=True)
        or section_of_crumbs(block.text, "")
        or is_lone_name(block)
        or block.dateline
        or looks_like_caption(block)
    )
