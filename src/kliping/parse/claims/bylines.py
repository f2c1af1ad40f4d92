"""Who wrote, edited and photographed: names and desk initials, as printed."""

import re
from collections.abc import Iterator
from functools import cache

from kliping import data
from kliping.model import Role
from kliping.parse.claim import Claim
from kliping.parse.outlets import domain_in, find_outlet
from kliping.parse.page import Page
from kliping.parse.roles.bylines import NAME_THEN_ROLE
from kliping.parse.roles.labels import role_alone, roles_in_bylines
from kliping.parse.roles.names import BESIDE_NAME, has_common_word, is_full_name
from kliping.parse.sheet import Block
from kliping.parse.signature import Signature, alone
from kliping.parse.sitenames import domain_labels, names_site, site_names
from kliping.parse.vocabulary import any_of, listed
from kliping.places import is_place
from kliping.text import fold

_GLUED = re.compile(r"(?<=[a-z])(?=(?:Editor|Penulis|Reporter|Redaktur|Pewarta|Foto)\s*:)")
_CORRESPONDENT = re.compile(r"(?:kontributor|wartawan|koresponden|reporter)\s+[A-Z]", re.I)
_ADDRESS = re.compile(r"\b(?:jalan|jl|telepon|telp|kav|blok|kode pos)\b|\d{3}", re.I)
_WITH_POSITION = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.'-]+(?: [A-ZÀ-Þ][\w.'-]+){0,3}),\s(?:Jurnalis|Wartawan|Kontributor|Reporter)\b"
)
_SPOKEN = re.compile(r"\w{3}")
"""Shorter words in capitals are titles or initials: ``KH``, ``HM``."""
_DEGREE = re.compile(r"(?=\S*\.)(?:[A-Z][A-Za-z]{0,4}\.?){1,4}")
BELOW = 6
"""Lines below the text in which its date line may stand; farther down are those of other articles."""
_PICTURED_BY = re.compile(r"/foto:.*", re.I)
_COUNTER_BEHIND = re.compile(r"\s[-–|]\s\d+\s*$")
FIELDS = ("authors", "editors", "photographers")
_DATE_LINE_NAMES = re.compile(
    r"(?:laporan|penulis|reporter|oleh|by|editor)\s*:?\s*(?P<name>[A-ZÀ-Þ][\w.' -]{2,40})", re.I
)


def claim_bylines(page: Page) -> Iterator[Claim]:
    """Claim names from labelled lines, lone names, date lines and the marks that close the text."""
    for block in page.sheet.having(Role.BYLINE):
        if not _heads_another(page, block):
            yield from _on_byline(page, block)
    for block in page.sheet.having(Role.DATE):
        if block.index > page.sheet.last + BELOW:
            break
        yield from _beside_date(page, block)
    yield from _signed(page, page.signatures, 0.95)


def _on_byline(page: Page, block: Block) -> Iterator[Claim]:
    """Claim the names of a line by the rule that labelled it."""
    given = page.sheet.labels[block.index]
    match rule := given.rule if given else "":
        case "byline-label":
            yield from _labelled(page, block, 0.95)
        case "byline-below-label":
            yield from _below(page, block)
        case "name-and-outlet":
            yield from _names(page, block, re.split(r"\s*[-–|/,·•]\s*", block.text)[0], "authors", 0.85, rule)
        case "name-then-role":
            named = NAME_THEN_ROLE.fullmatch(block.text)
            label = roles_in_bylines().match(f"{named['role']}: X") if named else None
            if named and label and label.lastgroup in FIELDS:
                yield from _names(page, block, named["name"], label.lastgroup, 0.9, rule)
        case "names-with-bars":
            yield from _names(page, block, block.text, "authors", 0.7, rule)
        case "name-alone":
            field = "editors" if _behind_comma(page, block) else "authors"
            yield from _names(page, block, block.text, field, 0.75, rule)
        case "mark-alone":
            yield from _names(page, block, block.text.partition("(")[0], "authors", 0.9, rule)
            yield from _signed(page, ((block, mark) for mark in alone(block.text)), 0.9)


def _heads_another(page: Page, block: Block) -> bool:
    """Tell the writer of an article listed below the text: a headline stands above the name, a date below."""
    if block.index <= page.sheet.last + 1 or block.index + 1 >= len(page.sheet.blocks):
        return False
    above, below = page.sheet.labels[block.index - 1], page.sheet.labels[block.index + 1]
    return bool(above and above.role is Role.RELATED and below and below.role is Role.DATE)


def _behind_comma(page: Page, block: Block) -> bool:
    """Tell the second of two names in the manner of Kompas, writer and editor: ``NAME,`` and a name below."""
    above = page.sheet.blocks[block.index - 1] if block.index else None
    label = page.sheet.labels[above.index] if above else None
    return bool(above and label and label.role is Role.BYLINE and above.text.endswith(","))


def _labelled(page: Page, block: Block, confidence: float) -> Iterator[Claim]:
    """Read ``Penulis: X | Editor: Y`` and its kin: each label's names reach to the next label."""
    text = _GLUED.sub(" ", block.text)
    for mention in block.mentions:
        text = text.replace(mention.text, "|", 1)
    labels = list(roles_in_bylines().finditer(text))
    labels = [
        label for at, label in enumerate(labels) if not at or ":" in label[0] or label.start() > labels[at - 1].end()
    ]
    for at, match in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else len(text)
        if match.lastgroup in FIELDS:
            yield from _names(page, block, text[match.end() : end], match.lastgroup, confidence, "byline-label")


def _below(page: Page, block: Block) -> Iterator[Claim]:
    above = next(
        (
            near
            for near in reversed(page.sheet.blocks[max(0, block.index - 2) : block.index])
            if role_alone().fullmatch(near.text)
        ),
        None,
    )
    match = roles_in_bylines().match(f"{above.text.strip(' :•-')}: X") if above else None
    if match and match.lastgroup in FIELDS and block.text.strip() != ":":
        yield from _names(page, block, block.text, match.lastgroup, 0.9, "byline-below-label")


def _beside_date(page: Page, block: Block) -> Iterator[Claim]:
    """Read a reporter named in the date line: ``… WIB | LAPORAN: AGUS DWI``, ``NAME | Jum'at, 17 …``."""
    rest = block.text
    for mention in block.mentions:
        rest = rest.replace(mention.text, "|", 1)
    if with_position := _WITH_POSITION.match(rest):
        yield from _names(page, block, with_position["name"], "authors", 0.9, "date-line")
        return
    if roles_in_bylines().search(rest):
        yield from _labelled(page, block, 0.9)
        return
    for piece in re.split(r"[|•·]|\s,\s", rest):
        match = _DATE_LINE_NAMES.search(piece)
        name, _, rest = piece.strip().partition(", ")
        if match:
            yield from _names(page, block, match["name"], "authors", 0.9, "date-line")
        elif rest and any_of("media_words").search(rest) and is_full_name(name):
            yield from _names(page, block, name, "authors", 0.9, "date-line")
        elif (
            re.fullmatch(r"\s*[A-Z][a-z.']+(?:\s+[A-Z][\w.']+){1,3}[\s,-]*", piece)
            and not find_outlet(piece.strip(" ,-"))
            and not has_common_word(piece)
        ):
            yield from _names(page, block, piece, "authors", 0.7, "date-line")


def _signed(
    page: Page,
    marks: Iterator[tuple[Block, Signature]] | tuple[tuple[Block, Signature], ...],
    confidence: float,
) -> Iterator[Claim]:
    for block, mark in marks:
        if mark.kind in ("names", "paid"):
            writers = _PICTURED_BY.sub("", mark.text)
            yield from _names(page, block, writers, "authors", confidence, "signature", mark.start)


def _names(
    page: Page, block: Block, text: str, field: str, confidence: float, rule: str, start: int = -1
) -> Iterator[Claim]:
    """Claim each name in a piece of text, written as printed."""
    initials = bool(re.fullmatch(r"/?[A-Za-z-]{1,6}\d*(?:\s?/\s?[\w.-]{1,8})*", text.strip())) and "/" in text
    text = _COUNTER_BEHIND.sub("", text)
    pieces = re.split(r"\s*[/,]\s*" if initials or start >= 0 else r"\s*(?:,|/|&|\||;|\bdan\b|\band\b)\s*", text)
    pieces = _with_degrees(pieces)
    if any(" " in piece.strip() and _ADDRESS.search(piece) for piece in pieces):
        return
    if len(pieces) > 1 and "wartawan" in block.text.lower() and len(pieces[0].split()) <= 2:
        pieces = pieces[1:]
    for piece in pieces:
        name = "" if _CORRESPONDENT.match(piece.strip(" :")) else _tidy(piece)
        if name and _is_name(name, signed=rule == "signature") and not _names_no_person(page, block, name, rule):
            at = block.text.find(name, max(start, 0))
            place = page.place(block, at, at + len(name)) if at >= 0 else page.place(block)
            yield Claim(field, name, confidence, rule, (place,))


def _names_no_person(page: Page, block: Block, name: str, rule: str) -> bool:
    """Tell an office, the newsroom, the site itself or the mark of paid text from a writer.

    A newsroom's mark in the brackets that close a text (``(pur/Red)``) is kept as printed.
    """
    signed = rule == "signature"
    office = signed and fold(name.split()[0]) in _bodies()
    newsroom = fold(name) in _no_names() and not (signed and " " not in name)
    site = _names_page(page, name) and not (rule == "name-alone" and _above_date(page, block))
    return office or newsroom or site or fold(name) in listed("advertorial.mark")


def _with_degrees(pieces: list[str]) -> list[str]:
    """Put academic degrees back to the name before them: ``Nurul Hidayah, S.Pd.``."""
    whole: list[str] = []
    for piece in pieces:
        if whole and " " in whole[-1].strip() and (_DEGREE.fullmatch(piece.strip()) or piece.strip() in _degrees()):
            whole[-1] += f", {piece}"
        else:
            whole.append(piece)
    return whole


@cache
def _degrees() -> frozenset[str]:
    return frozenset(map(str, data.load("bylines.yaml")["degrees"]))


def _tidy(piece: str) -> str:
    if domain_in(piece.strip()):
        return ""
    name = (
        re.sub(r"\s+[-–].*$|[–(\[].*$", "", piece.strip(" .:*()[]\t•·"))
        if not re.fullmatch(r"[A-Z]-\d+|Rep-\d+", piece.strip())
        else piece.strip()
    )
    name = BESIDE_NAME.sub("", name).strip(" .:,-–—|*•·")
    return (
        " ".join(word.capitalize() if word.isupper() and _SPOKEN.search(word) else word for word in name.split())
        if _shouted(name)
        else name
    )


def _shouted(name: str) -> bool:
    return name.isupper() and " " in name


def _above_date(page: Page, block: Block) -> bool:
    """Tell a writer at a text's head, where a site's name may stand too: the date or the position is below."""
    below = page.sheet.labels[block.index + 1] if block.index + 1 < len(page.sheet.blocks) else None
    return bool(below and below.rule in ("date-line", "writer-position"))


def _names_page(page: Page, name: str) -> bool:
    return names_site(name, site_names(page.sheet) if " " in name else domain_labels(page.sheet))


def _is_name(name: str, *, signed: bool) -> bool:
    unlikely = domain_in(name) or find_outlet(name) or is_place(name) or len(name.split()) > 6
    first, *others = name.split()
    if not signed and len(first) >= 3 and first.isupper() and any(other[1:].islower() for other in others):
        return False
    if (" " in name and _ADDRESS.search(name)) or (" " in name and any_of("media_words").fullmatch(name.split()[-1])):
        return False
    return not unlikely and any(letter.isalpha() for letter in name) and not (name.split()[0].islower() and " " in name)


@cache
def _bodies() -> frozenset[str]:
    return frozenset(map(str, data.load("bylines.yaml")["bodies"]))


@cache
def _no_names() -> frozenset[str]:
    return frozenset(fold(str(name)) for name in data.load("bylines.yaml")["no_names"])
