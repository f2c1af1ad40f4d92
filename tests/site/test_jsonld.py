"""What pages tell machines in schema.org's words."""

import json
from dataclasses import replace
from typing import Any

import pytest
from newsroom import BASE, SETTINGS, days, record, site, with_base

from kliping.config import Settings
from kliping.site.page import Page

MEETING = record(
    "Dialog kota kreatif",
    "2016-03-23",
    "Wali Kota Malang Mochammad Anton membuka dialog di Kota Surabaya, Rabu (23/3).\n\n"
    "Dialog itu digelar Malang Creative Fusion (MCF) bersama warga kota.",
    outlet="Media Center",
    domain="mc.example",
    people=("Mochammad Anton",),
    topics=("ekraf",),
    url="https://mc.example/dialog",
)
PATH = "2016/03/23/dialog-kota-kreatif.html"


def graphs(pages: dict[str, Page], path: str) -> list[dict[str, Any]]:
    return json.loads(pages[path].view.jsonld)["@graph"]


def article(found: dict[str, Any] | Any, settings: Settings | None = None) -> dict[str, Any]:
    pages = site([found], settings or with_base())
    return next(
        graphs(pages, path)[0] for path in pages if path.startswith(("2016/", "undated/")) and "index" not in path
    )


def test_an_article_names_its_topics_people_organisations_and_places_with_their_pages() -> None:
    pages = site([MEETING], with_base())
    graph = graphs(pages, PATH)[0]
    assert graph["about"] == [
        {"@type": "Thing", "name": "Ekonomi kreatif & UMKM", "url": f"{BASE}topics/ekraf.html"},
    ]
    assert graph["mentions"] == [
        {"@type": "Person", "name": "Mochammad Anton", "url": f"{BASE}people/mochammad-anton.html"},
        {
            "@type": "Organization",
            "name": "Malang Creative Fusion",
            "url": f"{BASE}organisations/malang-creative-fusion.html",
        },
        {"@type": "AdministrativeArea", "name": "Kota Malang", "url": f"{BASE}places/kota-malang.html"},
        {"@type": "AdministrativeArea", "name": "Kota Surabaya", "url": f"{BASE}places/kota-surabaya.html"},
    ]
    assert {thing["url"].removeprefix(BASE) for thing in graph["about"] + graph["mentions"]} <= pages.keys()


def test_an_article_names_nobody_that_the_site_does_not() -> None:
    assert "mentions" not in article(MEETING, replace(with_base(), features=frozenset()))
    names = [
        thing["name"] for thing in article(MEETING, replace(with_base(), reject_names=("Mochammad Anton",)))["mentions"]
    ]
    assert names == ["Malang Creative Fusion", "Kota Malang", "Kota Surabaya"]


def test_an_article_says_who_printed_it_and_where() -> None:
    graph = article(MEETING)
    assert graph["publisher"] == {
        "@type": "NewsMediaOrganization",
        "name": "Media Center",
        "url": "https://mc.example/",
    }
    assert graph["isBasedOn"] == "https://mc.example/dialog"
    assert "isBasedOn" not in article(replace(MEETING, url="javascript:alert(1)"))


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("2016", "2016"),
        ("2016-03", "2016-03"),
        ("2016-03-23", "2016-03-23"),
        ("2016-03-23T10:15:00", "2016-03-23"),
        ("2016-03-23T10:15:00+07:00", "2016-03-23T10:15:00+07:00"),
        ("", None),
    ],
)
def test_a_date_is_told_as_precisely_as_it_was_printed(printed: str, told: str | None) -> None:
    assert article(record("A", printed)).get("datePublished") == told


def test_a_page_that_lists_articles_says_what_they_tell_of() -> None:
    pages = site([MEETING], with_base())
    told = {
        "people/mochammad-anton.html": ("Person", "Mochammad Anton"),
        "organisations/malang-creative-fusion.html": ("Organization", "Malang Creative Fusion"),
        "places/kota-surabaya.html": ("AdministrativeArea", "Kota Surabaya"),
        "outlets/media-center.html": ("NewsMediaOrganization", "Media Center"),
        "topics/ekraf.html": ("Thing", "Ekonomi kreatif & UMKM"),
    }
    for path, (kind, name) in told.items():
        graph = graphs(pages, path)[0]
        assert (graph["@type"], graph["about"]["@type"], graph["about"]["name"]) == ("CollectionPage", kind, name)
    person = graphs(pages, "people/mochammad-anton.html")[0]["about"]
    assert person["alternateName"] == list(SETTINGS.names[0].aliases)


def test_pages_are_of_the_kind_that_they_are_and_stand_in_a_trail() -> None:
    pages = site(days(3), with_base())
    kinds = {
        "index.html": "WebSite",
        "about.html": "AboutPage",
        "search.html": "SearchResultsPage",
        "stats.html": "WebPage",
        "2020/index.html": "CollectionPage",
        "outlets/index.html": "CollectionPage",
        "2020/01/01/berita-nomor-1.html": "NewsArticle",
    }
    for path, kind in kinds.items():
        graph, trail = graphs(pages, path)
        assert (graph["@type"], trail["@type"]) == (kind, "BreadcrumbList")
        steps = trail["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert steps[0]["item"] == BASE
        assert steps[-1]["item"] == pages[path].view.canonical
