"""What several articles tell of becomes one happening; what only looks alike does not."""

from newsroom import archive, record

from kliping.model import Event
from kliping.site.happenings import Happening
from kliping.when import When

RANGE = "Indonesia Creative Cities Conference (ICCC) 2016 digelar di Malang."


def told(*events: tuple[str, str, str] | tuple[str, str, str, bool]) -> tuple[Happening, ...]:
    """Happenings of articles that tell one event each: first day, last day, sentence, whether planned."""
    return archive(
        record(
            f"Berita {at}",
            f"2016-04-{at + 10}",
            events=(Event(When.parse(start), When.parse(end), label, 3, "", *planned),),
        )
        for at, (start, end, label, *planned) in enumerate(events)
    ).happenings


def test_a_day_inside_a_range_of_the_same_name_is_one_of_its_days() -> None:
    (found,) = told(
        ("2016-03-31", "2016-03-31", "Ridwan Kamil berbicara pada ICCC 2016 di Malang, Kamis (31/3)."),
        ("2016-03-30", "2016-04-02", RANGE),
    )
    assert (found.start, found.end, found.label) == (When(2016, 3, 30), When(2016, 4, 2), RANGE)
    assert found.sources == (0, 1)


def test_two_words_of_a_name_are_a_name() -> None:
    found = told(
        ("2017-07-18", "2017-07-20", "Rakernas Apeksi digelar di Kota Malang."),
        ("2017-07-19", "2017-07-19", "Peserta Rakernas Apeksi menanam pohon."),
    )
    assert [happening.sources for happening in found] == [(0, 1)]


def test_another_edition_a_day_outside_and_a_place_alone_are_not_the_same() -> None:
    found = told(
        ("2016-03-30", "2016-04-02", RANGE),
        ("2016-03-31", "2016-03-31", "Panitia ICCC 2017 bertemu di Malang."),
        ("2016-04-03", "2016-04-03", "Peserta ICCC 2016 berkeliling Malang."),
        ("2016-04-01", "2016-04-01", "Wali Kota Malang meresmikan pasar di Kota Malang."),
    )
    assert len(found) == 4


def test_two_things_that_a_mayor_does_on_one_day_are_two() -> None:
    day = "2016-03-23", "2016-03-23"
    found = told(
        (*day, "Wali Kota Malang meresmikan pasar di Kecamatan Sukun, Rabu (23/3)."),
        (*day, "Wali Kota Malang membuka lomba layang-layang di Kecamatan Sukun, Rabu (23/3)."),
    )
    assert len(found) == 2


def test_what_one_article_plans_and_another_reports_has_happened() -> None:
    day = "2016-03-23", "2016-03-23"
    plan = "Dialog interaktif kota kreatif akan digelar di Sukun."
    (planned,) = told((*day, plan, True))
    (happened,) = told((*day, plan, True), (*day, "Dialog interaktif kota kreatif digelar di Sukun."))
    assert (planned.planned, happened.planned) == (True, False)


def test_a_long_season_swallows_nothing() -> None:
    found = told(
        ("2016-01-01", "2016-06-30", "Malang Flower Carnival 2016 berlangsung setengah tahun."),
        ("2016-03-01", "2016-03-01", "Arak-arakan Malang Flower Carnival 2016 digelar."),
    )
    assert len(found) == 2


def test_the_order_of_articles_changes_no_happening_s_days() -> None:
    events = [
        ("2016-03-31", "2016-03-31", "Ridwan Kamil berbicara pada ICCC 2016."),
        ("2016-03-30", "2016-04-02", RANGE),
        ("2016-04-01", "2016-04-02", "ICCC 2016 ditutup dengan pawai."),
    ]
    one, other = told(*events), told(*reversed(events))
    assert [(found.start, found.end, found.anchor) for found in one] == [
        (found.start, found.end, found.anchor) for found in other
    ]
