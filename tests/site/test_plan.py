from dataclasses import replace

import pytest
from newsroom import BARE, SETTINGS, archive, days, kominfo, record, site, view, with_base

from kliping.config import Settings
from kliping.digest import digest
from kliping.errors import BuildError
from kliping.model import Event, Quote
from kliping.site.catalogue import catalogue
from kliping.site.compose import compose
from kliping.site.page import Page
from kliping.site.plan import plan
from kliping.site.theme import Theme
from kliping.when import When


def digests(pages: dict[str, Page]) -> dict[str, str]:
    return {path: digest(page.view) for path, page in pages.items()}


def test_an_empty_site_has_its_pages() -> None:
    pages = site([])
    home = view(pages, "index.html")
    assert (home.lead, home.rest, home.figures) == (None, (), "0 artikel, 0 media")
    assert {"about.html", "404.html", "archive/index.html", "timeline/index.html", "robots.txt"} <= pages.keys()


def test_five_articles_stand_on_the_front_page_newest_first() -> None:
    home = view(site(days(5)), "index.html")
    assert home.lead.title == "Berita nomor 5"
    assert [card.title for card in home.next] == [f"Berita nomor {n}" for n in (4, 3, 2, 1)]
    assert home.rest == ()
    assert home.figures == "5 artikel, Januari 2020, 0 media"


def test_a_paid_article_does_not_lead_while_there_is_another() -> None:
    records = [record("Berita", "2020-01-01"), record("Iklan", "2020-01-02", advertorial=True)]
    home = view(site(records), "index.html")
    assert home.lead.title == "Berita"
    assert home.next[0].advertorial
    assert view(site(records[1:]), "index.html").lead.title == "Iklan"


def test_an_undated_article_does_not_lead() -> None:
    home = view(site([record("Tanpa tanggal"), record("Lama", "1999")]), "index.html")
    assert home.lead.title == "Lama"


def test_lists_are_numbered_from_the_oldest() -> None:
    settings = replace(SETTINGS, paginate_by=3)
    pages = site(days(11), settings)
    assert [card.title for card in view(pages, "page/1.html").rest] == [f"Berita nomor {n}" for n in (3, 2, 1)]
    assert [card.title for card in view(pages, "page/2.html").rest] == [f"Berita nomor {n}" for n in (6, 5, 4)]
    assert "page/3.html" not in pages
    top = view(pages, "index.html")
    assert [top.lead.title, top.next[-1].title] == ["Berita nomor 11", "Berita nomor 7"]


def test_every_article_stands_once_in_a_list() -> None:
    settings = replace(SETTINGS, paginate_by=4)
    for count in range(14):
        pages = site(days(count), settings)
        lists = [page.view for path, page in pages.items() if path == "index.html" or path.startswith("page/")]
        titles = [card.title for found in lists for card in (*filter(None, [found.lead]), *found.next, *found.rest)]
        assert sorted(titles) == sorted(f"Berita nomor {n}" for n in range(1, count + 1))


def test_a_new_article_leaves_full_pages_as_they_are() -> None:
    settings = replace(with_base(), paginate_by=3)
    tagged = [replace(found, tags=("kota",), topics=("ekraf",), outlet="MC") for found in days(40)]
    for count in (12, 13, 14):
        before, after = digests(site(tagged[:count], settings)), digests(site(tagged[: count + 1], settings))
        changed = {path for path in before if path in after and before[path] != after[path]}
        numbered = {
            path for path in before if path.rpartition("/")[2].removesuffix(".html").isdigit() and "2020" not in path
        }
        assert len(numbered) >= 12
        newest_closed = {path for path in numbered if path.endswith(f"/{count // 3 - 1}.html")}
        assert not (changed & numbered) - newest_closed
        if (count + 1) % 3:
            assert not changed & numbered
        assert not {path for path in before if path not in after and not path.startswith("search/")}


def test_pagers_lead_to_every_page() -> None:
    settings = replace(SETTINGS, paginate_by=2)
    pages = site(days(50), settings)
    at, seen = "index.html", []
    while at:
        seen.append(at)
        at = view(pages, at).pager.older
    assert seen == ["index.html", *(f"page/{n}.html" for n in range(24, 0, -1))]
    while at := view(pages, seen[-1]).pager.newer:
        assert at == seen[-2]
        seen.pop()
    assert all(len(view(pages, path).pager.pages) <= 9 for path in pages if path.startswith("page/"))
    assert all(link.path in pages for link in view(pages, "page/7.html").pager.pages)


def test_the_digest_of_a_day_names_its_neighbours() -> None:
    pages = site([record("A", "2016-03-23"), record("B", "2016-03-25"), record("C", "2017-01")])
    day = view(pages, "2016/03/23/index.html")
    assert (day.kind, day.title, day.older) == ("day", "Rabu, 23 Maret 2016", None)
    assert day.newer.path == "2016/03/25/index.html"
    assert [crumb.path for crumb in day.crumbs] == [
        "index.html",
        "archive/index.html",
        "2016/index.html",
        "2016/03/index.html",
    ]
    assert view(pages, "2016/03/index.html").newer.path == "2017/01/index.html"
    assert len(view(pages, "2016/03/index.html").bars) == 31


def test_the_digest_of_a_month_is_grouped_by_topic_and_each_article_stands_once() -> None:
    month = view(site([
        record("A", "2016-03-01", topics=("jejaring", "ekraf")),
        record("B", "2016-03-02", topics=("jejaring",)),
        record("C", "2016-03-03"),
        record("D", "2016-03"),
    ]), "2016/03/index.html")  # fmt: skip
    assert [(group.heading.label, [card.title for card in group.cards]) for group in month.groups] == [
        ("Ekonomi kreatif & UMKM", ["A"]),
        ("Jejaring kota", ["B"]),
        ("Di luar topik", ["D", "C"]),
    ]
    assert month.figures == "4 artikel"


def test_the_digest_of_a_year_is_grouped_by_month() -> None:
    year = view(site([record("A", "2016-03-01"), record("B", "2016-05"), record("C", "2016")]), "2016/index.html")
    assert [group.heading.label for group in year.groups] == ["Maret 2016", "Mei 2016", "2016"]
    assert [bar.count for bar in year.bars] == [0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0]


def test_the_undated_have_a_page_of_their_own_and_no_neighbours() -> None:
    pages = site([record("Tanpa"), record("Ada", "2016-03-01")])
    assert view(pages, "undated/index.html").groups[0].cards[0].stamp is None
    article = view(pages, "undated/tanpa.html")
    assert (article.older, article.newer) == (None, None)
    assert view(pages, "2016/03/01/ada.html").older is None
    assert "undated/index.html" not in site([record("Ada", "2016-03-01")])


def test_neighbours_are_those_in_time() -> None:
    pages = site(days(3))
    middle = view(pages, "2020/01/02/berita-nomor-2.html")
    assert (middle.older.title, middle.newer.title) == ("Berita nomor 1", "Berita nomor 3")


def test_every_link_leads_to_a_page() -> None:
    made, reading = kominfo()
    found = [compose(made, "records/a.md", reading, with_base())]
    records = [
        record("A", "2018", tags=("C++", "C", "index"), people=("M Anton", "Index"), outlet="Index"),
        record("Ada", topics=("jejaring",), tags=("UMKM",)),
    ]
    found += [compose(each, f"records/{each.title}.md", None, with_base()) for each in records]
    pages = {page.path: page for page in plan(catalogue(found, with_base()), with_base(), BARE).pages}
    for page in pages.values():
        for path in links(page.view):
            target = path.partition("#")[0]
            assert not target or target.startswith("https://") or target in pages, (page.path, path)


def links(value: object) -> set[str]:
    """All paths in a view."""
    if isinstance(value, tuple):
        return {path for item in value for path in links(item)}
    names = getattr(type(value), "__dataclass_fields__", {})
    found = {path for name in names if name not in ("feed",) for path in links(getattr(value, name))}
    for name in ("path", "newest", "newer", "older"):
        path = getattr(value, name, "")
        if isinstance(path, str) and path:
            found.add(path)
    return found


def test_roots_lead_back_up() -> None:
    for path, page in site(days(3)).items():
        if path.endswith(".html") and path != "404.html":
            assert page.view.root == "../" * path.count("/")


def test_the_missing_page_begins_at_the_base_address() -> None:
    assert view(site([]), "404.html").root == ""
    assert view(site([], with_base()), "404.html").root == "/arsip/"
    assert not view(site([], with_base()), "404.html").indexable


def test_without_a_base_address_nothing_needs_one() -> None:
    pages = site(days(3))
    assert not {"feed.xml", "feed.json", "sitemap.xml", "opensearch.xml"} & pages.keys()
    home = view(pages, "index.html")
    assert (home.canonical, home.jsonld, home.site.feeds, home.site.opensearch) == ("", "", (), "")
    assert view(pages, "robots.txt") == "User-agent: *\nAllow: /\n"


def test_with_a_base_address_pages_know_their_own() -> None:
    pages = site(days(3), with_base())
    assert view(pages, "index.html").canonical == "https://kliping.example/arsip/"
    assert view(pages, "tags/index.html").canonical == "https://kliping.example/arsip/tags/"
    assert view(pages, "search.html").canonical == "https://kliping.example/arsip/search.html"
    assert "Sitemap: https://kliping.example/arsip/sitemap.xml" in view(pages, "robots.txt")


def test_the_base_is_all_that_a_base_address_adds_to_paths() -> None:
    plain = site(days(3))
    assert plain.keys() < site(days(3), with_base()).keys()


def test_titles_of_pages_differ() -> None:
    settings = replace(SETTINGS, paginate_by=2)
    pages = site([replace(found, tags=("kota",), outlet="MC") for found in days(9)], settings)
    titles = [page.view.title for page in pages.values() if page.renderer in ("home.html", "list.html", "digest.html")]
    assert len(set(titles)) == len(titles)
    assert "Kliping Kota Malang, halaman 1" in titles


def test_a_site_without_features_keeps_the_job_of_any_generator() -> None:
    made, reading = kominfo()
    settings = replace(with_base(), features=frozenset())
    article = compose(made, "records/a.md", reading, settings)
    pages = {page.path: page for page in plan(catalogue([article], settings), settings, BARE).pages}
    folders = {path.partition("/")[0] for path in pages if "/" in path}
    assert folders == {"2016", "archive", "tags", "topics", "outlets"}
    shown = view(pages, article.path)
    assert (shown.people, shown.quotes, shown.events, shown.source) == ((), (), (), None)
    assert "feed.xml" in pages
    assert "sitemap.xml" in pages
    assert not {"search.html", "feed.json"} & pages.keys()
    assert not [path for path in pages if path.startswith(("topics/", "tags/")) and path.endswith(".xml")]


def test_each_feature_can_be_switched_off_alone() -> None:
    made, reading = kominfo()
    for feature in SETTINGS.features:
        settings = replace(with_base(), features=SETTINGS.features - {feature})
        article = compose(made, "records/a.md", reading, settings)
        pages = {page.path: page for page in plan(catalogue([article], settings), settings, BARE).pages}
        for page in pages.values():
            for path in links(page.view):
                target = path.partition("#")[0]
                assert not target or target.startswith("https://") or target in pages, (feature, page.path, path)


def test_the_form_has_what_is_known() -> None:
    made, reading = kominfo()
    pages = plan(catalogue([compose(made, "records/a.md", reading, SETTINGS)], SETTINGS), SETTINGS, BARE).pages
    (article,) = [page.view for page in pages if page.renderer == "article.html"]
    form = {field.key: [link.label for link in field.links] for field in article.form}
    assert form == {
        "outlet": ["MC"],
        "date": ["Rabu, 23 Maret 2016"],
        "section": ["Berita"],
        "byline": ["cah", "yon"],
        "place": ["Blimbing"],
        "number": ["000"],
    }
    assert not article.card.stamp.printed
    assert [item.key for item in article.evidence] == ["title", "date", "place"]
    assert article.evidence[0].path == "sources/000-d29b311f62dba84d.html#L3"
    assert article.pull.speaker.path == "people/vicky-arief.html"
    assert article.summary == ""
    (source,) = [page.view for page in pages if page.renderer == "source.html"]
    assert source.counts == "4 baris dipakai, 1 baris dipotong"


def test_the_pulled_quotation_is_the_longest_that_fits() -> None:
    article = compose(record("A", "2016"), "a.md", None, SETTINGS)
    sizes = ((30, "Anton"), (100, "Anton"), (220, "Anton"), (221, "Anton"), (150, ""))
    quoted = replace(article, quotes=tuple(Quote("x" * size, speaker) for size, speaker in sizes))
    pages = plan(catalogue([quoted], SETTINGS), SETTINGS, BARE).pages
    (shown,) = [page.view for page in pages if page.renderer == "article.html"]
    assert len(shown.pull.text) == 220


def test_a_long_timeline_is_cut_into_years() -> None:
    records = [
        record(f"Berita {n}", f"{2015 + n % 3}-{1 + n % 12:02d}-{1 + n % 28:02d}", "Isi.", topics=("ekraf",))
        for n in range(400)
    ]
    records.append(record("Rapat", "2016-01-01", events=(Event(When(2015, 5), When(2015, 5), "Rapat besar kota"),)))
    pages = site(records)
    index = view(pages, "timeline/index.html")
    assert [year.year for year in index.years] == ["2017"]
    assert [bar.path for bar in index.overview] == [f"timeline/{year}/index.html" for year in (2015, 2016, 2017)]
    assert view(pages, "2016/01/01/rapat.html").events[0].path.startswith("timeline/2015/index.html#e2015-05-")
    assert "timeline/ekraf/2016/index.html" in pages


def test_a_great_year_shows_a_part_of_each_month() -> None:
    year = view(
        site([record(f"Berita {n}", f"2016-01-{1 + n % 28:02d}", "Isi.") for n in range(250)]), "2016/index.html"
    )
    (month,) = year.groups
    assert (len(month.cards), month.heading.count) == (12, 250)


def test_two_makers_of_one_path_are_named() -> None:
    theme = Theme({}, {}, {}, {"index.html": b"x", "about.html": b"y"})
    with pytest.raises(BuildError) as error:
        plan(archive(days(1)), SETTINGS, theme)
    assert "index.html: both home and static/index.html" in str(error.value)
    assert "about.html: both about and static/about.html" in str(error.value)


def test_a_file_where_a_folder_must_be_is_named() -> None:
    with pytest.raises(BuildError, match="tags: static/tags is a file where tags needs a folder"):
        plan(archive([]), SETTINGS, Theme({}, {}, {}, {"tags": b""}))


def test_a_path_out_of_the_site_is_refused() -> None:
    with pytest.raises(BuildError, match="no path of a site"):
        plan(archive([]), SETTINGS, Theme({}, {}, {}, {"../x": b""}))


def test_the_same_records_give_the_same_plan() -> None:
    records = [replace(found, tags=("b", "a"), people=("Z", "Y")) for found in days(30)]
    assert digests(site(records, with_base())) == digests(site(records[::1], with_base()))


def test_an_english_site_speaks_english() -> None:
    settings = replace(SETTINGS, language="en")
    pages = site([record("Satu", "2016-03-23", outlet="MC")], settings)
    assert view(pages, "index.html").figures == "1 article, March 2016, 1 outlet"
    assert view(pages, "2016/03/23/index.html").title == "Wednesday, 23 March 2016"
    assert [link.label for link in view(pages, "index.html").site.menu][:2] == ["Topics", "Timeline"]


def test_the_menu_follows_the_settings_only() -> None:
    settings = Settings(features=frozenset())
    assert [link.path for link in view(site([], settings), "index.html").site.menu] == [
        "archive/index.html",
        "outlets/index.html",
        "tags/index.html",
        "about.html",
    ]


def test_custom_properties_come_as_a_file_and_nothing_else_does() -> None:
    settings = replace(
        SETTINGS, theme={"pencil": "#b3261e", "x;y": "red", "paper": "red;}body{display:none", "ink": "url(http://x)"}
    )
    pages = site([], settings)
    path = view(pages, "index.html").site.theme_css
    assert pages[path].view == b":root {\n  --pencil: #b3261e;\n}\n"


def test_a_theme_s_card_stands_for_every_page_where_it_is_shared() -> None:
    theme = Theme({}, {}, {"card.png": b"png"})
    pages = site(days(1), with_base(), theme)
    image = f"https://kliping.example/arsip/{theme.asset('card.png')}"
    article = view(pages, "2020/01/01/berita-nomor-1.html")
    assert (article.image, view(pages, "index.html").image) == (image, image)
    assert image in article.jsonld
    assert view(site(days(1), SETTINGS, theme), "index.html").image == ""


def test_an_event_whose_year_was_inferred_has_an_open_stamp() -> None:
    days = (When(2016, 3, 30), When(2016, 4, 2)), (When(2016, 3, 23), When(2016, 3, 23))
    labels = "Konferensi digelar 30 Maret-2 April 2016.", "Dialog digelar di aula, Rabu (23/3)."
    events = tuple(Event(start, end, label) for (start, end), label in zip(days, labels, strict=True))
    stamps = [
        event.stamp for event in view(site([record("A", "2016-04-02", events=events)]), "2016/04/02/a.html").events
    ]
    assert [(stamp.day, stamp.printed) for stamp in stamps] == [("23", False), ("30", True)]
