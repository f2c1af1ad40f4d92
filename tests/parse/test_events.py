"""What the text tells to happen: measured against marked articles, and the laws that every find keeps."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring.events import SETS, Compared, compare, floor, together

from kliping import frontmatter
from kliping.annotate.events import Passage, find_events
from kliping.model import Event, Record, Seed
from kliping.parse import ParseOptions, parse
from kliping.parse.emit import check
from kliping.when import When

TEXT = (
    "Pawai Bunga\n\n{date}\n\nMalang - Pawai bunga digelar di Jalan Ijen, {told}. "
    "Ribuan warga menonton sejak sore.\n\n“Ramai sekali,” kata Sri Wahyuni, penonton.\n"
)


@pytest.fixture(scope="module")
def compared() -> dict[str, Compared]:
    return {name: compare(name) for name in SETS}


@pytest.mark.parametrize("half", ["open", "held"])
def test_no_figure_falls_below_what_was_reached(half: str, compared: dict[str, Compared]) -> None:
    now = together(found for name, found in compared.items() if name.endswith(half)).figures()
    fallen = {name: (now[name], least) for name, least in floor()[half].items() if now[name] < least}
    assert fallen == {}


@pytest.mark.parametrize(
    ("date", "told", "day"),
    [
        ("Rabu, 24 September 2025 16:00 WIB", "Selasa (23/9)", "2025-09-23"),
        ("Rabu, 7 Januari 2026 16:00 WIB", "Minggu (28/12)", "2025-12-28"),
        ("Rabu, 24 September 2025 16:00 WIB", "kemarin (23/9)", "2025-09-23"),
        ("Rabu, 24 September 2025 16:00 WIB", "Rabu (23/9)", None),
        ("", "Selasa (23/9)", None),
    ],
)
def test_a_day_has_the_year_of_the_printed_date_near_it_or_none(date: str, told: str, day: str | None) -> None:
    record = parse(Seed("a.txt", TEXT.format(date=date, told=told).encode()), ParseOptions()).record
    assert record is not None
    assert [event.start.iso() for event in record.events] == ([day] if day else [])


def test_records_of_the_first_version_keep_their_checks() -> None:
    label = "Dialog, di aula"
    event = Event(When(2016, 3, 23), When(2016, 3, 23), label, 5)
    assert check((event,)) == "907680"
    assert check((Event(event.start, event.end, label, 5, planned=True),)) != check((event,))


def test_whether_something_is_planned_survives_in_the_record() -> None:
    record = Record("A", "B", events=(Event(When(2024, 6), When(2024, 6), "x", 1, "Batu", planned=True),))
    assert frontmatter.load(frontmatter.dump(record), "a.md")[0].events == record.events


def no_year(*_: object) -> None:
    """Prove no year."""


WORDS = st.sampled_from(
    'akan digelar di Malang Desa Ngadas , . “ ” " ( ) kata mengatakan sejak hingga pada awal Maret 2024 Senin '
    "(6/5/2024) 6/5 18-20 Juli 2017 kuartal II 2025 tiga hari mulai lahir 7 Mei 2019 dan Selasa, rapat saat"
    " meninjau".split(" ")
)


@given(st.lists(WORDS, max_size=40).map(" ".join), st.none() | st.just(When(2024, 5, 7)))
def test_whatever_the_text_an_event_stands_in_it(text: str, printed: When | None) -> None:
    for told in find_events([Passage(3, text)], no_year, printed):
        event = told.event
        assert event.label
        assert event.label in text
        assert event.place in text
        assert told.text in text
        assert event.start <= event.end
        assert event.line == 3


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_no_year_comes_from_nowhere(text: str) -> None:
    """Without a printed date and a proof, the years of events are those that the text prints."""
    years = {year for event in _found(text) for year in (event.start.year, event.end.year)}
    assert years <= {year for year in range(2000, 2030) if str(year) in text}


def _found(text: str) -> Iterator[Event]:
    return (told.event for told in find_events([Passage(1, text)], no_year, None))
