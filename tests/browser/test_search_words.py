"""The browser folds, cuts and stems words exactly as the index does."""

import itertools
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser
from watching import ROOT

from kliping.site.search.words import fold, tokens
from kliping.stems import WHOLE, family


@pytest.fixture(scope="module")
def script(chromium: Browser) -> Iterator[Any]:
    """Call a function of search.js with each of the values."""
    page = chromium.new_page()
    page.add_script_tag(path=ROOT / "static" / "search-words.js")
    yield lambda name, values: page.evaluate(f"values => values.map(value => kliping.{name}(value))", values)
    page.close()


PREFIXES = [
    "",
    *"di ke me mem men meny meng pem pen peny peng ter be ber bel pe per pel memper diper keber".split(),
]
SUFFIXES = ["", *"i an kan nya ku mu lah kah pun annya kannya inya ilah kanlah isi".split()]
ROOTS = (
    "ajar bangun kota kreatif sapu tulis pukul lihat ambil nyanyi jual kerja serah siap sisi eras aman usaha "
    "cerita a an er malang ekonomi wisata bisa kelola keluarga nyanyi milik mulai rumah rencana "
    "kreativitas aktivis fasilitasi organisir sosialisasi profesionalisme komunikatif politis produksi inspektor"
).split()


def test_thousands_of_indonesian_words_have_the_same_stem_on_both_sides(script: Any) -> None:
    words = {"".join(parts) for parts in itertools.product(PREFIXES, (*ROOTS, *WHOLE), SUFFIXES)}
    for seed in sorted((ROOT / "seeds").glob("*.txt")) + sorted((ROOT / "tests" / "articles").glob("*.txt")):
        words.update(tokens(seed.read_bytes().decode("utf-8", "replace")))
    assert len(words) > 8_000
    asked = sorted(words)
    assert script("stem", asked) == [family(word) for word in asked]


def test_letters_of_all_scripts_fold_alike_on_both_sides(script: Any) -> None:
    letters = [chr(code) for code in range(0x20, 0x3000) if unicodedata.category(chr(code)) not in {"Cn", "Cs"}]
    assert script("fold", letters) == [fold(letter) for letter in letters]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jum’at di Jum'at", ["jumat", "di", "jumat"]),
        ("gotong-royong, kota/kabupaten", ["gotong", "royong", "kota", "kabupaten"]),
        ("Pelé dan STRASSE, Straße", ["pele", "dan", "strasse", "strasse"]),
        ("ＩＣＣＣ ２０１６", ["iccc", "2016"]),
        ("1.000 ‘kutipan’ ke-102", ["1", "000", "kutipan", "ke", "102"]),
        ("constructor __proto__ <b>", ["constructor", "proto", "b"]),
        ("x" * 41 + " y", ["y"]),
        ("", []),
    ],
)
def test_a_text_falls_into_the_same_words_on_both_sides(script: Any, text: str, words: list[str]) -> None:
    assert tokens(text) == words
    assert script("tokens", [text]) == [words]


@pytest.mark.parametrize(
    ("word", "forms", "related"),
    [
        ("awal", "awal berawal kawal dikawal mengawal", "awal berawal mengawal"),
        ("kawal", "awal berawal kawal dikawal mengawal", "kawal dikawal mengawal"),
        ("mengawal", "awal kawal", "awal kawal"),
        ("terumpul", "kumpul mengumpulkan pengumpulan", ""),
        ("menumpulkan", "mengumpulkan kumpul", ""),
        ("menyanyi", "nyanyi penyanyi", "nyanyi penyanyi"),
    ],
)
def test_forms_of_one_stem_are_told_apart_by_the_roots_that_are_there(
    script: Any, word: str, forms: str, related: str
) -> None:
    assert script("akin.apply.bind(kliping.akin, null)", [[word, forms.split()]]) == [related.split()]


def test_one_wrong_letter_is_near_and_two_are_not(script: Any) -> None:
    near = ["kreatf", "kreattif", "kreatip", "kraetif", "reatif", "kreatif"]
    far = ["karetip", "kratiff", "kota", ""]
    asked = script("near.apply.bind(kliping.near, null)", [["kreatif", word] for word in near + far])
    assert asked == [True] * len(near) + [False] * len(far)
