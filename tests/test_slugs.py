"""Addresses made from titles: a-z, 0-9 and -, never empty, never too long."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kliping.slugs import LONGEST, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kominfo Kota Malang Gelorakan Kota Kreatif", "kominfo-kota-malang-gelorakan-kota-kreatif"),
        ("Wali Kota: Ekraf & UMKM", "wali-kota-ekraf-dan-umkm"),
        ("Jum’at, Jum'at", "jumat-jumat"),
        ("Café Ñandú Øre Straße Ærø", "cafe-nandu-ore-strasse-aero"),
        ("ﬁlm ② İstanbul", "film-2-istanbul"),
        ("../../etc/passwd", "etc-passwd"),
        ("Index", "index-1"),
        ("CON", "con-1"),
    ],
)
def test_a_title_becomes_an_address(text: str, expected: str) -> None:
    assert slug(text, "x") == expected


def test_a_text_without_latin_letters_takes_the_fallback() -> None:
    assert slug("日本", "000_a.txt") == "000-a-txt"


def test_a_fallback_without_latin_letters_is_told_apart_by_its_digest() -> None:
    assert re.fullmatch(r"x[0-9a-f]{8}", slug("日本", "日"))
    assert slug("日本", "") != slug("中国", "")


def test_a_long_title_is_cut_between_words() -> None:
    assert slug("kota " * 30, "x") == "-".join(["kota"] * 16)
    assert slug("k" * 200, "x") == "k" * LONGEST


@given(st.text(), st.text())
def test_every_address_is_safe(text: str, fallback: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text, fallback))
    assert len(slug(text, fallback)) <= LONGEST + 2
    assert slug(slug(text, fallback), "x") == slug(text, fallback)
