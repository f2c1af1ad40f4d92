from dataclasses import replace

from newsroom import SETTINGS, archive, articles, record

from kliping.config import Name, OutletSetting
from kliping.model import Article, Candidate, Event, Quote
from kliping.site.catalogue import catalogue
from kliping.site.related import Relation
from kliping.when import When


def test_articles_are_ordered_by_date_then_path_and_the_undated_stand_apart() -> None:
    made = archive(
        [
            record("B", "2020-01-02"),
            record("A", "2020-01-02"),
            record("Z", "2020"),
            record("Tanpa"),
            record("C", "2019-05"),
        ]
    )
    assert [article.record.title for article in made.articles] == ["Tanpa", "C", "Z", "A", "B"]
    assert made.undated == 1


def test_the_order_does_not_depend_on_the_order_of_files() -> None:
    records = [record(f"Judul {n % 3}", f"2020-01-{1 + n % 4:02d}", tags=("a", "A", "ａ")) for n in range(20)]
    made = articles(records)
    assert catalogue(made, SETTINGS) == catalogue(reversed(made), SETTINGS)


def test_drafts_are_not_there_unless_asked_for() -> None:
    records = [record("Rahasia", "2020", draft=True, tags=("rahasia",)), record("Terbit", "2020")]
    assert [article.record.title for article in archive(records).articles] == ["Terbit"]
    assert "rahasia" not in [term.name for term in archive(records).tags.terms]
    assert len(archive(records, drafts=True).articles) == 2


def test_spellings_of_a_tag_are_one_and_the_commonest_is_shown() -> None:
    made = archive(
        [
            record("A", "2020", tags=("umkm",)),
            record("B", "2020", tags=("UMKM", "ＵＭＫＭ ")),
            record("C", "2020", tags=("UMKM",)),
        ]
    )
    (term,) = made.tags.terms
    assert (term.name, term.slug, term.members) == ("UMKM", "umkm", (0, 1, 2))


def test_different_tags_of_one_address_get_readable_ones_whatever_their_order() -> None:
    names = ("C#", "C", "C++", "index")
    slugs = {term.name: term.slug for term in archive([record("A", "2020", tags=names)]).tags.terms}
    assert slugs["C"] == "c"
    assert slugs["C++"] == "c-plus-plus"
    assert slugs["C#"] == "c-sharp"
    assert slugs["index"] != "index"
    again = {term.name: term.slug for term in archive([record("A", "2020", tags=names[::-1])]).tags.terms}
    assert slugs == again


def test_a_person_goes_by_one_name() -> None:
    made = archive(
        [record("A", "2016", people=("M Anton",)), record("B", "2017", people=("mochammad  anton", "Anton"))]
    )
    (term,) = made.people.terms
    assert (term.name, term.members) == ("Mochammad Anton", (0, 1))


def test_who_is_quoted_is_a_person_too() -> None:
    made = articles([record("A", "2016")])
    quoted = replace(made[0], quotes=(Quote("Kota ini hebat sekali", "Anton"), Quote("Ya", "")))
    assert [term.name for term in catalogue([quoted], SETTINGS).people.terms] == ["Mochammad Anton"]


def test_rejected_names_are_no_people() -> None:
    settings = replace(SETTINGS, reject_names=("Kota Lama",))
    assert archive([record("A", "2016", people=("Kota Lama",))], settings).people.terms == ()


def test_a_domain_and_a_name_are_one_outlet_where_records_say_so() -> None:
    made = archive([
        record("A", "2016", outlet="SINDOnews", domain="www.sindonews.com"),
        record("B", "2017", domain="sindonews.com"),
        record("C", "2018", outlet="Sindonews"),
    ])  # fmt: skip
    (term,) = made.outlets.terms
    assert term.members == (0, 1, 2)
    assert made.domains == {term.key: "sindonews.com"}


def test_the_settings_name_an_outlet() -> None:
    settings = replace(SETTINGS, outlets=(OutletSetting("malangkota.go.id", "Pemkot Malang", "malangkota.go.id"),))
    made = archive(
        [record("A", "2016", domain="malangkota.go.id"), record("B", "2016", outlet="Pemkot Malang")], settings
    )
    assert [(term.name, term.members) for term in made.outlets.terms] == [("Pemkot Malang", (0, 1))]


def test_two_records_for_one_address_are_both_kept_and_reported() -> None:
    made = archive(
        [
            record("Sama", "2020-01-01", outlet="Kompas"),
            record("Sama", "2020-01-01", outlet="Jawa Pos"),
            record("Sama", "2020-01-01"),
        ]
    )
    paths = [article.path for article in made.articles]
    assert sorted(paths) == ["2020/01/01/sama-0002.html", "2020/01/01/sama-jawa-pos.html", "2020/01/01/sama.html"]
    assert [problem.code for problem in made.problems] == ["same-path", "same-path"]
    assert made.problems[0].file == "records/0001.md"


def test_two_records_of_one_seed_are_both_kept_and_reported() -> None:
    made = archive([record("A", "2020", seed="x.txt"), record("B", "2020", seed="x.txt")])
    assert len({article.id for article in made.articles}) == 2
    assert [problem.code for problem in made.problems] == ["same-seed"]


def test_periods_hold_what_is_known_to_lie_in_them() -> None:
    made = archive([record("A", "2020"), record("B", "2020-03"), record("C", "2020-03-04")])
    assert made.periods == {(2020,): (0, 1, 2), (2020, 3): (1, 2), (2020, 3, 4): (2,)}


def test_reports_of_one_event_are_merged() -> None:
    days = When(2016, 3, 30), When(2016, 4, 2)
    made = archive([
        record("A", "2016-04-01", events=(Event(*days, "Konferensi kota kreatif digelar di Malang"),)),
        record("B", "2016-04-02", events=(Event(*days, "Malang menjadi tuan rumah konferensi kota kreatif"),)),
        record("C", "2016-04-03", events=(Event(*days, "Turnamen sepak bola pelajar"), Event(*days, "Final sore"))),
    ])  # fmt: skip
    assert [found.sources for found in made.happenings] in ([(0, 1), (2,)], [(2,), (0, 1)])


def test_events_of_other_days_are_not_merged() -> None:
    made = archive(
        [
            record("A", "2016", events=(Event(When(2016, 1, day), When(2016, 1, day), "Rapat kota kreatif"),))
            for day in (1, 2)
        ]
    )
    assert len(made.happenings) == 2


def test_related_articles_share_what_few_have() -> None:
    common = [record(f"Lain {n}", f"2020-02-{n:02d}", body="Isi biasa saja.", tags=("malang",)) for n in range(1, 12)]
    made = archive([
        record("Bekraf membuka pameran", "2019-01-01", tags=("malang", "bekraf")),
        record("Triawan datang", "2020-03-01", tags=("malang", "Bekraf")),
        *common,
    ])  # fmt: skip
    first = made.related[0][0]
    assert made.articles[first.article].record.title == "Triawan datang"
    assert made.tags.terms[first.by[0][1]].name == "bekraf" or made.tags.terms[first.by[0][1]].name == "Bekraf"
    assert all(relation.article != 0 for relations in made.related[:1] for relation in relations)


def test_a_name_that_two_articles_share_relates_them_though_it_is_no_tag_of_theirs() -> None:
    def telling(article: Article, *own: str) -> Article:
        strong = tuple(Candidate(name, name, name, "", 3) for name in own)
        return replace(article, candidates=(*strong, Candidate("Bekraf", "bekraf", "", "", 0)))

    one, two, *others = articles([record(title, "2020", body="Isi.") for title in ("A", "B", "C", "D", "E")])
    made = catalogue([telling(one, "a", "b", "c"), telling(two, "d", "e", "f"), *others], SETTINGS)
    assert "Bekraf" not in {term.name for term in made.tags.terms}
    assert made.related[0] == (Relation(1, (("name", "Bekraf"),)),)


def test_verbs_and_passing_places_relate_nothing() -> None:
    made = archive(
        [
            record("Lurah sediakan", "2019-01-01", body="Warga tiba sesudahnya.\n\nMereka dari Surabaya."),
            record("Camat sediakan", "2019-01-02", body="Mereka tiba.\n\nLalu ke Surabaya lagi."),
            *[record(f"Lain {n}", f"2020-02-{n:02d}", body="Isi biasa saja.") for n in range(1, 6)],
        ]
    )
    assert made.related[0] == made.related[1] == ()


def test_switched_off_names_and_events_are_nowhere() -> None:
    settings = replace(SETTINGS, features=frozenset())
    made = archive([record("A", "2016", people=("Vicky",), events=(Event(When(2016), When(2016), "x"),))], settings)
    assert made.people.terms == ()
    assert made.happenings == ()


def test_aliases_do_not_take_a_name_from_another_person() -> None:
    settings = replace(SETTINGS, names=(Name("Wahyu Hidayat", ("Anton",)), Name("Anton")))
    made = archive([record("A", "2016", people=("Anton",))], settings)
    assert [term.name for term in made.people.terms] == ["Anton"]


def test_an_event_without_words_is_named_by_its_article_and_no_two_share_an_anchor() -> None:
    days = When(2016, 1, 1), When(2016, 1, 1)
    made = archive(
        [record(title, "2016", events=(Event(*days, label),)) for title, label in (("A", "x"), ("B", "x"), ("C", ""))]
    )
    assert [(found.label, found.sources) for found in sorted(made.happenings, key=lambda each: each.label)] == [
        ("C", (2,)),
        ("x", (0, 1)),
    ]
    assert len({found.anchor for found in made.happenings}) == 2
