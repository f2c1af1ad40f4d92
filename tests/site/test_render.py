import json
import pickle
from pathlib import Path

import pytest
from newsroom import days, kominfo, record, site, with_base

from kliping.errors import BuildError
from kliping.model import Event
from kliping.site.cite import cite, meta_tags
from kliping.site.compose import compose
from kliping.site.page import Page
from kliping.site.render import RenderError, render
from kliping.site.strings import read_phrases, words
from kliping.site.theme import Theme, load_theme
from kliping.when import When

THEME = Theme(
    {
        "base.html": "<title>{{ page.title }}</title>{% block main %}{% endblock %}",
        "home.html": "{% extends 'base.html' %}{% block main %}\n{% include 'list.html' %}{% endblock %}",
        "list.html": "{{ t('n', n=page.rest|length) }} {{ 1234|number }}",
        "lone.html": "x",
    },
    {"id": {"n": "{n} buah"}, "en": {"n": {"one": "{n} thing", "other": "{n} things"}}},
    {},
)


def home(**templates: str) -> tuple[Page, Theme]:
    page = site(days(1))["index.html"]
    named = {f"{name}.html": text for name, text in templates.items()}
    return page, Theme({**THEME.templates, **named}, THEME.strings, {})


def test_a_template_sees_its_view_and_the_theme_s_words() -> None:
    page, theme = home()
    assert render(page, theme, "id") == b"<title>Kliping Kota Malang</title>0 buah 1.234"
    assert render(page, theme, "en") == b"<title>Kliping Kota Malang</title>0 things 1,234"


def test_everything_is_escaped() -> None:
    page, theme = home(home="{{ '<b>' }}")
    assert render(page, theme, "id") == b"&lt;b&gt;"


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("\n{{ page.wrong }}", 2, "wrong"),
        ("\n\n{{ nothing }}", 3, "nothing"),
        ("{% if %}", 1, "Expected"),
        ("\n{{ t('unknown') }}", 2, "unknown"),
        ("\n{{ t('n', m=1) }}", 2, "lacks"),
        ("\n{{ 1 + 'x' }}", 2, "unsupported"),
        ("\n{% include 'gone.html' %}", 0, "gone"),
    ],
)
def test_a_faulty_template_is_named_with_its_line(text: str, line: int, part: str) -> None:
    page, theme = home(list=text)
    with pytest.raises(RenderError) as error:
        render(page, theme, "id")
    problem = error.value.problem
    if line:
        assert (problem.file, problem.line) == ("templates/list.html", line)
    assert part in problem.message
    assert "index.html" in problem.message
    assert str(pickle.loads(pickle.dumps(error.value))) == str(error.value)  # noqa: S301 - our own


def test_the_theme_survives_the_way_to_another_process() -> None:
    page, theme = home()
    again = pickle.loads(pickle.dumps(theme))  # noqa: S301 - our own
    assert again.digest == theme.digest
    assert render(pickle.loads(pickle.dumps(page)), again, "id") == render(page, theme, "id")  # noqa: S301


def test_a_template_s_digest_covers_what_it_extends_and_includes_and_no_more() -> None:
    page, theme = home()
    _, other = home(lone="y")
    assert theme.template_digest("home.html") == other.template_digest("home.html")
    assert theme.template_digest("lone.html") != other.template_digest("lone.html")
    for name in ("base", "list", "home"):
        assert home(**{name: "z"})[1].template_digest("home.html") != theme.template_digest("home.html")
    assert page.renderer == "home.html"


def test_plain_files_are_written_as_they_are() -> None:
    assert render(Page("a", "raw", "é", ""), THEME, "id") == "é".encode()
    assert render(Page("a", "raw", b"\xff", ""), THEME, "id") == b"\xff"
    assert json.loads(render(Page("a", "json", {"b": (1, "é")}, ""), THEME, "id")) == {"b": [1, "é"]}
    assert render(Page("a", "csv", (("a", 'b"c'),), ""), THEME, "id") == b'\xef\xbb\xbfa,"b""c"\r\n'


def test_a_site_s_own_files_go_before_the_built_in_ones(tmp_path: Path) -> None:
    (tmp_path / "templates/strings").mkdir(parents=True)
    (tmp_path / "static").mkdir()
    (tmp_path / "templates/404.html").write_text('{% extends "!kliping/404.html" %}')
    (tmp_path / "templates/strings/id.yaml").write_text("missing_home: Pulang\n")
    (tmp_path / "static/style.css").write_text("body {}")
    (tmp_path / "static/CNAME").write_text("kliping.example")
    theme = load_theme(tmp_path)
    pages = site(days(2), with_base(), theme)
    assert b"Pulang" in render(pages["404.html"], theme, "id")
    assert pages[theme.asset("style.css")].view == b"body {}"
    assert pages["CNAME"].view == b"kliping.example"
    assert len(theme.strings["id"]) > 20


@pytest.mark.parametrize("text", ["- a\n- b\n", "a: [1]\n", "a: {one: x}\n", "a: 'b\n"])
def test_a_strings_file_that_is_none_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "templates/strings").mkdir(parents=True)
    (tmp_path / "templates/strings/id.yaml").write_text(text)
    with pytest.raises(BuildError, match=r"templates/strings/id\.yaml"):
        load_theme(tmp_path)


def test_the_built_in_theme_renders_every_page_in_both_languages() -> None:
    theme = load_theme(None)
    for language in ("id", "en"):
        settings = with_base(language)
        pages = site([kominfo()[0], *days(45)], settings, theme)
        for page in pages.values():
            assert render(page, theme, language)


def test_the_built_in_theme_s_languages_have_the_same_keys() -> None:
    strings = load_theme(None).strings
    assert strings["id"].keys() == strings["en"].keys()


def test_the_program_s_languages_have_the_same_keys() -> None:
    assert words("id").phrases.keys() == words("en").phrases.keys()


def test_lists_of_names_are_written_as_a_sentence() -> None:
    assert words("id").join(("a", "b", "c")) == "a, b, dan c"
    assert words("en").join(("a", "b")) == "a and b"
    assert words("en").join(()) == ""


def test_a_phrase_s_key_may_look_like_a_truth() -> None:
    assert read_phrases("no: tidak\n12:30: x\n") == {"no": "tidak", "12:30": "x"}


def test_citations_are_safe_for_their_readers() -> None:
    made, reading = kominfo()
    article = compose(made, "a.md", reading, with_base())
    found = cite(article, "A_B & Co", "Situs", "https://x.example/a_b", words("id"))
    assert found.text.startswith("“Kominfo Gelorakan <Kota> Kreatif”. A_B & Co, 23 Maret 2016. ")
    assert r"journal = {A\_B \& Co}" in found.bibtex
    assert found.bibtex.startswith("@article{a-2016-000,")
    assert "TY  - NEWS\nTI  - Kominfo" in found.ris
    assert found.ris.endswith("ER  - ")
    assert "DA  - 2016/03/23/" in found.ris


def test_reference_managers_read_an_article_of_a_newspaper() -> None:
    made = record("Judul", "2016-03", authors=("Siti Aminah", "cah"), tags=("kota", "seni"), lang='"><x')
    article = compose(made, "a.md", None, with_base())
    tags = [(tag.name, tag.content) for tag in meta_tags(article, "MC", "https://x.example/a.html")]
    assert tags == [
        ("z:itemType", "newspaperArticle"),
        ("citation_title", "Judul"),
        ("DC.title", "Judul"),
        ("DC.type", "Text"),
        ("citation_author", "Siti Aminah"),
        ("DC.creator", "Siti Aminah"),
        ("citation_publication_date", "2016/03"),
        ("DC.date", "2016-03"),
        ("citation_journal_title", "MC"),
        ("DC.publisher", "MC"),
        ("DC.subject", "kota"),
        ("DC.subject", "seni"),
        ("citation_language", "id"),
        ("DC.language", "id"),
        ("citation_public_url", "https://x.example/a.html"),
    ]


def test_an_undated_article_s_page_gives_machines_no_other_day_for_its_own() -> None:
    told = Event(When(2024, 8, 31), When(2024, 8, 31), "Pasar dibuka Sabtu (31/8/2024).")
    records = [record("Pasar pagi", events=(told,)), record("Pasar malam", "2024-08-31", events=(told,))]
    theme = load_theme(None)
    pages = site(records, theme=theme)
    files = {path: render(page, theme, "id").decode() for path, page in pages.items() if path.endswith(".html")}
    undated = files["undated/pasar-pagi.html"]
    assert "datetime=" not in undated
    assert "31 Agustus 2024" in undated
    assert "datetime=" in files["2024/08/31/pasar-malam.html"]


def test_what_is_drawn_once_links_from_every_page() -> None:
    theme = load_theme(None)
    pages = site(days(3), theme=theme)
    front, month = (render(pages[path], theme, "id").decode() for path in ("index.html", "2020/01/index.html"))
    assert 'href="2020/01/02/berita-nomor-2.html"' in front
    assert 'href="../../2020/01/02/berita-nomor-2.html"' in month
