"""What the lines of a page are for.

trafilatura has chosen the article; a paragraph of it is cut only for a strong reason.

The rules for text seeds label the lines about it, and of the article those that surely are no part of it: known
labels (``Baca juga: …``), marks and bylines at its ends, the headline, captions with their credit. No line is lost
for its words, its language, its form or the place where it stands.
"""

from collections.abc import Callable

from kliping.model import Role
from kliping.parse.roles.bylines import byline_lines, lone_marks
from kliping.parse.roles.captions import captions
from kliping.parse.roles.datelines import date_lines, outlet_lines
from kliping.parse.roles.decks import decks
from kliping.parse.roles.furniture import leftovers, phrases, tag_lines
from kliping.parse.roles.headlines import clean_headline, headlines
from kliping.parse.roles.inside import promo_lists
from kliping.parse.roles.names import lone_names
from kliping.parse.roles.of_outlet import outlet_captions, outlet_drop
from kliping.parse.roles.outside import outside
from kliping.parse.roles.sections import sections
from kliping.parse.sheet import Block, Sheet
from kliping.parse.sitenames import site_names
from kliping.parse.vocabulary import whole_line
from kliping.text import fold

BUTTON_WORDS = 6
"""Longest line of the article that is cut as a button or label, and only when the whole line is a known one."""
AT_START, AT_END = 2, 3
"""Paragraphs of the article's ends among which date lines, bylines and tags may stand."""
_BEFORE: tuple[Callable[[Sheet], None], ...] = (
    phrases, outlet_drop, outlet_captions, leftovers, tag_lines, date_lines, byline_lines, lone_marks, captions,
    promo_lists,
)  # fmt: skip
_AROUND: tuple[Callable[[Sheet], None], ...] = (outlet_lines, lone_names, sections, decks)


def give_roles(sheet: Sheet, article: dict[int, bool], tags: dict[int, str], title: str) -> None:
    """Label every block; ``article`` are the indexes of its paragraphs, true for subheads, ``title`` the metadata's."""
    for rule in _BEFORE:
        rule(sheet)
    _by_tags(sheet, article, tags, title)
    kept = _with_subheads(sheet, _without_foreign(sheet, article), tags)
    _keep(sheet, kept)
    if not kept:
        outside(sheet)
        return
    if not any(sheet.having(Role.HEADLINE)):
        headlines(sheet)
    for rule in _AROUND:
        rule(sheet)
    _keep(sheet, kept)
    for block in sheet.unlabelled(sheet.first, sheet.last + 1):
        sheet.put(block, Role.NOISE, "not-extracted")
    outside(sheet)


def _without_foreign(sheet: Sheet, article: dict[int, bool]) -> dict[int, bool]:
    """Leave out what surely is no part of the article, from both its ends inwards."""
    kept = dict(article)
    for start in (True, False):
        passed, reach = 0, AT_START if start else AT_END
        for index in article if start else reversed(article):
            if index in kept and _is_foreign(sheet, sheet.blocks[index], near=passed < reach, start=start):
                del kept[index]
            else:
                passed += index in kept
    return kept


def _with_subheads(sheet: Sheet, kept: dict[int, bool], tags: dict[int, str]) -> dict[int, bool]:
    """Take in the headings that stand right between two paragraphs: trafilatura drops those of some pages."""
    missing = {
        block.index: True
        for block in sheet.unlabelled()
        if tags.get(block.index) == "subhead" and {block.index - 1, block.index + 1} <= kept.keys()
    }
    headed = {index: heading or tags.get(index) == "subhead" for index, heading in kept.items()}
    return dict(sorted((headed | missing).items()))


def _keep(sheet: Sheet, kept: dict[int, bool]) -> None:
    """Label the article's paragraphs, whatever a rule made of them."""
    for index, heading in kept.items():
        sheet.put(sheet.blocks[index], Role.BODY, "subhead-tag" if heading else "extracted", heading=heading)
    sheet.first, sheet.last = (min(kept), max(kept)) if kept else (len(sheet.blocks), -1)


def _by_tags(sheet: Sheet, article: dict[int, bool], tags: dict[int, str], title: str) -> None:
    """Label what the page itself marks: captions, and the headline that its metadata repeats."""
    first = min(article, default=len(sheet.blocks))
    wanted = fold(title)
    for block in sheet.blocks:
        if tags.get(block.index) == "nav" and block.index not in article:
            sheet.put(block, Role.MENU, "menu-tag")
        elif tags.get(block.index) == "figcaption" and sheet.role(block) in (None, Role.CAPTION) and block.length > 2:
            sheet.put(block, Role.CAPTION, "caption-tag")
        elif _is_headline(sheet, block, tags, wanted) and block.index < first + AT_START:
            again = any(sheet.having(Role.HEADLINE))
            sheet.put(block, Role.HEADLINE, "headline-again" if again else "headline")


def _is_headline(sheet: Sheet, block: Block, tags: dict[int, str], wanted: str) -> bool:
    if sheet.role(block) is not None or not wanted or block.length < 2:
        return False
    said = fold(clean_headline(block.text, site_names(sheet)))
    return said == wanted or (tags.get(block.index) == "h1" and len(said) > 12 and (said in wanted or wanted in said))


def _is_foreign(sheet: Sheet, block: Block, *, near: bool, start: bool) -> bool:
    """Tell whether a paragraph is to be cut; ``near`` says that it stands at the article's start, or at its end."""
    label = sheet.labels[block.index]
    if label is None:
        return False
    match label.role:
        case Role.PROMO:
            return label.rule == "phrase-promo"
        case Role.CAPTION:
            sure = label.rule in ("caption-tag", "credit-alone", "outlet-caption")
            return sure or (label.rule == "caption-credit" and not block.solid)
        case Role.HEADLINE | Role.DATE:
            return near and start
        case Role.BYLINE:
            return label.rule == "mark-alone" or (label.rule == "byline-label" and near)
        case Role.TAGS:
            return label.rule == "tag-list" and near and not start
        case Role.MARK:
            return near
        case Role.MENU:
            return False
    known = label.rule == "outlet-drop" or whole_line(block.folded) is not None
    return known and block.length <= BUTTON_WORDS
