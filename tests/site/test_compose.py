from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import SETTINGS, kominfo, record

from kliping.model import Record
from kliping.site import markdown
from kliping.site.compose import compose
from kliping.when import When


def test_raw_html_is_text() -> None:
    assert markdown.read("<script>alert(1)</script>").html == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//host/x",
        "/x",
        "x.html",
        "file:///etc/passwd",
        "https:///x",
    ],
)
def test_a_link_to_anywhere_but_the_web_is_text(address: str) -> None:
    html = markdown.read(f"Lihat [di sini]({address}).").html
    assert "<a" not in html
    assert "di sini" in html


def test_a_link_to_the_web_is_followed_by_no_machine() -> None:
    html = markdown.read('Lihat [di sini](https://a.example/b?c=d&e "judul").').html
    assert html == '<p>Lihat <a href="https://a.example/b?c=d&amp;e" rel="nofollow noopener">di sini</a>.</p>\n'


def test_an_image_becomes_its_description() -> None:
    body = markdown.read("![Wali *Kota*](http://a.example/b.png) datang.")
    assert body.html == "<p>Wali Kota datang.</p>\n"
    assert body.paragraphs == ("Wali Kota datang.",)


def test_headings_begin_below_the_page_s_own_and_skip_no_level() -> None:
    assert markdown.read("### A\n\n# B\n\n###### C").html == "<h2>A</h2>\n<h2>B</h2>\n<h3>C</h3>\n"


@given(st.text(alphabet="ab .,“”'\"!-#>+=~1)(&\n é\u00a0*_", max_size=60))
def test_the_fast_way_gives_what_the_parser_gives(text: str) -> None:
    assert markdown.read(text) == markdown._parsed(text)


@given(st.text(max_size=80))
def test_no_text_makes_an_element_that_does_something(text: str) -> None:
    html = markdown.read(text).html.lower()
    assert not any(element in html for element in ("<script", "<img", "<iframe", "<style", "<svg", "<object"))


def test_the_summary_is_whole_sentences_of_the_text() -> None:
    article = compose(
        record("Judul", "2020-01-01", "Kalimat satu di sini. Kalimat dua!\n\nTiga."), "records/a.md", None, SETTINGS
    )
    assert article.summary.startswith("Kalimat satu di sini. Kalimat dua!")


def test_a_person_s_summary_goes_before() -> None:
    article = compose(record("Judul", "2020-01-01", summary="Ringkasnya."), "records/a.md", None, SETTINGS)
    assert article.summary == "Ringkasnya."


@pytest.mark.parametrize(
    ("date", "path"),
    [
        ("2016-03-23", "2016/03/23/judul-berita.html"),
        ("2016-03-23T20:42:00+07:00", "2016/03/23/judul-berita.html"),
        ("2016-03", "2016/03/judul-berita.html"),
        ("2016", "2016/judul-berita.html"),
        ("", "undated/judul-berita.html"),
    ],
)
def test_the_address_is_as_precise_as_the_date(date: str, path: str) -> None:
    assert compose(record("Judul Berita", date), "records/a.md", None, SETTINGS).path == path


def test_no_title_can_take_the_place_of_a_folder_s_own_page() -> None:
    assert compose(record("Index", "2016-03-23"), "records/a.md", None, SETTINGS).path != "2016/03/23/index.html"


def test_a_record_s_slug_is_made_safe() -> None:
    article = compose(record("Judul", "2016", slug="../../etc/passwd"), "records/a.md", None, SETTINGS)
    assert article.path == "2016/etc-passwd.html"


def test_a_record_without_title_has_one() -> None:
    article = compose(Record(title=" \n", body=""), "records/2016/catatan.md", None, SETTINGS)
    assert article.record.title == "Tanpa judul"
    assert article.id == "2016/catatan"


def test_the_id_is_the_seed_s_name() -> None:
    made, reading = kominfo()
    assert compose(made, "records/x.md", reading, SETTINGS).id == "000_d29b311f62dba84d"


def test_characters_that_break_files_or_turn_the_text_are_gone() -> None:
    made = record("Ju\x00dul\u202e ba\x0bru \ud800", "2016", "Isi\x08nya \x1b[31m.", tags=("ta\u2066g", "\x07"))
    article = compose(made, "records/a.md", None, SETTINGS)
    assert article.record.title == "Judul baru"
    assert article.record.tags == ("tag",)
    assert "\x08" not in article.html


def test_quotations_know_their_line_of_the_seed() -> None:
    made, reading = kominfo()
    (quote,) = compose(made, "records/x.md", reading, SETTINGS).quotes
    assert (quote.speaker, quote.line) == ("Vicky Arief", 5)


def test_the_source_is_drawn_with_roles_spans_and_reasons() -> None:
    made, reading = kominfo()
    html = compose(made, "records/x.md", reading, SETTINGS).source_html
    assert '<li id="L1" class="line kept role-section"><a class="n" href="#L1">1</a>' in html
    assert '<mark class="f-title">Kominfo Gelorakan &lt;Kota&gt; Kreatif</mark>' in html
    assert '<li id="L2" class="line blank">' in html
    assert '<li id="L6" class="line cut role-comments">' in html
    assert html.count('class="why"') == 1
    assert html.count("<li ") == 6


def test_spans_outside_their_line_or_over_each_other_do_no_harm() -> None:
    made, reading = kominfo()
    line = reading.lines[0]
    odd = replace(line, spans=(replace(line.spans[0], end=99), replace(line.spans[0], start=3, field='"><x')))
    html = compose(made, "records/x.md", replace(reading, lines=(odd,)), SETTINGS).source_html
    assert '<mark class="f-section">Berita</mark></span>' in html


def test_composing_is_the_same_each_time() -> None:
    made, reading = kominfo()
    assert compose(made, "a.md", reading, SETTINGS) == compose(made, "a.md", reading, SETTINGS)


def test_words_are_counted() -> None:
    assert compose(record("Judul", "2016", "Satu dua-dua.\n\nTiga *empat*."), "a.md", None, SETTINGS).words == 4


def test_an_updated_time_is_kept() -> None:
    assert compose(record("J", "2016", updated=When(2017)), "a.md", None, SETTINGS).record.updated == When(2017)
