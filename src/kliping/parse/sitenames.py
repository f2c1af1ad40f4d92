"""Names by which a page calls the site it is of, known outlet or not."""

import re
from functools import lru_cache

from kliping.model import Role
from kliping.parse.sheet import Block, Sheet
from kliping.parse.vocabulary import any_of, listed
from kliping.places import is_place
from kliping.text import fold

HEAD = 4
"""Lines at the top in which a site names itself."""
LONGEST = 5
"""Words of a site's name."""
SITE_TAIL = re.compile(r"\s[-|–—»]\s+((?:[^-|–—»]|(?<=\w)-(?=\w)){2,40})$")
"""The site's name behind a headline: ``… | Malang Post``."""
_VERB = re.compile(r"(?:(?:Me[mnlrwy]|Ber)[a-z]{4,}|[A-Z][a-z]{2,}kan)$")
_HEAD = re.compile(r"([A-ZÀ-Þ][\w.’' ]{2,40}?)\s*[-–—]+\s")
COPYRIGHT = re.compile(
    r"(?:(?:copyright|©|\(c\)|hak cipta)[\s©@]*){1,2}(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*(?:by|oleh)?\s*(?:pt\b\.?\s*)?"
    r"([A-Z][\w&' -]{2,30})",
    re.I,
)

CHANNEL = re.compile(
    r"(?:Google News|(?:[Ss]aluran|[Cc]hannel|[Kk]anal) (?:WhatsApp|Telegram)|(?:WhatsApp|Telegram) [Cc]hannel)\s+"
    r"(?:dari |di )?([A-Z][\w.]*(?: [A-Z][\w.]*){0,3})"
)
"""The site's name where it asks to be followed: ``Ikuti Saluran WhatsApp Malang Post``."""
CHANNEL_WITHIN = 120
"""Characters at a line's end in which it asks."""
_YEAR_BEHIND = re.compile(r"\s(?:19|20)\d\d$")


@lru_cache(maxsize=1)
def site_names(sheet: Sheet) -> frozenset[str]:
    """Return the site's names, folded: its domains', those at its head and foot, or behind a headline if used again."""
    domains = domain_labels(sheet)
    head = {block.folded for block in sheet.blocks[:2] if _may_name_site(sheet, block)}
    foot = {
        fold(_YEAR_BEHIND.sub("", match[1]))
        for block in sheet.having(Role.FOOTER)
        if (match := COPYRIGHT.search(block.text))
    }
    tails = {
        fold(match[1]) for block in sheet.blocks if not block.solid and (match := SITE_TAIL.search(block.text[-80:]))
    }
    alone = {block.folded for block in sheet.blocks[: sheet.first] if block.length <= LONGEST}
    opening = {fold(match[1]) for block in sheet.blocks if block.solid and (match := _HEAD.match(block.text[:60]))}
    channels = {fold(match[1]) for block in sheet.blocks if (match := CHANNEL.search(block.text[-CHANNEL_WITHIN:]))}
    return frozenset(channels | domains | head | foot | (tails & (opening | alone)) | _behind_repeated(sheet))


def _behind_repeated(sheet: Sheet) -> set[str]:
    """Names behind a dash or bar where the same line stands above the text without them."""
    above = [block for block in sheet.blocks[: sheet.first] if not block.solid]
    tails = [(block.text[: match.start()], match[1]) for block in above if (match := SITE_TAIL.search(block.text))]
    whole = {block.folded for block in above} if tails else set()
    return {fold(tail) for head, tail in tails if fold(head) in whole}


@lru_cache(maxsize=1)
def domain_labels(sheet: Sheet) -> frozenset[str]:
    """Return the first parts of the domains on the page, folded: ``merahputih``."""
    return frozenset(fold(match[1].split(".")[0]) for block in sheet.blocks for match in block.domains)


def heads_site(block: Block) -> bool:
    """Tell an institution's name among the first lines of its own page: ``BPBD Kabupaten Wajo``."""
    fits = block.index < HEAD and 2 <= block.length <= LONGEST and block.title_share == 1.0 and not block.closed
    return fits and bool(any_of("institutions").match(block.text)) and not _does_something(block)


def _does_something(block: Block) -> bool:
    """Tell a headline by its verb: «Perpustakaan Perahu Menyusuri Sungai Kapuas»."""
    return any(_VERB.match(word) and not is_place(word) for word in block.words[1:])


def _may_name_site(sheet: Sheet, block: Block) -> bool:
    short = 1 <= block.length <= LONGEST and not block.closed and block.index < sheet.first
    free = sheet.role(block) in (None, Role.MENU) and sheet.blocks[0].length <= LONGEST
    return short and free and block.folded not in listed("sections") and not is_place(block.text)


def names_site(text: str, names: frozenset[str]) -> bool:
    """Tell whether a text is one of the names, its blanks counted or not (``Suara Surabaya``, ``suarasurabaya``)."""
    folded = fold(text)
    return bool(folded) and (folded in names or folded.replace(" ", "") in names)
