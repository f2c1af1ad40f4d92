"""The label above the headline that names a part of the paper, and the breadcrumb's last part."""

import re

from kliping.model import Role
from kliping.parse.recognise import recognised, rubrics
from kliping.parse.sheet import Block, Sheet
from kliping.parse.sitenames import names_site, site_names
from kliping.parse.vocabulary import any_of, listed
from kliping.text import fold

CRUMBS = re.compile(r"\s*(?:/|>|»|›|→|\\)\s*")
_NEWS_OF = re.compile(r"(?:Berita|Kabar) [A-Za-z]")
"""A part of an institution's page: ``Berita Kampus``; at the very top it is the site's name."""
_HOME = frozenset({"home", "beranda", "depan", "halaman depan"})
_YOU_ARE_HERE = re.compile(r"(?:anda (?:di sini|disini|berada di)|you are here|kategori|category)\s*:\s*", re.I)


def sections(sheet: Sheet) -> None:
    """Label the section above the headline (or above a text without one), and the last part of a breadcrumb."""
    found = list(sheet.having(Role.HEADLINE))
    headline = found[-1].text if found else ""
    tops = [block.index for block in found] or [sheet.first]
    own = rubrics(page.outlet) if (page := recognised(sheet)) else frozenset()
    for block in _above(sheet, tops):
        if _is_trail(sheet, block, headline):
            sheet.put(block, Role.SECTION, "breadcrumb")
            return
    for block in _above(sheet, tops):
        free = sheet.role(block) is None
        right_above = free and bool(found) and block.index + 1 in tops
        if (free or sheet.role(block) is Role.RELATED) and (
            block.folded in own or is_section(block, listed_only=not right_above)
        ):
            sheet.put(block, Role.SECTION, "section-label")
            return
    for block in sheet.blocks[: tops[-1]]:
        if _is_trail(sheet, block, headline):
            sheet.put(block, Role.SECTION, "breadcrumb")


def _is_trail(sheet: Sheet, block: Block, headline: str) -> bool:
    return sheet.role(block) in (None, Role.MENU) and bool(section_of_crumbs(block.text, headline, site_names(sheet)))


def _above(sheet: Sheet, tops: list[int]) -> list[Block]:
    """Blocks within three above a headline, the nearest first."""
    indexes = dict.fromkeys(top - step for step in (1, 2, 3) for top in tops if top >= step)
    return [sheet.blocks[index] for index in indexes]


def is_section(block: Block, *, listed_only: bool) -> bool:
    """Tell whether a short line names a part of the paper; right above the headline any short label does."""
    if block.length > 4 or block.closed:
        return False
    if block.folded in listed("sections"):
        return True
    if listed_only or block.length > 3:
        return False
    if any_of("media_words").search(block.text) and not (block.index and _NEWS_OF.match(block.text)):
        return False
    return (
        block.title_share >= 0.6
        and block.text[0].isupper()
        and not any(character.isdigit() for character in block.text)
    )


def section_of_crumbs(text: str, headline: str, names: frozenset[str] = frozenset()) -> str:
    """Return the last part of a breadcrumb that is not the headline; empty when the line is none."""
    labelled = _YOU_ARE_HERE.match(text)
    text = text[labelled.end() :] if labelled else text
    parts = [part.strip() for part in CRUMBS.split(text) if part.strip()]
    if labelled and len(parts) == 1 and len(text.split()) <= 4:
        return parts[0]
    first, _, rest = text.strip().partition(" ")
    if len(parts) == 1 and fold(first) in ("home", "beranda") and 1 <= len(rest.split()) <= 3:
        parts = [first, rest.strip()]
    if len(parts) < 2 or not (fold(parts[0]) in _HOME or names_site(parts[0], names)):
        return ""
    kept = [part for part in parts[1:] if len(part.split()) <= 4 and fold(part) != fold(headline)]
    return kept[-1] if kept else ""
