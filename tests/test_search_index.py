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
from hypothesis import assume, given
from hypothesis import strategies as st

from kliping.config import Name, OutletSetting, Settings
from kliping.model import Record
from kliping.site.cards import make_cards
from kliping.site.catalogue import catalogue
from kliping.site.compose import compose
from kliping.site.page import Page
from kliping.site.search import index_pages
from kliping.site.search.index import BLOCK, SHARD
from kliping.site.search.shards import END, cut
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
    named = {file for kind in ("words", "places", "cards", "spell") for _, file in facts[kind]}
    assert named == {page.path for page in others}
    assert facts["count"] == 19
    assert facts["years"] == [["2016", 19]]
    assert len(facts["cards"]) == 2


def test_scripts_are_ascii_and_named_by_their_content() -> None:
    for page in index(record(title="Pelé • Café")):
        name, digest, ending = page.path.removeprefix("search/").split(".")
        assert (ending, digest) == ("js", hashlib.sha256(page.view.encode("ascii")).hexdigest()[:12])
        assert name in {"index", "words", "places", "cards", "spell"}


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


words = st.dictionaries(st.text("abcdé1", min_size=1, max_size=6), st.integers(1, 500), min_size=1)


@given(words, st.integers(1, 2_000))
def test_every_word_stands_in_the_one_shard_where_it_is_looked_for(sizes: dict[str, int], limit: int) -> None:
    shards = cut(sizes, limit)
    assert sorted(word for group in shards.values() for word in group) == sorted(sizes)
    for name, group in shards.items():
        assert sum(sizes[word] for word in group) <= limit or len(group) == 1
        for word in group:
            assert word + END == name or word.startswith(name)
            assert [other for other in shards if other == word + END or word.startswith(other)] == [name]


@given(words, st.text("abcdé1", min_size=1, max_size=6))
def test_a_new_word_moves_no_word_but_those_of_the_shard_it_goes_into(sizes: dict[str, int], new: str) -> None:
    assume(new not in sizes)
    before, after = cut(sizes, 600), cut({**sizes, new: 100}, 600)
    for name, group in before.items():
        if not (new + END == name or new.startswith(name)) and name:
            assert after[name] == group


def test_shards_stay_small() -> None:
    texts = [" ".join(f"kata{number * 7 + step}" for step in range(400)) for number in range(300)]
    pages = index(*(record(1 + number % 28, title=f"T {number}", body=text) for number, text in enumerate(texts)))
    sizes = [len(page.view) for page in pages if "/words." in page.path or "/places." in page.path]
    assert len(sizes) > 4
    assert max(sizes) < 3 * SHARD


def test_the_script_of_the_search_page_is_light() -> None:
    assert len(gzip.compress((ROOT / "static" / "search.js").read_bytes(), mtime=0)) < 8_000
