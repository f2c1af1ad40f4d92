"""Names that stand alone on a line, and what tells them from headings and buttons."""

import re
from functools import cache

from kliping import data
from kliping.annotate.lexicon import opens_office
from kliping.model import Role
from kliping.parse.roles.labels import role_alone
from kliping.parse.sheet import Block, Sheet
from kliping.parse.vocabulary import any_of, button_words, listed
from kliping.places import is_place
from kliping.text import fold

POSITION_WORDS = 14
"""Words that say what a writer is, below the name."""
_WORD = r"[A-ZÀ-Þ][^\W\d]+(?:[.'’-][^\W\d]*)?"
_NAME = re.compile(rf"(?:I\s+)?{_WORD}(?:\s+(?:{_WORD}|[A-ZÀ-Þ]\.?|bin|binti|van|de)){{1,4}},?")

BESIDE_NAME = re.compile(
    r"\s+(?:(?:di|pada|at|on)(?:\s+\d.*)?|\d+\s+(?:detik|menit|jam|hari|minggu|bulan|tahun|minutes?|hours?|days?)\b.*"
    r"|leave a (?:comment|reply).*|\d[\d.,]*k?\s+(?:views?|comments?|komentar).*)$",
    re.I,
)
"""What themes print behind an author's name: when, how often read, a link to the comments."""


def lone_names(sheet: Sheet) -> None:
    """Label a name alone between the headline and the text, or in front of a date line."""
    headline = next(iter(sheet.having(Role.HEADLINE)), None)
    if headline is None and _opens_page(sheet):
        sheet.put(sheet.blocks[0], Role.BYLINE, "name-alone")
    above = tuple(sheet.unlabelled(max(0, headline.index - 6) if headline else 0, sheet.first))
    for block in reversed(above):
        if (
            headline
            and (is_lone_name(block) or _are_names(block) or _is_counted(block))
            and (_label_below(sheet, block) if block.index < headline.index else _stands_as_byline(sheet, block))
        ):
            sheet.put(block, Role.BYLINE, "name-alone")
            _role_below(sheet, block)
    for block in sheet.blocks[sheet.last + 1 : sheet.last + 3] if sheet.last >= 0 else ():
        if sheet.role(block) in (Role.COMMENTS, Role.RELATED, Role.SHARE):
            return
        if sheet.role(block) is None and not (is_lone_name(block) or _closes_page(sheet, block)):
            return
        if sheet.role(block) is None and not _list_follows(sheet, block):
            sheet.put(block, Role.BYLINE, "name-alone")
            _role_below(sheet, block)


def _opens_page(sheet: Sheet) -> bool:
    """Tell whether the page begins with a name and its date line, no headline above them."""
    first = sheet.blocks[:2]
    return (
        len(first) == 2
        and sheet.role(first[1]) is Role.DATE
        and sheet.role(first[0]) is None
        and is_lone_name(first[0])
    )


def _closes_page(sheet: Sheet, block: Block) -> bool:
    """Tell a name in capitals on the page's last line."""
    last = block.index == len(sheet.blocks) - 1
    return last and 2 <= block.length <= 4 and block.text.isupper() and bool(_NAME.fullmatch(block.text.title()))


def _are_names(block: Block) -> bool:
    """Tell whether a line is two or three names with commas or a joining word between them."""
    names = re.split(r",\s*|\s+(?:dan|&|and)\s+", block.text)
    if not 2 <= len(names) <= 3 or block.length > 10 or not all(_NAME.fullmatch(name) for name in names):
        return False
    return not any(word.lower() in button_words() for word in block.words)


def _is_counted(block: Block) -> bool:
    """Tell a name with what a theme prints behind it: ``Achmad Sofwan    0 Komentar``."""
    name = BESIDE_NAME.sub("", block.text).strip()
    named = name != block.text and is_full_name(name) and not has_common_word(name) and not is_place(name)
    return named and not any(word.lower() in button_words() for word in name.split())


def _stands_as_byline(sheet: Sheet, block: Block) -> bool:
    """Tell whether a lone name stands where bylines do: behind headline, date or buttons, before date or byline."""
    if fold(block.text.rstrip(",")) in listed("sections") or any_of("media_words").search(block.text):
        return False
    below = block.index + 1
    while below < sheet.first and not sheet.blocks[below].words:
        below += 1
    behind = sheet.role(sheet.blocks[block.index - 1])
    return behind in (
        Role.HEADLINE,
        Role.DATE,
        Role.BYLINE,
        Role.SHARE,
        Role.NOISE,
        Role.CAPTION,
    ) or sheet.role(sheet.blocks[below]) in (Role.DATE, Role.BYLINE, Role.CAPTION)


def _label_below(sheet: Sheet, block: Block) -> bool:
    """Tell whether ``Penulis`` or ``Guru`` stands below the name, as blogs print it."""
    below = sheet.blocks[block.index + 1] if block.index + 1 < len(sheet.blocks) else None
    if below is None:
        return False
    return bool(role_alone().fullmatch(below.text)) or (below.length <= 3 and tells_position(below))


def _list_follows(sheet: Sheet, block: Block) -> bool:
    following = sheet.blocks[block.index + 1 : block.index + 2]
    return (
        bool(following)
        and sheet.role(following[0]) is None
        and not following[0].solid
        and not tells_position(following[0])
    )


def _role_below(sheet: Sheet, block: Block) -> None:
    """Label what a writer is, printed under the name: ``Mahasiswa``, ``Tim Redaksi``."""
    below = sheet.blocks[block.index + 1] if block.index + 1 < len(sheet.blocks) else None
    role = sheet.role(below) if below else None
    if below and (role is None or (role is Role.BYLINE and ":" not in below.text)) and tells_position(below):
        sheet.put(below, Role.BYLINE, "writer-position")


def is_lone_name(block: Block) -> bool:
    """Tell whether a line is two to four capitalised words and nothing else, none of them a button's."""
    first = block.words[0].lower() if block.words else ""
    named = 2 <= block.length <= 4 and bool(_NAME.fullmatch(block.text)) and not block.text.isupper()
    if not named or is_place(block.text) or first in ("home", "beranda", "foto", "video", "tentang"):
        return False
    if opens_office(block.words[0]):
        return False
    if has_common_word(block.text):
        return False
    return not any(word in button_words() or word in _positions() for word in map(str.lower, block.words))


def is_full_name(text: str) -> bool:
    """Tell whether a text has the form of two to five capitalised words."""
    return bool(_NAME.fullmatch(text))


def has_common_word(text: str) -> bool:
    """Tell whether a word stands in it that no name has."""
    return not _no_parts_of_names().isdisjoint(text.lower().split())


def tells_position(block: Block) -> bool:
    """Tell a line that says what a writer is."""
    if not block.words or block.length > POSITION_WORDS or block.closed:
        return False
    return opens_office(block.words[0]) or any(word.lower() in _positions() for word in block.words[:3])


@cache
def _positions() -> frozenset[str]:
    return frozenset(str(word).lower() for word in data.load("bylines.yaml")["positions"])


@cache
def _no_parts_of_names() -> frozenset[str]:
    return frozenset(map(str, data.load("bylines.yaml")["no_parts_of_names"]))
