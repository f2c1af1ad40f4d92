"""The sitemap: every page that search engines should know, with the date of its newest article."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from kliping.site.desk import Desk
from kliping.site.page import Page
from kliping.site.views.parts import View

MOST = 50_000
"""Addresses that one file may hold (sitemaps.org)."""
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def pages(desk: Desk, site: Iterable[Page], most: int = MOST) -> Iterator[Page]:
    """Yield the sitemap of the pages; in parts under an index where they are many."""
    if not desk.settings.base_url:
        return
    newest = _day(desk.newest(range(len(desk.catalogue.articles))))
    entries = sorted(
        (page.view.canonical, _day(page.view.modified) or newest)
        for page in site
        if isinstance(page.view, View) and page.view.indexable and page.view.canonical
    )
    if len(entries) <= most:
        yield Page("sitemap.xml", "raw", _urls(entries), "sitemap")
        return
    parts = [entries[start : start + most] for start in range(0, len(entries), most)]
    rows = [
        (desk.address(f"sitemap-{number}.xml"), max(day for _, day in part)) for number, part in enumerate(parts, 1)
    ]
    yield Page("sitemap.xml", "raw", _document("sitemapindex", "sitemap", rows), "sitemap")
    for number, part in enumerate(parts, 1):
        yield Page(f"sitemap-{number}.xml", "raw", _urls(part), "sitemap")


def _day(iso: str) -> str:
    """Return the date without a time of day, whose zone may be unknown."""
    return iso.partition("T")[0]


def _urls(entries: list[tuple[str, str]]) -> str:
    return _document("urlset", "url", entries)


def _document(root: str, entry: str, rows: list[tuple[str, str]]) -> str:
    lines = (
        f"  <{entry}><loc>{escape(address)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</{entry}>\n"
        for address, day in rows
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} {_NAMESPACE}>\n{"".join(lines)}</{root}>\n'
