import json
import xml.etree.ElementTree as ET

from newsroom import archive, days, record, site, with_base

from kliping.site.pages.feeds import stamp, tag_uri
from kliping.site.render import render
from kliping.site.theme import Theme
from kliping.when import When

ATOM = "{http://www.w3.org/2005/Atom}"
THEME = Theme({}, {}, {})


def atom(pages: dict[str, object], path: str) -> ET.Element:
    return ET.fromstring(render(pages[path], THEME, "id"))  # type: ignore[arg-type]  # noqa: S314


def test_a_feed_holds_the_newest_first() -> None:
    root = atom(site(days(30), with_base()), "feed.xml")
    titles = [entry.findtext(f"{ATOM}title") for entry in root.findall(f"{ATOM}entry")]
    assert titles == [f"Berita nomor {n}" for n in range(30, 10, -1)]


def test_a_feed_of_a_topic_and_of_a_tag_hold_their_own() -> None:
    pages = site([record("A", "2016", tags=("kota",)), record("B", "2017", topics=("ekraf",))], with_base())
    assert [entry.findtext(f"{ATOM}title") for entry in atom(pages, "tags/kota.xml").findall(f"{ATOM}entry")] == ["A"]
    assert [entry.findtext(f"{ATOM}title") for entry in atom(pages, "topics/ekraf.xml").findall(f"{ATOM}entry")] == [
        "B"
    ]
    assert pages["tags/kota.html"].view.feeds[0].path == "tags/kota.xml"
    assert "topics/jejaring.xml" not in pages


def test_what_has_no_date_is_in_no_feed() -> None:
    pages = site([record("Tanpa", tags=("kota",)), record("Ada", "2016")], with_base())
    assert len(atom(pages, "feed.xml").findall(f"{ATOM}entry")) == 1
    assert "tags/kota.xml" not in pages
    assert pages["tags/kota.html"].view.feeds == ()


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
