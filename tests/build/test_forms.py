"""Seeds of all forms in one project: text, saved pages, Markdown."""

import shutil
import sys
from pathlib import Path

import pytest
from small_sites import ONE, Site, codes, make

from kliping.build.check import check_links
from kliping.build.output import Output
from kliping.config import Settings

PAGES = Path(__file__).parents[1] / "html"
NOTE = """
-- seeds/catatan.md --
---
title: "Catatan Warga"
date: 2024-03-01
---

Warga mencatat *sendiri* kabarnya.
"""


def forms(site: Site) -> Path:
    root = site(ONE + NOTE + "\n-- seeds/README.md --\nTentang folder ini.\n")
    shutil.copy(PAGES / "koran.html", root / "seeds/pasar.html")
    return root


def test_a_page_and_a_note_become_records_and_pages_like_any_text(site: Site) -> None:
    root = forms(site)
    result = make(root)
    assert result.articles == 3
    assert not result.failed()
    assert {"records/pasar.md", "records/catatan.md"} <= set(result.records)
    article = (root / "public/2023/06/16/pasar-apung-lembah-sunyi-dibuka-lagi.html").read_text("utf-8")
    assert "Pasar apung di Kecamatan Lembah Sunyi" in article
    assert "dijalankan" not in article
    assert "<em>sendiri</em>" in (root / "public/2024/03/01/catatan-warga.html").read_text("utf-8")


def test_the_source_page_of_a_saved_page_shows_the_text_made_from_it(site: Site) -> None:
    root = forms(site)
    make(root)
    (source,) = (root / "public/sources").glob("pasar*.html")
    text = source.read_text("utf-8")
    assert '<mark class="f-date">2023-06-15T18:20:00Z</mark>' in text
    assert "role-promo" in text
    assert "<script>document" not in text
    assert list(check_links(Output(root, Settings()))) == []


def test_what_is_built_again_is_the_same(site: Site) -> None:
    root = forms(site)
    make(root)
    again = make(root)
    assert again.written == ()
    assert again.records == ()


def test_without_the_extra_the_others_are_built(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    root = forms(site)
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    result = make(root)
    assert result.articles == 2
    assert [problem for problem in codes(result) if problem == "html-extra"] == ["html-extra"]
