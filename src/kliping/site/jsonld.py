"""What machines read: schema.org in JSON-LD, safe inside a script element."""

import json
from collections.abc import Sequence
from typing import Any

from kliping.config import Settings
from kliping.model import Article
from kliping.site.cards import language_of
from kliping.site.markdown import safe_address
from kliping.when import Precision, When

LONGEST_HEADLINE = 110
"""Google's limit for ``headline``."""
PERSON, BODY, REGION, TOPIC = "Person", "Organization", "AdministrativeArea", "Thing"
LIST, ABOUT, SEARCH, PLAIN = "CollectionPage", "AboutPage", "SearchResultsPage", "WebPage"
"""Kinds of pages."""
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}

Graph = dict[str, Any]


def script(*graphs: Graph) -> str:
    """Return the graphs as JSON that no HTML parser can take for markup."""
    whole = {"@context": "https://schema.org", "@graph": list(graphs)}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return text


def news_article(
    article: Article,
    address: str,
    outlet: str,
    domain: str,
    settings: Settings,
    *,
    description: str,
    about: Sequence[Graph] = (),
    mentions: Sequence[Graph] = (),
    image: str = "",
) -> Graph:
    """Return the article; its author is its outlet where the text prints only initials or nothing.

    ``about`` are its topics, ``mentions`` the people, organisations and places that it names.
    """
    record = article.record
    publisher = outlet_of(outlet, domain) if outlet else _archive(settings)
    graph: Graph = {
        "@type": "NewsArticle",
        "headline": headline(record.title),
        "description": description,
        "inLanguage": language_of(record),
        "author": [{"@type": "Person", "name": name} for name in names(record.authors)] or publisher,
        "publisher": publisher,
        "mainEntityOfPage": address,
        "url": address,
        "isPartOf": {"@type": "WebSite", "name": settings.title, "url": settings.base_url},
        "wordCount": article.words,
    }
    if record.date:
        graph["datePublished"] = date(record.date)
    if record.updated:
        graph["dateModified"] = date(record.updated)
    if record.section:
        graph["articleSection"] = record.section
    if record.tags:
        graph["keywords"] = list(record.tags)
    if about:
        graph["about"] = list(about)
    if mentions:
        graph["mentions"] = list(mentions)
    if record.place:
        graph["locationCreated"] = {"@type": "Place", "name": record.place}
    if safe_address(record.url):
        graph["isBasedOn"] = record.url
    if image:
        graph["image"] = image
    return graph


def breadcrumbs(trail: list[tuple[str, str]]) -> Graph:
    """Return the way from the home page to the page itself: names and absolute addresses."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(trail, 1)
        ],
    }


def page(
    address: str, title: str, description: str, settings: Settings, kind: str = LIST, about: Graph | None = None
) -> Graph:
    """Return a page of that kind; ``about`` is what the articles that it lists tell of."""
    return {
        "@type": kind,
        "name": title,
        "description": description,
        "url": address,
        "inLanguage": settings.language,
        "isPartOf": {"@type": "WebSite", "name": settings.title, "url": settings.base_url},
        **({"about": about} if about else {}),
    }


def thing(kind: str, name: str, address: str = "", *, aliases: Sequence[str] = ()) -> Graph:
    """Return a person, organisation, place or topic with the address of its page here; schema.org names the kind."""
    graph: Graph = {"@type": kind, "name": name}
    if address:
        graph["url"] = address
    if aliases:
        graph["alternateName"] = list(aliases)
    return graph


def outlet_of(name: str, domain: str) -> Graph:
    """Return who printed, with the address of the outlet's own website where its domain is known."""
    return thing("NewsMediaOrganization", name, f"https://{domain}/" if domain else "")


def website(settings: Settings) -> Graph:
    """Return the site itself, for its front page."""
    graph: Graph = {
        "@type": "WebSite",
        "name": settings.title,
        "url": settings.base_url,
        "inLanguage": settings.language,
        "publisher": _archive(settings),
    }
    if settings.description:
        graph["description"] = settings.description
    return graph


def headline(title: str) -> str:
    """Return the title, cut at a word where it is longer than a headline may be."""
    if len(title) <= LONGEST_HEADLINE:
        return title
    head = title[: LONGEST_HEADLINE - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:–-") + "…"


def date(when: When) -> str:
    """Return the date as precise as it is; a time of day without its zone says nothing and is left out."""
    known = when.precision is not Precision.MINUTE or when.offset is not None
    return (when if known else when.on_day()).iso()


def names(authors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the authors that are names; ``cah`` and ``yon`` are initials of a desk."""
    return tuple(name for name in authors if " " in name or (len(name) > 4 and name[:1].isupper()))


def _archive(settings: Settings) -> Graph:
    return {"@type": "Organization", "name": settings.title, "url": settings.base_url}
