import pytest

from kliping.site import format as written
from kliping.when import When


def test_a_day_is_written_with_its_weekday() -> None:
    assert written.full(When(2016, 3, 23), "id") == "Rabu, 23 Maret 2016"
    assert written.full(When(2016, 3, 23), "en") == "Wednesday, 23 March 2016"


def test_a_minute_is_written_with_its_zone_where_that_is_known() -> None:
    assert written.full(When.parse("2017-07-20T20:42:00+07:00"), "id") == "Kamis, 20 Juli 2017 pukul 20.42 WIB"
    assert written.full(When.parse("2017-07-20T20:42:00+07:00"), "en") == "Thursday, 20 July 2017, 20:42 WIB"
    assert written.full(When.parse("2017-07-20T00:05"), "id") == "Kamis, 20 Juli 2017 pukul 00.05"


@pytest.mark.parametrize(
    ("offset", "name"),
    [(420, "WIB"), (480, "WITA"), (540, "WIT"), (0, "UTC"), (330, "UTC+05:30"), (-210, "UTC-03:30")],
)
def test_zones_of_indonesia_have_names(offset: int, name: str) -> None:
    assert written.zone(offset) == name


def test_a_month_and_a_year_say_no_more_than_they_know() -> None:
    assert written.full(When(2016, 3), "id") == "Maret 2016"
    assert written.full(When(2016), "id") == "2016"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2016-03-30", "2016-04-02", "30 Maret–2 April 2016"),
        ("2017-07-18", "2017-07-20", "18–20 Juli 2017"),
        ("2016-12-30", "2017-01-02", "30 Desember 2016–2 Januari 2017"),
        ("2016-03-23", "2016-03-23", "23 Maret 2016"),
        ("2016-03", "2016-05", "Maret–Mei 2016"),
        ("2016-03", "2017-05", "Maret 2016–Mei 2017"),
        ("2016", "2018", "2016–2018"),
        ("2016-03", "2016-04-02", "Maret 2016–2 April 2016"),
    ],
)
def test_a_range_says_nothing_twice(start: str, end: str, text: str) -> None:
    assert written.span(When.parse(start), When.parse(end), "id") == text


def test_numbers_have_the_mark_of_their_language() -> None:
    assert written.number(1000, "id") == "1.000"
    assert written.number(1234567, "en") == "1,234,567"
