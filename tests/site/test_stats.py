"""The archive in numbers: every count can be checked against the articles, and is drawn without style or script."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from newsroom import SETTINGS, archive, record, site, view

from kliping.config import Settings
from kliping.model import Record
from kliping.site.catalogue import catalogue
from kliping.site.desk import Desk
from kliping.site.figures import count
from kliping.site.page import Page
from kliping.site.render import render
from kliping.site.theme import load_theme

QUOTE = "“Kami ingin tetangga saling membeli setiap akhir pekan,” kata Ketua panitia Ratna Kusuma."
RECORDS = [
    record("Satu", "2016-03-23", body=QUOTE, outlet="MC", topics=("ekraf",), people=("Ratna Kusuma",)),
    record("Dua", "2016-03-24", outlet="MC", topics=("ekraf", "jejaring")),
    record("Tiga", "2016-11", outlet="SINDOnews", topics=("ekraf",)),
    record("Empat", "2018", topics=("ekraf",)),
    record("Lima", outlet="SINDOnews"),
]


def page(records: list[Record], settings: Settings = SETTINGS) -> Page:
    return site(records, settings)["stats.html"]


def html(records: list[Record], settings: Settings = SETTINGS) -> str:
    theme = load_theme(Path("/nowhere"))
    return render(site(records, settings, theme)["stats.html"], theme, settings.language).decode("utf-8")


def test_all_is_counted_as_the_site_shows_it() -> None:
    made = archive(RECORDS)
    desk = Desk.open(made, SETTINGS, load_theme(Path("/nowhere")))
    figures = count(desk)
    assert (figures.articles, figures.undated, figures.quotes) == (5, 1, 1)
    assert [(year.year, year.total, sum(year.months)) for year in figures.years] == [(2016, 3, 3), (2018, 1, 0)]
    assert figures.years[0].months[2] == 2
    names = [(made.outlets.terms[at].name, number) for at, number in figures.outlets]
    assert names == [("MC", 2), ("SINDOnews", 2)]
    assert [(made.topics.terms[at].key, number) for at, number in figures.topics] == [("ekraf", 4), ("jejaring", 1)]
    assert [(made.people.terms[row.person].name, row.quotes, row.articles) for row in figures.quoted] == [
        ("Ratna Kusuma", 1, 1)
    ]
    first = figures.voices[0]
    assert (first.articles, [number for _, number in first.outlets]) == (4, [2, 1])


def test_months_and_shares_are_drawn_and_lead_to_their_pages() -> None:
    shown = view({"stats.html": page(RECORDS)}, "stats.html")
    assert [row.year.label for row in shown.years] == ["2018", "2016"]
    march = shown.years[1].months[2]
    assert (march.link.label, march.link.path, march.link.count, march.height) == (
        "Maret 2016", "2016/03/index.html", 2, 100,
    )  # fmt: skip
    assert shown.years[1].months[0].link.path == ""
    voice = shown.voices[0]
    assert [(row.link.label, row.link.count, row.share) for row in voice.outlets] == [
        ("MC", 2, 67),
        ("SINDOnews", 1, 33),
    ]
    assert voice.unknown == 1


def test_a_long_table_says_where_the_rest_is() -> None:
    records = [record(f"A {n}", "2016", outlet=f"Media {n}", topics=("ekraf",)) for n in range(30)]
    shown = view({"stats.html": page(records)}, "stats.html")
    outlets = next(table for table in shown.tables if table.key == "outlets")
    assert len(outlets.rows) == 20
    assert (outlets.more.label, outlets.more.path) == ("10 lagi", "outlets/index.html")
    (voice,) = shown.voices
    assert (voice.outlets[-1].link.label, voice.outlets[-1].link.count) == ("25 media lain", 25)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("records", [[], RECORDS, RECORDS[4:]], ids=["empty", "some", "undated"])
def test_the_page_holds_in_both_languages_and_without_articles(language: str, records: list[Record]) -> None:
    text = html(records, replace(SETTINGS, language=language))
    assert text.count("<h1") == 1
    assert not re.search(r"\sstyle=|<style|\son\w+=", text)
    assert len(re.findall(r"<svg", text)) == len(re.findall(r"<svg[^>]*aria-hidden=.true.", text))
    assert text.count("<table") == text.count("<caption")


def test_every_number_drawn_stands_in_a_table_too() -> None:
    text = html(RECORDS)
    for table in re.findall(r"<table.*?</table>", text, re.DOTALL):
        rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
        assert len(rows) > 1
        assert all(re.search(r"<th scope=.(row|col)", row) for row in rows)
    assert "<td><b>3</b></td>" in text


def test_footer_and_about_lead_there_only_where_the_site_has_it() -> None:
    pages = site(RECORDS)
    assert view(pages, "about.html").stats.path == "stats.html"
    assert view(pages, "index.html").site.stats == "stats.html"
    for features in (frozenset(), SETTINGS.features - {"stats"}):
        settings = replace(SETTINGS, features=features)
        pages = site(RECORDS, settings)
        assert "stats.html" not in pages
        assert view(pages, "about.html").stats is None
        assert view(pages, "index.html").site.stats == ""


def test_names_that_the_site_does_not_show_are_not_counted() -> None:
    settings = replace(SETTINGS, features=SETTINGS.features - {"names"})
    assert "Ratna" not in html(RECORDS, settings)
    hidden = [replace(found, rights="excerpt") for found in RECORDS]
    assert count(Desk.open(archive(hidden), SETTINGS, load_theme(Path("/nowhere")))).quotes == 0


def test_order_does_not_matter() -> None:
    made = archive(RECORDS)
    turned = catalogue(reversed(made.articles), SETTINGS)
    theme = load_theme(Path("/nowhere"))
    assert count(Desk.open(made, SETTINGS, theme)) == count(Desk.open(turned, SETTINGS, theme))
