import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from newsroom import archive, days, record, site, with_base

from kliping.site.desk import Desk
from kliping.site.pages import sitemap
from kliping.site.pages.feeds import stamp, tag_uri
from kliping.site.pages.robots import short_name
from kliping.site.plan import plan
from kliping.site.render import render
from kliping.site.theme import Theme, load_theme
from kliping.site.views.parts import View
from kliping.when import When

ATOM = "{http://www.w3.org/2005/Atom}"
THEME = Theme({}, {}, {})


def atom(pages: dict[str, object], path: str) -> ET.Element:
    return ET.fromstring(render(pages[path], THEME, "id"))  # type: ignore[arg-type]  # noqa: S314


def test_a_feed_holds_the_newest_first() -> None:
    assert titles(site(days(30), with_base()), "feed.xml") == [f"Berita nomor {n}" for n in range(30, 10, -1)]


def titles(pages: dict[str, object], path: str) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in atom(pages, path).findall(f"{ATOM}entry")]


def test_a_topic_tag_outlet_and_person_have_feeds_of_their_own() -> None:
    mine = [
        record(name, f"{year}", tags=("kota",), outlet="Warta Kota", people=("Siti Aminah",))
        for name, year in (("A", 2014), ("B", 2015), ("C", 2016))
    ]
    pages = site([*mine, record("D", "2017", topics=("ekraf",))], with_base())
    assert titles(pages, "topics/ekraf.xml") == ["D"]
    for path in ("tags/kota", "outlets/warta-kota", "people/siti-aminah"):
        assert titles(pages, f"{path}.xml") == ["C", "B", "A"]
        feed = json.loads(render(pages[f"{path}.json"], THEME, "id"))
        assert [item["title"] for item in feed["items"]] == ["C", "B", "A"]
        assert feed["feed_url"] == f"https://kliping.example/arsip/{path}.json"
        assert feed["home_page_url"] == f"https://kliping.example/arsip/{path}.html"
        assert [feed.path for feed in pages[f"{path}.html"].view.feeds] == [f"{path}.xml", f"{path}.json"]


def test_a_list_of_few_articles_has_no_feed() -> None:
    records = [record(name, "2016" if dated else "", tags=("kota",)) for name, dated in (("A", 1), ("B", 1), ("C", 0))]
    pages = site(records, with_base())
    assert not {"tags/kota.xml", "tags/kota.json", "topics/jejaring.xml"} & pages.keys()
    assert pages["tags/kota.html"].view.feeds == ()


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_pages_announce_is_what_is_there_and_the_pages_lead_to_it(language: str) -> None:
    records = [
        record(f"Berita {n}", f"2016-03-{n:02d}", tags=("kota",), outlet="Warta", people=("Siti Aminah",))
        for n in range(1, 30)
    ]
    theme = load_theme(None)
    pages = site(records, with_base(language), theme)
    written = {path for path in pages if path.partition("/")[0] in ("topics", "tags", "outlets", "people")}
    announced = {feed.path for page in pages.values() if isinstance(page.view, View) for feed in page.view.feeds}
    assert announced == {path for path in written if path.endswith((".xml", ".json"))} != set()
    for path in ("tags/kota", "outlets/warta", "people/siti-aminah"):
        html = render(pages[f"{path}.html"], theme, language).decode()
        for ending, kind in (("xml", "atom"), ("json", "feed")):
            kind = f"application/{kind}+{ending}"
            assert f'<link rel="alternate" type="{kind}" href="../{path}.{ending}"' in html
            assert f'<a href="../{path}.{ending}" type="{kind}">' in html


def test_features_switch_the_feeds_of_lists_off() -> None:
    records = [record(f"Berita {n}", f"201{n}", tags=("kota",)) for n in range(5)]
    pages = site(records, replace(with_base(), features=frozenset()))
    assert [path for path in pages if path.endswith((".xml", ".json"))] == ["feed.xml", "sitemap.xml"]


def test_an_entry_names_the_address_of_the_printed_article() -> None:
    records = [
        record("A", "2016", url="https://warta.example/a?b=1&c=2"),
        record("B", "2017", url="javascript:alert(1)"),
    ]
    pages = site(records, with_base())
    links = [link.get("href") for link in atom(pages, "feed.xml").iterfind(f"{ATOM}entry/{ATOM}link[@rel='via']")]
    assert links == ["https://warta.example/a?b=1&c=2"]
    items = json.loads(render(pages["feed.json"], THEME, "id"))["items"]
    assert [item.get("external_url") for item in items] == [None, "https://warta.example/a?b=1&c=2"]


def test_what_has_no_date_is_in_no_feed() -> None:
    pages = site([record("Tanpa", tags=("kota",)), record("Ada", "2016")], with_base())
    assert titles(pages, "feed.xml") == ["Ada"]


def test_an_empty_feed_is_a_feed() -> None:
    assert atom(site([], with_base()), "feed.xml").findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"


def test_dates_in_feeds_have_a_zone() -> None:
    assert stamp(When(2016, 3, 23), "Asia/Jakarta") == "2016-03-23T00:00:00+07:00"
    assert stamp(When(2016, 3), "Asia/Jayapura") == "2016-03-01T00:00:00+09:00"
    assert stamp(When.parse("2017-07-20T20:42:00+08:00"), "Asia/Jakarta") == "2017-07-20T20:42:00+08:00"
    assert stamp(When(2016), "Nowhere/At_All") == "2016-01-01T00:00:00+07:00"


def test_the_name_of_an_entry_stays_when_its_title_changes() -> None:
    settings = with_base()
    ids = [
        atom(site([record(title, "2016", seed="x y.txt")], settings), "feed.xml").findtext(f"{ATOM}entry/{ATOM}id")
        for title in "AB"
    ]
    assert ids == ["tag:kliping.example,2026:article/x%20y"] * 2
    assert tag_uri(settings, "article/ü") == "tag:kliping.example,2026:article/%C3%BC"


def test_the_json_feed_says_the_same() -> None:
    pages = site(days(3), with_base())
    feed = json.loads(render(pages["feed.json"], THEME, "id"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["title"] for item in feed["items"]] == ["Berita nomor 3", "Berita nomor 2", "Berita nomor 1"]
    assert feed["feed_url"] == "https://kliping.example/arsip/feed.json"


def test_the_sitemap_holds_every_page_with_the_date_of_its_newest_article() -> None:
    pages = site([record("A", "2016-03-23"), record("B", "2017-07-20T20:42:00+07:00"), record("C")], with_base())
    root = ET.fromstring(pages["sitemap.xml"].view)  # noqa: S314
    entries = {url[0].text: url[1].text for url in root}
    wanted = {
        page.view.canonical for page in pages.values() if page.renderer.endswith(".html") and page.path != "404.html"
    }
    assert entries.keys() == wanted
    assert entries["https://kliping.example/arsip/2016/03/23/a.html"] == "2016-03-23"
    assert entries["https://kliping.example/arsip/"] == "2017-07-20"
    assert all(entries.values())


def sitemaps(most: int) -> dict[str, list[tuple[str | None, str | None]]]:
    """Return the addresses and dates in each sitemap of a small site, split at that many."""
    settings = with_base()
    found = archive(days(5), settings)
    made = plan(found, settings, THEME).pages
    roots = {
        page.path: ET.fromstring(page.view)  # noqa: S314
        for page in sitemap.pages(Desk.open(found, settings, THEME), made, most)
    }
    assert {path: root.tag.rpartition("}")[2] for path, root in roots.items()} == {
        path: "sitemapindex" if path == "sitemap.xml" and len(roots) > 1 else "urlset" for path in roots
    }
    return {path: [(entry[0].text, entry[1].text) for entry in root] for path, root in roots.items()}


def test_a_large_sitemap_is_split_under_an_index() -> None:
    whole = sitemaps(50_000)["sitemap.xml"]
    parts = sitemaps(10)
    index = parts.pop("sitemap.xml")
    assert [part for part in parts.values() if len(part) > 10] == []
    assert [entry for part in parts.values() for entry in part] == whole
    assert index == [
        (f"https://kliping.example/arsip/{path}", max(date or "" for _, date in part)) for path, part in parts.items()
    ]


def test_a_sitemap_that_is_just_full_is_not_split() -> None:
    whole = sitemaps(50_000)["sitemap.xml"]
    assert list(sitemaps(len(whole))) == ["sitemap.xml"]
    assert list(sitemaps(len(whole) - 1)) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]


def test_browsers_are_told_of_the_search() -> None:
    pages = site(days(1), with_base("en"))
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    root = ET.fromstring(pages["opensearch.xml"].view)  # noqa: S314
    assert root.findtext(f"{space}ShortName") == "Kliping Kota"
    assert root.findtext(f"{space}Language") == "en"
    address = root.find(f"{space}Url")
    assert address is not None
    assert address.get("template") == "https://kliping.example/arsip/search.html?q={searchTerms}"
    assert pages["index.html"].view.site.opensearch == "opensearch.xml"


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Kliping", "Kliping"),
        ("Kota kreatif ini", "Kota kreatif ini"),
        ("Kota, kreatif – dunia", "Kota, kreatif"),
        ("x" * 20, "x" * 16),
    ],
)
def test_a_short_name_is_of_whole_words_where_it_can(title: str, short: str) -> None:
    assert short_name(title) == short


def test_the_timeline_is_what_timelinejs_reads() -> None:
    data = json.loads(render(site([record("A & B", "2016-03", outlet="MC")])["data/timeline.json"], THEME, "id"))
    assert data["events"][0]["start_date"] == {"year": 2016, "month": 3}
    assert data["events"][0]["text"]["headline"] == "A &amp; B"


def test_the_table_has_a_row_for_each_article() -> None:
    rows = (
        render(site([record("A", "2016-03-23", tags=("x", "y"))])["data/articles.csv"], THEME, "id")
        .decode("utf-8-sig")
        .splitlines()
    )
    assert rows[0].startswith("path,title,date,date_precision,outlet")
    assert rows[1].startswith("2016/03/23/a.html,A,2016-03-23,day,")
    assert "x; y" in rows[1]


def test_drafts_are_in_no_file() -> None:
    pages = site(
        [record("Sangatrahasia", "2016", tags=("Sangatrahasia",), draft=True), record("A", "2016")], with_base()
    )
    assert "angatrahasia" not in repr([(path, page.view) for path, page in pages.items()])
    assert archive([record("X", draft=True)]).articles == ()
