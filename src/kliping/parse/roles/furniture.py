"""What the page prints around any article: buttons, labels, counters, leftovers of the page's code."""

import re
from collections.abc import Callable

from kliping.model import Role
from kliping.parse.sheet import Block, Sheet
from kliping.parse.vocabulary import START_WORDS, Phrase, Telling, line_start, listed, telling, whole_line

_URL = re.compile(r"(?:https?://|www\.)\S+")
_EMAIL = re.compile(r"\S+@\S+\.\w+")
_MARKDOWN_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_FILE_NAME = re.compile(
    r"(?:IMG|DSC|WhatsApp Image|Screenshot|image)[ _-]?\d[\w .-]*|[\w() -]+\.(?:jpe?g|png|gif|webp|mp4)"
    r"|[a-z0-9]+(?:-[a-z0-9]+){2,}|image-\w+",
    re.I,
)
_COUNTED = r"(?:views?|dilihat|shares?|kali dilihat|kali dibaca|pembaca|hits?|dibaca|komentar|comments?|likes?)"
COUNTER = re.compile(
    rf"[\d.,|\s]+(?:k|rb)?|[\d.,]+\s?(?:k|rb)?\s*(?:x\s)?{_COUNTED}"
    r"|(?:views?|dilihat|dibaca|hits|post views)\s*:?\s*[\d.,]+\s*(?:kali|k|x)?"
    r"|(?:(?:waktu baca|reading time):?\s*)?\d+\s*(?:mins?|menit|minutes?)(?:\s*min)?\s*(?:read|baca|membaca)?",
    re.I,
)
_SERVICE = re.compile(r"(?:cuaca|kurs|ihsg|jadwal (?:salat|sholat|imsak\w*))\b.{0,60}\d|[^.]{0,40}\d\s?°\s?C\b", re.I)
"""Weather, exchange rates, hours of prayer, as pages print them in their heads."""
_GLUED_CRUMBS = re.compile(r"(?:Beranda|Home)[A-ZÀ-Þ][a-zà-þ]")
_SINGLES = re.compile(r"(?:[A-Za-z+-]{1,2}\s+)*[A-Za-z+\W]{1,2}[+-]?")
RELATIVE = re.compile(
    r"\d+\s+(?:detik|menit|jam|hari|minggu|bulan|tahun)\s+(?:yang\s+)?lalu|\d+\s+(?:minutes?|hours?|days?)\s+ago"
    r"|kemarin|baru saja",
    re.I,
)
_PAGES = re.compile(
    r"(?:halaman|page|hal\.?)?\s*\d+\s*(?:dari|of|/)\s*\d+(?:\s*halaman)?|(?:halaman|page|hal\.?)\s*:?\s*(?:\d\s*)+",
    re.I,
)
_TAGS = re.compile(
    r"(?:tags?|topik|topik terkait|kata kunci|keywords?|label|tagar|berita terkait topik)\s*"
    r"(?::\s*(?P<inline>.*)|(?P<alone>))$",
    re.I,
)
BUTTON = 240
"""Characters; no longer line is a button, a counter or a file's name."""
COUNTED_WORDS = 14
"""Words of a counter or a row of page numbers, at most."""
_HASH = re.compile(r"#\s?\w[\w -]*(?:[,\s]+#\s?\w[\w -]*)*")


def phrases(sheet: Sheet) -> None:
    """Label lines by the phrases of the vocabulary."""
    on_page = telling("\n".join([block.text for block in sheet.blocks]).lower(), dense=sheet.dense)
    for block in sheet.blocks:
        if found := _phrase(block, on_page):
            sheet.put(block, found.role, f"phrase-{found.kind}", stops=found.stops)
        elif _is_teaser(sheet, block):
            sheet.put(block, Role.PAGES, "next-page-teaser")


def _is_teaser(sheet: Sheet, block: Block) -> bool:
    """Tell the first words of the next page, cut off with dots below «Halaman Selanjutnya»."""
    if not block.index or not block.text.endswith(("…", "...")):
        return False
    return sheet.blocks[block.index - 1].folded in listed("continued.line")


def _phrase(block: Block, on_page: Telling) -> Phrase | None:
    if block.length <= START_WORDS and (found := whole_line(block.folded) or _counted(block)):
        return found
    short = block.length <= START_WORDS
    found = line_start(block.text)
    if found and found.kind == "promo" and _is_promo(block):
        return found
    if found and found.kind != "promo" and (not block.closed or (short and not block.several and block.length < 9)):
        return found
    return on_page.in_line(block.text)


def _counted(block: Block) -> Phrase | None:
    """Look up ``Comments (40)`` and its kin: a label of readers' comments with their number."""
    label = block.folded.rstrip("0123456789 ()")
    found = whole_line(label) if label != block.folded else None
    return found if found and found.kind == "comments" else None


def _is_promo(block: Block) -> bool:
    """Tell a promo («Baca juga: Headline») from a sentence that begins so: it closes and has no colon early."""
    colon = ":" in block.text[:40]
    return (colon and block.length <= 30) or not block.closed or (block.text[:1] in "([" and block.length <= 25)


def leftovers(sheet: Sheet) -> None:
    """Label file names, addresses, counters, single letters and rows of share words."""
    for block in sheet.unlabelled():
        role, rule = _leftover(block)
        if role:
            sheet.put(block, role, rule)


def _leftover(block: Block) -> tuple[Role | None, str]:
    if len(block.text) > BUTTON:
        return (Role.NOISE, "no-words") if not block.words else (None, "")
    return next(((role, rule) for role, rule, holds in LEFTOVERS if holds(block)), (None, ""))


def _is_file(block: Block) -> bool:
    return bool(_MARKDOWN_IMAGE.fullmatch(block.text) or (block.length <= 12 and _FILE_NAME.fullmatch(block.text)))


def _has_no_words(block: Block) -> bool:
    return not block.words and not any(character.isalnum() for character in block.text)


def _is_address(block: Block) -> bool:
    mail = "@" in block.text and block.length <= 8 and _EMAIL.search(block.text)
    return bool(mail or _URL.fullmatch(block.text))


def _shares(block: Block) -> bool:
    if not 1 < block.length <= 12:
        return False
    return sum(word.lower() in listed("share_words") for word in block.words) >= 0.7 * block.length


def _short(pattern: re.Pattern[str]) -> Callable[[Block], bool]:
    return lambda block: block.length <= COUNTED_WORDS and bool(pattern.fullmatch(block.text))


LEFTOVERS: tuple[tuple[Role, str, Callable[[Block], bool]], ...] = (
    (Role.CAPTION, "file-name", _is_file),
    (Role.NOISE, "no-words", _has_no_words),
    (Role.NOISE, "address", _is_address),
    (Role.PAGES, "page-numbers", _short(_PAGES)),
    (Role.SHARE, "counter", _short(COUNTER)),
    (Role.NOISE, "relative-time", _short(RELATIVE)),
    (Role.MENU, "glued-crumbs", lambda block: bool(_GLUED_CRUMBS.match(block.text))),
    (Role.NOISE, "service-line", lambda block: bool(_SERVICE.match(block.text))),
    (Role.SHARE, "text-size", lambda block: len(block.text) <= 12 and bool(_SINGLES.fullmatch(block.text))),
    (Role.SHARE, "share-words", _shares),
)
"""What a short line may be that is no text, and how it is known; the first that holds counts."""


def tag_lines(sheet: Sheet) -> None:
    """Label lists of tags: behind their label, or made of ``#words``."""
    blocks = sheet.blocks
    for block in blocks:
        match = _TAGS.fullmatch(block.text) if len(block.text) <= 2 * BUTTON else None
        if (
            match
            and (match["inline"] or sheet.role(block) is None or match["alone"] is not None)
            and block.length <= 30
        ):
            sheet.put(block, Role.TAGS, "tag-list", stops=True)
            if not (match["inline"] or "").strip():
                _tags_below(sheet, block.index + 1)
        elif sheet.role(block) is None and _is_comma_list(block.text):
            sheet.put(block, Role.TAGS, "comma-list")
        elif (
            block.text[0] == "#"
            and sheet.role(block) is None
            and len(block.text) <= 2 * BUTTON
            and _HASH.fullmatch(block.text)
        ):
            sheet.put(block, Role.TAGS, "hash-tags")


def _is_comma_list(text: str) -> bool:
    """Tell a row of key words below a date line: four or more, short, none a sentence."""
    if not text[0].islower():
        return False
    pieces = [piece.strip() for piece in text.split(",")]
    return len(pieces) >= 4 and all(piece and len(piece.split()) <= 4 for piece in pieces) and text[-1:].isalnum()


def _tags_below(sheet: Sheet, start: int) -> None:
    """Label the short lines that follow a label alone."""
    for block in sheet.blocks[start : start + 12]:
        if (
            sheet.role(block) is not None
            or block.closed
            or block.length > 5
            or block.folded in listed("sections") | {"editor"}
        ):
            return
        sheet.put(block, Role.TAGS, "tag-list")
