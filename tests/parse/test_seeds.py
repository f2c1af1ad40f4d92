"""The first site's five articles: every fact that a careful reader finds in them."""

from pathlib import Path

import pytest
from reading import as_json, expected_seeds, facts

EXPECTED = expected_seeds()


def ids(path: Path) -> str:
    return path.name[:3]


@pytest.mark.parametrize("path", EXPECTED, ids=ids)
def test_every_expected_fact_comes_out(path: Path) -> None:
    found = facts(as_json(path), EXPECTED[path])
    assert [fact for fact, right in found.items() if not right] == []


@pytest.mark.parametrize("path", EXPECTED, ids=ids)
def test_the_title_says_whether_it_was_printed(path: Path) -> None:
    got, want = as_json(path), EXPECTED[path]
    assert got["title_basis"] == want["title_basis"]
    if want["title_basis"] == "derived":
        assert got["title"] == want["title_like"]
        assert got["provenance"]["title"]["confidence"] < 0.5


@pytest.mark.parametrize("path", EXPECTED, ids=ids)
def test_the_date_says_what_it_rests_on(path: Path) -> None:
    got, want = as_json(path), EXPECTED[path]
    rules = {"stated": {"date-line"}, "dateline": {"date-inline"}, "weekday": {"date-weekday-year"}}
    assert got["provenance"]["date"]["rule"] in rules[want["date_basis"]]
    assert got["date_precision"] == ("minute" if "T" in got["date"] else "day")
    if want["date_basis"] == "weekday":
        assert "2005, 2011, 2016, 2022" in got["provenance"]["date"]["note"]


@pytest.mark.parametrize("path", EXPECTED, ids=ids)
def test_each_line_is_told_for_what_it_is(path: Path) -> None:
    roles = {line["line"]: line["role"] for line in as_json(path)["lines"]}
    want = EXPECTED[path]
    assert [line for line, role in roles.items() if role == "headline"] == want["title_lines"]
    assert [line for line, role in roles.items() if role == "section"] == want.get("section_lines", [])
    assert [line for line, role in roles.items() if role == "date"] == want.get("date_lines", [])
    assert [line for line, role in roles.items() if role in ("byline", "mark")] == want.get("meta_lines", [])
