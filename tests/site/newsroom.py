"""Small archives made in code, for the tests of the site."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kliping.config import Name, Settings, Topic
from kliping.model import Article, Event, Provenance, Reading, ReadLine, Record, Repair, Role, Span
from kliping.site.catalogue import Catalogue, catalogue
from kliping.site.compose import compose
from kliping.site.page import Page
from kliping.site.plan import plan
from kliping.site.theme import Theme
from kliping.when import When

BASE = "https://kliping.example/arsip/"
SETTINGS = Settings(
    title="Kliping Kota Malang",
    description="Berita kota kreatif",
    topics=(
        Topic("ekraf", "Ekonomi kreatif & UMKM", "Usaha kecil dan kreatif."),
        Topic("jejaring", "Jejaring kota"),
    ),
    names=(Name("Mochammad Anton", ("M Anton", "Anton"), ("Wali Kota Malang",)),),
)
BARE = Theme({}, {}, {})


def record(title: str, date: str = "", body: str = "", **more: Any) -> Record:
    """Return a record with a body of its own."""
    text = body or f"{title} digelar di Balai Kota Malang dan dihadiri banyak warga kota. Acara itu berjalan lancar."
    return Record(title=title, body=text, date=When.parse(date) if date else None, **more)


def articles(records: Iterable[Record], settings: Settings = SETTINGS) -> list[Article]:
    """Return the records composed, each from a file of its own."""
    return [compose(found, f"records/{at:04d}.md", None, settings) for at, found in enumerate(records)]


def archive(records: Iterable[Record], settings: Settings = SETTINGS, **more: Any) -> Catalogue:
    """Return the catalogue of the records."""
    return catalogue(articles(records, settings), settings, **more)


def site(records: Iterable[Record], settings: Settings = SETTINGS, theme: Theme = BARE) -> dict[str, Page]:
    """Return the pages of the records by path."""
    return {page.path: page for page in plan(archive(records, settings), settings, theme).pages}


def view(pages: dict[str, Page], path: str) -> Any:
    """Return the view of the page at the path."""
    return pages[path].view


def with_base(language: str = "id") -> Settings:
    """Return the settings of a site that knows where it will live."""
    return replace(SETTINGS, base_url=BASE, language=language)


def days(count: int, start: int = 1) -> list[Record]:
    """Return one record a day, from 1 January 2020 on."""
    found = []
    for number in range(start, start + count):
        month, day = divmod(number - 1, 28)
        found.append(record(f"Berita nomor {number}", f"2020-{month + 1:02d}-{day + 1:02d}"))
    return found


def kominfo() -> tuple[Record, Reading]:
    """Return an article in the manner of a saved page, with what the parser saw."""
    lines = (
        ReadLine(1, "Berita", Role.SECTION, "section-line", spans=(Span(0, 6, "section"),)),
        ReadLine(2, "", Role.BLANK, "blank"),
        ReadLine(3, "Kominfo Gelorakan <Kota> Kreatif", Role.HEADLINE, "headline", spans=(Span(0, 32, "title"),)),
        ReadLine(
            4,
            "Blimbing, MC – Kominfo menggelar dialog di Kecamatan Sukun, Rabu (23/3). (cah/yon)",
            Role.BODY,
            "body",
            spans=(
                Span(0, 8, "place"),
                Span(10, 12, "outlet"),
                Span(59, 70, "date"),
                Span(74, 81, "authors"),
            ),
        ),
        ReadLine(
            5,
            "“Komunitas dan pemerintah harus berjalan bersama untuk meraih kota kreatif,” jelas Vicky Arief.",
            Role.BODY,
            "body",
        ),
        ReadLine(6, "Leave a Comment", Role.COMMENTS, "comment-form"),
    )
    made = Record(
        title="Kominfo Gelorakan <Kota> Kreatif",
        body="Kominfo menggelar dialog di Kecamatan Sukun, Rabu (23/3).\n\n"
        "“Komunitas dan pemerintah harus berjalan bersama untuk meraih kota kreatif,” jelas Vicky Arief.",
        date=When(2016, 3, 23),
        outlet="MC",
        place="Blimbing",
        section="Berita",
        authors=("cah", "yon"),
        topics=("ekraf",),
        tags=("UMKM", "ICCC 2016"),
        people=("Vicky Arief",),
        events=(
            Event(
                When(2016, 3, 23),
                When(2016, 3, 23),
                "Kominfo menggelar dialog di Kecamatan Sukun, Rabu (23/3).",
                4,
                "Sukun",
            ),
        ),
        seed="000_d29b311f62dba84d.txt",
        provenance={
            "title": Provenance("headline", 3, 0.97),
            "date": Provenance("date-weekday-year", 4, 0.95, note="Rabu 23/3 cocok dengan 2016"),
            "place": Provenance("dateline", 4, 0.6),
        },
    )
    return made, Reading(made.seed, lines, (Repair(4, "soft-hyphen", "ke­camatan", "kecamatan"),))
