"""Pages put together at random from real shapes: what is found on them at least, and what holds on every one."""

import re
from datetime import datetime
from functools import cache
from random import Random
from typing import Any

import pytest
from maker.draft import Draft
from maker.page import make
from maker.story import Outlet, load, stories
from maker.telling import ZONES
from scoring.floor import MADE, MADE_PAGES, below, floor, reached
from scoring.groups import Print
from scoring.pages import Case, compare, fresh_processes

from kliping.model import Seed
from kliping.parse import ParseOptions, parse
from kliping.parse.as_json import to_json

NUMBERS = range(MADE_PAGES)


@cache
def page(number: int) -> Case:
    return make(number)


@cache
def read(number: int) -> dict[str, Any]:
    case = page(number)
    return to_json(parse(Seed(f"{case.name}.txt", case.data), ParseOptions()))


def test_no_fact_is_found_on_fewer_made_pages_than_before() -> None:
    scored = [compare(page(number), read(number)) for number in NUMBERS]
    assert below(floor()[MADE], reached({MADE: scored})[MADE]) == {}


def test_every_line_that_is_not_blank_is_told_once() -> None:
    for number in NUMBERS:
        lines = page(number).data.decode("utf-8", "replace").lstrip("\ufeff").splitlines()
        printed = [at for at, line in enumerate(lines, 1) if line.strip("\u200b \xa0")]
        assert [line["line"] for line in read(number)["lines"]] == printed, number


def test_no_year_is_given_that_the_page_does_not_name() -> None:
    for number in NUMBERS:
        text, got = Print(page(number).data, page(number).want).text, read(number)
        named = {*re.findall(r"\d{4}", text), *(f"20{short}" for short in re.findall(r"(?:/|’|â€™)(\d\d)\b", text))}
        events = [day for event in got.get("events", ()) for day in (event["start"], event["end"])]
        dates = [day for day in (got["date"], got.get("updated"), *events) if day]
        assert {day[:4] for day in dates} <= named, number


def test_no_made_page_has_a_wrong_year() -> None:
    assert [number for number in NUMBERS if compare(page(number), read(number)).wrong_year] == []


def test_a_number_always_makes_the_same_page() -> None:
    with fresh_processes(1) as processes:
        assert list(processes.map(make, [3, 8])) == [make(3), make(8)]
    assert len({page(number).data for number in NUMBERS}) == len(NUMBERS)


def test_every_shape_is_made() -> None:
    kinds = load("shapes.yaml")
    shapes = {code for number in range(1000) for code in make(number).shapes}
    assert {code for forms in kinds.values() for code in forms} <= shapes
    assert set(load("furniture.yaml")["promos"]) <= shapes


def test_what_is_expected_stands_on_the_page() -> None:
    for number in NUMBERS:
        case = page(number)
        if "hurt mojibake" in case.shapes or "hurt cp1252" in case.shapes:
            continue
        text = " ".join(case.data.decode("utf-8-sig").replace("\u200b", "").split())
        want = case.want
        for name in (*want["authors"], *want["editors"], want["title"] or "", want["first_words"]):
            assert name in text, f"{number}: {name}"
        for name in (want["place"], want["outlet"]):
            assert (name or "").lower() in text.lower(), f"{number}: {name}"
        assert want["body_lines"], number


def test_stories_tell_nothing_of_their_day_and_are_many() -> None:
    told = [text for story in stories() for text in (story.title, *story.paragraphs, *story.captions)]
    assert len(set(told)) >= 900
    assert [text for text in told if re.search(r"\b(19|20)\d\d\b|\b(Senin|Rabu|Kamis|Jumat|Sabtu)\b", text)] == []


@pytest.mark.parametrize(("form", "date"), [("{d} {Bulan} {y}", "2021-05-10"), ("{d}/{m}/{y} {jam} {zona}", None)])
def test_a_draft_has_the_day_as_far_as_its_form_prints_it(form: str, date: str | None) -> None:
    draft = _draft()
    draft.dated_by(form, "stated")
    assert draft.date == (date or draft.when.isoformat())
    draft.dated_by("", "weekday")
    assert draft.basis == "stated"


def _draft() -> Draft:
    when = datetime(2021, 5, 10, 8, 30, tzinfo=ZONES["WIB"])
    return Draft(Random(1), stories()[0], Outlet("Kabar", "kabar.id"), when, "WIB")  # noqa: S311
