"""The search on small archives written here: what is found, in what order, how it is shown."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from watching import ROOT, Watched

from kliping.site.pages.search_page import SCRIPTS
from kliping.site.search.document import Document
from kliping.site.search.index import pages
from kliping.site.search.places import places
from kliping.site.views.parts import Card, Link, Stamp

SAY = {
    "searching": "Mencari",
    "failed": "Gagal",
    "one": "1 artikel",
    "many": "{n} artikel",
    "none": "Tidak ada {q}",
    "some": "Sebagian: {n}",
    "near": "Tidak ada {q}; mirip: {near}.",
    "more": "Tampilkan {n} lagi",
    "topic": "Topik",
    "outlet": "Media",
    "year": "Tahun",
    "by_topic": "topik",
    "by_outlet": "media",
    "by_year": "tahun",
    "undated": "tanpa tanggal",
    "unknown": "Media tak disebut",
    "flag": "Advertorial",
    "best": "Cocok",
    "newest": "Terbaru",
    "oldest": "Terlama",
    "by_order": "urut",
    "by_newest": "terbaru",
    "by_oldest": "terlama",
}
PAGE = """<!doctype html>
<html lang="id"><meta charset="utf-8"><title>Cari</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
{scripts}
<form id="search-form" data-index="{index}" data-root="" data-say='{say}'><input id="q" name="q"></form>
<p id="status" role="status"></p><ol id="results"></ol><button id="more" hidden></button>
<nav id="orders"></nav><div id="facets"></div><section id="browse">Terbaru</section><div id="places">Topik</div>
<template id="result"><li>
<time class="stamp"><i data-fill="day"></i> <i data-fill="month"></i> <i data-fill="year"></i></time>
<span class="none" data-fill="none">t.t.</span>
<b data-fill="outlet"></b><i data-fill="section"></i><i data-fill="place"></i>
<strong data-fill="flag"></strong>
<h3 class="headline"><a data-fill="title"></a></h3><p class="summary" data-fill="summary"></p>
<p class="also" data-fill="also"></p>
</li></template>
"""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")


def article(title: str, text: str = "", date: str = "2016-03-23", outlet: str = "MC", **more: Any) -> Document:
    year, month, day = date.split("-") if date else ("", "", "")
    stamp = None
    if date:
        stamp = Stamp(date, day, MONTHS[int(month) - 1], year, f"tanggal {date}", more.get("printed", True))
    card = Card(
        path=f"a/{'-'.join(title.lower().split())}.html",
        title=title,
        derived=more.get("derived", False),
        stamp=stamp,
        outlet=Link(outlet, f"outlets/{outlet.lower().replace(' ', '-')}.html") if outlet else None,
        section="",
        place=more.get("place", ""),
        summary=more.get("summary", ""),
        topics=tuple(Link(name, f"topics/{name.lower().replace(' ', '-')}.html") for name in more.get("topics", ())),
        advertorial=more.get("advertorial", False),
    )
    return Document(
        card, year, tuple(more.get("tags", ())), tuple(more.get("people", ())), (), text, places(text.split("\n"))
    )


Opened = Callable[..., "Search"]


class Search:
    """The search page, opened from disk."""

    def __init__(self, tab: Watched, address: str) -> None:
        self.tab, self.page, self.address = tab, tab.page, address
        self.page.goto(address)

    def __call__(self, query: str) -> list[str]:
        """Ask as a reader would and return the titles found."""
        self.page.fill("#q", query)
        self.page.press("#q", "Enter")
        self.settle()
        return self.titles()

    def settle(self) -> None:
        self.page.wait_for_selector("#results[aria-busy=false]", state="attached")

    def titles(self) -> list[str]:
        return self.page.locator("#results h3").all_inner_texts()

    def status(self) -> str:
        return self.page.inner_text("#status")


@pytest.fixture
def archive(tmp_path: Path, tab: Watched) -> Opened:
    def made(*documents: Document) -> Search:
        first = ""
        for page in pages(documents):
            target = tmp_path / page.path
            target.parent.mkdir(exist_ok=True)
            target.write_text(page.view)
            first = first or page.path
        for name in SCRIPTS:
            (tmp_path / name).write_bytes((ROOT / "static" / name).read_bytes())
        scripts = "".join(f'<script src="{name}" defer></script>' for name in SCRIPTS)
        (tmp_path / "search.html").write_text(PAGE.format(index=first, say=json.dumps(SAY), scripts=scripts))
        return Search(tab, (tmp_path / "search.html").as_uri())

    return made


def test_a_word_is_found_in_any_of_its_forms_and_while_it_is_typed(archive: Opened) -> None:
    find = archive(article("Pembangunan Pasar Besar"), article("Harga Kopi"))
    for query in ("pembangunan", "membangun", "dibangun", "bangun", "pembang", "PEMBANGUNAN", "pas"):
        assert find(query) == ["Pembangunan Pasar Besar"], query


def test_one_wrong_letter_is_forgiven_and_said(archive: Opened) -> None:
    find = archive(article("Jejaring Kota Kreatif"), article("Harga Kopi"))
    for query in ("kreatip", "kraetif", "kreatf", "krreatif", "jejarimg "):
        assert find(query) == ["Jejaring Kota Kreatif"], query
        assert "mirip" in find.status()
    assert find("kratipp") == []
    assert find.status() == "Tidak ada kratipp"


def test_an_error_is_forgiven_wherever_in_the_word_it_is(archive: Opened) -> None:
    find = archive(article("Jejaring Kota Kreatif"), *(article(f"Lain {n}", f"kata{n} lain") for n in range(9)))
    word = "jejaring"
    wrong = {word[:at] + "x" + word[at:] for at in range(9)} | {word[:at] + word[at + 1 :] for at in range(8)}
    wrong |= {word[:at] + "x" + word[at + 1 :] for at in range(8)}
    wrong |= {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(7)} - {word}
    for query in sorted(wrong):
        assert find(f"{query} ") == ["Jejaring Kota Kreatif"], query


def test_loan_words_are_found_by_their_relatives_both_ways(archive: Opened) -> None:
    find = archive(article("Ruang Kreatif"), article("Sosialisasi Pajak"), article("Temu Koordinator"))
    for query in ("kreativitas", "kreasi", "kreator", "kreatifitas"):
        assert find(query) == ["Ruang Kreatif"], query
    assert find("disosialisasikan") == ["Sosialisasi Pajak"]
    assert find("koordinasi") == ["Temu Koordinator"]


def test_roots_that_a_prefix_makes_alike_are_told_apart(archive: Opened) -> None:
    find = archive(article("Awal Tahun"), article("Kawal Pemilu"), article("Mengawal Dana"), article("Menulis Buku"))
    assert set(find("kawal ")) == {"Kawal Pemilu", "Mengawal Dana"}
    assert "Kawal Pemilu" not in find("awal ")
    assert find("tulisan ") == ["Menulis Buku"]


def test_a_word_as_written_goes_before_its_relatives_and_these_before_what_begins_like_it(archive: Opened) -> None:
    find = archive(
        article("Pulang", "PU ada di sini."),
        article("Pulau Pudar"),
        article("Pembangunan", "Jalan.", date="2020-01-01"),
        article("Kabar", "Mereka membangun jalan.", date="2010-01-01"),
    )
    assert find("pu")[0] == "Pulang"
    assert set(find("membangun ")) == {"Kabar", "Pembangunan"}


def test_the_whole_text_is_searched_and_shown(archive: Opened) -> None:
    find = archive(article("Panjang", "kata biasa " * 2_000 + "\ndan akhirnya rumbia juga."))
    assert find("rumbia") == ["Panjang"]
    assert find.page.locator("#results mark").all_inner_texts() == ["rumbia"]


def test_words_that_stand_together_go_before_words_apart(archive: Opened) -> None:
    apart = "Pasar itu sepi. " + "kata " * 60 + "besar"
    find = archive(article("Satu", "Di pasar besar itu. " + "kata " * 61), article("Dua", apart))
    assert find("pasar besar") == ["Satu", "Dua"]


def test_a_common_word_counts_where_a_title_has_it(archive: Opened) -> None:
    find = archive(
        article("Lomba Dayung dengan Perahu"), article("Perahu Baru"), article("Perahu Lama"), article("Perahu Cadik")
    )
    assert find("dengan perahu")[0] == "Lomba Dayung dengan Perahu"
    assert len(find("dengan perahu")) == 4


def test_known_words_that_no_article_has_together_are_not_taken_for_errors(archive: Opened) -> None:
    find = archive(article("Bazar UMKM"), article("Pasar Umum Kreatif"), article("Kreatif"))
    assert set(find("umkm kreatif")) == {"Bazar UMKM", "Pasar Umum Kreatif", "Kreatif"}
    assert find.status() == "Sebagian: 3"


def test_results_can_be_put_in_the_order_of_their_dates(archive: Opened) -> None:
    find = archive(
        article("Tanpa tanggal kopi", date=""),
        article("Kopi", date="2015-01-01"),
        article("Lain", "kopi", date="2016-01-01"),
        article("Kopi Kopi", date="2017-01-01"),
    )
    assert find("kopi urut:terbaru") == ["Kopi Kopi", "Lain", "Kopi", "Tanpa tanggal kopi"]
    assert find("kopi sort:oldest") == ["Kopi", "Lain", "Kopi Kopi", "Tanpa tanggal kopi"]
    find("kopi")
    find.page.locator("#orders").get_by_role("link", name="Terlama").click()
    find.settle()
    assert find.titles()[0] == "Kopi"
    assert find.page.input_value("#q") == "kopi urut:terlama"
    find.page.locator("#orders").get_by_role("link", name="Cocok").click()
    find.settle()
    assert find.page.input_value("#q") == "kopi"


def test_where_nothing_is_found_the_ways_through_the_archive_stay(archive: Opened) -> None:
    find = archive(article("Kopi"))
    assert find("xyzzy") == []
    assert find.page.locator("#places").is_visible()
    assert not find.page.locator("#browse").is_visible()
    find("kopi")
    assert not find.page.locator("#places").is_visible()


def test_short_names_are_found(archive: Opened) -> None:
    find = archive(article("UB dan UM Kerja Sama"), article("Harga Kopi", people=["Li Na"]), article("Kabar MCC"))
    assert find("ub") == ["UB dan UM Kerja Sama"]
    assert find("Li") == ["Harga Kopi"]
    assert find("mcc") == ["Kabar MCC"]


def test_a_phrase_is_found_only_as_it_stands(archive: Opened) -> None:
    find = archive(
        article("Satu", "Membangun kota kreatif dunia."),
        article("Dua", "Kota yang kreatif."),
        article("Tiga Kota", "Kreatif"),
    )
    assert find('"kota kreatif"') == ["Satu"]
    assert find('"kota yang kreatif"') == ["Dua"]
    assert find("“bangun kota”") == []
    assert set(find("kota kreatif")) == {"Satu", "Dua", "Tiga Kota"}


def test_titles_go_before_names_before_summaries_before_bodies_and_then_the_newest(archive: Opened) -> None:
    find = archive(
        article("Badan lama", "Kata sawah di sini.", date="2015-01-01"),
        article("Ringkas", "…", summary="Tentang sawah.", date="2015-01-02"),
        article("Nama", "…", people=["Budi Sawah"], date="2015-01-03"),
        article("Sawah", "…", date="2015-01-04"),
        article("Badan baru", "Kata sawah di sini.", date="2016-01-01"),
    )
    assert find("sawah") == ["Sawah", "Nama", "Ringkas", "Badan baru", "Badan lama"]


def test_fields_narrow_the_search(archive: Opened) -> None:
    find = archive(
        article("Pertama", "anton", people=["M Anton"], tags=["UMKM"], topics=["Kota Kreatif"]),
        article("Kedua", "umkm anton", date="2017-07-20", outlet="Merah Putih"),
        article("Ketiga", "anton", date="", outlet=""),
    )
    assert find("orang:anton") == find("person:Anton") == ["Pertama"]
    assert find("tag:umkm") == ["Pertama"]
    assert find("anton tahun:2017") == find("year:2017") == find("tahun:201 merah") == ["Kedua"]
    assert find('outlet:"merah putih"') == find("media:merah-putih") == find("outlet:merah") == ["Kedua"]
    assert find("topik:kreatif") == find("topic:kota-kreatif") == ["Pertama"]
    assert find("anton -umkm") == ["Ketiga"]
    assert find("tahun:undated") == ["Ketiga"]
    assert find("orang:umkm") == []


def test_an_outlet_named_in_full_is_not_another_that_begins_like_it(archive: Opened) -> None:
    find = archive(article("Satu", outlet="MC"), article("Dua", outlet="MC Malang"))
    assert find("outlet:mc") == ["Satu"]


def test_when_nothing_has_all_words_what_has_most_is_shown_and_said(archive: Opened) -> None:
    find = archive(article("Pasar Besar"), article("Pasar Kecil Ramai"))
    assert find("pasar besar terbakar") == ["Pasar Besar"]
    assert find.status() == "Sebagian: 1"


def test_words_that_every_text_has_do_not_stand_in_the_way(archive: Opened) -> None:
    find = archive(article("Kota", "Kota itu ramai."), article("Dari Desa ke Kota", "Ramai."))
    assert set(find("ramai di kota")) == {"Kota", "Dari Desa ke Kota"}
    assert find("dari") == ["Dari Desa ke Kota"]


def test_found_words_are_marked_in_title_and_snippet_and_nothing_is_taken_for_markup(archive: Opened) -> None:
    text = "Awal.\n" + "kata " * 60 + "jembatan <b>gantung</b> di Blimbing."
    find = archive(article("<img src=x onerror=alert(1)> Pembangunan", text, summary="Lain."))
    assert len(find("membangun jembatan")) == 1
    assert find.page.locator("#results mark").all_inner_texts() == ["Pembangunan", "jembatan"]
    assert "<img src=x" in find.page.inner_text("#results h3")
    assert "<b>gantung</b>" in find.page.inner_text("#results .summary")
    assert find.page.locator("#results img, #results .summary b").count() == 0
    assert find.tab.faults == []


def test_a_result_is_drawn_as_a_card(archive: Opened) -> None:
    find = archive(
        article("Beriklan", date="", outlet="", advertorial=True, derived=True),
        article("Beriklan Lagi", place="Blimbing", printed=False),
    )
    find("beriklan")
    dated, undated = find.page.locator("#results li").all()
    assert dated.locator("time").get_attribute("datetime") == "2016-03-23"
    assert dated.locator("time").inner_text().split() == ["23", "Mar", "2016"]
    assert "open" in (dated.locator("time").get_attribute("class") or "")
    assert dated.locator(".none, strong").count() == 0
    assert undated.locator("time").count() == 0
    assert undated.inner_text().split("\n")[0].startswith("t.t. Media tak disebut")
    assert undated.locator("strong").inner_text() == "Advertorial"
    assert undated.locator("a").get_attribute("class") == "supplied"
    assert undated.locator("a").get_attribute("href") == "a/beriklan.html"


def test_a_tag_that_was_found_is_shown_where_nothing_else_tells_why(archive: Opened) -> None:
    find = archive(article("Bazar", tags=["UMKM", "Pasar"]), article("UMKM Malang", tags=["UMKM"]))
    assert find("umkm") == ["UMKM Malang", "Bazar"]
    assert find.page.locator("#results .also").all_inner_texts() == ["UMKM"]
    assert find.page.locator("#results .also mark").count() == 1


def test_facets_count_the_results_and_narrow_them(archive: Opened) -> None:
    find = archive(
        article("Kopi Satu", date="2015-01-01", topics=["Ekonomi"]),
        article("Kopi Dua", date="2016-01-01", outlet="Merah Putih", topics=["Ekonomi"]),
        article("Kopi Tiga", date="2016-02-01"),
        article("Teh", date="2016-03-01"),
    )
    find("kop")
    facets = find.page.locator("#facets")
    counts = "Topik Ekonomi 2 Media MC 2 Merah Putih 1 Tahun 2016 2 2015 1"
    assert facets.inner_text().split() == counts.split()
    assert not find.page.locator("#browse").is_visible()
    facets.get_by_role("link", name="2016").click()
    find.settle()
    assert find.titles() == ["Kopi Tiga", "Kopi Dua"]
    assert find.page.input_value("#q") == "kop tahun:2016"
    assert facets.get_by_role("link", name="2016").get_attribute("aria-current") == "true"
    assert find.page.evaluate("document.activeElement.textContent") == "2016"
    facets.get_by_role("link", name="2016").click()
    find.settle()
    assert len(find.titles()) == 3
    assert find.page.input_value("#q") == "kop"
    assert find("") == []
    assert find.status() == ""
    assert find.page.locator("#browse").is_visible()


def test_results_follow_the_typing_and_the_address_holds_the_search(archive: Opened) -> None:
    find = archive(article("Kopi & Teh"), article("Susu"))
    find.page.type("#q", "kopi & teh")
    find.page.wait_for_url("**/search.html?q=kopi+%26+teh")
    find.settle()
    assert find.titles() == ["Kopi & Teh"]
    find.page.reload()
    find.page.wait_for_selector("#results li")
    assert find.page.input_value("#q") == "kopi & teh"
    find.page.fill("#q", "susu")
    find.page.press("#q", "Enter")
    find.page.locator("#results h3", has_text="Susu").wait_for()
    find.page.go_back()
    find.page.locator("#results h3", has_text="Kopi").wait_for()


def test_the_keyboard_is_enough(archive: Opened) -> None:
    find = archive(article("Kopi Satu"), article("Kopi Dua"))
    find("kopi")
    focused = "document.activeElement.textContent"
    find.page.press("#q", "ArrowDown")
    assert find.page.evaluate(focused) == "Kopi Dua"
    find.page.keyboard.press("ArrowDown")
    assert find.page.evaluate(focused) == "Kopi Satu"
    find.page.keyboard.press("ArrowDown")
    find.page.keyboard.press("ArrowUp")
    find.page.keyboard.press("ArrowUp")
    assert find.page.evaluate("document.activeElement.id") == "q"
    find.page.keyboard.press("ArrowDown")
    find.page.keyboard.press("Escape")
    assert find.page.evaluate("document.activeElement.id") == "q"


def test_ten_results_at_a_time(archive: Opened) -> None:
    find = archive(*(article(f"Kopi {n}", date=f"2016-01-{n:02d}") for n in range(1, 26)))
    assert len(find("kopi")) == 10
    assert find.status() == "25 artikel"
    more = find.page.locator("#more")
    assert more.inner_text() == "Tampilkan 10 lagi"
    more.click()
    find.page.locator("#results li").nth(19).wait_for()
    find.page.wait_for_selector("#results li:nth-child(11) a:focus")
    assert find.page.evaluate("document.activeElement.textContent") == "Kopi 15"
    assert more.inner_text() == "Tampilkan 5 lagi"
    more.click()
    find.page.locator("#results li").nth(24).wait_for()
    assert not more.is_visible()


def test_a_long_archive_is_searched_by_loading_little_of_it(archive: Opened) -> None:
    syllables = "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu".split()
    words = [a + b + c for a in syllables for b in syllables for c in syllables[::2]]
    texts = [" ".join(words[(n * 37 + k * 11) % len(words)] for k in range(400)) for n in range(200)]
    find = archive(*(article(f"Naskah {n}", text) for n, text in enumerate(texts)), article("Jembatan Suhat"))
    total = len(list((Path(find.address.removeprefix("file://")).parent / "search").iterdir()))
    assert total > 40
    assert find("jembatan") == ["Jembatan Suhat"]
    assert find("jembatam") == ["Jembatan Suhat"]
    assert find("suh") == ["Jembatan Suhat"]
    assert find('"jembatan suhat"') == ["Jembatan Suhat"]
    assert find(words[5])
    assert len([url for url in find.tab.requests if "/search/" in url]) < total / 2
    assert find.tab.faults == []


def test_an_index_that_cannot_be_loaded_is_said(archive: Opened, tmp_path: Path) -> None:
    find = archive(article("Kopi"))
    for script in (tmp_path / "search").iterdir():
        script.unlink()
    find("kopi")
    assert find.status() == "Gagal"


def test_odd_queries_do_no_harm(archive: Opened) -> None:
    find = archive(article("Kopi"))
    for query in (
        *"constructor __proto__ toString:x : - tag: * ( \\ tahun: %00".split(),
        '"',
        '""',
        "a" * 500,
    ):
        assert find(query) == [], query
    assert find.tab.faults == []
