"""Lines that say who wrote, edited or photographed."""

import re
from functools import cache

from kliping import data
from kliping.annotate.lexicon import opens_office
from kliping.model import Role
from kliping.parse.outlets import domain_in, find_outlet
from kliping.parse.sheet import Block, Sheet
from kliping.parse.vocabulary import any_of, button_words, listed
from kliping.places import is_place
from kliping.text import fold, words

BYLINE_WORDS = 16

MOST_BELOW = 4
"""Lines below a label in which its names stand."""
POSITION_WORDS = 14
"""Words that say what a writer is, below the name."""

_MARK = re.compile(
    r"[(\[]\s*/?[\w.-]{1,6}(?:\s?/\s?[\w.-]{1,6}){0,4}\s*[)\]]\.?|\(\*+\)|\*{1,5}|\((?:[A-Z][\w.'’]+\s?/?\s?){1,6}\)"
)
_WORD = r"[A-ZÀ-Þ][^\W\d]+(?:[.'’-][^\W\d]*)?"
_NAME = re.compile(rf"(?:I\s+)?{_WORD}(?:\s+(?:{_WORD}|[A-ZÀ-Þ]\.?|bin|binti|van|de)){{1,4}},?")
_NAME_AND_OUTLET = re.compile(
    r"(?P<name>(?:I )?[A-ZÀ-Þ][\w.'’]+(?:\s+[A-ZÀ-Þ][\w.'’]*){0,3})\s*[-–|/,]\s*(?P<outlet>[\w.]+(?:\s[\w.]+)?)"
)
_NAMES_WITH_BARS = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]+\s?){2,4}(?:\|\s*(?:[A-ZÀ-Þ][\w.'’-]+\s?){2,4}){1,2}")
BESIDE_NAME = re.compile(
    r"\s+(?:(?:di|pada|at|on)(?:\s+\d.*)?|\d+\s+(?:detik|menit|jam|hari|minggu|bulan|tahun|minutes?|hours?|days?)\b.*"
    r"|leave a (?:comment|reply).*|\d[\d.,]*k?\s+(?:views?|comments?|komentar).*)$",
    re.I,
)
"""What themes print behind an author's name: when, how often read, a link to the comments."""
_PHOTO_ALONE = re.compile(r"(?:foto|photo|image|sumber foto)\s*:", re.I)
_SOURCE_ALONE = re.compile(r"sumber\s*:", re.I)
_POSITION_BEHIND = re.compile(r"\s*(?:Jurnalis|Wartawan|Kontributor|Reporter|Redaksi)\W*")
_CAMEL = re.compile(r"[a-z]{3,}[A-Z]\w+")
"""An outlet's part as its page spells it: ``detikSumut``."""
_CREDITED = re.compile(r"(?:dok|ist|istimewa|humas|antara|reuters|afp|freepik|pixabay|unsplash|shutter)", re.I)
_DESK = re.compile(r"(?P<name>[^()]{5,60}?)\s*\([A-Z]-\d{1,2}\)")
_SIGNATURE = re.compile(r"^\*{1,3}\s*\([^()]{3,60}\)$")


@cache
def roles_in_bylines() -> re.Pattern[str]:
    """Match a byline's label, its field as the group's name: ``Penulis:``, ``Editor :``, ``Oleh``."""
    groups = []
    for field, labels in data.load("bylines.yaml")["labels"].items():
        forms = "|".join(
            re.escape(str(label)).replace(r"\ ", r"\s+") for label in sorted(labels, key=len, reverse=True)
        )
        groups.append(f"(?P<{field}>{forms})")
    return re.compile(
        rf"(?<![\w]){'(?:' + '|'.join(groups) + ')'}(?:\s*(?:\|\s*)?[:/](?:\s*\|)?|\s+(?=[A-ZÀ-Þ]))\s*(?!\w*[:/])", re.I
    )


@cache
def role_alone() -> re.Pattern[str]:
    """Match a label whose name stands on the next line, or was lost."""
    labels = [str(label) for entry in data.load("bylines.yaml")["labels"].values() for label in entry]
    return re.compile(rf"[-•·\s]*(?:{'|'.join(map(re.escape, sorted(labels, key=len, reverse=True)))})\s*:?", re.I)


@cache
def _label_heads() -> frozenset[str]:
    """First words of the labels, in lower case."""
    entries = data.load("bylines.yaml")["labels"].values()
    return frozenset(str(label).lower().split()[0] for labels in entries for label in labels)


def byline_lines(sheet: Sheet) -> None:
    """Label lines that begin with a byline's label, and the name below a label alone."""
    for block in sheet.unlabelled():
        if block.length > BYLINE_WORDS:
            continue
        labelled = bool(block.words) and block.words[0].lower() in _label_heads()
        match = roles_in_bylines().match(block.text.lstrip("•·- —–")) if labelled else None
        if labelled and (_PHOTO_ALONE.fullmatch(block.text) or _heads_credit(sheet, block)):
            _credit_below(sheet, block)
        elif labelled and role_alone().fullmatch(block.text):
            sheet.put(block, Role.BYLINE, "byline-label")
            if not _name_above(sheet, block):
                _name_below(sheet, block)
        elif match and match.lastgroup == "photographers" and _credits_a_picture(block, match):
            continue
        elif match and _names_follow(block, match):
            sheet.put(block, Role.BYLINE, "byline-label")
        elif "|" in block.text and _NAMES_WITH_BARS.fullmatch(block.text) and _date_near(sheet, block):
            sheet.put(block, Role.BYLINE, "names-with-bars")
        elif _with_outlet(block.text, dated=_date_near(sheet, block)) or _with_position(block.text):
            sheet.put(block, Role.BYLINE, "name-and-outlet")


def _heads_credit(sheet: Sheet, block: Block) -> bool:
    """Tell «Sumber :» above a bullet with a credit from the label of a list of sources."""
    below = sheet.blocks[block.index + 1 : block.index + 2]
    return bool(_SOURCE_ALONE.fullmatch(block.text) and below and below[0].text[0] in "•·" and "/" in below[0].text)


def _credit_below(sheet: Sheet, block: Block) -> None:
    """Label «Photo :» and the credit below it, as they stand under a picture."""
    sheet.put(block, Role.CAPTION, "picture-label")
    for below in sheet.blocks[block.index + 1 : block.index + 2]:
        if sheet.role(below) is None and below.length <= 6 and not below.closed:
            sheet.put(below, Role.CAPTION, "credit-alone")


def _credits_a_picture(block: Block, match: re.Match[str]) -> bool:
    """Tell «Foto: Dok. Humas», «Foto: Republika/Nama» and «Foto: Warga antre …» from a photographer's name."""
    rest = block.text[match.end() :]
    return bool(_CREDITED.match(rest)) or "/" in rest or sum(word[0].islower() for word in words(rest)) >= 2


def _with_position(text: str) -> bool:
    """Tell a name with what its bearer is: ``Solikhan Arifudin, Jurnalis ·``."""
    name, *rest = re.split(r"\s*[,·•|]\s*", text, maxsplit=1)
    return bool(rest and _POSITION_BEHIND.fullmatch(rest[0]) and _NAME.fullmatch(name))


def _with_outlet(text: str, *, dated: bool) -> bool:
    """Tell a name with its outlet: ``Lutfi Anggraini - detikJatim``; beside the date line with any outlet's name."""
    match = _NAME_AND_OUTLET.fullmatch(text)
    if not match:
        return False
    outlet = match["outlet"]
    if is_place(match["name"]):
        return False
    named = " " in match["name"] and (
        any_of("media_words").search(outlet.title()) or _CAMEL.fullmatch(outlet) or (dated and " - " in text)
    )
    return bool(find_outlet(outlet) or domain_in(outlet) or named)


def _date_near(sheet: Sheet, block: Block) -> bool:
    """Tell whether a date line stands next to a line of names."""
    near = sheet.blocks[max(0, block.index - 2) : block.index + 3]
    return any(sheet.role(other) is Role.DATE for other in near)


def _names_follow(block: Block, match: re.Match[str]) -> bool:
    """A label with a colon is one; without it («Oleh Rini») every word must be a name's."""
    if ":" in match[0] or "/" in match[0]:
        return not (block.closed and block.length > 10)
    rest = BESIDE_NAME.sub("", block.text[match.end() :].partition("|")[0]).split()
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
    """Label the name below its label, or the list of names with bullets."""
    for at, below in enumerate(sheet.blocks[block.index + 1 : block.index + 1 + MOST_BELOW]):
        if below.text == ":":
            sheet.put(below, Role.BYLINE, "byline-label")
            continue
        named = sheet.role(below) is None and below.length <= 6 and re.match(r"[:•·-]?\s*[A-ZÀ-Þ]", below.text)
        if (
            named
            and not below.closed
            and (at == 0 or below.text[0] in ":•·-" or sheet.blocks[below.index - 1].text == ":")
        ):
            sheet.put(below, Role.BYLINE, "byline-below-label")
        else:
            return
        if below.text[0] not in "•·":
            return


def lone_marks(sheet: Sheet) -> None:
    """Label initials and end marks on a line of their own: ``(fyk/ash)``, ``***``, ``(adv)``."""
    for block in sheet.unlabelled():
        if len(block.text) <= 60 and (
            _MARK.fullmatch(block.text) or _SIGNATURE.match(block.text) or _DESK.fullmatch(block.text)
        ):
            paid = fold(block.text) in listed("advertorial.mark")
            sheet.put(block, Role.MARK if paid or block.text.strip("*()") == "" else Role.BYLINE, "mark-alone")


def _is_desk(text: str) -> bool:
    """Tell a name with the code of its desk: ``Iskandar Zulfikri (H-1)``."""
    match = _DESK.fullmatch(text)
    return bool(match and _NAME.fullmatch(match["name"]))


def lone_names(sheet: Sheet) -> None:
    """Label a name alone between the headline and the text, or in front of a date line."""
    headline = next(iter(sheet.having(Role.HEADLINE)), None)
    if headline is None and _opens_page(sheet):
        sheet.put(sheet.blocks[0], Role.BYLINE, "name-alone")
    above = tuple(sheet.unlabelled(max(0, headline.index - 6) if headline else 0, sheet.first))
    for block in reversed(above):
        if (
            headline
            and (is_lone_name(block) or _are_names(block))
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


def _closes_page(sheet: Sheet, block: Block) -> bool:
    """Tell a name in capitals on the page's last line."""
    last = block.index == len(sheet.blocks) - 1
    return last and 2 <= block.length <= 4 and block.text.isupper() and bool(_NAME.fullmatch(block.text.title()))


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


def has_common_word(text: str) -> bool:
    """Tell whether a word stands in it that no name has."""
    return not _no_parts_of_names().isdisjoint(text.lower().split())


def is_full_name(text: str) -> bool:
    """Tell whether a text has the form of two to five capitalised words."""
    return bool(_NAME.fullmatch(text))


def _opens_page(sheet: Sheet) -> bool:
    """Tell whether the page begins with a name and its date line, no headline above them."""
    first = sheet.blocks[:2]
    return (
        len(first) == 2
        and sheet.role(first[1]) is Role.DATE
        and sheet.role(first[0]) is None
        and is_lone_name(first[0])
    )


def _are_names(block: Block) -> bool:
    """Tell whether a line is two or three names with commas or a joining word between them."""
    names = re.split(r",\s*|\s+(?:dan|&|and)\s+", block.text)
    if not 2 <= len(names) <= 3 or block.length > 10 or not all(_NAME.fullmatch(name) for name in names):
        return False
    return not any(word.lower() in button_words() for word in block.words)


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


def tells_position(block: Block) -> bool:
    """Tell a line that says what a writer is."""
    if not block.words or block.length > POSITION_WORDS or block.closed:
        return False
    return opens_office(block.words[0]) or any(word.lower() in _positions() for word in block.words[:3])


@cache
def _no_parts_of_names() -> frozenset[str]:
    return frozenset(map(str, data.load("bylines.yaml")["no_parts_of_names"]))


@cache
def _positions() -> frozenset[str]:
    return frozenset(str(word).lower() for word in data.load("bylines.yaml")["positions"])
