"""Lines that say who wrote, edited or photographed."""

import re

from kliping.model import Role
from kliping.parse.outlets import domain_in, find_outlet
from kliping.parse.roles.furniture import COUNTER, RELATIVE
from kliping.parse.roles.labels import label_heads, role_alone, roles_in_bylines
from kliping.parse.roles.names import BESIDE_NAME, has_common_word, is_full_name, is_lone_name
from kliping.parse.sheet import Block, Sheet
from kliping.parse.vocabulary import any_of, button_words, listed
from kliping.places import is_place
from kliping.text import fold, words

BYLINE_WORDS = 16
HEADLINE = 6
"""Words of the shortest line that is surely a headline, not a menu's."""

MOST_BELOW = 4
"""Lines below a label in which its names stand."""

_MARK = re.compile(
    r"[(\[]\s*/?[\w.-]{1,6}(?:\s?/\s?[\w.-]{1,6}){0,4}\s*[)\]]\.?|\(\*+\)|\*{1,5}|\((?:[A-Z][\w.'’]+\s?/?\s?){1,6}\)"
)
_NAME_AND_OUTLET = re.compile(
    r"(?P<name>(?:I )?[A-ZÀ-Þ][\w.'’]+(?:\s+[A-ZÀ-Þ][\w.'’]*){0,3})\s*[-–|/,]\s*(?P<outlet>[\w.]+(?:\s[\w.]+)?)"
)
_NAMES_WITH_BARS = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]+\s?){2,4}(?:\|\s*(?:[A-ZÀ-Þ][\w.'’-]+\s?){2,4}){1,2}")
_PHOTO_ALONE = re.compile(r"(?:foto|photo|image|sumber foto)\s*:", re.I)
_SOURCE_ALONE = re.compile(r"sumber\s*:", re.I)
NAME_THEN_ROLE = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3})\s*[-–(,|]\s*"
    r"(?P<role>Penulis|Editor|Reporter|Wartawan|Fotografer|Redaktur)\)?"
)
_POSITION_BEHIND = re.compile(r"\s*(?:Jurnalis|Wartawan|Kontributor|Reporter|Redaksi)\W*")
_CAMEL = re.compile(r"[a-z]{3,}[A-Z]\w+")
"""An outlet's part as its page spells it: ``detikSumut``."""
_CREDITED = re.compile(r"(?:dok|ist|istimewa|humas|antara|reuters|afp|freepik|pixabay|unsplash|shutter)", re.I)
_DESK = re.compile(r"(?P<name>[^()]{5,60}?)\s*\([A-Z]-\d{1,2}\)")
_SIGNED = re.compile(r"\([\w.-]{2,30}\s?/\s?[\w.-]+(?: [\w.-]+){0,3}\)\.?")
_SIGNATURE = re.compile(r"^\*{1,3}\s*\([^()]{3,60}\)$")


def byline_lines(sheet: Sheet) -> None:
    """Label lines that begin with a byline's label, and the name below a label alone."""
    for block in sheet.unlabelled():
        if block.length > BYLINE_WORDS:
            continue
        labelled = bool(block.words) and block.words[0].lower() in label_heads()
        match = roles_in_bylines().match(block.text.lstrip("•·- —–(")) if labelled else None
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
        elif rule := _of_names(sheet, block):
            sheet.put(block, Role.BYLINE, rule)


def _of_names(sheet: Sheet, block: Block) -> str:
    """Name the rule that knows a line of names without a label; empty for none."""
    if "|" in block.text and _NAMES_WITH_BARS.fullmatch(block.text) and _names_near(sheet, block):
        return "names-with-bars"
    if _with_outlet(block.text, dated=_date_near(sheet, block)) or _with_position(block.text):
        return "name-and-outlet"
    if _with_counters(block.text):
        return "name-and-outlet"
    named = NAME_THEN_ROLE.fullmatch(block.text)
    return "name-then-role" if named and is_full_name(named["name"]) and not has_common_word(named["name"]) else ""


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
    office = any_of("institutions").match(rest.strip())
    return bool(office or _CREDITED.match(rest)) or "/" in rest or sum(word[0].islower() for word in words(rest)) >= 2


def _with_position(text: str) -> bool:
    """Tell a name with what its bearer is: ``Solikhan Arifudin, Jurnalis ·``."""
    name, *rest = re.split(r"\s*[,·•|]\s*", text, maxsplit=1)
    return bool(rest and _POSITION_BEHIND.fullmatch(rest[0]) and is_full_name(name))


def _with_counters(text: str) -> bool:
    """Tell a name with when and how often it was read: ``Elsa Manurung | 5 jam yang lalu | Dibaca 212 kali``."""
    name, *rest = re.split(r"\s*[·•|]\s*", text.strip())
    counted = all(RELATIVE.fullmatch(piece) or COUNTER.fullmatch(piece) for piece in rest if piece)
    return bool(rest) and counted and is_full_name(name) and not has_common_word(name)


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


def _names_near(sheet: Sheet, block: Block) -> bool:
    """Tell whether names with bars stand at an article's head: by its date, or right below what may be its headline."""
    above = sheet.blocks[block.index - 1] if block.index else None
    headed = above and above.length >= HEADLINE and above.title_share >= 0.6 and not above.closed
    whole = all(is_full_name(name.strip()) and not has_common_word(name) for name in block.text.split("|"))
    return _date_near(sheet, block) or bool(headed and whole)


def _date_near(sheet: Sheet, block: Block) -> bool:
    """Tell whether a date line stands next to a line of names."""
    near = sheet.blocks[max(0, block.index - 2) : block.index + 3]
    return any(sheet.role(other) is Role.DATE for other in near)


def _names_follow(block: Block, match: re.Match[str]) -> bool:
    """A label with a colon is one; without it («Oleh Rini») every word must be a name's."""
    if ":" in match[0] or "/" in match[0]:
        return not (block.closed and block.length > 10)
    rest = block.text[match.end() :].partition("|")[0]
    following = roles_in_bylines().search(rest)
    if following and following.start():
        rest = rest[: following.start()].rstrip(" -–")
    names = BESIDE_NAME.sub("", rest).split()
    return (
        0 < len(names) <= 6
        and not block.closed
        and not (len(names) > 1 and any(word.lower() in button_words() for word in names))
        and all(word[0].isupper() or word in ("dan", "&", "and", "|") for word in names)
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
        free = sheet.role(below) is None and below.folded not in listed("sections")
        named = free and below.length <= 6 and re.match(r"[:•·-]?\s*[A-ZÀ-Þ]", below.text)
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
            (_SIGNED.fullmatch(block.text) and block.index and sheet.blocks[block.index - 1].solid)
            or _MARK.fullmatch(block.text)
            or _SIGNATURE.match(block.text)
            or _is_desk(block.text)
        ):
            paid = fold(block.text) in listed("advertorial.mark")
            sheet.put(block, Role.MARK if paid or block.text.strip("*()") == "" else Role.BYLINE, "mark-alone")


def _is_desk(text: str) -> bool:
    """Tell a name with the code of its desk: ``Iskandar Zulfikri (H-1)``."""
    match = _DESK.fullmatch(text)
    return bool(match and is_full_name(match["name"]))
