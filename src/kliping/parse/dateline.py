"""The dateline at the head of an article: ``Klojen (malangkota.go.id) –``, ``MALANG, KOMPAS.com -``."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from kliping.calendar_names import is_weekday
from kliping.mentions import Mention, find_mentions
from kliping.parse.outlets import DOMAIN_COMMA, Outlet, domain_in, find_domains, find_outlet, outlet_files_used
from kliping.parse.vocabulary import any_of, listed
from kliping.places import is_place, is_province, is_seat
from kliping.text import fold

DATE_PREFIX = re.compile(r"\s*date\s+\d{4}-\d\d-\d\d\s*")
_MAX = 90
"""Characters of the longest dateline."""
_DASH = re.compile(
    r"\s*(?:,\s*[-–—]+|(?<=\))\.\s?[-–—]+|\._|\s?//+\s?|(?<=\))\s_(?=\s)|\s[-–—]+|[-–—]{1,6}|\s:(?=\s)|(?<=\)):(?=\s)|(?<=\w):(?=\s))\s*"
)
_MAY_OPEN = re.compile(
    rf"[^-–—:(/|]{{0,{_MAX}}}[-–—:(/|]|[A-Z][\w ]{{2,30}}(?:, [A-Z\d]|\. [A-Z])|\[|[A-Z0-9]{{3}}|[A-Z][A-Z ]{{2}}"
)
"""A dash, colon or bracket near the head, or capitals at it: without one of these there is no dateline."""
_SHOUTED_PLACE = re.compile(r"[A-Z][A-Z ]{2,}(?:,\s|\s\()")
_GLUED_OUTLET = re.compile(
    r"^(?:KABAR|WARTA|RADAR|TRIBUN|SUARA|BERITA|MEDIA|INFO|DETIK|DISWAY)\w{3,}"
    r"|\w{3,} ?(?:POST?|NEWS|TIMES|KINI|TERKINI|MEDIA|TODAY|EKSPRES|ONLINE)$"
)
_CAMEL = re.compile(r"[A-Z]*[a-z]+[A-Z]\w+|[A-Z]{3,}[a-z]\w+")
"""An outlet as it spells itself: ``detikSumut``, ``IDXChannel``."""
_PLACE_BEHIND = re.compile(r"([A-Z][A-Z ]{2,30}?|[A-Z][A-Za-z ]{2,30}?(?= [-–—]))\s?(?:\.|[-–—]+|,)\s+(?=[A-Z“\"])")
_OUTLET_BEHIND = re.compile(r"([A-Z][\w.]*(?: [A-Z][\w.]*){0,3})\s[-–—]+\s(?=[A-Z“\"])")
_DOMAIN_BEHIND = re.compile(r"((?:[\w-]+\.)+[A-Za-z]{2,}),\s+(?=[A-Z“\"])")
_NAMELIKE = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?:[ ]+(?:[A-ZÀ-Þ(][\w.'’)-]*|dan|di|\d[\d,.]*))*")
_PLACE_AND_DAY = re.compile(r"([A-Z][\w ]{2,30}), (\d{1,2} [A-Z][a-z]{2,8} \d{4})\s+(?=[A-Z])")
"""A dateline without dash: ``Palu, 7 Februari 2018 Pengerukan …``."""
_PLACE_AND_OPENER = re.compile(r"([A-Z][A-Za-z ]{2,30}), ([A-Z][a-z]+) ")
"""A dateline with no more than a comma, told by the word behind it: ``Singaraja, Sebanyak 1.000 bibit …``."""
_DOUBLED = re.compile(r"\b(\w{3,})-\1\b", re.I)
"""A name that is one word twice: ``WANGI-WANGI``."""
_IN_SQUARE = re.compile(r"\[([^\[\]]{4,70})\]\s*(?=[A-Z“\"])")
_BAR = re.compile(r"([^|]{3,60}?)\s?\|\s+(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the dateline and what it is."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the dash; ``end`` is where the text begins."""

    end: int
    place: Part | None = None
    outlet: Part | None = None
    """Printed name; its domain is in ``domain``."""
    domain: Part | None = None
    section: Part | None = None
    date: Mention | None = None
    paid: bool = False


def read_dateline(text: str, named: frozenset[str] = frozenset()) -> Dateline | None:
    """Read the dateline of a first paragraph; ``named`` are outlets' names the page shows elsewhere, folded.

    None where the text begins at once, which is as common.
    """
    return _read_dateline(text, named, outlet_files_used()) if _MAY_OPEN.match(text) else None


@lru_cache(maxsize=1024)
def _read_dateline(text: str, named: frozenset[str], _with_files: bool) -> Dateline | None:
    """Read it, and keep what was read with the outlets' files apart from what was read without."""
    if prefix := DATE_PREFIX.match(text):
        return _behind_prefix(prefix, text, named)
    text = DOMAIN_COMMA.sub(".", text[:_MAX]) + text[_MAX:]
    if bracketed := _IN_SQUARE.match(text):
        return _take_apart(" " + bracketed[1], bracketed.end(), named, marked=True)
    domains = [match.span() for match in find_domains(text[:_MAX])]
    whole = [*domains, *(match.span() for match in _DOUBLED.finditer(text[:_MAX]))]
    for match in _DASH.finditer(text, 1, _MAX):
        head = text[: match.start()]
        inside = any(start < match.start() < end for start, end in whole)
        if inside or _is_of_text(head, match[0], text[match.end() :], printed=bool(domains)):
            continue
        if not _rest_begins(text, match.end()) or len(head.split()) > 9:
            return None
        if found := _take_apart(head, match.end(), named, marked=match[0].lstrip().startswith(",")):
            return _with_part_behind(found, text)
        if not head.isupper() and head[-1:].islower() and not match[0].strip(" -–—"):
            continue
    return _glued(text, named)


def _behind_prefix(prefix: re.Match[str], text: str, named: frozenset[str]) -> Dateline:
    """Read `` date 2024-05-07 WATAMPONE …``: an extractor's date in front of the lead."""
    start = prefix.end()
    mentions = find_mentions(prefix[0].strip())
    again = DATE_PREFIX.match(text, start)
    rest = (None if again else read_dateline(text[start:], named)) or Dateline(0)
    moved = {
        name: replace(part, start=part.start + start, end=part.end + start)
        for name in ("place", "outlet", "domain", "section")
        if (part := getattr(rest, name))
    }
    return replace(rest, end=rest.end + start, date=mentions[0] if mentions else rest.date, **moved)


def _with_part_behind(found: Dateline, text: str) -> Dateline:
    """Take in what stands between the first dash and the text.

    A place behind an outlet (``KONTAN.CO.ID - JAKARTA. Perusahaan …``), or an outlet behind a place
    (``Kota Batu – Kabar Among Tani – Tokohnya …``).
    """
    behind = _OUTLET_BEHIND.match(text, found.end) if found.place and not found.outlet and not found.domain else None
    if behind and (domain_in(behind[1]) or find_outlet(behind[1]) or any_of("media_words").search(behind[1])):
        return replace(found, end=behind.end(), outlet=Part(behind[1], behind.start(1), behind.end(1)))
    listed_there = _DOMAIN_BEHIND.match(text, found.end) if found.place and not found.domain else None
    if listed_there and (host := domain_in(listed_there[1])):
        return replace(found, end=listed_there.end(), domain=Part(host, listed_there.start(1), listed_there.end(1)))
    match = _PLACE_BEHIND.match(text, found.end)
    if found.place or not match or not is_place(match[1]):
        return found
    return replace(found, end=match.end(), place=Part(match[1], match.start(1), match.end(1)))


def _is_of_text(head: str, dash: str, rest: str, *, printed: bool) -> bool:
    """Tell a dash or colon of the sentence from one that ends a dateline; ``printed``: a domain is near."""
    if dash.strip() == ":":
        return not (printed or _SHOUTED_PLACE.match(head) or is_place(head) or _place_beside_medium(head))
    if dash == "-" and head[-1:].isalpha() and (rest[:1].islower() or not _may_end_glued(head)):
        return True
    return _is_route(head, dash, rest)


def _place_beside_medium(head: str) -> bool:
    """Tell «Tarakan, Benuanta Post» and an outlet that has a file."""
    parts = [part.strip() for part in head.split(",")]
    several = len(parts) == 2 and any(map(is_place, parts)) and any(map(names_medium, parts))
    several = several or (len(parts) == 2 and is_place(parts[0]) and _is_unknown(parts[1]))
    return several or find_outlet(parts[0]) is not None


def _is_unknown(text: str) -> bool:
    """Tell two or three capitalised words that are no place, behind one."""
    return 2 <= len(text.split()) <= 3 and bool(_NAMELIKE.fullmatch(text)) and not is_place(text)


def _may_end_glued(head: str) -> bool:
    """Tell what a dash without blanks may close from the first half of a name: ``Pondok Pesantren Al-Falah``."""
    placed = any(is_place(part.strip()) for part in head.split(","))
    return placed or head.isupper() or bool(find_domains(head)) or find_outlet(head) is not None


def _is_route(head: str, dash: str, rest: str) -> bool:
    """Tell «Solo–Wonogiri» from a dateline: a dash without blanks between two places in small letters."""
    return (
        dash.strip() == dash and not head.isupper() and is_place(head) and is_place(rest.split(" ", 1)[0].rstrip(",."))
    )


def _rest_begins(text: str, at: int) -> bool:
    rest = text[at : at + 3].lstrip("“\"‘'([ ")
    return not rest or rest[0].isupper() or rest[0].isdigit() or bool(_DOMAIN_BEHIND.match(text, at))


def _take_apart(head: str, end: int, named: frozenset[str], *, marked: bool = False) -> Dateline | None:
    """Tell the parts before the dash apart; None when they are no dateline. ``,-`` marks one by itself."""
    mention = next((found for found in find_mentions(head) if found.day and (found.year or found.bracketed)), None)
    pieces = _pieces(head if mention is None else head[: mention.start] + " " * len(mention.text) + head[mention.end :])
    if mention and mention.year:
        pieces.append(Part(mention.text, mention.start, mention.end))
    if not pieces or any(not (_could_stand(piece) or fold(piece.text) in named) for piece in pieces):
        return None
    found: dict[str, Any] = {}
    sure = marked or "(" in head or "|" in head
    unknown: list[Part] = []
    for piece in pieces:
        parts = _known_parts(piece, named)
        sure = sure or any(name != "date" for name in parts)
        for name, value in parts.items():
            found.setdefault(name, value)
        if not parts:
            unknown.append(piece)
    found |= _place_and_outlet(unknown, found, alone=len(pieces) == 1 and not marked and "(" not in head)
    place = found.get("place")
    if not found and len(unknown) == 1 and (names_medium(unknown[0].text) or _names_office(unknown[0].text)):
        return Dateline(end, outlet=unknown[0])
    if not sure and not (
        place and (is_place(place.text) or place.text.isupper() or found.get("date") or "outlet" in found)
    ):
        return None
    return Dateline(end, **found)


def _known_parts(piece: Part, named: frozenset[str]) -> dict[str, Any]:
    """Return what a piece is by itself: a domain, an outlet, paid text, a date or a rubric; empty for a place."""
    its_own = fold(piece.text) in named and not is_place(piece.text)
    outlet = find_outlet(piece.text) or (Outlet(name=piece.text) if its_own else None)
    name = {"outlet": Part(outlet.name, piece.start, piece.end)} if outlet and outlet.name else {}
    if host := domain_in(piece.text):
        return {"domain": Part(host, piece.start, piece.end)} | name
    if fold(piece.text) in listed("advertorial.dateline"):
        return {"paid": True}
    if name:
        return dict(name)
    if mentions := find_mentions(piece.text):
        return {"date": mentions[0] if mentions[0].year else None}
    first, _, rest = piece.text.partition(" ")
    if rest and fold(first) in named and is_place(rest) and not is_place(piece.text):
        middle = piece.start + len(first)
        return {"outlet": Part(first, piece.start, middle), "place": Part(rest, middle + 1, piece.end)}
    rubric = _rubric(piece, named)
    return {"outlet": rubric[0], "section": rubric[1]} if rubric else {}


def _place_and_outlet(unknown: list[Part], found: dict[str, Any], *, alone: bool) -> dict[str, Part]:
    """Tell a place from an outlet nobody described: the place first, unless only the second is one."""
    fitting = [piece for piece in unknown if _placelike(piece.text, alone=alone)]
    if len(fitting) > 1 and _region_behind(fitting[0].text, fitting[1].text):
        fitting = fitting[:1]
    place = next((piece for piece in fitting if is_place(piece.text)), fitting[0] if fitting else None)
    others = [
        piece for piece in unknown if piece is not place and not is_place(piece.text) and not is_weekday(piece.text)
    ]
    kept = {"place": place} if place else {}
    return kept | ({"outlet": others[0]} if place and others and "outlet" not in found else {})


def _region_behind(place: str, region: str) -> bool:
    """Tell «Mataram, NTB» from «KABAR LERENG, JAKARTA»: a province behind a place, or behind what names no medium."""
    named = any_of("media_words").search(place) or _GLUED_OUTLET.search(place.upper())
    return is_province(region) and (is_place(place) or not (named or is_seat(region)))


def _pieces(head: str) -> list[Part]:
    """Cut at commas, bars and brackets, offsets kept; empty brackets give nothing."""
    found, start = [], 0
    domains = [match.span() for match in (*find_domains(head), *_DOUBLED.finditer(head))]
    ends = {last for _, last in domains}
    for match in re.finditer(
        r"(?<!\d),|,(?!\d)|[|()]|(?<=\w)/(?=[A-Z])|(?<=[A-Z]{3})-(?=[A-Z]{3})|\s[-–—]+\s|\s(?=[A-Z])|$", head
    ):
        if match[0] == " " and match.start() not in ends:
            continue
        if any(first < match.start() < last for first, last in domains):
            continue
        text = head[start : match.start()]
        if text.strip():
            lead = len(text) - len(text.lstrip())
            found.append(Part(text.strip(" .:"), start + lead, start + len(text.rstrip())))
        start = match.end()
    return found


def _could_stand(piece: Part) -> bool:
    text = piece.text
    if not text or len(text.split()) > 5:
        return False
    return bool(_NAMELIKE.fullmatch(text) or domain_in(text) or find_mentions(text) or find_outlet(text))


def _rubric(piece: Part, named: frozenset[str]) -> tuple[Part, Part] | None:
    """Tell «MerahPutih Bisnis» apart: an outlet that the page names, then one of its sections."""
    first, _, rest = piece.text.partition(" ")
    if not rest or fold(rest) not in listed("sections") or not (fold(first) in named or find_outlet(first)):
        return None
    middle = piece.start + len(first)
    return Part(first, piece.start, middle), Part(rest, middle + 1, piece.end)


def _placelike(text: str, *, alone: bool) -> bool:
    if is_place(text):
        return True
    if any(character.isdigit() for character in text) or len(text.split()) > 4 or fold(text) in listed("sections"):
        return False
    return not alone or (text.isupper() and not names_medium(text))


def names_medium(text: str) -> bool:
    """Tell an outlet by a word such as News or Kini in its name."""
    if " " in text and fold(text.rpartition(" ")[2]) in listed("media_endings"):
        return True
    return bool(any_of("media_words").search(text.title()) or _GLUED_OUTLET.search(text) or _CAMEL.fullmatch(text))


def _names_office(text: str) -> bool:
    """Tell an office that prints its own news by how its name begins: ``Humas Polres Merauke``."""
    return " " in text and bool(any_of("institutions").match(text))


def _glued(text: str, named: frozenset[str]) -> Dateline | None:
    """Read «MALANG (wartadigital.id) Wakil …» and «DISWAYMALANG.COMEvent …», which have no dash."""
    if domain := re.match(r"[A-Za-z0-9]{3,}\.(?:COM|ID|NET|CO\.ID|com|id|net|co\.id)(?=[A-Z][a-z])", text):
        return _take_apart(domain[0], domain.end(), named)
    if (domain := re.match(r"([A-Z][\w.-]+\.[A-Z]{2,3}),\s+(?=[A-Z][a-z])", text)) and domain_in(domain[1]):
        return _take_apart(domain[1], domain.end(), named)
    if (place := re.match(r"([A-Z]{5,})(?=[A-Z][a-z])", text)) and is_place(place[1]):
        return Dateline(place.end(), Part(place[1], 0, place.end()))
    if (dated := _PLACE_AND_DAY.match(text)) and is_place(dated[1]) and find_mentions(dated[2]):
        return _take_apart(dated[0].rstrip(), dated.end(), named)
    if (place := _PLACE_AND_OPENER.match(text)) and is_place(place[1]) and place[2].lower() in listed("openers"):
        return Dateline(place.start(2), Part(place[1], 0, place.end(1)))
    if (bar := _BAR.match(text)) and (barred := _take_apart(bar[1], bar.end(), named)):
        return barred
    if place := re.match(r"([A-Z][A-Za-z ]{2,30})\.\s(?=[A-Z][a-z ])", text):
        return _take_apart(place[1], place.end(), named) if is_place(place[1]) else None
    match = re.match(r"([A-Z][\w'’ ]{2,30}?)\s*\(\s*([^()]{2,40}?)\s*\)[\s.:]*(?=[A-Z“\"])", text)
    if (
        match
        and len(match[1].split()) <= 3
        and (domain_in(match[2]) or find_outlet(match[2]) or fold(match[2]) in named)
        and (is_place(match[1]) or match[1].isupper())
    ):
        return _take_apart(text[: match.end()].rstrip(), match.end(), named)
    return None


def tidy_place(text: str) -> str:
    """Write a place as a record has it: ``KOTA MALANG`` → ``Kota Malang``."""
    if text.isupper() and len(text) > 3:
        return " ".join(word if re.fullmatch(r"D[KI]I?", word) else word.capitalize() for word in text.split())
    return text
