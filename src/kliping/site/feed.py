"""A feed as a value, and its two forms."""

import json
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr


@dataclass(frozen=True, slots=True)
class Entry:
    """One article in a feed; addresses are absolute, times RFC 3339."""

    id: str
    title: str
    address: str
    original: str
    """Of the article as it was printed; empty when unknown."""
    published: str
    updated: str
    updated_utc: str
    author: str
    summary: str
    html: str
    language: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewsFeed:
    """A feed, newest first."""

    id: str
    title: str
    subtitle: str
    updated: str
    address: str
    """Of the feed itself."""
    page: str
    """Of the page that lists the same articles."""
    author: str
    language: str
    generator: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class AtomView:
    """The feed in Atom."""

    feed: NewsFeed

    def text(self) -> str:
        """Return the document; well-formed, since all its texts are without characters that XML forbids."""
        feed = self.feed
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(feed.language)}>\n'
            f"  <id>{escape(feed.id)}</id>\n"
            f"  <title>{escape(feed.title)}</title>\n"
            f"  <subtitle>{escape(feed.subtitle)}</subtitle>\n"
            f"  <updated>{feed.updated}</updated>\n"
            f"  <author><name>{escape(feed.author)}</name></author>\n"
            f'  <link rel="self" type="application/atom+xml" href={quoteattr(feed.address)}/>\n'
            f'  <link rel="alternate" type="text/html" href={quoteattr(feed.page)}/>\n'
            f"  <generator>{escape(feed.generator)}</generator>\n"
            f"{''.join(map(_atom_entry, feed.entries))}"
            "</feed>\n"
        )


@dataclass(frozen=True, slots=True)
class JsonFeedView:
    """The feed in JSON Feed 1.1."""

    feed: NewsFeed

    def text(self) -> str:
        """Return the document."""
        feed = self.feed
        document = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "description": feed.subtitle,
            "home_page_url": feed.page,
            "feed_url": feed.address,
            "language": feed.language,
            "authors": [{"name": feed.author}],
            "items": [_item(entry) for entry in feed.entries],
        }
        return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _atom_entry(entry: Entry) -> str:
    author = f"    <author><name>{escape(entry.author)}</name></author>\n" if entry.author else ""
    categories = "".join(f"    <category term={quoteattr(name)}/>\n" for name in dict.fromkeys(entry.categories))
    language = f" xml:lang={quoteattr(entry.language)}" if entry.language else ""
    summary = f"    <summary>{escape(entry.summary)}</summary>\n" if entry.summary else ""
    content = f'    <content type="html">{escape(entry.html)}</content>\n' if entry.html else ""
    if not (summary or content):
        summary = f"    <summary>{escape(entry.title)}</summary>\n"
    via = f'    <link rel="via" href={quoteattr(entry.original)}/>\n' if entry.original else ""
    return (
        f"  <entry{language}>\n"
        f"    <id>{escape(entry.id)}</id>\n"
        f"    <title>{escape(entry.title)}</title>\n"
        f'    <link rel="alternate" type="text/html" href={quoteattr(entry.address)}/>\n'
        f"{via}"
        f"    <published>{entry.published}</published>\n"
        f"    <updated>{entry.updated}</updated>\n"
        f"{author}{categories}{summary}{content}"
        "  </entry>\n"
    )


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {"id": entry.id, "url": entry.address, "title": entry.title}
    if entry.original:
        item["external_url"] = entry.original
    if entry.html:
        item["content_html"] = entry.html
    else:
        item["content_text"] = entry.summary or entry.title
    if entry.summary:
        item["summary"] = entry.summary
    item |= {"date_published": entry.published, "date_modified": entry.updated}
    if entry.author:
        item["authors"] = [{"name": entry.author}]
    if entry.categories:
        item["tags"] = list(dict.fromkeys(entry.categories))
    if entry.language:
        item["language"] = entry.language
    return item
