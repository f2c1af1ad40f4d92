"""What tells programs where to look: robots.txt and the description of the search."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from kliping.site.desk import Desk
from kliping.site.page import Page

SHORT_NAME = 16
"""OpenSearch allows no longer short name."""


def pages(desk: Desk) -> Iterator[Page]:
    """Yield robots.txt, and with a base address the search's description."""
    lines = ["User-agent: *", "Allow: /"]
    if desk.settings.base_url:
        lines += ["", f"Sitemap: {desk.address('sitemap.xml')}"]
    yield Page("robots.txt", "raw", "\n".join(lines) + "\n", "robots")
    if desk.chrome.opensearch:
        yield Page(desk.chrome.opensearch, "raw", _opensearch(desk), "search")


def _opensearch(desk: Desk) -> str:
    title = desk.settings.title
    about = desk.settings.description or desk.words.say("about_search", site=title)
    template = quoteattr(f"{desk.address('search.html')}?q={{searchTerms}}")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"  <ShortName>{escape(short_name(title))}</ShortName>\n"
        f"  <Description>{escape(about[:1024])}</Description>\n"
        f"  <Language>{desk.language}</Language>\n"
        f'  <Url type="text/html" template={template}/>\n'
        "  <InputEncoding>UTF-8</InputEncoding>\n"
        "</OpenSearchDescription>\n"
    )


def short_name(title: str) -> str:
    """Return as many of the title's words as a short name may have; of one long word its beginning."""
    if len(title) <= SHORT_NAME:
        return title
    return title[: SHORT_NAME + 1].rpartition(" ")[0].rstrip(" ,;:–-") or title[:SHORT_NAME]
