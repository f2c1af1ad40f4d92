"""Tags: what an article is filed under, decided over the archive and hardly moved by one article more."""

import random
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import SETTINGS, archive, articles, record, site, view

from kliping import config, data
from kliping.annotate.candidates import TOKEN
from kliping.annotate.keyphrases import find_keyphrases
from kliping.annotate.naming import find_names
from kliping.annotate.tagwords import light_key, stem_key
from kliping.config import Settings
from kliping.edits import check
from kliping.model import Article, Candidate, Provenance, Record, Seed
from kliping.parse import ParseOptions, parse
from kliping.site.compose import compose
from kliping.site.tagging import MOST, tagged

ROOT = Path(__file__).parents[2]
FIRST_SITE = config.load((ROOT / "kliping.yaml").read_text("utf-8"), "kliping.yaml")


def read(folder: str, rules: Settings) -> list[Article]:
    """Every text of a folder, parsed and composed."""
    options, found = ParseOptions.of(rules), []
    for path in sorted((ROOT / folder).glob("*.txt")):
        parsed = parse(Seed(path.name, path.read_bytes()), options)
        if parsed.record:
            found.append(compose(parsed.record, f"records/{path.stem}.md", parsed.reading, rules))
    return found


@cache
def corpus() -> tuple[Article, ...]:
    """Articles from all over the country: every fifth of those that the parser is tested with."""
    return tuple(read("tests/articles", Settings())[::5])


def tags(found: list[Article] | tuple[Article, ...]) -> dict[str, tuple[str, ...]]:
    return {article.id: article.record.tags for article in tagged(found)}


def of(*records: Record) -> list[tuple[str, ...]]:
    return [article.record.tags for article in tagged(articles(records))]


def test_the_seeds_have_the_tags_that_a_reader_expects() -> None:
    expected = {
        "000": {"Kominfo", "Malang Creative Fusion", "ICCC 2016", "Disperindag", "UMKM"},
        "001": {"Malang Creative Center", "kunjungan kerja", "ekonomi kreatif", "Bekasi"},
        "002": {"ICCC 2016", "ekonomi kreatif", "Badan Ekonomi Kreatif"},
        "003": {"UMKM", "ekonomi kreatif", "UNESCO", "UCCN"},
        "004": {"Apeksi", "Rapat Kerja Nasional"},
    }
    found = {name[:3]: set(mine) for name, mine in tags(read("seeds", FIRST_SITE)).items()}
    assert {name: wanted - found[name] for name, wanted in expected.items()} == {name: set() for name in expected}


def test_a_persons_list_stands_as_it_is() -> None:
    body = "Rumput laut dijemur. Rumput laut dijual di Pasar Klojen. Warga Pasar Klojen membeli rumput laut."
    given = ("pilihan saya", "Dua", "tiga", "4", "5", "6", "7", "8", "9")
    assert of(record("Rumput Laut", body=body, tags=given)) == [given]
    confirmed = record("Rumput Laut", body=body, provenance={"tags": Provenance("person")})
    assert of(confirmed) == [()]
    edited = record(
        "Rumput Laut", body=body, tags=("b",), provenance={"tags": Provenance("tag-list", 1, 0.9, "abc123")}
    )
    assert of(edited) == [("b",)]


def test_what_the_page_prints_comes_first() -> None:
    body = "Rumput laut dijemur. Rumput laut dijual. Warga membeli rumput laut."
    mine = parse(Seed("a.txt", f"Rumput Laut\n\n{body} {body}\n\nTags: nori, agar".encode()), ParseOptions()).record
    assert mine is not None
    assert of(mine) == [("nori", "agar", "rumput laut")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("kampung kreatif", "kampung-kampung kreatif"),
        ("rumput laut", "rumput lautnya"),
        ("latihan topeng", "pelatihan topeng"),
    ],
)
def test_variants_are_one_tag(first: str, second: str) -> None:
    a, b = (
        Article(Record("t", ""), name, name, name, "", "", "", 1, candidates=(found,))
        for name, found in (("a", phrase(first)), ("b", phrase(second)))
    )
    assert {article.record.tags for article in tagged([a, b])} == {(first,)}


def phrase(text: str, level: int = 2) -> Candidate:
    return Candidate(text, light_key(text), stem_key(light_key(text)), "", level)


def test_an_abbreviation_and_its_long_form_are_one_tag() -> None:
    told = record("A", body="Malang Creative Fusion (MCF) berkumpul. Ketua MCF hadir.")
    bare = record("B", body="MCF menggambar. Tembok MCF dicat.")
    assert of(told, bare) == [("Malang Creative Fusion",), ("Malang Creative Fusion",)]


def test_an_abbreviation_of_two_things_stands_for_each_only_where_it_is_explained() -> None:
    one = record("A", body="Palang Merah Indonesia (PMI) berkumpul. Ketua PMI hadir.")
    two = record("B", body="Pekerja Migran Indonesia (PMI) pulang. Kepulangan PMI dijemput.")
    bare = record("C", body="PMI menggambar. Tembok PMI dicat.")
    assert of(one, two, bare) == [("Palang Merah Indonesia",), ("Pekerja Migran Indonesia",), ("PMI",)]


def test_what_every_article_has_is_no_tag() -> None:
    bodies = [f"Rumput laut dan {word} dijemur. Rumput laut, {word} tua, dijual bersama {word} tua." for word in WORDS]
    for mine in of(*(record(f"Rumput laut {word}", body=body) for word, body in zip(WORDS, bodies, strict=True))):
        assert "rumput laut" not in mine
        assert mine


WORDS = ("kakao", "pala", "cengkih", "nanas", "salak", "durian", "jagung", "kedelai", "singkong", "talas", "sagu",
         "vanili", "kapuk", "kemiri", "pinang", "rotan", "nipah", "aren", "lontar", "damar", "ulin")  # fmt: skip


def test_no_person_outlet_date_or_office_is_a_tag() -> None:
    body = (
        "Wali Kota Malang Siti Rahma membuka pasar pada Senin (3/4/2017). “Bagus,” kata Siti Rahma. Kang Dadan datang. "
        "Kang Dadan menari. Siti Rahma pulang Senin malam. Harian Contoh mencatat. Wali Kota senang, Wali Kota pulang."
    )
    (mine,) = of(record("Pasar", body=body, people=("Siti Rahma",), outlet="Harian Contoh", authors=("Budi Jaya",)))
    words = {word for tag in mine for word in tag.split()}
    assert not words & {"Siti", "Rahma", "Senin", "April", "Harian", "Contoh", "Wali", "Dadan", "Kang", "2017"}


def test_every_tag_stands_in_the_article_or_explains_what_does() -> None:
    longs = {one.name for article in corpus() for one in article.candidates if one.short}
    for article in tagged(corpus()):
        text = f"{article.record.title}\n{article.text}".casefold()
        for tag in article.record.tags:
            parts = tag.casefold().replace("-", " ").split()
            printed = any(one.name == tag for one in article.candidates if one.level > 3)
            assert printed or tag in longs or all(part in text for part in parts), (article.id, tag)


def test_an_article_has_few_tags_each_once() -> None:
    found = list(tags(corpus()).values())
    for mine in found:
        assert len(mine) <= MOST
        assert len({tag.casefold() for tag in mine}) == len(mine)
    assert sum(len(mine) >= 3 for mine in found) > 0.8 * len(found)


def test_a_new_article_moves_the_tags_of_few_others() -> None:
    whole = tags(corpus())
    moved = []
    for place in range(0, len(corpus()), 3):
        rest = tags(corpus()[:place] + corpus()[place + 1 :])
        moved.append(sum(whole[name] != mine for name, mine in rest.items()))
    assert max(moved) <= 4
    assert sum(moved) / len(moved) < 1


def test_tags_do_not_depend_on_the_order_of_articles() -> None:
    turned = list(corpus())
    random.Random(7).shuffle(turned)  # noqa: S311 - an order, no secret
    assert tags(turned) == tags(corpus())


KEYS = [*WORDS, "kebun kopi", "kebun-kebun kopi", "tari topeng", "menari topeng", "MCF"]
candidates = st.builds(
    lambda name, level, long: replace(
        phrase(name, level), short="mcf" if long and " " in name else "", stem="" if long else phrase(name).stem
    ),
    st.sampled_from(KEYS), st.sampled_from([0, 1, 2, 3, 9]), st.booleans(),
)  # fmt: skip
lists = st.lists(st.lists(candidates, max_size=10, unique_by=lambda one: one.key), min_size=1, max_size=30)


@settings(deadline=None)
@given(lists, st.randoms(use_true_random=False))
def test_any_archive_has_the_same_tags_in_any_order(found: list[list[Candidate]], chance: random.Random) -> None:
    made = [
        Article(Record("t", ""), str(at), str(at), str(at), "", "", "", 1, candidates=tuple(mine))
        for at, mine in enumerate(found)
    ]
    turned = made.copy()
    chance.shuffle(turned)
    assert tags(turned) == tags(made)
    for mine in tags(made).values():
        assert len(set(mine)) == len(mine) <= 10


def test_an_excerpt_is_tagged_by_what_may_be_seen() -> None:
    body = "Pasar dibuka.\n\nRumput laut dijemur. Rumput laut dijual. Warga membeli rumput laut di Pasar Klojen."
    for rights in ("excerpt", "link"):
        (mine,) = archive([record("Pasar dibuka", body=body, rights=rights)], SETTINGS).articles
        assert not {"rumput laut", "Pasar Klojen"} & set(mine.record.tags)


def test_the_word_lists_hold_texts_each_once() -> None:
    for name, words in data.load("tags.yaml").items():
        assert all(isinstance(word, str) for word in words), name
        assert len(set(words)) == len(words), name


def test_a_tag_found_in_one_article_only_has_no_page_and_one_that_somebody_wrote_has() -> None:
    body = "Rumput laut dijemur. Rumput laut dijual. Warga membeli rumput laut."
    lone = site([record("Rumput laut", "2020", body=body)])
    shown = view(lone, "2020/rumput-laut.html").tags
    assert [(link.label, link.path) for link in shown] == [("rumput laut", "")]
    assert not [path for path in lone if path.startswith("tags/") and path != "tags/index.html"]
    two = site([record("Rumput laut", "2020", body=body), record("Panen rumput laut", "2021", body=body)])
    assert view(two, "2020/rumput-laut.html").tags[0].path == "tags/rumput-laut.html"
    written = site([record("Rumput laut", "2020", body=body, tags=("nori",))])
    assert [(link.label, link.path) for link in view(written, "2020/rumput-laut.html").tags] == [
        ("nori", "tags/nori.html")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pasar dibuka di Kabupaten Lumajang.", {"Lumajang"}),
        ("Warga Desa Sungai Bening, Kecamatan Sajad, datang.", {"Desa Sungai Bening", "Kecamatan Sajad"}),
        ("Kementerian Kelautan dan Perikanan membagikan benih.", {"Kementerian Kelautan dan Perikanan"}),
        ("Mereka datang ke Festival Teluk Dalam 2018 kemarin.", {"Festival Teluk Dalam 2018"}),
        ("Konferensi (ICCC) 2016 digelar.", {"ICCC 2016"}),
        ("Kepala Dinas Perhubungan Kota Bima Andi Saputra datang.", {"Dinas Perhubungan Kota Bima"}),
        ("Pada Maret 2018 Wali Kota hadir. Senin 2018 lewat.", set()),
        ("Rian Pamungkas (45) datang. Lalu Rian Pamungkas pulang.", set()),
        ("Siang itu Kang Dadan datang. Kang Dadan pulang.", set()),
        ("Warga Dapur Tiga Rumah datang. Sebuah dapur di Dapur Tiga Rumah.", {"Dapur Tiga Rumah"}),
        ("Namun Warga datang. Setelah itu Namun Warga pulang.", set()),
    ],
)
def test_names_are_those_of_places_bodies_and_events(text: str, expected: set[str]) -> None:
    found = find_names(" pasar ", [TOKEN.findall(text)], ("Andi Saputra",))
    assert {name.text for name in found} == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("panen", "Rumput laut dijemur. Warga menjual rumput laut.", {"rumput laut"}),
        ("rumput laut dijemur", "Mereka menjemur rumput laut.", {"rumput laut"}),
        ("panen", "Rumput laut dijemur.", set()),
        ("bibit", "Bibit rumput laut. Sekali lagi bibit rumput laut dan bibit rumput laut.", {"bibit rumput laut"}),
        ("kopi", "Ada kopi. Kebun kopi. Gelas kopi. Bukan kopi biasa.", {"kopi"}),
        ("panen", "Mereka membawa. Mereka membawa. Setelah itu sekitar. Sekitar setelah.", set()),
        ("the sea", "The boats of the sea came. The boats of the sea left.", set()),
    ],
)
def test_key_phrases_are_nouns_said_again(title: str, text: str, expected: set[str]) -> None:
    assert {phrase.text for phrase in find_keyphrases(f" {title} ", [TOKEN.findall(text)])} == expected


def test_a_printed_person_is_a_tag_and_a_label_or_the_outlet_is_none() -> None:
    made = record(
        "Pasar", "2020", outlet="Warta", people=("Siti Rahma",), tags=("Siti Rahma", "Headline", "Warta", "pasar apung")
    )
    printed = replace(made, provenance={"tags": Provenance("tag-list", 9, 0.9, check(made.tags))})
    assert of(printed)[0][:2] == ("Siti Rahma", "pasar apung")
    assert not {"Headline", "Warta"} & set(of(printed)[0])
    labelled = replace(printed, body="Isi.", tags=("Headline",))
    labelled = replace(labelled, provenance={"tags": Provenance("tag-list", 9, 0.9, check(labelled.tags))})
    assert of(labelled) == [()]
