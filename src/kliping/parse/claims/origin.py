"""Place, outlet and domain: from the dateline, the date line, the page's foot, the headline's tail."""

import re
from collections.abc import Iterator

from kliping.model import Role
from kliping.parse.claim import Claim
from kliping.parse.dateline import names_medium, tidy_place
from kliping.parse.outlets import domain_in, find_domains, find_outlet, known_names, name_from_domain, tidy_domain
from kliping.parse.page import Page
from kliping.parse.recognise import recognised
from kliping.parse.sheet import Block
from kliping.parse.sitenames import SITE_TAIL, domain_labels, site_names
from kliping.parse.vocabulary import any_of, listed
from kliping.places import is_place
from kliping.text import fold

_RECEIVED = re.compile(
    r"(?:diterima|kepada|dikutip dari|dilansir|dihubungi|ditemui|redaksi|tim)\s+(?:oleh\s+|dari\s+|laman\s+)?$", re.I
)
_TOLD_TO = re.compile(r"\b(?:[Kk]epada|dihubungi|ditemui|[Rr]edaksi)\s+")
_NAME = re.compile(r"[A-Z][\w.]*\w(?: [A-Z][\w.]*\w){1,2}")
_CREDIT = re.compile(r"\b(?:[Ff]oto|FOTO|[Dd]ok)\s?[:./]\s?")
_BEHIND_NAME = re.compile(r"\s[-–|]\s*([A-Za-z]\w+(?: [A-Z]\w+)?)$")
_COPYRIGHT = re.compile(
    r"(?:(?:copyright|©|\(c\)|hak cipta)[\s©]*){1,2}(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)?\s*(?:by|oleh)?\s*"
    r"(?P<name>[\w.&' -]{2,40})",
    re.I,
)
_ORGANISATION_TAIL = re.compile(
    r"[-|,.]?\s?\b(?:all rights? reserved|hak cipta|dilindungi|media network|inc|ltd|pt\b|theme|powered|developed"
    r"|design|tema).*$",
    re.I,
)
_ADDRESS = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?:/\S*)?$", re.I)
_MAIL = re.compile(r"[\w.]+@((?:[\w-]+\.)+[a-z]{2,})", re.I)
SOCIAL = frozenset(
    "facebook twitter youtube instagram whatsapp telegram google tiktok wordpress blogspot gmail linkedin threads "
    "yahoo wa t x wix weebly medium".split()
)
"""Domains that stand on a page without having published it."""
TOP = 2
"""An address alone above the text, or among the first three lines, is the page's own."""
MAIL_WITHIN = 300
"""Characters of a line in which a mail address is looked for."""


def claim_origin(page: Page) -> Iterator[Claim]:
    """Claim who published and where the story was filed."""
    yield from _dateline(page)
    yield from _dateline_alone(page)
    yield from _date_line_place(page)
    for block in page.sheet.having(Role.DATE, Role.BYLINE):
        yield from _names_in(page, block, 0.93, "date-line")
    for block in page.sheet.having(Role.HEADLINE):
        tail = SITE_TAIL.search(block.text)
        if tail and fold(tail[1]) in site_names(page.sheet) and not (domain_in(tail[1]) or find_outlet(tail[1])):
            yield Claim(
                "outlet", tail[1].strip(), 0.85, "headline-tail", (page.place(block, tail.start(1), tail.end(1)),)
            )
        elif tail and (domain_in(tail[1]) or find_outlet(tail[1])):
            yield from _printed(page, block, tail[1].strip(), tail.start(1), 0.9, "headline-tail")
    for block in page.sheet.having(Role.FOOTER):
        yield from _footer(page, block)
    yield from _beside_name(page)
    yield from _received(page)
    yield from _credited(page)
    yield from _site_head(page)
    yield from _recognised(page)
    yield from _elsewhere(page)
    for block in page.sheet.having(Role.MENU, Role.NOISE, Role.FOOTER):
        if match := known_names().search(block.text[:MAIL_WITHIN]):
            yield Claim("outlet", match[0], 0.52, "on-page", (page.place(block, match.start(), match.end()),))


def _date_line_place(page: Page) -> Iterator[Claim]:
    """Claim the place in front of a date: «Kendari, 5 November 2018», «Name, The Jakarta Post, Wamena | Mon, …»."""
    for block in page.sheet.having(Role.DATE):
        if block.index > page.sheet.last or not block.mentions:
            continue
        head = block.text[: block.mentions[0].start].split("|")[0].rstrip(" ,")
        start = head.rfind(", ") + 2 if ", " in head else 0
        name = head[start:]
        if name and is_place(name) and (start == 0 or any_of("media_words").search(head[:start])):
            yield Claim("place", tidy_place(name), 0.85, "date-line", (page.place(block, start, start + len(name)),))


def _beside_name(page: Page) -> Iterator[Claim]:
    """Claim the outlet behind a writer's name: «Muchus Budihardjo - detikNews»."""
    for block in page.sheet.having(Role.BYLINE):
        label = page.sheet.labels[block.index]
        match = _BEHIND_NAME.search(block.text) if label and label.rule == "name-and-outlet" else None
        if match and not domain_in(match[1]) and not is_place(match[1]):
            yield Claim("outlet", match[1], 0.75, "name-and-outlet", (page.place(block, match.start(1), match.end(1)),))


def _received(page: Page) -> Iterator[Claim]:
    """Claim the outlet that the text says was told: «keterangan pers yang diterima merahputih.com»."""
    for block in page.sheet.having(Role.BODY):
        for match in block.domains:
            if _RECEIVED.search(block.text, max(0, match.start() - 40), match.start()):
                yield from _printed(page, block, match[1], match.start(1), 0.62, "received-by")
        for told in _TOLD_TO.finditer(block.text):
            if named := known_names().match(block.text, told.end()) or _medium_at(block.text, told.end()):
                yield Claim("outlet", named[0], 0.62, "received-by", (page.place(block, named.start(), named.end()),))


def _credited(page: Page) -> Iterator[Claim]:
    """Claim the outlet that a picture's credit names: ``Foto: Suara Intan/Fauzan``."""
    for block in page.sheet.having(Role.CAPTION):
        for credit in _CREDIT.finditer(block.text[-MAIL_WITHIN:]):
            at = max(0, len(block.text) - MAIL_WITHIN) + credit.end()
            if named := _medium_at(block.text, at):
                yield Claim("outlet", named[0], 0.55, "credit", (page.place(block, named.start(), named.end()),))


def _medium_at(text: str, at: int) -> re.Match[str] | None:
    """Match the name of a medium nobody described: two or three words, one of them such as News or Kini."""
    named = _NAME.match(text, at)
    return named if named and names_medium(named[0]) else None


def _recognised(page: Page) -> Iterator[Claim]:
    """Claim the outlet that a line gives away which makes no claim by itself."""
    found = recognised(page.sheet)
    claimed = (Role.DATE, Role.BYLINE, Role.HEADLINE, Role.FOOTER)
    silent = found is not None and (found.by == "mark" or page.sheet.role(found.block) not in claimed)
    if found and silent and found.by != "dateline" and found.outlet.name:
        yield Claim("outlet", found.outlet.name, 0.7, "outlet-recognised", (page.place(found.block),))


def _elsewhere(page: Page) -> Iterator[Claim]:
    """Claim from addresses at the page's top and its editors' mail; other domains only speak for what else is known."""
    own = recognised(page.sheet)
    for block in page.sheet.having(Role.CAPTION, Role.PROMO, Role.MENU, Role.NOISE):
        above = block.index < max(page.sheet.first, TOP + 1)
        address = _ADDRESS.match(block.text) if above and block.length <= 8 else None
        mail = _MAIL.search(block.text[:MAIL_WITHIN]) if block.index > page.sheet.last else None
        if address:
            yield from _printed(page, block, address[1], address.start(1), 0.8, "address-line")
        elif mail:
            yield from _printed(page, block, mail[1], mail.start(1), 0.55, "mail-address")
        else:
            for match in block.domains:
                its_own = own is not None and own.outlet.owns(tidy_domain(match[1]))
                alone = block.index > page.sheet.last and match[0] == block.text and len(domain_labels(page.sheet)) == 1
                sure = 0.8 if its_own else 0.6 if alone else 0.3
                yield from _printed(page, block, match[1], match.start(1), sure, "on-page")


def _site_head(page: Page) -> Iterator[Claim]:
    """Claim the site's name at the top: it makes up a domain on the page, recurs below, or speaks of news."""
    below = {block.folded for block in page.sheet.blocks[page.sheet.last + 1 :]}
    for block in page.sheet.blocks[: min(page.sheet.first, 4)]:
        if (
            page.sheet.role(block) is not Role.MENU
            or not 1 <= block.length <= 5
            or block.folded in listed("sections")
            or block.closed
        ):
            continue
        joined = block.folded.replace(" ", "")
        if joined in domain_labels(page.sheet) or find_outlet(block.text):
            yield Claim("outlet", block.text, 0.85, "site-head", (page.place(block),))
        elif (
            block.length >= 2
            and (block.folded in below or any_of("media_words").search(block.text))
            and block.index <= 1
        ):
            yield Claim("outlet", block.text, 0.6, "site-head", (page.place(block),))


def _dateline(page: Page) -> Iterator[Claim]:
    line, block = page.dateline, page.dateline_block
    if not line or not block:
        return
    if line.place:
        known = is_place(line.place.text)
        yield Claim(
            "place",
            tidy_place(line.place.text),
            0.95 if known else 0.88,
            "dateline",
            (page.place(block, line.place.start, line.place.end),),
        )
    if line.outlet:
        yield Claim(
            "outlet",
            line.outlet.text,
            0.95,
            "dateline",
            (page.place(block, line.outlet.start, line.outlet.end),),
        )
    if line.domain:
        place = page.place(block, line.domain.start, line.domain.end)
        yield Claim("domain", line.domain.text, 0.96, "dateline", (place,))
        if name := name_from_domain(block.text[line.domain.start : line.domain.end].replace(",", ".")):
            yield Claim("outlet", name, 0.9, "dateline", (place,))


def _dateline_alone(page: Page) -> Iterator[Claim]:
    for block in page.sheet.having(Role.OUTLET):
        for piece in re.finditer(r"[^,|–—-]+(?:-[^,|–—-]+)*", block.text):
            text = piece[0].strip()
            if domain_in(text) or find_outlet(text):
                yield from _printed(page, block, text, piece.start(), 0.93, "dateline-alone")
            elif is_place(text) or (piece.start() == 0 and len(text.split()) <= 3):
                yield Claim("place", tidy_place(text), 0.9, "dateline-alone", (page.place(block),))
            elif text:
                yield Claim("outlet", text, 0.8, "dateline-alone", (page.place(block),))


def _names_in(page: Page, block: Block, confidence: float, rule: str) -> Iterator[Claim]:
    for match in block.domains:
        yield from _printed(page, block, match[1], match.start(1), confidence, rule)
    for piece in re.finditer(r"[^|,–—/:-]{3,40}", block.text):
        text = piece[0].strip()
        if not domain_in(text) and find_outlet(text):
            yield from _printed(page, block, text, block.text.find(text), confidence, rule)


def _footer(page: Page, block: Block) -> Iterator[Claim]:
    match = _COPYRIGHT.search(block.text)
    named = match["name"].strip(" -.") if match else ""
    for domain in block.domains:
        yield from _printed(page, block, domain[1], domain.start(1), 0.88 if match else 0.5, "copyright")
    if match and named and not find_domains(named):
        known = find_outlet(named)
        if known and known.name:
            yield Claim(
                "outlet",
                known.name,
                0.86,
                "copyright",
                (page.place(block, match.start("name"), match.end("name")),),
            )
        elif (
            (name := re.sub(r"\s(?:19|20)\d\d$", "", _ORGANISATION_TAIL.sub("", named)).strip(" .-"))
            and len(name.split()) <= 4
            and name[0].isupper()
        ):
            yield Claim(
                "outlet",
                name,
                0.8,
                "copyright",
                (page.place(block, match.start("name"), match.start("name") + len(name)),),
            )


def _printed(page: Page, block: Block, printed: str, start: int, confidence: float, rule: str) -> Iterator[Claim]:
    """Claim an outlet by its printed name or domain."""
    place = page.place(block, start, start + len(printed))
    domain, known = domain_in(printed), find_outlet(printed)
    if domain and domain.split(".")[0] in SOCIAL:
        return
    if domain:
        yield Claim(
            "domain",
            tidy_domain(domain),
            confidence,
            rule,
            (place,),
        )
        if name := name_from_domain(printed):
            yield Claim("outlet", name, round(confidence - 0.02, 2), rule, (place,))
    elif known:
        yield Claim("outlet", known.name or printed, confidence, rule, (place,))
