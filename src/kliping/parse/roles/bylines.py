"""Lines that say who wrote, edited or photographed."""

import re
from functools import cache

from kliping import data
from kliping.model import Role
from kliping.parse.outlets import domain_in, find_outlet
from kliping.parse.sheet import Block, Sheet
from kliping.parse.vocabulary import any_of, listed
from kliping.places import is_place
from kliping.text import fold

BYLINE_WORDS = 16

_MARK = re.compile(
    r"[(\[]\s*/?[\w.-]{1,6}(?:\s?/\s?[\w.-]{1,6}){0,4}\s*[)\]]\.?|\(\*+\)|\*{1,5}|\((?:[A-Z][\w.'’]+\s?/?\s?){1,6}\)"
)
_NAME = re.compile(
    r"(?:I\s+)?[A-ZÀ-Þ][^\W\d][^\W\d]*[.'’-]?[^\W\d]*(?:\s+(?:[A-ZÀ-Þ][^\W\d]*[.'’-]?[^\W\d]*|bin|binti|van|de)){1,4},?"
)
_NAME_AND_OUTLET = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.'’]+(?:\s+[A-ZÀ-Þ][\w.'’]*){0,3})\s*[-–|/,]\s*(?P<outlet>[\w.]+(?:\s[\w.]+)?)"
)
_NAMES_WITH_BARS = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]+\s?){2,4}(?:\|\s*(?:[A-ZÀ-Þ][\w.'’-]+\s?){2,4}){1,2}")
_CREDITED = re.compile(r"(?:dok|ist|istimewa|humas|antara|reuters|afp|freepik|pixabay|unsplash|shutter)", re.I)
_SIGNATURE = re.compile(r"^\*{1,3}\s*\([^()]{3,60}\)$")


@cache
def roles_in_bylines() -> re.Pattern[str]:
    """Match a byline's label, its field as the group's name: ``Penulis:``, ``Editor :``, ``Oleh``."""
    groups = []
    for field, labels in data.load("bylines.yaml")["labels"].items():
        words = "|".join(
            re.escape(str(label)).replace(r"\ ", r"\s+") for label in sorted(labels, key=len, reverse=True)
        )
        groups.append(f"(?P<{field}>{words})")
    return re.compile(rf"(?<![\w]){'(?:' + '|'.join(groups) + ')'}(?:\s*[:/]|\s+(?=[A-ZÀ-Þ]))\s*(?!\w*[:/])", re.I)


@cache
def role_alone() -> re.Pattern[str]:
    """Match a label whose name stands on the next line, or was lost."""
    labels = [str(label) for entry in data.load("bylines.yaml")["labels"].values() for label in entry]
    return re.compile(rf"[-•·\s]*(?:{'|'.join(map(re.escape, sorted(labels, key=len, reverse=True)))})\s*:?", re.I)


def byline_lines(sheet: Sheet) -> None:
    """Label lines that begin with a byline's label, and the name below a label alone."""
    for block in sheet.unlabelled():
        if block.length > BYLINE_WORDS:
            continue
        match = roles_in_bylines().match(block.text.lstrip("•·- —–"))
        if role_alone().fullmatch(block.text):
            sheet.put(block, Role.BYLINE, "byline-label")
            if not _name_above(sheet, block):
                _name_below(sheet, block)
        elif match and match.lastgroup == "photographers" and _CREDITED.match(block.text[match.end() :]):
            continue
        elif match and _names_follow(block, match):
            sheet.put(block, Role.BYLINE, "byline-label")
        elif _NAMES_WITH_BARS.fullmatch(block.text) and _date_near(sheet, block):
            sheet.put(block, Role.BYLINE, "names-with-bars")
        elif _with_outlet(block.text):
            sheet.put(block, Role.BYLINE, "name-and-outlet")


def _with_outlet(text: str) -> bool:
    """Tell a name with its outlet: ``Lutfi Anggraini - detikJatim``."""
    match = _NAME_AND_OUTLET.fullmatch(text)
    if not match:
        return False
    outlet = match["outlet"]
    named = " " in match["name"] and any_of("media_words").search(outlet.title())
    return bool(find_outlet(outlet) or domain_in(outlet) or named) and not is_place(match["name"])


def _date_near(sheet: Sheet, block: Block) -> bool:
    """Tell whether a date line stands next to a line of names."""
    near = sheet.blocks[max(0, block.index - 2) : block.index + 3]
    return any(sheet.role(other) is Role.DATE for other in near)


def _names_follow(block: Block, match: re.Match[str]) -> bool:
    """A label with a colon is one; without it («Oleh Rini») every word must be a name's."""
    if ":" in match[0] or "/" in match[0]:
        return not (block.closed and block.length > 10)
    rest = block.text[match.end() :].split()
    return (
        bool(rest)
        and len(rest) <= 6
        and not block.closed
        and all(word[0].isupper() or word in ("dan", "&", "and", "|") for word in rest)
    )


def _name_above(sheet: Sheet, block: Block) -> bool:
    """Tell whether the name stands above its label: a lone name, and no colon or name below."""
    above = sheet.blocks[block.index - 1] if block.index else None
    below = sheet.blocks[block.index + 1] if block.index + 1 < len(sheet.blocks) else None
    return bool(
        above
        and is_lone_name(above)
        and ":" not in block.text
        and not (below and (is_lone_name(below) or below.text[0] == ":"))
    )


def _name_below(sheet: Sheet, block: Block) -> None:
    for below in sheet.blocks[block.index + 1 : block.index + 3]:
        if below.text == ":":
            sheet.put(below, Role.BYLINE, "byline-label")
            continue
        named = sheet.role(below) is None and below.length <= 6 and re.match(r"[:•·-]?\s*[A-ZÀ-Þ]", below.text)
        if named and not below.closed:
            sheet.put(below, Role.BYLINE, "byline-below-label")
        return


def lone_marks(sheet: Sheet) -> None:
    """Label initials and end marks on a line of their own: ``(fyk/ash)``, ``***``, ``(adv)``."""
    for block in sheet.unlabelled():
        if len(block.text) <= 60 and (_MARK.fullmatch(block.text) or _SIGNATURE.match(block.text)):
            paid = fold(block.text) in listed("advertorial.mark")
            sheet.put(block, Role.MARK if paid or block.text.strip("*()") == "" else Role.BYLINE, "mark-alone")


def lone_names(sheet: Sheet) -> None:
    """Label a name alone between the headline and the text, or in front of a date line."""
    headline = next(iter(sheet.having(Role.HEADLINE)), None)
    for block in sheet.unlabelled(max(0, headline.index - 6) if headline else 0, sheet.first):
        if (
            headline
            and is_lone_name(block)
            and (_label_below(sheet, block) if block.index < headline.index else _stands_as_byline(sheet, block))
        ):
            sheet.put(block, Role.BYLINE, "name-alone")
            _role_below(sheet, block)
    for block in sheet.unlabelled(sheet.last + 1, sheet.last + 3):
        if is_lone_name(block) and block.length <= 4 and sheet.last >= 0 and not _list_follows(sheet, block):
            sheet.put(block, Role.BYLINE, "name-alone")


def is_lone_name(block: Block) -> bool:
    """Tell whether a line is two to four capitalised words and nothing else."""
    first = block.words[0].lower() if block.words else ""
    named = 2 <= block.length <= 4 and bool(_NAME.fullmatch(block.text)) and not block.text.isupper()
    return named and not is_place(block.text) and first not in ("home", "beranda", "foto", "video", "tentang")


def _stands_as_byline(sheet: Sheet, block: Block) -> bool:
    """Tell whether a lone name stands where bylines do: behind headline, date or buttons, or before the date."""
    if fold(block.text.rstrip(",")) in listed("sections") or any_of("media_words").search(block.text):
        return False
    around = [sheet.role(near) for near in (sheet.blocks[block.index - 1], sheet.blocks[block.index + 1])]
    return (
        around[0] in (Role.HEADLINE, Role.DATE, Role.BYLINE, Role.SHARE, Role.NOISE, Role.CAPTION)
        or around[1] is Role.DATE
    )


def _label_below(sheet: Sheet, block: Block) -> bool:
    """Tell whether ``Penulis`` stands below the name, as blogs print it."""
    below = sheet.blocks[block.index + 1] if block.index + 1 < len(sheet.blocks) else None
    return below is not None and bool(role_alone().fullmatch(below.text))


def _list_follows(sheet: Sheet, block: Block) -> bool:
    following = sheet.blocks[block.index + 1 : block.index + 2]
    return bool(following) and sheet.role(following[0]) is None and not following[0].solid


def _role_below(sheet: Sheet, block: Block) -> None:
    """Label what a writer is, printed under the name: ``Mahasiswa``, ``Tim Redaksi``."""
    below = sheet.blocks[block.index + 1] if block.index + 1 < sheet.first else None
    if (
        below
        and sheet.role(below) is None
        and below.length <= 8
        and any(word.lower() in _positions() for word in below.words[:3])
    ):
        sheet.put(below, Role.BYLINE, "writer-position")


@cache
def _positions() -> frozenset[str]:
    return frozenset(str(word).lower() for word in data.load("bylines.yaml")["positions"])
