"""Names and quotations: how well they are read in the marked articles, and what holds for any text."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from scoring.floor import below, floor
from scoring.told import Found, figures, halves, marked, read

from kliping import data
from kliping.annotate.organisations import find_organisations
from kliping.annotate.people import find_people
from kliping.annotate.quotes import find_quotes
from kliping.annotate.regions import find_regions, province_of

WORDS = st.lists(
    st.sampled_from(
        [
            *("Kepala", "Dinas", "Wali Kota", "Malang", "Budi", "Santoso,", "kata", "ujarnya,", "mengatakan", "(MCF)"),
            *("warga", "dr.", "Mbah", "“", "”", '"', "''", "(52)", "Ia", "disapa", "Pak", ".", ",", "dan", "Kota"),
            *("Desa", "seorang", "PT", "M.", "Satuan Polisi (Satpol)", "Kabupaten"),
        ]
    ),
    max_size=40,
).map(" ".join)
PARAGRAPHS = st.lists(st.one_of(WORDS, st.text(max_size=60)), max_size=6)


@cache
def told() -> list[dict[str, Found]]:
    return [read(article) for article in marked()]


def test_what_is_told_is_read_no_worse_than_before() -> None:
    assert below(floor()["told"], figures(told())) == {}


def test_the_floor_holds_every_figure_of_what_is_told() -> None:
    assert set(floor()["told"]) == set(figures(told()))


def test_each_half_of_the_marked_articles_is_large() -> None:
    worked, held = halves(marked())
    assert min(len(worked), len(held)) >= 75
    assert not {article.name for article in worked} & {article.name for article in held}


@settings(max_examples=200, deadline=None)
@given(PARAGRAPHS)
def test_what_is_found_stands_in_the_text(paragraphs: list[str]) -> None:
    passages = tuple(enumerate(paragraphs, 1))
    whole = " ".join(" ".join(paragraphs).split())
    people = find_people(passages)
    assert all(person.name in whole and person.office in whole for person in people)
    names = tuple(person.name for person in people)
    for quote in find_quotes(passages, names):
        assert quote.text in paragraphs[quote.line - 1]
        assert quote.speaker in ("", *names)
        assert quote.verb in paragraphs[quote.line - 1]
    for body in find_organisations(passages):
        assert body.name in paragraphs[body.line - 1]
        assert body.short in paragraphs[body.line - 1]


@settings(max_examples=100, deadline=None)
@given(PARAGRAPHS)
def test_a_rejected_name_is_never_found(paragraphs: list[str]) -> None:
    passages = tuple(enumerate(paragraphs, 1))
    for person in find_people(passages):
        assert person.name not in [other.name for other in find_people(passages, (), (person.name,))]


def test_a_known_name_is_found_wherever_it_stands() -> None:
    passages = ((1, "Kemarin Temu Misti menari lagi."),)
    assert find_people(passages) == ()
    assert [person.name for person in find_people(passages, ("Temu Misti",))] == ["Temu Misti"]


def test_all_provinces_cities_and_regencies_are_there() -> None:
    regions = data.load("regions.yaml")
    assert len(regions) == 38
    assert sum(len(groups["kota"]) for groups in regions.values()) == 98
    assert sum(len(groups["kabupaten"]) for groups in regions.values()) == 416


def test_each_region_is_found_by_its_name_and_knows_its_province() -> None:
    for province, groups in data.load("regions.yaml").items():
        for kind, group in (("Kota", "kota"), ("Kabupaten", "kabupaten")):
            for name in groups[group]:
                region = f"{kind} {name}"
                assert region in find_regions((f"Warga {region} menunggu.",))
                assert province_of(region) == province
