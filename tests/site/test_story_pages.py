"""What the pages of stories say, and what they must not."""

from dataclasses import replace
from typing import Any

import pytest
from newsroom import SETTINGS, record, site, view, with_base

from kliping.config import OutletSetting
from kliping.model import Record
from kliping.site.render import render
from kliping.site.stories.earliest import earliest
from kliping.site.theme import load_theme
from kliping.when import When

BODY = (
    "Pemerintah kota meresmikan rumah kreatif di tepi sungai, Selasa (12/3). Gedung bekas gudang beras itu menampung \
64 pelaku usaha kriya dan kuliner.",
    "Wali Kota Ratna Setyawati mengatakan pembangunan menelan anggaran Rp 4,2 miliar. Pekerjaan selesai dua bulan \
lebih cepat dari rencana semula, kata dia di hadapan warga Kelurahan Tanjungsari.",
    "Kepala dinas Bagus Hermanto menambahkan, para penghuni dipilih dari 310 pendaftar melalui kurasi terbuka. Mereka \
bebas sewa selama setahun dan wajib mendampingi dua perajin baru dari kampung sekitar.",
    "Gedung itu dilengkapi studio rekam, dapur bersama, bengkel kayu, serta ruang pamer seluas 420 meter persegi.",
)
FIRST = record("Rumah Kreatif Diresmikan Wali Kota", "2024-03-12", "\n\n".join(BODY), outlet="Kominfo")
PATH = "2024/03/12/rumah-kreatif-diresmikan-wali-kota.html"
STORY = f"stories/{PATH}"


def printed(outlet: str, *paragraphs: str, title: str = FIRST.title, date: str = "2024-03-13", **more: Any) -> Record:
    """The same news in another outlet."""
    return record(title, date, "\n\n".join(paragraphs), outlet=outlet, **more)


def test_a_story_has_a_page_named_after_its_first_article() -> None:
    pages = site([printed("Radar", *BODY[:3]), FIRST])
    assert view(pages, STORY).figures == "2 artikel, 2 media"
    assert [item.card.outlet.label for item in view(pages, STORY).printings] == ["Kominfo", "Radar"]


def test_a_new_reprint_leaves_the_address_of_its_story() -> None:
    before = site([FIRST, printed("Radar", *BODY)])
    after = site([FIRST, printed("Radar", *BODY), printed("Suara", *BODY[:3], date="2024-03-14")])
    assert STORY in before
    assert STORY in after


def test_the_page_shows_what_became_of_headline_and_lead() -> None:
    lead = BODY[0].replace("Pemerintah kota", "Pemkot")
    pages = site([FIRST, printed("Radar", lead, *BODY[1:], title="Rumah Kreatif Dibuka Wali Kota")])
    first, other = view(pages, STORY).printings
    assert (first.first, first.headline, first.lead_changes) == (True, (), ())
    assert [(change.kind, change.text) for change in other.headline] == [
        ("=", "Rumah Kreatif"),
        ("-", "Diresmikan"),
        ("+", "Dibuka"),
        ("=", "Wali Kota"),
    ]
    assert [(change.kind, change.text) for change in other.lead_changes[:2]] == [
        ("-", "Pemerintah kota"),
        ("+", "Pemkot"),
    ]


def test_a_headline_and_a_lead_of_its_own_are_shown_whole() -> None:
    own = "Bau beras sudah lama hilang dari bangunan tua itu."
    pages = site([FIRST, printed("Radar", own, *BODY[1:], title="Gudang Tua Itu Kini Ramai")])
    other = view(pages, STORY).printings[1]
    assert (other.headline, other.lead, other.lead_changes) == ((), own, ())
    assert not other.same_headline


def test_how_much_of_the_first_text_was_kept_is_told() -> None:
    whole, half = printed("Radar", *BODY), printed("Suara", *BODY[:3], date="2024-03-14")
    _, copy, cut = view(site([FIRST, whole, half]), STORY).printings
    assert (copy.kept, copy.own, copy.bands) == (100, 0, ((0, 1000),))
    assert 70 < cut.kept < 95
    assert cut.later == "2 hari kemudian"


@pytest.mark.parametrize("rights", ["excerpt", "link"])
def test_no_word_of_a_text_that_may_not_be_shown_is_in_a_comparison(rights: str) -> None:
    secret = BODY[0].replace("Pemerintah kota", "Pemkot rahasia")
    settings = replace(SETTINGS, outlets=(OutletSetting("Radar", rights=rights),))
    for told in ([FIRST, printed("Radar", secret, *BODY[1:])], [printed("Radar", secret, *BODY[1:]), FIRST]):
        pages = site([replace(one, slug="") for one in told], settings)
        page = view(pages, STORY)
        assert not any("rahasia" in repr((one.headline, one.lead, one.lead_changes)) for one in page.printings)
        assert [item.lead for item in page.printings if item.card.outlet.label == "Radar"] == [""]


def test_only_those_that_mark_the_advertorial_are_named() -> None:
    paid = printed("Radar", *BODY, advertorial=True)
    assert view(site([FIRST, paid]), STORY).advertorial == "Tanda advertorial hanya dibubuhkan Radar."
    assert view(site([replace(FIRST, advertorial=True), paid]), STORY).advertorial == ""


def test_who_was_first_is_said_only_as_far_as_dates_tell() -> None:
    later, same = printed("Radar", *BODY), printed("Radar", *BODY[:3], date="2024-03-12")
    assert view(site([FIRST, later]), STORY).first == "Pertama dimuat Kominfo: Selasa, 12 Maret 2024."
    together = next(page for path, page in site([FIRST, same]).items() if path.startswith("stories/2024"))
    assert together.view.first == "Pertama dimuat pada hari yang sama oleh Kominfo dan Radar: Selasa, 12 Maret 2024."
    unknown = printed("Suara", *BODY, date="")
    assert view(site([FIRST, later, unknown]), STORY).first.startswith("Sejauh tanggalnya diketahui")


@pytest.mark.parametrize(
    ("dates", "places", "sure"),
    [
        (["2024-03-12", "2024-03-13"], (0,), True),
        (["2024-03-12", "2024-03-12T08:00:00+07:00"], (0, 1), True),
        (["2024-03-12T09:00:00+07:00", "2024-03-12T08:00:00+07:00"], (1,), True),
        (["2024-03-12", "2024-03"], (0,), False),
        (["2024-03-12", "2024-04"], (0,), True),
        (["2024-03-12", "2024"], (0,), False),
        (["2024-03-12", "2025"], (0,), True),
        (["2024-03-12", ""], (0,), False),
        (["2024", ""], (), False),
    ],
)
def test_the_earliest_of_dates_of_any_precision(dates: list[str], places: tuple[int, ...], *, sure: bool) -> None:
    found = earliest([When.parse(date) if date else None for date in dates])
    assert (found.places, found.sure) == (places, sure)


def test_an_article_leads_to_its_story_and_to_its_other_printings() -> None:
    pages = site([FIRST, printed("Radar", *BODY[:3])])
    page = view(pages, PATH)
    assert page.story.path == STORY
    assert [card.outlet.label for card in page.elsewhere] == ["Radar"]
    assert page.related == ()


def test_a_follow_up_is_named_on_both_articles_and_on_the_story() -> None:
    later = record(
        "Rumah Kreatif Kekurangan Parkir",
        "2024-04-15",
        "Warga mengeluhkan kendaraan pengunjung yang memenuhi gang sejak pagi hingga malam pada akhir pekan lalu.\n\n"
        "Dinas perhubungan berjanji menyiapkan lahan di bekas pasar ikan mulai bulan depan bersama karang taruna.\n\n"
        f"Petugas akan mengatur arus dari dua arah. {BODY[2]}",
        outlet="Suara",
    )
    pages = site([FIRST, printed("Radar", *BODY[:3]), later])
    assert [card.title for card in view(pages, STORY).follow_ups.after] == [later.title]
    assert [card.title for card in view(pages, PATH).follow_ups.after] == [later.title]
    follow_up = view(pages, "2024/04/15/rumah-kreatif-kekurangan-parkir.html")
    assert [card.path for card in follow_up.follow_ups.before] == [PATH]
    assert follow_up.story is None


def test_without_stories_there_is_neither_a_page_nor_a_way_to_one() -> None:
    pages = site([FIRST])
    assert not [path for path in pages if path.startswith("stories/")]
    assert "stories/index.html" not in [link.path for link in view(pages, "index.html").site.menu]


def test_a_site_without_the_feature_computes_nothing_of_it() -> None:
    settings = replace(SETTINGS, features=frozenset())
    pages = site([FIRST, printed("Radar", *BODY)], settings)
    assert not [path for path in pages if path.startswith("stories/")]
    assert view(pages, PATH).story is None


def test_the_index_lists_the_newest_story_first_in_pages() -> None:
    settings = replace(with_base(), paginate_by=1)
    text = "\n\n".join(
        f"Petani {word} memanen {word} merah lebih awal karena hujan {word} turun tiga pekan berturut-turut di {word}."
        for word in ("bawang", "lereng", "cabai", "lembah")
    )
    old = [record(f"Panen {day}", f"2020-01-0{day}", text, outlet=f"Media {day}") for day in (1, 2)]
    pages = site([FIRST, printed("Radar", *BODY), *old], settings)
    assert [card.path for card in view(pages, "stories/index.html").stories] == [STORY]
    assert view(pages, "stories/index.html").pager is not None
    assert len(view(pages, "stories/page/1.html").stories) == 1


def test_the_data_name_each_storys_articles() -> None:
    pages = site([FIRST, printed("Radar", *BODY[:3])])
    assert f'"path":"{STORY}"' in pages["data/stories.json"].view


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_built_in_theme_shows_stories_of_any_text_safely(language: str) -> None:
    theme = load_theme(None)
    hostile = [text.replace("kota", "<script>alert(1)</script>") for text in BODY]
    told = [
        printed("<b>Radar</b>", *hostile, title="Rumah <i>Kreatif</i> Dibuka Wali Kota"),
        printed("", *BODY[:3], date="", advertorial=True),
        FIRST,
    ]
    pages = site(told, with_base(language), theme)
    for path in (STORY, "stories/index.html", PATH):
        shown = render(pages[path], theme, language)
        assert b"<script>alert" not in shown
        assert b"<b>Radar" not in shown
        assert b"<i>Kreatif" not in shown


def test_what_rights_withhold_is_in_no_byte_of_a_story() -> None:
    settings = replace(with_base(), outlets=(OutletSetting("Radar", rights="link"),))
    theme = load_theme(None)
    pages = site([FIRST, printed("Radar", BODY[0].replace("kota", "rahasia"), *BODY[1:])], settings, theme)
    shown = [render(page, theme, "id") for path, page in pages.items() if path.startswith(("stories/", "data/"))]
    assert len(shown) > 2
    assert not any(b"rahasia" in text for text in shown)
