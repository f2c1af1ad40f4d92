"""A saved page to a draft: one text made of its metadata, its visible lines and its article, with roles and claims."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from kliping.model import Role, Seed
from kliping.parse.claim import Claim, Place
from kliping.parse.draft import Draft, Refused
from kliping.parse.html import metadata
from kliping.parse.html.align import Made, align
from kliping.parse.html.article import Article, ExtraMissing, TooLarge, extract, load
from kliping.parse.html.claims import claim_metadata, tidy_title
from kliping.parse.html.decode import read_page
from kliping.parse.html.metadata import Found
from kliping.parse.html.roles import give_roles
from kliping.parse.html.visible import visible_lines
from kliping.parse.outlets import tidy_domain
from kliping.parse.problems import seed_problem
from kliping.parse.repairs import WORD_REPAIRS, repair
from kliping.parse.roles.headlines import HEADLINE_WORDS
from kliping.parse.sheet import Label, Sheet
from kliping.parse.sitenames import SITE_TAIL
from kliping.text import fold

ROLES: Mapping[str, Role] = {
    "title": Role.HEADLINE, "date": Role.DATE, "updated": Role.DATE, "authors": Role.BYLINE, "editors": Role.BYLINE,
    "section": Role.SECTION, "outlet": Role.OUTLET, "url": Role.OUTLET, "tags": Role.TAGS, "lang": Role.MARK,
}  # fmt: skip
"""Roles of the lines that hold metadata, by field."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What is taken from a page before our rules look at it."""

    found: tuple[Found, ...]
    lines: tuple[Made, ...]
    headings: frozenset[str]


def read_html(seed: Seed) -> Draft | Refused:
    """Read a saved page; never raises whatever the bytes are."""
    decoded = read_page(seed.data)
    if isinstance(decoded, str):
        return Refused((seed_problem(seed, decoded),))
    text, decode_notes = decoded
    if not text.strip():
        return Refused((seed_problem(seed, "empty-seed"),))
    try:
        page = _taken(text)
    except ExtraMissing:
        return Refused((seed_problem(seed, "html-extra"),))
    except TooLarge:
        return Refused((seed_problem(seed, "large-page"),))
    except Exception:  # libxml2 and trafilatura fail on some hostile pages in ways of their own
        return Refused((seed_problem(seed, "unreadable-page"),))
    layout = tuple(_laid_out(page))
    lines, repairs = repair("\n".join(text for text, _ in layout), WORD_REPAIRS)
    sheet = Sheet(lines, head=_head(page.found), wrapped=False)
    found = tuple(_mended(one, line) for one, line in zip(page.found, lines, strict=False))
    names = _site_names(found, {block.folded for block in sheet.blocks if block.length <= HEADLINE_WORDS[1]})
    _give_roles(sheet, [line for _, line in layout], page.headings, _title(found, names))
    return Draft(sheet, decode_notes + repairs, tuple(_claims(sheet, found, names)))


def _taken(text: str) -> _Page:
    tree = load(text)
    if tree is None:
        return _Page((), (), frozenset())
    found, seen = metadata.read(tree, text), visible_lines(tree)
    article: Article = extract(tree)
    return _Page(found, align(seen, article.paragraphs), article.headings)


def _laid_out(page: _Page) -> Iterator[tuple[str, Made | None]]:
    """Yield the lines of the text: metadata, a blank line, then the page with the article's paragraphs set apart."""
    yield from ((f"{one.key}: {one.value}", None) for one in page.found)
    yield "", None
    before = False
    for line in page.lines:
        if line.article or before:
            yield "", None
        yield line.text, line
        before = line.article


def _head(found: Sequence[Found]) -> tuple[Label, ...]:
    return tuple(Label(ROLES[one.field], one.rule) for one in found)


def _mended(one: Found, line: str) -> Found:
    """Return a piece of metadata as its repaired line has it."""
    return Found(one.field, one.key, line.partition(": ")[2], one.rule)


def _site_names(found: Sequence[Found], lines: Collection[str]) -> frozenset[str]:
    """Return what the site is called, folded: to be cut off titles, and never a person.

    What stands behind a headline in the page's title, where the page prints the headline without it, is such a name.
    """
    names = {fold(one.value) for one in found if one.field == "outlet"}
    for one in found:
        if one.field == "title" and (tail := SITE_TAIL.search(one.value)) and fold(one.value[: tail.start()]) in lines:
            names.add(fold(tail[1]))
        if one.field == "url" and "//" in one.value:
            names.add(fold(_host(one.value).split(".")[0]))
    return frozenset(name for name in names if name)


def _host(address: str) -> str:
    try:
        return tidy_domain(urlsplit(address).hostname or "")
    except ValueError:
        return ""


def _title(found: Sequence[Found], names: frozenset[str]) -> str:
    return next((tidy_title(one.value, names) for one in found if one.field == "title"), "")


def _give_roles(sheet: Sheet, made: Sequence[Made | None], headings: frozenset[str], title: str) -> None:
    """Match the blocks with the lines they were made from, and label them."""
    articles: dict[int, bool] = {}
    tags: dict[int, str] = {}
    for block in sheet.blocks:
        line = made[block.numbers[0] - 1]
        if line and line.article:
            articles[block.index] = line.text in headings
        if line and line.tag:
            tags[block.index] = line.tag
    give_roles(sheet, articles, tags, title)


def _claims(sheet: Sheet, found: tuple[Found, ...], names: frozenset[str]) -> Iterator[Claim]:
    places = tuple(
        Place(number, len(one.key) + 2, len(one.key) + 2 + len(one.value)) for number, one in enumerate(found, 1)
    )
    body = " ".join(block.text for block in sheet.body())
    yield from claim_metadata(found, places, names, body)
