"""The pages of people, organisations and places."""

from dataclasses import replace

from newsroom import archive, record, site, view

from kliping.config import Name, Settings
from kliping.model import Record

JANUARY = record(
    "Kunjungan kerja",
    "2025-01-16",
    "Penjabat (Pj.) Wali Kota Malang, Iwan Kurniawan, menerima tamu Malang Creative Center (MCC).\n\n"
    "“Kami membuka pintu untuk semua tamu,” kata Iwan.",
    people=("Iwan Kurniawan",),
)
NOVEMBER = record(
    "Diseminasi",
    "2025-11-10",
    "Wali Kota Malang Wahyu Hidayat hadir bersama Inisiator Malang Creative Fusion (MCF) Vicky Arief di Kota Malang.\n"
    "\n"
    "“Kami bangga kepada pelaku usaha kecil,” kata Vicky.",
    people=("Wahyu Hidayat", "Vicky Arief"),
)
PLAIN = Settings(title="Kliping")


def test_a_person_has_the_offices_that_articles_give_with_their_months() -> None:
    page = view(site([JANUARY, NOVEMBER], PLAIN), "people/iwan-kurniawan.html")
    assert [(held.office, held.span, held.person) for held in page.held] == [
        ("Penjabat (Pj.) Wali Kota Malang", "Januari 2025", None)
    ]
    assert [(quote.text, quote.speaker) for quote in page.quotes] == [("Kami membuka pintu untuk semua tamu", None)]


def test_an_office_lasts_from_the_first_article_that_gives_it_to_the_last() -> None:
    later = replace(JANUARY, title="Kunjungan lain", date=NOVEMBER.date)
    page = view(site([JANUARY, later], PLAIN), "people/iwan-kurniawan.html")
    assert [held.span for held in page.held] == ["Januari 2025 sampai November 2025"]


def test_an_organisation_shows_who_holds_an_office_there_and_what_they_said() -> None:
    page = view(site([JANUARY, NOVEMBER], PLAIN), "organisations/malang-creative-fusion.html")
    assert (page.title, page.remark, page.kind) == ("Malang Creative Fusion", "MCF", "organisation")
    assert [(held.person.label, held.office) for held in page.held] == [
        ("Vicky Arief", "Inisiator Malang Creative Fusion (MCF)")
    ]
    assert [(quote.text, quote.speaker.label) for quote in page.quotes] == [
        ("Kami bangga kepada pelaku usaha kecil", "Vicky Arief")
    ]
    assert [link.label for link in page.near] == ["Vicky Arief", "Wahyu Hidayat"]


def test_a_place_shows_its_province_and_its_offices_newest_first() -> None:
    page = view(site([JANUARY, NOVEMBER], PLAIN), "places/kota-malang.html")
    assert page.remark == "Jawa Timur"
    assert [(held.person.label, held.span) for held in page.held] == [
        ("Wahyu Hidayat", "November 2025"),
        ("Iwan Kurniawan", "Januari 2025"),
    ]


def test_the_three_indexes_lead_to_each_other() -> None:
    pages = site([JANUARY, NOVEMBER], PLAIN)
    for folder in ("people", "organisations", "places"):
        beside = {link.path for link in view(pages, f"{folder}/index.html").beside}
        assert beside == {"people/index.html", "organisations/index.html", "places/index.html"} - {
            f"{folder}/index.html"
        }


def test_an_article_is_filed_under_its_organisations_and_places() -> None:
    page = view(site([JANUARY], PLAIN), "2025/01/16/kunjungan-kerja.html")
    assert [link.label for link in page.organisations] == ["Malang Creative Center"]
    assert [link.label for link in page.places] == ["Kota Malang"]


def test_a_site_without_names_has_none_of_these_pages() -> None:
    pages = site([JANUARY, NOVEMBER], replace(PLAIN, features=PLAIN.features - {"names"}))
    assert not [path for path in pages if path.startswith(("people/", "organisations/", "places/"))]


def test_who_was_taken_out_of_a_record_has_no_office_there() -> None:
    pages = site([replace(NOVEMBER, people=("Wahyu Hidayat",))], PLAIN)
    assert "people/vicky-arief.html" not in pages
    assert view(pages, "organisations/malang-creative-fusion.html").held == ()


def test_a_rejected_name_is_no_organisation_and_no_place() -> None:
    pages = site([JANUARY], replace(PLAIN, reject_names=("MCC", "Kota Malang")))
    assert not [path for path in pages if path.startswith(("organisations/m", "places/k"))]


def test_an_alias_of_an_organisation_leads_to_its_page() -> None:
    settings = replace(PLAIN, names=(Name("Gedung Kreatif Malang", ("MCC",)),))
    assert view(site([JANUARY], settings), "organisations/gedung-kreatif-malang.html").aliases == ("MCC",)


def anton(name: str, office: str, day: str) -> Record:
    return record(f"Berita {day}", f"2017-07-{day}", f"{office} {name} hadir di balai kota.", people=(name,))


def test_a_shorter_name_with_the_same_office_is_the_same_person() -> None:
    pages = site(
        [anton("M Anton", "Wali Kota Malang", "01"), anton("Mochammad Anton", "Wali Kota Malang", "02")], PLAIN
    )
    assert len(view(pages, "people/mochammad-anton.html").cards) == 2
    assert view(pages, "people/mochammad-anton.html").aliases == ("M Anton",)


def test_a_shorter_name_with_another_office_is_another_person() -> None:
    pages = site([anton("M Anton", "Bupati Gresik", "01"), anton("Mochammad Anton", "Wali Kota Malang", "02")], PLAIN)
    assert {"people/m-anton.html", "people/mochammad-anton.html"} <= pages.keys()


def test_a_name_that_two_people_may_have_is_joined_to_neither() -> None:
    records = [
        anton("M Anton", "Wali Kota Malang", "01"),
        anton("Mochammad Anton", "Wali Kota Malang", "02"),
        anton("Marius Anton", "Wali Kota Malang", "03"),
    ]
    assert "people/m-anton.html" in site(records, PLAIN)


def test_the_settings_go_before_what_offices_show() -> None:
    catalogue = archive(
        [anton("M Anton", "Wali Kota Malang", "01"), anton("Mochammad Anton", "Wali Kota Malang", "02")]
    )
    assert catalogue.joined == {}
    assert [term.name for term in catalogue.people.terms] == ["Mochammad Anton"]


def test_an_organisation_written_with_one_wrong_letter_is_the_same() -> None:
    wrong = replace(JANUARY, title="Salah", body=JANUARY.body.replace("Creative Center", "Creativ Center"))
    pages = site([JANUARY, wrong, replace(JANUARY, title="Benar")], PLAIN)
    assert len(view(pages, "organisations/malang-creative-center.html").cards) == 3


def bearer(title: str, date: str, office: str, place: str, name: str = "Mujiono") -> Record:
    text = f"{place} – Kegiatan itu dihadiri {office} {name} bersama warga. “Kami senang sekali hari ini,” kata {name}."
    return record(title, date, text, people=(name,), place=place)


def test_people_of_one_word_are_told_apart_by_office_and_place() -> None:
    farmer = bearer("Okulasi durian", "2021-02-17", "petani", "Banyuwangi")
    officer = bearer("Irigasi dikeruk", "2025-11-04", "Danramil", "Malang")
    again = bearer("Panen durian", "2022-02-17", "petani", "Banyuwangi")
    pages = site([officer, farmer, again], PLAIN)
    plain, other = view(pages, "people/mujiono.html"), view(pages, "people/mujiono-danramil.html")
    assert [card.title for card in plain.cards] == ["Panen durian", "Okulasi durian"]
    assert (other.title, [card.title for card in other.cards]) == ("Mujiono (Danramil)", ["Irigasi dikeruk"])
    assert [quote.text for quote in other.quotes] == ["Kami senang sekali hari ini"]


def test_people_of_two_words_and_those_of_the_settings_are_one() -> None:
    records = [
        bearer("Okulasi durian", "2021-02-17", "petani", "Banyuwangi", "Mujiono Hadi"),
        bearer("Irigasi dikeruk", "2025-11-04", "Danramil", "Malang", "Mujiono Hadi"),
    ]
    assert len(view(site(records, PLAIN), "people/mujiono-hadi.html").cards) == 2
    named = replace(PLAIN, names=(Name("Mujiono"),))
    records = [replace(one, people=("Mujiono",), body=one.body.replace(" Hadi", "")) for one in records]
    assert len(view(site(records, named), "people/mujiono.html").cards) == 2
