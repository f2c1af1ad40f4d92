"""What an outlet's rights withhold is in no byte of the site."""

from dataclasses import replace

import pytest
from newsroom import kominfo, record, with_base

from kliping.config import OutletSetting
from kliping.model import Event, Provenance, Record
from kliping.site.catalogue import catalogue
from kliping.site.compose import compose
from kliping.site.plan import plan
from kliping.site.render import render
from kliping.site.rights import rights_of
from kliping.site.theme import Theme, load_theme
from kliping.when import When

BODY = (
    "Paragraf pembuka yang boleh dikutip.\n\n"
    "Paragraf kedua rahasiakedua.\n\n"
    "“Kutipan rahasiakutipan yang panjang sekali dari seorang tokoh kota,” kata Vicky Arief."
)
SECRETS = ("rahasiakedua", "rahasiakutipan", "rahasiafoto", "rahasiaperistiwa", "rahasiacatatan", "rahasiaekstra")


@pytest.fixture(scope="module")
def theme() -> Theme:
    return load_theme(None)


def restricted(**more: object) -> Record:
    return record(
        "Judul terbuka",
        "2016-03-23",
        BODY,
        outlet="Kompas",
        domain="kompas.com",
        people=("Vicky Arief",),
        tags=("UMKM",),
        topics=("ekraf",),
        captions=("Foto rahasiafoto",),
        events=(Event(When(2016, 3, 23), When(2016, 3, 23), "Dialog rahasiaperistiwa digelar"),),
        provenance={"title": Provenance("headline", 1, 0.9, note="rahasiacatatan")},
        extra={"catatan": "rahasiaekstra"},
        **more,
    )


def bytes_of(made: Record, rights: str, theme: Theme) -> dict[str, str]:
    """Every file of a site of that record and another one."""
    settings = replace(with_base(), outlets=(OutletSetting("kompas.com", "Kompas", "kompas.com", rights),))
    _, reading = kominfo()
    lines = tuple(replace(reading.lines[4], number=at, text=text) for at, text in enumerate(BODY.split("\n"), 1))
    found = [
        compose(made, "records/a.md", replace(reading, lines=lines, repairs=()), settings),
        compose(record("Lain", "2016-03-24", "Isi lain.", tags=("UMKM",)), "records/b.md", None, settings),
    ]
    pages = plan(catalogue(found, settings), settings, theme).pages
    return {page.path: render(page, theme, "id").decode("utf-8", "replace") for page in pages}


@pytest.mark.parametrize("rights", ["excerpt", "link"])
def test_no_byte_tells_what_may_not_be_shown(rights: str, theme: Theme) -> None:
    for path, text in bytes_of(restricted(), rights, theme).items():
        for secret in SECRETS:
            assert secret not in text.casefold(), (path, secret)


def test_a_link_shows_not_even_the_first_paragraph(theme: Theme) -> None:
    for path, text in bytes_of(restricted(summary="Ringkasan orang."), "link", theme).items():
        assert "boleh dikutip" not in text, path
        assert "Ringkasan orang" not in text, path


def test_an_excerpt_shows_the_summary_and_the_first_paragraph(theme: Theme) -> None:
    files = bytes_of(restricted(summary="Ringkasan orang."), "excerpt", theme)
    page = files["2016/03/23/judul-terbuka.html"]
    assert "Paragraf pembuka yang boleh dikutip." in page
    assert "Ringkasan orang." in page
    assert not [path for path in files if path.startswith("sources/")]


def test_full_rights_show_everything(theme: Theme) -> None:
    files = bytes_of(restricted(), "full", theme)
    assert "rahasiakedua" in files["2016/03/23/judul-terbuka.html"]
    assert "rahasiakedua" in files["feed.xml"]
    assert [path for path in files if path.startswith("sources/")]


def test_a_record_s_own_rights_go_before_its_outlet_s_and_those_before_the_site_s() -> None:
    settings = replace(
        with_base(), rights="link", outlets=(OutletSetting("kompas.com", "Kompas", "kompas.com", "excerpt"),)
    )
    assert rights_of(record("A", rights="full", domain="kompas.com"), settings) == "full"
    assert rights_of(record("A", domain="www.Kompas.com"), settings) == "excerpt"
    assert rights_of(record("A", outlet="KOMPAS"), settings) == "excerpt"
    assert rights_of(record("A", outlet="MC"), settings) == "link"
    assert rights_of(record("A", rights="tidak jelas"), settings) == "link"
