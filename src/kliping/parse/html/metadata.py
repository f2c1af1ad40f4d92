"""What a page says of its article beside the text: structured data, OpenGraph, meta tags, times, title, address.

Read as printed; what it means is for ``claims``. trafilatura's own reading of dates is not used: it looks at the clock.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from kliping.parse.html import jsonld
from kliping.text import squeeze

LONGEST = 400
"""Characters of a value; longer ones are no names, titles or dates."""
MOST_TIMES = 6
"""``<time>`` tags that are read: the article's own is among the first."""
_TAG = re.compile(r"<[^<>]{0,300}>")
_SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d{4,5}\)(\S{8,400})\s|Page saved with SingleFile\s+url:\s*(\S{8,400})"
)
_HEAD = 6000
"""Characters at a page's head, and at its end, where browsers note the address it was saved from."""

_PROPERTIES: Mapping[str, str] = {
    "headline": "title", "datePublished": "date", "dateModified": "updated", "articleSection": "section",
    "inLanguage": "lang", "url": "url", "mainEntityOfPage": "url", "author": "authors", "editor": "editors",
    "publisher": "outlet", "keywords": "tags",
}  # fmt: skip
_OPEN_GRAPH: Mapping[str, str] = {
    "og:title": "title", "og:site_name": "outlet", "og:url": "url", "og:locale": "lang",
    "article:published_time": "date", "article:modified_time": "updated", "og:updated_time": "updated",
    "article:author": "authors", "article:section": "section", "article:tag": "tags",
}  # fmt: skip
_META: Mapping[str, str] = {
    field_name: field
    for field, names in {
        "date": "date pubdate publishdate publish_date publish-date published_date publication_date dc.date "
        "dc.date.issued dcterms.created dcterms.date sailthru.date parsely-pub-date content_publisheddate "
        "article.published datepublished citation_publication_date originalpublicationdate",
        "updated": "lastmod last-modified dcterms.modified dc.date.modified datemodified article.updated",
        "authors": "author dc.creator dcterms.creator parsely-author sailthru.author content_author byl "
        "article.author citation_author",
        "editors": "editor content_editor",
        "section": "content_category parsely-section article.section",
        "tags": "keywords news_keywords content_tag parsely-tags sailthru.tags",
        "outlet": "application-name dc.publisher",
        "title": "twitter:title dc.title parsely-title",
    }.items()
    for field_name in names.split()
}


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of metadata as printed."""

    field: str
    """The record's field that it speaks of."""
    key: str
    """What the page calls it: ``datePublished``, ``og:title``."""
    value: str
    rule: str
    """The kind of metadata: a rule's name."""


def read(tree: Any, text: str) -> tuple[Found, ...]:
    """Return all metadata of a page, each value once for each of its keys, the most trusted kind first."""
    found = [
        *_structured(tree),
        *_named(tree, "property", _OPEN_GRAPH, "open-graph"),
        *_named(tree, "name", _OPEN_GRAPH, "open-graph"),
        *_named(tree, "name", _META, "meta-tag"),
        *_item_properties(tree),
        *_links(tree),
        *_times(tree),
        *_title(tree),
        *_language(tree),
        *_saved_from(text),
    ]
    tidied = (Found(one.field, one.key, _tidy(one.value), one.rule) for one in found)
    return tuple(dict.fromkeys(one for one in tidied if one.value and len(one.value) <= LONGEST))


def heading(tree: Any) -> str:
    """Return what the page calls its article, to tell the article from others in its data."""
    titles = [str(meta.get("content") or "") for meta in tree.iterfind(".//meta[@property='og:title']")]
    titles += [element.text_content() for element in tree.iterfind(".//title")]
    return next((squeeze(title) for title in titles if title.strip()), "")


def _tidy(value: str) -> str:
    return squeeze(_TAG.sub(" ", unescape(value)))


def _structured(tree: Any) -> Iterator[Found]:
    scripts = [
        str(script.text_content())
        for script in tree.iter("script")
        if "ld+json" in str(script.get("type") or "").lower()
    ]
    for name, value in jsonld.read(scripts, heading(tree)):
        yield Found(_PROPERTIES[name], name, value, "json-ld")


def _named(tree: Any, attribute: str, fields: Mapping[str, str], rule: str) -> Iterator[Found]:
    for meta in tree.iter("meta"):
        name = str(meta.get(attribute) or "").strip()
        if field := fields.get(name.lower()):
            yield Found(field, name, str(meta.get("content") or ""), rule)


def _item_properties(tree: Any) -> Iterator[Found]:
    """Read microdata that stands in attributes: ``<meta itemprop="datePublished" content="…">``."""
    for element in tree.iterfind(".//*[@itemprop]"):
        name = str(element.get("itemprop"))
        value = element.get("content") or element.get("datetime")
        if value and name in ("headline", "datePublished", "dateModified", "author"):
            yield Found(_PROPERTIES[name], f"itemprop {name}", str(value), "meta-tag")


def _links(tree: Any) -> Iterator[Found]:
    for link in tree.iter("link"):
        if str(link.get("rel") or "").lower().strip() == "canonical":
            yield Found("url", "canonical", str(link.get("href") or ""), "canonical-link")
    for link in tree.iterfind(".//a[@rel]"):
        if "author" in str(link.get("rel")).lower().split():
            yield Found("authors", "rel author", str(link.text_content()), "author-link")


def _times(tree: Any) -> Iterator[Found]:
    """Read ``<time datetime>``; one that is marked so tells of the update."""
    times = [time for time in tree.iter("time") if time.get("datetime")][:MOST_TIMES]
    for time in times:
        marks = f"{time.get('class') or ''} {time.get('itemprop') or ''}".lower()
        field = "updated" if "updated" in marks or "modified" in marks else "date"
        if field == "updated" and "publish" in marks:
            field = "date"
        yield Found(field, "time", str(time.get("datetime")), "time-tag")


def _title(tree: Any) -> Iterator[Found]:
    for title in list(tree.iterfind(".//head/title"))[:1]:
        yield Found("title", "title", str(title.text_content()), "title-tag")


def _language(tree: Any) -> Iterator[Found]:
    root = next(tree.iter("html"), None)
    if root is not None and root.get("lang"):
        yield Found("lang", "lang", str(root.get("lang")), "html-lang")


def _saved_from(text: str) -> Iterator[Found]:
    """Read the address that Chrome, Internet Explorer, SingleFile or an archive noted in the saved page."""
    for part in (text[:_HEAD], text[-_HEAD:]):
        if match := _SAVED_FROM.search(part):
            yield Found("url", "saved from", match[1] or match[2], "saved-from")
            return
