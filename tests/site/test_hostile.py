"""Texts that try to be more than text."""

import json
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
from newsroom import record, with_base

from kliping.model import Event, Provenance
from kliping.site.catalogue import catalogue
from kliping.site.compose import compose
from kliping.site.hygiene import ILLEGAL
from kliping.site.plan import plan
from kliping.site.render import render
from kliping.site.theme import load_theme
from kliping.when import When

ATOM = "{http://www.w3.org/2005/Atom}"
TITLES = (
    "<script>alert(1)</script>",
    "]]> --> </title></script><img src=x onerror=alert(1)>",
    "Kontrol \x00\x01\x1f\x7f\x85\ufffe di sini",
    "\u202eterbalik\u202c \u2067kanan\u2069",
    "panjang " * 40,
    "🏛️ Kota 👩‍👩‍👧 kreatif 🇮🇩",
    "\"Petik\" 'tunggal' “ganda” `miring`",
    "{{ 7 * 7 }} {% raw %} ${7*7} %s {n}",
    "a\nb\r\nc\td\u2028e",
    "مدينة مالانج الإبداعية",
    "& &amp; &lt; &#x3c;script&#x3e;",
    '=HYPERLINK("http://x")',
    "\ud800 tunggal",
)


class Page(HTMLParser):
    """Elements and attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] == "script" and data.strip():
            self.scripts.append(data)


def _three(number: int) -> tuple[str, ...]:
    """Return the title and those before it, so that each name has the articles that a feed needs."""
    return tuple(TITLES[number - back] for back in range(3))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    settings = with_base()
    found = [
        compose(
            record(
                title,
                f"2016-03-{number + 1:02d}",
                f"{title}\n\n“{title} adalah kutipan yang panjang dan bagus,” kata {title}.",
                outlet=title,
                domain='x"><script>',
                url="javascript:alert(1)",
                place=title,
                section=title,
                authors=(title,),
                tags=(*_three(number), "sama"),
                people=_three(number),
                captions=(title,),
                summary=title,
                lang='"><x',
                topics=("ekraf",),
                events=(Event(When(2016, 3, 1), When(2016, 3, 2), title),),
                provenance={"body": Provenance("paragraphs", 1, 0.9, note=title)},
            ),
            f"records/{number}.md",
            None,
            settings,
        )
        for number, title in enumerate(TITLES)
    ]
    theme = load_theme(None)
    pages = plan(catalogue(found, settings), settings, theme).pages
    return {page.path: render(page, theme, "id") for page in pages}


def test_no_text_becomes_an_element(files: dict[str, bytes]) -> None:
    pages = {path: Page(data.decode()) for path, data in files.items() if path.endswith(".html")}
    assert len(pages) > 60
    for path, page in pages.items():
        for tag, attributes in page.elements:
            assert not [name for name in attributes if name.startswith("on")], path
            assert not (attributes.get("href") or "").startswith("javascript:"), path
            assert "style" not in attributes, path
            if tag == "script":
                assert attributes.get("src") or attributes.get("type") == "application/ld+json", path
            assert tag not in ("img", "iframe", "x", "style"), path


def test_no_page_holds_a_character_that_html_forbids(files: dict[str, bytes]) -> None:
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    assert [path for path, text in pages.items() if ILLEGAL.search(text)] == []


def test_data_in_script_elements_is_json(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith(".html"):
            for script in Page(data.decode()).scripts:
                assert json.loads(script)["@context"] == "https://schema.org"


def test_feeds_parse_and_keep_their_rules(files: dict[str, bytes]) -> None:
    feeds = [path for path in files if path.endswith(".xml") and path.startswith(("feed", "topics", "tags", "people"))]
    assert len(feeds) > 20
    for path in feeds:
        root = ET.fromstring(files[path])  # noqa: S314 - our own
        entries = root.findall(f"{ATOM}entry")
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(set(ids)) == len(ids) > 0
        assert all(name and name.startswith("tag:kliping.example,2026:article/") for name in ids)
        dates = [entry.findtext(f"{ATOM}published") or "" for entry in entries]
        assert dates == sorted(dates, reverse=True)
        assert root.findtext(f"{ATOM}updated")
        for link in root.iter(f"{ATOM}link"):
            assert link.get("href", "").startswith("https://kliping.example/arsip/")


def test_other_xml_parses(files: dict[str, bytes]) -> None:
    for path in ("sitemap.xml", "opensearch.xml"):
        ET.fromstring(files[path])  # noqa: S314 - our own


def test_json_parses(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith(".json"):
            json.loads(data)


def test_paths_are_plain(files: dict[str, bytes]) -> None:
    for path in files:
        assert set(path) <= set("abcdefghijklmnopqrstuvwxyz0123456789./-_"), path


def test_no_cell_of_the_table_is_a_formula(files: dict[str, bytes]) -> None:
    table = files["data/articles.csv"].decode("utf-8-sig")
    assert "'=HYPERLINK" in table
    assert ",=HYPERLINK" not in table
