"""What a page's structured data (JSON-LD) says of its article, however broken the JSON."""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from kliping.text import fold

MOST = 2000
"""Nodes of a page's data that are looked at."""
_TYPES = re.compile(r"(?:\w*Article|\w*BlogPosting|Report|Review)$")
_PAGES = frozenset({"WebPage", "ItemPage"})
_ORGANISATIONS = re.compile(r"\w*Organi[sz]ation|WebSite|Corporation|Brand")
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$", re.S)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_LAST_RESORT = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\]|\\.){1,400})"')

Node = dict[str, Any]


def read(scripts: Iterable[str], headline: str) -> Iterator[tuple[str, str]]:
    """Yield (property, value) of the page's own article: of several, the one with the headline that the page has.

    Authors that are organisations are not yielded.
    """
    nodes: list[Node] = []
    broken: list[tuple[str, str]] = []
    for script in scripts:
        try:
            nodes += _nodes(_loaded(script))
        except (ValueError, RecursionError):
            broken += [(name, _text(value.replace("\\/", "/"))) for name, value in _LAST_RESORT.findall(script)]
    article = _article(nodes, headline)
    yield from _told(article, _by_id(nodes)) if article else dict(reversed(broken)).items()


def _loaded(script: str) -> Any:
    """Parse as JSON; line breaks inside texts, comments about it and commas too many are common."""
    bare = _WRAPPING.sub("", _WRAPPING.sub("", script)).strip()
    for text in (bare, _TRAILING_COMMA.sub("", bare), unescape(bare)):
        try:
            return json.loads(text, strict=False)
        except ValueError as error:
            fault = error
    raise fault


def _nodes(data: Any) -> list[Node]:
    """Return the objects with a type, in the order of the data."""
    found: list[Node] = []
    waiting = [data]
    for _ in range(MOST):
        if not waiting:
            break
        item = waiting.pop()
        if isinstance(item, dict):
            if "@type" in item or "@id" in item:
                found.append(item)
            waiting += reversed([value for value in item.values() if isinstance(value, (dict, list))])
        elif isinstance(item, list):
            waiting += reversed(item)
    return found


def _by_id(nodes: list[Node]) -> dict[str, Node]:
    return {str(node["@id"]): node for node in reversed(nodes) if "@id" in node and len(node) > 1}


def _article(nodes: list[Node], headline: str) -> Node | None:
    articles = [node for node in nodes if any(_TYPES.match(kind) for kind in _kinds(node))]
    wanted = fold(headline)
    for node in articles:
        said = fold(_text(node.get("headline") or node.get("name")))
        if said and (said in wanted or wanted in said) and wanted:
            return node
    dated = [node for node in articles if node.get("datePublished")]
    pages = [node for node in nodes if _PAGES & set(_kinds(node)) and node.get("datePublished")]
    return next(iter((*dated, *articles, *pages)), None)


def _kinds(node: Node) -> list[str]:
    kinds = node.get("@type", ())
    return [str(kind).rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _told(article: Node, known: dict[str, Node]) -> Iterator[tuple[str, str]]:
    page = bool(_PAGES & set(_kinds(article)))
    names = ("datePublished", "dateModified", "inLanguage") if page else (
        "headline", "datePublished", "dateModified", "articleSection", "inLanguage", "url"
    )  # fmt: skip
    for name in names:
        for value in _texts(article.get(name))[:1]:
            yield name, value
    if page:
        return
    for field in ("author", "editor", "publisher"):
        for who in _several(article.get(field)):
            entry = known.get(str(who.get("@id")), who) if isinstance(who, dict) else who
            if field != "publisher" and isinstance(entry, dict) and any(map(_ORGANISATIONS.match, _kinds(entry))):
                continue
            for name in _texts(entry):
                yield field, name
    for keyword in _texts(article.get("keywords")):
        yield "keywords", keyword
    for page_of in _several(article.get("mainEntityOfPage")):
        yield "mainEntityOfPage", _text(page_of.get("@id") if isinstance(page_of, dict) else page_of)


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _texts(value: Any) -> list[str]:
    return [text for item in _several(value) if (text := _text(item))]


def _text(value: Any) -> str:
    """Return a text, or an object's name."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if isinstance(value, list):
        value = value[0] if value else ""
    return unescape(value).strip() if isinstance(value, str) else ""
