"""kliping.yaml: every key optional, all faults at once."""

import pytest

from kliping.config import FEATURES, Name, OutletSetting, Settings, Topic, load
from kliping.errors import ConfigError


def faults(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(ConfigError) as caught:
        load(text, "kliping.yaml")
    assert all(problem.file == "kliping.yaml" for problem in caught.value.problems)
    return [(problem.line, problem.message, problem.hint) for problem in caught.value.problems]


def test_an_empty_file_gives_the_defaults() -> None:
    assert load("", "kliping.yaml") == load("# nothing\n", "kliping.yaml") == Settings()


def test_every_setting_is_read() -> None:
    text = """
title: 'Kliping: Malang'
description: Arsip
language: en
timezone: Asia/Makassar
base_url: https://example.org/kliping
seeds_dir: bahan/
records_dir: arsip
output_dir: hasil
paginate_by: 5
rights: excerpt
topics:
  - {id: ekraf, title: Ekonomi Kreatif, description: d, any: [ekraf, UMKM], all: kota, none: [x]}
  - id: kota
names:
  - {name: Mochammad Anton, aliases: [M Anton], offices: [Wali Kota Malang]}
reject_names: [Kota Malang]
outlets:
  - {domain: malangkota.go.id, name: MC, rights: full}
theme: {pencil: '#b3261e', serif: '"Noto Serif", Georgia, serif'}
features: [search, names]
extra: {kota: Malang, n: [1, 2]}
"""
    assert load(text, "kliping.yaml") == Settings(
        title="Kliping: Malang",
        description="Arsip",
        language="en",
        timezone="Asia/Makassar",
        base_url="https://example.org/kliping/",
        seeds_dir="bahan",
        records_dir="arsip",
        output_dir="hasil",
        paginate_by=5,
        rights="excerpt",
        topics=(
            Topic("ekraf", "Ekonomi Kreatif", "d", ("ekraf", "UMKM"), ("kota",), ("x",)),
            Topic("kota", "kota"),
        ),
        names=(Name("Mochammad Anton", ("M Anton",), ("Wali Kota Malang",)),),
        reject_names=("Kota Malang",),
        outlets=(OutletSetting("malangkota.go.id", "MC", "malangkota.go.id", "full"),),
        theme={"pencil": "#b3261e", "serif": '"Noto Serif", Georgia, serif'},
        features=frozenset({"search", "names"}),
        extra={"kota": "Malang", "n": (1, 2)},
    )


def test_a_topic_can_weigh_its_words() -> None:
    text = "topics: [{id: a, any: [kopi], phrases: [teh hijau], weights: {kopi: 2, teh hijau: 3}, least: 4}]"
    weights = (("kopi", 2), ("teh hijau", 3))
    assert load(text, "k").topics == (Topic("a", "a", any=("kopi",), phrases=("teh hijau",), weights=weights, least=4),)


def test_features_may_be_all_or_none() -> None:
    assert load("features: all", "k").features == frozenset(FEATURES)
    assert load("features: none", "k").features == frozenset()


def test_all_faults_are_told_at_once() -> None:
    found = faults("titel: x\nlanguage: de\npaginate_by: 0\nbase_url: example.org\ntopics: [{id: a, titel: b}]\n")
    assert [line for line, _, _ in found] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("titel: x", "no setting 'titel'", "did you mean title?"),
        ("baseURL: x", "no setting 'baseURL'", "did you mean base_url?"),
        ("site_name: x", "no setting 'site_name'", "did you mean title?"),
        ("qqq: x", "no setting 'qqq'", "the settings are title"),
        ("title: a: b", "no YAML", 'title: "a: b"'),
        ("title: [a]", "title must be a text", ""),
        ("language: de", "language cannot be 'de'", "write id or en"),
        ("timezone: Asia/Malang", "does not exist", "Asia/Jakarta"),
        ("timezone: ../../etc/passwd", "does not exist", ""),
        ("base_url: /sub/", "no web address", "write https://"),
        ("base_url: ftp://a.b/", "no web address", ""),
        ("base_url: https://a.b/?q", "plain address", ""),
        ("base_url: 'https://a.b/\"><script>'", "plain address", ""),
        ("base_url: https://u:p@a.b/", "plain address", ""),
        ("base_url: 'https://a.b:x/'", "no web address", ""),
        ("paginate_by: ten", "whole number from 1", ""),
        ("rights: some", "rights cannot be 'some'", "full, excerpt or link"),
        ("seeds_dir: ../x", "inside the project", ""),
        ("seeds_dir: /x", "inside the project", ""),
        ("output_dir: .", "project's own folder", ""),
        ("output_dir: static", "static has another use", ""),
        ("output_dir: seeds", "must lie apart", ""),
        ("output_dir: seeds/public", "must lie apart", ""),
        ("topics: x", "topics must be a list", ""),
        ("topics: [x]", "topics: each item must be a mapping", ""),
        ("topics: [{title: x}]", "needs an id", ""),
        ("topics: [{id: Ekraf UMKM}]", "becomes an address", "a-z"),
        ("topics: [{id: a}, {id: a}]", "given twice", ""),
        ("topics: [{id: a, any: [b], weights: {c: 2}}]", "weighs 'c', which is no word", "take its weight away"),
        ("topics: [{id: a, any: [b], weights: {b: x}}]", "topics: weights: b must be a whole number", ""),
        ("topics: [{id: a, any: [b], least: 0}]", "topics: least must be a whole number from 1", ""),
        ("topics: [{id: a, anny: b}]", "'anny' in a topic", "did you mean any?"),
        ("names: [{aliases: [x]}]", "needs its fullest form", ""),
        ("outlets: [{rights: full}]", "needs an id", ""),
        ("outlets: [{id: a, rights: x}]", "rights cannot be 'x'", ""),
        ("features: [serch]", "no feature 'serch'", "did you mean search?"),
        ("theme: {Pencil: red}", "is no name", "a-z"),
        ("theme: {pencil: 'red; x'}", "pencil cannot be", ""),
        ("theme: {pencil: 'red}'}", "pencil cannot be", ""),
        ("theme: {pencil: 'url(//x)'}", "pencil cannot be", ""),
        ("theme: {pencil: 'URL (x)'}", "pencil cannot be", ""),
        ("theme: {pencil: '</style>'}", "pencil cannot be", ""),
        ("theme: {pencil: '\"a'}", "pencil cannot be", ""),
        ("theme: {pencil: 'a)('}", "pencil cannot be", ""),
    ],
)
def test_a_fault_names_the_mend(text: str, message: str, hint: str) -> None:
    found = faults(text)
    assert len(found) == 1
    assert message in found[0][1]
    assert hint in found[0][2]


def test_a_value_left_empty_is_the_default() -> None:
    assert load("title:\nbase_url:\ntopics:\n", "k") == Settings()
