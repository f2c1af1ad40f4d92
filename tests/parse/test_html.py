"""Saved web pages: the article as trafilatura finds it, the metadata as claims, and nothing that can do harm."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kliping
from kliping.errors import Severity
from kliping.model import Role, Seed
from kliping.parse import Parsed, ParseOptions, parse

PAGES = Path(__file__).parents[1] / "html"
TEXT = [
    "Pasar apung di Kecamatan Lembah Sunyi dibuka lagi setelah dua tahun ditutup karena dermaganya lapuk.",
    "Bupati Lembah Sunyi, Hartono Sukma, mengatakan, perbaikan itu menghabiskan dana dua miliar rupiah.",
    "Retribusi bagi pedagang kecil turun dari lima ribu rupiah menjadi tiga ribu rupiah sampai akhir tahun.",
]


def read(data: bytes, name: str = "halaman.html") -> Parsed:
    return parse(Seed(name, data), ParseOptions(language="en"))


def saved(name: str) -> Parsed:
    return read((PAGES / name).read_bytes(), name)


def page(head: str = "", above: str = "", below: str = "", text: list[str] = TEXT) -> str:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text)
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head>"
        f"<body><article>{above}{paragraphs}{below}</article></body></html>"
    )


def record(head: str = "", above: str = "", below: str = "", text: list[str] = TEXT) -> Any:
    return read(page(head, above, below, text).encode()).record


def structured(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def paragraphs(parsed: Parsed) -> list[str]:
    return [text for _, text in parsed.paragraphs]


def roles(parsed: Parsed) -> dict[str, Role]:
    return {line.text: line.role for line in parsed.reading.lines}


def test_the_body_of_an_indonesian_page_is_its_paragraphs_without_dateline_promo_and_signature() -> None:
    body = paragraphs(saved("koran.html"))
    assert [text[:30] for text in body] == [
        "Pasar apung di Kecamatan Lemba",
        "Bupati Lembah Sunyi, Hartono S",
        "“Dermaga ini milik pedagang, k",
        "Retribusi Turun",
        "Retribusi bagi pedagang kecil ",
        "Nyong seneng banget, dagangane",
    ]
    assert body[-1].endswith("rong puluh taun.")


def test_all_that_an_indonesian_page_says_of_its_article_is_in_the_record() -> None:
    found: Any = saved("koran.html").record
    assert found.title == "Pasar Apung Lembah Sunyi Dibuka Lagi"
    assert str(found.date) == "2023-06-16T01:20:00+07:00"
    assert str(found.updated) == "2023-06-17T08:00:00+07:00"
    assert (found.outlet, found.domain, found.section) == ("Koran Lembah", "koranlembah.co.id", "Daerah")
    assert found.url == "https://www.koranlembah.co.id/daerah/2023/06/pasar-apung"
    assert "Satrio Wibawa" in found.authors
    assert "Koran Lembah" not in found.authors
    assert found.editors == ("Rahma Dewanti",)
    assert found.captions == ("Perahu pedagang berjajar di dermaga. (Foto: Dok Dinas Perdagangan)",)
    assert set(found.tags) >= {"pasar apung", "Lembah Sunyi", "UMKM"}
    assert len({tag.casefold() for tag in found.tags}) == len(found.tags)
    assert (found.place, found.lang, found.people) == ("Lembah Sunyi", "id", ("Hartono Sukma", "Mbok Warsi"))
    assert "### Retribusi Turun" in found.body


def test_the_lines_of_a_page_are_those_of_the_text_made_from_it() -> None:
    parsed: Any = saved("koran.html")
    assert [line.number for line in parsed.reading.lines] == list(range(1, len(parsed.reading.lines) + 1))
    line = parsed.reading.lines[parsed.record.provenance["date"].line - 1]
    assert line.text == "datePublished: 2023-06-15T18:20:00Z"
    assert [line.text[span.start : span.end] for span in line.spans] == ["2023-06-15T18:20:00Z"]
    first = parsed.reading.lines[parsed.record.provenance["body"].line - 1]
    assert first.text.startswith("LEMBAH SUNYI, koranlembah.co.id - Pasar apung")
    said = roles(parsed)
    assert said["Politik"] is Role.MENU
    assert said["Baca juga: Harga Cabai Turun Jelang Akhir Pekan"] is Role.PROMO
    assert said["Koran Lembah - Jumat, 16 Juni 2023, 01:20 WIB"] is Role.DATE
    assert not any("peramban" in text or "color" in text for text in said)


def test_an_english_page_keeps_every_paragraph_subhead_and_item() -> None:
    parsed: Any = saved("english.html")
    body = paragraphs(parsed)
    assert len(body) == 8
    assert body[3:6] == [
        "What it cost",
        "Repairs cost 3.2 million, nearly twice the first estimate.",
        "- The hull took 1.9 million.",
    ]
    assert not any("newsletter" in text or "cookies" in text or "gardens" in text for text in body)
    assert parsed.record.title == "Harbour ferry returns after ten months of repairs"
    assert parsed.record.authors == ("Joan Whitcombe", "Peter Lund")
    assert str(parsed.record.date) == "2023-06-16T09:05:00+01:00"
    assert parsed.record.tags[:2] == ("Ferries", "Saltmarsh Quay")
    assert (parsed.record.lang, parsed.record.domain) == ("en", "saltmarshcourier.example.com")
    assert parsed.record.url.endswith("/news/ferry?id=4")


def test_a_page_laid_out_in_tables_gives_its_paragraphs_and_not_the_table() -> None:
    parsed: Any = saved("tabel.html")
    assert len(paragraphs(parsed)) == 4
    assert parsed.record.title == "Rumah Baca di Kaki Gunung"
    assert str(parsed.record.date) == "2019-10-08"


def test_a_table_of_figures_stays() -> None:
    rows = "".join(f"<tr><td>Kecamatan {name}</td><td>{name}00 ton</td></tr>" for name in ("1", "2", "3"))
    body = paragraphs(read(page(below=f"<table>{rows}</table><p>{TEXT[0]} Sekian.</p>").encode()))
    assert any("Kecamatan 2" in text and "200 ton" in text for text in body)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2016-03-23T20:42:00+07:00", "2016-03-23T20:42:00+07:00"),
        ("2016-03-23T20:42:00.000+0700", "2016-03-23T20:42:00+07:00"),
        ("2016-03-23T13:42:00Z", "2016-03-23T13:42:00+00:00"),
        ("2016/03/23 20:42:10", "2016-03-23T20:42:00"),
        ("2016-03-23 20:42", "2016-03-23T20:42:00"),
        ("20160323", "2016-03-23"),
        ("2016-03-23T00:00:00+07:00", "2016-03-23"),
        ("Wed, 23 Mar 2016 20:42:00 +0700", "2016-03-23T20:42:00+07:00"),
        ("Rabu, 23 Maret 2016 20:42 WIB", "2016-03-23T20:42:00+07:00"),
        ("1970-01-01T00:00:00Z", "None"),
        ("0001-01-01", "None"),
        ("kemarin", "None"),
        ("2016-13-45", "None"),
    ],
)
def test_dates_for_programs_are_read_in_all_their_forms_and_never_guessed(printed: str, expected: str) -> None:
    assert str(record(f'<meta property="article:published_time" content="{printed}">').date) == expected


def test_a_moment_in_utc_is_the_day_that_the_page_prints() -> None:
    head = structured('{"@type": "NewsArticle", "datePublished": "2016-03-22T18:00:00Z"}')
    assert str(record(head, "<div>Rabu, 23 Maret 2016 01:00 WIB</div>").date) == "2016-03-23T01:00:00+07:00"


def test_metadata_that_contradicts_a_printed_date_is_noted() -> None:
    head = structured('{"@type": "NewsArticle", "datePublished": "2016-05-02T10:00:00+07:00"}')
    parsed: Any = read(page(head, "<div>Rabu, 23 Maret 2016 10:00 WIB</div>").encode())
    note = parsed.record.provenance["date"].note
    assert note.startswith("Elsewhere it says 2016-")
    assert [problem.code for problem in parsed.problems if problem.code == "date-contradicts"]
    agreeing: Any = read(page(head, "<div>Senin, 2 Mei 2016 10:00 WIB</div>").encode())
    assert agreeing.record.provenance["date"].note == ""


def test_an_update_alone_is_a_doubtful_date_and_a_time_tag_a_good_one() -> None:
    updated: Any = record('<meta property="article:modified_time" content="2016-03-23T20:42:00+07:00">')
    assert updated.provenance["date"].confidence < 0.6
    assert str(updated.updated) == "2016-03-23T20:42:00+07:00"
    assert str(record(above='<time datetime="2016-03-23">23/3</time>').date) == "2016-03-23"


@pytest.mark.parametrize(
    "data",
    [
        '<!-- {"@type": "NewsArticle", "headline": "Pasar Apung Dibuka"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Pasar Apung Dibuka",}\n//]]>',
        '[{"@type": "WebSite"}, [{"@type": ["Thing", "ReportageNewsArticle"], "headline": "Pasar Apung Dibuka"}]]',
        '{"@type": "WebPage", "mainEntity": {"@type": "https://schema.org/Article", "headline": "Pasar Apung Dibuka"}}',
        '{"@type": "NewsArticle", "headline": "Pasar\tApung\nDibuka"}',
        '{"@type": "NewsArticle", "headline": "Pasar Apung Dibuka", "description": "a "b" c"',
        '{"@type": "NewsArticle", "headline": "Pasar <b>Apung</b> Dibuka"}',
    ],
)
def test_structured_data_is_read_however_it_stands_and_however_broken(data: str) -> None:
    assert record(structured(data)).title == "Pasar Apung Dibuka"


@pytest.mark.parametrize("data", ["", "[]", "null", "{", "[" * 100_000, '{"@type": 5, "author": {"name": [{}]}}', "\\"])
def test_structured_data_that_says_nothing_does_no_harm(data: str) -> None:
    assert record(structured(data)).body.count("\n\n") == 2


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Satrio Wibawa", ("Satrio Wibawa",)),
        ("Oleh: Satrio Wibawa, Rahma Dewanti", ("Satrio Wibawa", "Rahma Dewanti")),
        ("admin", ()),
        ("Tim Redaksi", ()),
        ("Koran Lembah", ()),
        ("koranlembah.co.id", ()),
        ("https://www.facebook.com/koran", ()),
        ("redaksi@koran.id", ()),
        ("Kabar Lembah News", ()),
    ],
)
def test_authors_are_people(author: str, expected: tuple[str, ...]) -> None:
    head = f'<meta property="og:site_name" content="Koran Lembah"><meta name="author" content="{author}">'
    assert record(head).authors == expected


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//", "http://["])
def test_an_address_that_is_none_is_not_taken(address: str) -> None:
    found: Any = record(f'<link rel="canonical" href="{address}">')
    assert (found.url, found.domain) == ("", "")


def test_the_language_that_a_page_declares_is_not_believed_against_its_text() -> None:
    data = page().replace("<html>", '<html lang="en-US">')
    found: Any = read(data.encode()).record
    assert found.lang == ""


def test_known_labels_inside_the_article_are_cut_and_nothing_else() -> None:
    cut = ["Baca juga: Harga Cabai Turun Lagi", "ADVERTISEMENT"]
    odd = [*cut, "Kutipan tanpa titik dan huruf besar", "日本語の段落です", "Ya"]
    body = paragraphs(read(page(text=[TEXT[0], *odd, *TEXT[1:]]).encode()))
    assert body == [TEXT[0], *odd[2:], *TEXT[1:]]


def test_a_second_text_far_below_the_first_is_not_lost() -> None:
    labels = [f"Bagian Nomor {number} dari Laporan" for number in range(9)]
    body = paragraphs(read(page(text=[*TEXT, *labels, TEXT[0] + " Lagi."]).encode()))
    assert body[-1] == TEXT[0] + " Lagi."
    assert set(labels) <= set(body)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "utf-8"), ("utf-8", "iso-8859-1"), ("cp1252", "utf-8"), ("cp1252", ""), ("cp1250", "windows-1250"),
     ("utf-8-sig", ""), ("utf-16", ""), ("cp1252", "no-such"), ("cp1252", "base64")],
)  # fmt: skip
def test_the_encoding_is_found_whatever_is_declared(encoding: str, declared: str) -> None:
    text = page(text=[*TEXT, "Kafe “Señorita” – é."]) if encoding == "cp1252" else page(text=[*TEXT, "Kafe “X” – é."])
    data = text.replace("<meta charset=utf-8>", f'<meta charset="{declared}">' if declared else "").encode(encoding)
    assert "Kafe “" in paragraphs(read(data))[-1]
    assert paragraphs(read(data))[-1].endswith("– é.")


def test_a_web_archive_gives_its_page_and_address() -> None:
    data = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://koranlembah.co.id/a/b\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--x"\r\n\r\n----x\r\nContent-Type: text/html\r\n'
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{page()}\r\n----x--\r\n"
    ).encode()
    found: Any = read(data, "halaman.mhtml").record
    assert (found.url, found.domain) == ("https://koranlembah.co.id/a/b", "koranlembah.co.id")
    assert found.body.startswith(TEXT[0])


def test_pictures_inside_a_page_do_not_make_it_too_large() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 9_000_000}">'
    assert record(above=picture).body.startswith(TEXT[0])


HOSTILE = {
    "deep": b"<html><body>" + b"<div>" * 100_000 + b"x",
    "many": b"<html><body>" + b"<br>a" * 300_000,
    "tables": b"<table><tr><td>" * 30_000,
    "open": b"<" * 1_000_000,
    "comment": b"<!--" * 200_000,
    "script": b"<html><body><script>" + b"x<p>" * 100_000,
    "large": b"<html><body>" + b"kata " * 1_500_000,
    "binary": bytes(range(256)) * 100,
    "picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 9,
    "nothing": b"",
    "blank": b" \n ",
    "no tags": b"x",
    "headers": b"a: b\r\n" * 600,
    "entity": b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><body><p>&a;</p></body></html>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_give_a_record_or_one_problem_and_soon(name: str) -> None:
    begun = time.monotonic()
    parsed = read(HOSTILE[name])
    assert time.monotonic() - begun < 20
    errors = [problem for problem in parsed.problems if problem.severity is Severity.ERROR]
    assert len(errors) == (parsed.record is None)
    assert parsed.record is None or "root:" not in parsed.record.body
    assert all(problem.hint for problem in errors)


MARKUP = st.lists(
    st.one_of(
        st.sampled_from(
            "<p> </p> <div> <table><tr><td> <br> <h1> <article> <script> </script> <li> &nbsp; &#0; <!-- --> <a> </a> "
            "<figure><figcaption> <nav> <meta/property=og:title/content=x> <time/datetime=2016> <html/lang=id> "
            "\x00 <h2> <table><td> <body/hidden>".split()
        ),
        st.sampled_from([*TEXT, "Baca juga:", "(adv)", "Rabu (23/3)"]),
        st.text(max_size=30),
    ),
    max_size=30,
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MARKUP)
def test_any_markup_gives_a_whole_reading(parts: list[str]) -> None:
    parsed = read("".join(parts).encode("utf-8", "replace"))
    assert parsed.record is not None or parsed.problems
    for line in parsed.reading.lines:
        assert (line.role is Role.BLANK) == (not line.text.strip())
        assert all(0 <= span.start < span.end <= len(line.text) for span in line.spans)
    for number, _ in parsed.paragraphs:
        assert parsed.reading.lines[number - 1].role is Role.BODY


def test_without_the_extra_a_page_gives_one_problem_that_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    parsed = saved("koran.html")
    assert parsed.record is None
    (problem,) = parsed.problems
    assert (problem.file, problem.code) == ("koran.html", "html-extra")
    assert 'pip install "kliping[html]"' in problem.hint


def test_the_program_loads_no_reader_of_pages_before_it_meets_one() -> None:
    script = (
        "import sys, kliping.cli, kliping.build.run, kliping.parse\n"
        "from kliping.model import Seed\n"
        "kliping.parse.parse(Seed('a.txt', b'Teks.'), kliping.parse.ParseOptions())\n"
        "print(sorted({'trafilatura', 'lxml', 'htmldate', 'dateparser'} & set(sys.modules)))"
    )
    environment = {"PYTHONPATH": str(Path(kliping.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == "[]"
