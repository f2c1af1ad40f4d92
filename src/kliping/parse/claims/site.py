"""Whose site the page is of, told by its head, by names that make up its domain, and by who is said to report."""

import re
from collections.abc import Iterator

from kliping.model import Role
from kliping.parse.claim import Claim
from kliping.parse.outlets import domain_in, find_outlet
from kliping.parse.page import Page
from kliping.parse.sheet import Block
from kliping.parse.sitenames import domain_labels, heads_site
from kliping.parse.vocabulary import any_of, button_words, listed
from kliping.places import is_place
from kliping.text import fold

HEAD = 5
"""Lines at the top in which a site names itself."""
MENU = 12
"""Lines at the top among which a name stands above its address."""
SHORT = 240
"""Characters; longer lines are text, where a name says nothing of the site."""
_ADDRESS_ALONE = re.compile(r"(?:https?://)?(?:www\.)?(?:[\w-]+\.)+[a-z]{2,}/?", re.I)
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){1,5}")
_OFFICIAL = re.compile(r"(?:website|situs|laman|portal)(?: web)? resmi (?P<name>[A-Z][\w ]{3,50})", re.I)
_ONE_WORD = re.compile(r"(?<![\w.@/-])[A-Z]\w*[a-z]\w*(?![\w@-]|\.\w)")
_REPORTER_OF = re.compile(r"Laporan (?:Wartawan|Reporter|Jurnalis)\s+(?P<outlet>[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}),")


def claim_site(page: Page) -> Iterator[Claim]:
    """Claim the outlet's name from the page's head, beside its address, and where its name makes up its domain."""
    for block in page.sheet.blocks[:HEAD]:
        if official := _OFFICIAL.fullmatch(block.text):
            place = page.place(block, official.start("name"), official.end("name"))
            yield Claim("outlet", official["name"], 0.85, "site-head", (place,))
    for block in page.sheet.blocks[: min(page.sheet.first, MENU)]:
        if _may_name(page, block) and (sure := _named_there(page, block)):
            yield Claim("outlet", block.text.split(" | ")[0].strip(), sure, "site-head", (page.place(block),))
    yield from _spelt_out(page)
    yield from _reported_for(page)


def _may_name(page: Page, block: Block) -> bool:
    free = page.sheet.role(block) in (Role.MENU, Role.OUTLET, Role.NOISE, Role.SECTION)
    label = page.sheet.labels[block.index]
    if label and label.rule.startswith("phrase-"):
        return False
    named = block.text.split(" | ")[0].strip()
    words = len(named.split())
    return free and 1 <= words <= HEAD and not block.closed and block.folded not in listed("sections")


def _named_there(page: Page, block: Block) -> float:
    """Tell how sure a line at the head is the site's name; 0 when nothing speaks for it."""
    below = page.sheet.blocks[block.index + 1] if block.index + 1 < len(page.sheet.blocks) else None
    if block.index < HEAD and heads_site(block):
        return 0.75
    if below and block.title_share == 1.0 and _ADDRESS_ALONE.fullmatch(below.text):
        own = fold(below.text).removeprefix("www.").startswith(block.folded)
        return 0.8 if block.length >= 2 or own else 0.0
    if block.index == 0 and block.length >= 2 and block.title_share == 1.0 and not is_place(block.text):
        told = below and (" | " in below.text or " | " in block.text or _is_menu(page, block.index + 1))
        return 0.6 if told or (below and _is_motto(below) and page.sheet.first > 2) else 0.0
    return 0.0


def _is_motto(block: Block) -> bool:
    """Tell what a site says of itself below its name: a few words in small letters."""
    small = block.text[0].islower() or block.lower_share >= 0.5
    return 3 <= block.length <= 8 and small and not block.closed


def _is_menu(page: Page, start: int) -> bool:
    """Tell whether three short lines of the menu stand together."""
    lines = page.sheet.blocks[start : start + 3]
    return len(lines) == 3 and all(page.sheet.role(line) is Role.MENU and line.length <= 3 for line in lines)


def _spelt_out(page: Page) -> Iterator[Claim]:
    """Claim a name whose words together are a domain on the page: ``Kabar Semeru`` beside ``KABARSEMERU.ID``.

    Or else a word that is a domain's first part: ``Kalderapost`` beside ``KALDERAPOST.ID``.
    """
    labels = domain_labels(page.sheet)
    if not labels:
        return
    whole = {fold(match[1]).replace(".", "") for block in page.sheet.blocks for match in block.domains}
    lines = [
        block
        for block in page.sheet.blocks
        if len(block.text) <= SHORT and page.sheet.role(block) not in (Role.BODY, Role.HEADLINE)
    ]
    names = [
        (block, match.start() + at, name)
        for block in lines
        for match in _NAME.finditer(block.text)
        for at, name in _tails(match[0])
        if _joined(name) & (labels | whole)
    ]
    for block, start, name in names:
        place = page.place(block, start, start + len(name))
        yield Claim("outlet", name.strip("."), 0.78, "spelt-domain", (place,))
    for block in () if names else lines:
        for match in _ONE_WORD.finditer(block.text):
            if match[0].lower() in labels:
                place = page.place(block, match.start(), match.end())
                yield Claim("outlet", match[0], 0.7, "spelt-domain", (place,))


def _tails(run: str) -> Iterator[tuple[int, str]]:
    """Yield a run of capitalised words, and its end behind a button's word: ``Ikuti WhatsApp Tribun Pontianak``."""
    yield 0, run
    for blank in re.finditer(" ", run):
        head, name = run[: blank.start()], run[blank.end() :]
        if " " in name and head.rpartition(" ")[2].lower() in button_words():
            yield blank.end(), name


def _joined(name: str) -> set[str]:
    """Return a name's words as one, with and without the country behind them."""
    joined = name.strip(".").replace(" ", "").lower()
    return {joined, joined.removesuffix("indonesia")}


def _reported_for(page: Page) -> Iterator[Claim]:
    """Claim the outlet that a reporter is said to write for: ``Laporan Wartawan Pelita Selatan, Yanti Foeh``."""
    for block in page.sheet.having(Role.BYLINE):
        match = _REPORTER_OF.match(block.text)
        if match and not domain_in(match["outlet"]):
            known = find_outlet(match["outlet"])
            name = known.name if known and known.name else match["outlet"]
            place = page.place(block, match.start("outlet"), match.end("outlet"))
            yield Claim(
                "outlet", name, 0.85 if known or any_of("media_words").search(name) else 0.7, "reported-for", (place,)
            )
