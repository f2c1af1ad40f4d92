"""What a page's metadata says of each field, as claims beside those from its text."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from kliping.parse.claim import Claim, Place
from kliping.parse.html.metadata import Found
from kliping.parse.html.moments import moment_of
from kliping.parse.outlets import domain_in, find_outlet, name_from_domain, tidy_domain
from kliping.parse.roles.headlines import clean_headline
from kliping.parse.sitenames import names_site
from kliping.parse.vocabulary import any_of
from kliping.text import fold, stopwords, words
from kliping.when import When

SURE = {
    "json-ld": {
        "title": 0.95, "date": 0.96, "authors": 0.93, "section": 0.9, "tags": 0.85, "url": 0.9, "outlet": 0.93,
    },
    "open-graph": {
        "title": 0.93, "date": 0.95, "authors": 0.9, "section": 0.88, "tags": 0.85, "url": 0.95, "outlet": 0.96,
    },
    "meta-tag": {"title": 0.6, "date": 0.9, "authors": 0.85, "section": 0.8, "tags": 0.8, "outlet": 0.8},
    "time-tag": {"date": 0.91},
    "title-tag": {"title": 0.75},
    "author-link": {"authors": 0.75},
    "canonical-link": {"url": 0.97},
    "saved-from": {"url": 0.93},
    "html-lang": {"lang": 0.9},
}  # fmt: skip
"""How sure a kind of metadata is of a field; what is not named, ``OTHERWISE``. Each kind is typed once for a whole
site and so mostly right; a date of ``<time>`` may be another article's, and ``<title>`` has the site's name in it."""
OTHERWISE = 0.85
ZONED = 0.02
"""Surer is a moment that names its zone: no one types that by hand."""
MOST_TAGS = 15
"""Key words in one list; longer lists are for search engines."""
TAG_WORDS, NAME_WORDS = 5, 6
_SEPARATORS = re.compile(r"\s*[,;|]\s*|\s+(?:and|dan|&)\s+", re.I)
_BY = re.compile(r"^(?:by|oleh|penulis|reporter|editor|author)\s*:?\s+", re.I)
_PAGE_TAIL = re.compile(r"\s+-?\s*(?:halaman|page)\s+(?:all|\d+)$", re.I)
_NO_AUTHOR = frozenset(
    "admin administrator redaksi redaktur editor editorial staff team tim desk newsroom newsdesk webmaster "
    "superadmin reporter wartawan penulis author guest anonymous unknown contributor contributors kontributor user "
    "root humas".split()
)


def claim_metadata(
    found: tuple[Found, ...], places: tuple[Place, ...], names: frozenset[str], body: str
) -> Iterator[Claim]:
    """Claim from each piece; ``names`` are the site's own, folded, ``body`` tells the language."""
    base = next((one.value for one in found if one.field == "url" and _address(one.value, "")), "")
    tags: set[str] = set()
    for one, place in zip(found, places, strict=True):
        sure = SURE.get(one.rule, {}).get(one.field, OTHERWISE)
        match one.field:
            case "title":
                title = tidy_title(one.value, names)
                values = [title] if len(title.split()) >= 2 or one.rule != "title-tag" else []
            case "date" | "updated":
                moment = moment_of(one.value)
                sure += ZONED if moment and moment.offset is not None else 0
                yield from _dates(one, moment, sure, place)
                continue
            case "authors" | "editors":
                values = list(people(one.value, names))
            case "tags":
                values = [tag for tag in _tags(one.value) if not (fold(tag) in tags or names_site(tag, names))]
                tags |= {fold(tag) for tag in values}
            case "outlet":
                yield from _outlet(one, sure, place)
                continue
            case "url":
                yield from _url(one, base, sure, place)
                continue
            case "lang":
                values = _language(one.value, body)
            case _:
                values = [one.value] if len(one.value) <= 40 and "/" not in one.value else []
        yield from (Claim(one.field, value, round(sure, 2), one.rule, (place,)) for value in values if value)


def tidy_title(text: str, names: frozenset[str]) -> str:
    """Take the site's name off, before the headline or behind it, and the number of the page."""
    text = clean_headline(text, names)
    text = clean_headline(_PAGE_TAIL.sub("", text), names)
    before, dash, behind = text.partition(" - ")
    if not dash:
        before, dash, behind = text.partition(" | ")
    site = bool(dash) and (names_site(before, names) or find_outlet(before) or domain_in(before))
    return behind.strip() if site and len(behind.split()) >= 3 else text


def _dates(one: Found, moment: When | None, sure: float, place: Place) -> Iterator[Claim]:
    if moment is None:
        return
    if one.field == "updated":
        yield Claim("updated", moment, 0.9, one.rule, (place,))
        yield Claim("date", moment, 0.56, "date-updated", (place,))
    else:
        yield Claim("date", moment, round(sure, 2), one.rule, (place,))


def people(text: str, names: frozenset[str]) -> Iterator[str]:
    """Yield the names of people in a text; sites, desks, addresses and jobs are none."""
    for piece in _SEPARATORS.split(_BY.sub("", text)):
        name = _BY.sub("", piece).strip(" -–—.·")
        parts = fold(name).split()
        if not 1 <= len(parts) <= NAME_WORDS or any(mark in name for mark in "@/<>{}[]=:") or name.isdigit():
            continue
        if domain_in(name) or find_outlet(name) or names_site(name, names) or set(parts) & _NO_AUTHOR:
            continue
        organised = any_of("media_words").search(name) and len(parts) > 1
        if not organised and any(map(str.isupper, name)):
            yield name


def _tags(text: str) -> list[str]:
    pieces = [piece.strip(" .#-") for piece in re.split(r"[,;|]", text)]
    fitting = [piece for piece in pieces if 2 < len(piece) <= 40 and len(piece.split()) <= TAG_WORDS]
    return fitting if len(pieces) <= MOST_TAGS else []


def _outlet(one: Found, sure: float, place: Place) -> Iterator[Claim]:
    known, domain = find_outlet(one.value), domain_in(one.value)
    name = known.name if known and known.name else name_from_domain(one.value) if domain else one.value
    if domain:
        yield Claim("domain", tidy_domain(known.domain if known and known.domain else domain), sure, one.rule, (place,))
    if name and len(name.split()) <= NAME_WORDS:
        yield Claim("outlet", name, sure, one.rule, (place,))


def _address(text: str, base: str) -> str:
    """Return a whole web address; empty for anything else, such as what a program would run."""
    try:
        address = urljoin(base, text)
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    plain = re.fullmatch(r"https?://[^\s\"'<>\\^`{|}]+", address)
    return address if plain and parts.scheme in ("http", "https") and "." in host else ""


def _url(one: Found, base: str, sure: float, place: Place) -> Iterator[Claim]:
    address = _address(one.value, base)
    if not address:
        return
    domain = tidy_domain(urlsplit(address).hostname or "")
    if urlsplit(address).path.strip("/") or urlsplit(address).query:
        yield Claim("url", address, sure, one.rule, (place,))
    yield Claim("domain", domain, sure, one.rule, (place,))
    if (known := find_outlet(domain)) and known.name:
        yield Claim("outlet", known.name, round(sure - 0.05, 2), one.rule, (place,))


_ENGLISH = frozenset("the of and to in that is for was with on as at by from it has have are be".split())


def _language(declared: str, body: str) -> list[str]:
    """Return the declared language's code, unless it is one of two that the text's small words contradict."""
    code = declared.replace("_", "-").split("-")[0].strip().lower()
    if not re.fullmatch(r"[a-z]{2,3}", code):
        return []
    found = [word.lower() for word in words(body[:20000])]
    english = sum(word in _ENGLISH for word in found)
    indonesian = sum(word in stopwords() and word not in _ENGLISH for word in found)
    contradicted = (code == "en" and indonesian > english) or (code == "id" and english > indonesian)
    return [] if contradicted or code == "und" else [code]
