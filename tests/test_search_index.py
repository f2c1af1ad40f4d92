"""The search index as files: what is in them, how they are cut, that they stay the same."""

import gzip
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kliping.config import Name, OutletSetting, Settings
from kliping.model import Record
from kliping.site.cards import make_cards
from kliping.site.catalogue import catalogue
from kliping.site.compose import compose
from kliping.site.page import Page
from kliping.site.pages.search_page import SCRIPTS
from kliping.site.search import index_pages
from kliping.site.search.index import BLOCK, SHARD
from kliping.site.search.numbers import DIGITS, number, rising
from kliping.site.search.places import GAP, places
from kliping.site.search.shards import cut, front_coded, in_order
from kliping.when import When

ROOT = Path(__file__).parents[1]
BODY = "Pembuka tentang sawah.\n\nLanjutan tentang rahasia.\n\nPenutup tentang kerbau."


def record(number: int = 1, **more: Any) -> Record:
    plain = Record(
        f"Judul {number}", BODY, date=When(2016, 3, number), outlet="MC", people=("M Anton",), tags=("UMKM",)
    )
    return replace(plain, **more)


Index = Callable[..., list[Page]]


def index(*records: Record, **settings: Any) -> list[Page]:
    chosen = Settings(**settings)
    articles = [compose(found, f"records/{number}.md", None, chosen) for number, found in enumerate(records)]
    filed = catalogue(articles, chosen)
    return list(index_pages(filed, chosen, make_cards(filed, chosen.language)))


def value(page: Page) -> Any:
    """What a script hands to the search page."""
    text: str = page.view
    assert text.startswith("kliping.shard(")
    return json.loads(text.removeprefix("kliping.shard(").removesuffix(")\n"))


def test_the_first_script_names_all_the_others() -> None:
    head, *others = index(*(record(number) for number in range(1, 20)))
    facts = value(head)
    files = {kind: stamps.split() for kind, stamps in facts["files"].items()}
    named = {f"search/{kind}.{stamp}.js" for kind in files if kind != "cards" for stamp in files[kind]}
    named |= {f"search/cards.{number}.{stamp}.js" for number, stamp in enumerate(files["cards"])}
    assert named == {page.path for page in others}
    assert {kind: len(names.split()) for kind, names in facts["names"].items()} == {
        kind: len(stamps) for kind, stamps in files.items() if kind != "cards"
    }
    assert facts["count"] == len(facts["lengths"]) == 19
    assert facts["years"] == [["2016", 19]]
    assert len(files["cards"]) == -(-19 // BLOCK)


def test_scripts_are_ascii_and_named_by_their_content() -> None:
    for page in index(record(title="Pelé • Café")):
        kind, *_, stamp, ending = page.path.removeprefix("search/").split(".")
        assert ending == "js"
        assert hashlib.sha256(page.view.encode("ascii")).hexdigest().startswith(stamp)
        assert kind in {"index", "words", "common", "forms", "ends", "cards"}


def test_an_empty_site_has_an_index_too() -> None:
    (head, *_) = index()
    assert value(head)["count"] == 0


@pytest.mark.parametrize(("rights", "shown"), [("full", "sawah rahasia kerbau"), ("excerpt", "sawah"), ("link", "")])
def test_what_rights_withhold_is_in_no_script(rights: str, shown: str) -> None:
    text = "".join(page.view for page in index(record(), outlets=(OutletSetting("MC", rights=rights),)))
    assert "judul" in text.lower()
    for word in ("sawah", "rahasia", "kerbau"):
        assert (word in text) == (word in shown.split()), word


def test_a_person_is_found_by_every_name_that_the_settings_know() -> None:
    text = "".join(
        page.view for page in index(record(), names=(Name("Mochammad Anton", aliases=("M Anton", "Abah Toni")),))
    )
    assert "mochammad" in text
    assert "abah" in text


def test_an_article_more_leaves_full_blocks_of_cards_as_they_are() -> None:
    before = [page.path for page in index(*(record(number) for number in range(1, BLOCK + 2)))]
    after = [page.path for page in index(*(record(number) for number in range(1, BLOCK + 3)))]
    cards = [path for path in before if "/cards." in path]
    assert cards[0] in after
    assert cards[1] not in after


def test_the_index_is_the_same_in_every_process() -> None:
    code = (
        "import sys; sys.path[:0] = ['src', 'tests']; from test_search_index import index, record; "
        "import hashlib; pages = index(*map(record, range(1, 20))); "
        "print(hashlib.sha256(repr([(p.path, p.view) for p in pages]).encode()).hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


words = st.dictionaries(st.text("abcdé1𝔞中", min_size=1, max_size=6), st.integers(1, 500), min_size=1)


@given(words, st.integers(1, 2_000))
def test_every_word_stands_in_the_last_shard_whose_name_does_not_come_after_it(
    sizes: dict[str, int], limit: int
) -> None:
    shards = cut(sizes, limit)
    assert [word for group in shards.values() for word in group] == in_order(sizes)
    assert list(shards) == in_order(shards)
    for name, group in shards.items():
        assert sum(sizes[word] for word in group) <= limit or len(group) == 1
        for word in group:
            assert [other for other in shards if in_order([other, word])[0] == other][-1] == name


@given(words)
def test_words_told_by_what_they_share_with_the_one_before_can_be_read_back(sizes: dict[str, int]) -> None:
    told, last = [], ""
    for part in front_coded((word, "7") for word in in_order(sizes)).split(" "):
        last = last[: DIGITS.index(part[0])] + part[1:-1]
        told.append(last)
        assert part[-1] == "7"
    assert told == in_order(sizes)


@given(st.lists(st.integers(0, 10_000_000)))
def test_numbers_tell_where_they_end(values: list[int]) -> None:
    assert read("".join(map(number, values))) == values
    steps = read(rising(sorted(values)))
    assert [sum(steps[: at + 1]) for at in range(len(steps))] == sorted(values)


def read(text: str) -> list[int]:
    found, value = [], 0
    for digit in map(DIGITS.index, text):
        if digit >= 32:
            value = value * 32 + digit - 32
        else:
            found.append(value * 32 + digit)
            value = 0
    assert value == 0
    return found


def test_a_text_is_the_number_of_its_words_and_the_positions_of_each() -> None:
    count, *told = places(["Kota kita, kota kreatif.", "Kreatif"]).split(" ")
    assert count == "5"
    assert dict(zip(told[::2], map(read, told[1::2]), strict=True)) == {
        "kota": [2, 0, 2],
        "kita": [1, 1],
        "kreatif": [2, 3, 1 + GAP],
    }


def test_an_article_keeps_the_places_of_its_words_only_where_the_site_has_a_search() -> None:
    assert compose(record(), "a.md", None, Settings()).places.startswith("9 pembuka ")
    assert compose(record(), "a.md", None, Settings(features=frozenset())).places == ""


def test_words_that_nearly_every_text_has_are_shards_of_their_own() -> None:
    head, *others = index(record(title="Dari Desa ke Kota", body="Jalan dari sawah."))
    assert value(head)["names"]["common"].split() == ["dari", "ke"]
    words = "".join(value(page) for page in others if "/words." in page.path)
    assert " ke " in words
    assert "sawah" in words


def test_shards_stay_small() -> None:
    texts = [" ".join(f"kata{number * 7 + step}" for step in range(400)) for number in range(300)]
    pages = index(*(record(1 + number % 28, title=f"T {number}", body=text) for number, text in enumerate(texts)))
    sizes = [len(page.view) for page in pages if page.path.split(".")[0].endswith(("words", "forms", "ends"))]
    assert len(sizes) > 20
    assert max(sizes) < 1.2 * SHARD


def test_the_scripts_of_the_search_page_are_light() -> None:
    assert sum(len(gzip.compress((ROOT / "static" / name).read_bytes(), mtime=0)) for name in SCRIPTS) < 13_000


def test_the_search_page_loads_its_scripts_in_order() -> None:
    assert {path.name for path in (ROOT / "static").glob("search*.js")} == set(SCRIPTS)
    assert SCRIPTS[-1] == "search.js"
