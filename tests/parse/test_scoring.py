"""The scorer itself: what it counts as right, and what as wrong."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from score import main
from scoring.facts import facts, same_title, stated_as_found, wrong_year
from scoring.groups import groups
from scoring.pages import Case, Scored, score
from scoring.tally import tally
from scoring.world import Found, average, shingles

STORY = "Warga kampung itu memperbaiki tanggul yang jebol bersama-sama sejak pagi sampai air surut kembali."
TITLE = "Tanggul Kampung yang Jebol Diperbaiki Warga"
WANT: dict[str, Any] = yaml.safe_load(f"""
title: {TITLE}
date: 2021-05-10
date_basis: stated
place: Malang
outlet: null
domain: kabarlereng.id
section: null
authors: [Siti Aminah]
editors: []
captions: []
body_lines: [3, 4]
noise_lines: [5]
advertorial: false
first_words: Warga kampung
last_words: surut kembali.
""")
GOT: dict[str, Any] = yaml.safe_load(f"""
title: {TITLE}
title_basis: stated
date: "2021-05-10T08:00:00"
place: MALANG
domain: kabarlereng.id
authors: [Siti Aminah]
editors: []
paragraphs: ["{STORY}", "{STORY}"]
lines: [{{line: 3, role: body}}, {{line: 4, role: body}}, {{line: 5, role: menu}}]
""")


def wrong(**changed: Any) -> set[str]:
    return {fact.name for fact in facts(GOT | changed, WANT) if not fact.right}


def test_a_page_read_as_expected_has_no_wrong_fact() -> None:
    assert wrong() == set()


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({"title": TITLE.upper()}, {"title"}),
        ({"title_basis": "derived"}, {"title"}),
        ({"date": "2021-05-11"}, {"day"}),
        ({"date": None}, {"day"}),
        ({"place": None}, {"place"}),
        ({"domain": "lereng.id"}, {"domain"}),
        ({"authors": ["Siti"]}, {"authors"}),
        ({"editors": ["Siti"]}, {"editors"}),
        ({"advertorial": True}, {"advertorial"}),
        ({"paragraphs": []}, {"first paragraph", "last paragraph"}),
        ({"lines": [*GOT["lines"][:2], {"line": 5, "role": "body"}]}, {"body", "noise"}),
        ({"lines": [*GOT["lines"], {"line": 6, "role": "caption"}]}, {"captions"}),
    ],
)
def test_each_field_that_differs_is_wrong_and_no_other(changed: dict[str, Any], fields: set[str]) -> None:
    assert wrong(**changed) == fields


def test_a_headline_may_differ_in_spaces_and_quotation_marks_only() -> None:
    assert same_title("“Kami  Siap” ", '"Kami Siap"')
    assert not same_title("Kami Siap", '"Kami Siap"')
    assert not same_title(None, "Kami Siap")


def test_a_year_where_none_can_be_known_is_wrong() -> None:
    assert wrong_year(GOT, WANT | {"date": None})
    assert wrong_year(GOT, WANT | {"date": "2020-05-10"})
    assert not wrong_year(GOT | {"date": None}, WANT)
    assert not wrong_year(GOT, WANT)


def test_an_outlets_name_that_goes_with_the_printed_domain_is_right() -> None:
    assert stated_as_found(GOT | {"outlet": "Kabarlereng"}, WANT)["outlet"]
    assert not stated_as_found(GOT | {"outlet": "Tempo"}, WANT)["outlet"]
    assert stated_as_found(GOT | {"outlet": "Kompas.com"}, WANT | {"domain": "kompas.com"})["outlet"]


def scored(kept: set[int], wanted: set[int]) -> Scored:
    return Scored("page", (), (), frozenset(kept), frozenset(wanted), (), False)


def test_lines_are_counted_over_all_pages() -> None:
    rows = tally([scored({1, 2, 3}, {1, 2}), scored({1}, {1, 2, 3, 4})])
    assert (rows["lines: precision"].right, rows["lines: precision"].asked) == (3, 4)
    assert (rows["lines: recall"].right, rows["lines: recall"].asked) == (3, 6)


def test_groups_are_told_from_the_page() -> None:
    page = f"{TITLE}\n\n{STORY}\n\n{STORY}\n\nBaca juga\n\nHome > {TITLE}\n"
    found = groups(page.encode(), WANT | {"body_lines": [3, 5], "noise_lines": [7]})
    assert {"dump", "some noise", "headline more often", "date stated", "outlet without a file"} <= set(found)
    wrapped = "Warga kampung itu\nmemperbaiki tanggul\nyang jebol bersama\nsejak pagi.\n".encode("cp1252")
    found = groups(wrapped + "é".encode("cp1252"), WANT | {"body_lines": [1, 2, 3, 4], "noise_lines": []})
    assert {"extraction", "no noise", "hard-wrapped", "damaged text"} <= set(found)


def test_a_page_of_shingles_weighs_as_much_as_another() -> None:
    assert shingles("a b c d e") == {("a", "b", "c", "d"): 1, ("b", "c", "d", "e"): 1}
    assert shingles("a b") == {("a", "b"): 1}
    assert not shingles("")
    mean = average([Found("one", 1.0, 0.5), Found("none", None, 0.0), Found("two", 0.5, 1.0)])
    assert (mean.precision, mean.recall) == (0.75, 0.5)
    assert mean.f1 == pytest.approx(0.6)


def test_a_page_is_scored_with_what_the_parser_stated() -> None:
    data = f"{TITLE}\n\nMALANG - {STORY}\n\n{STORY}\n".encode()
    page = score(Case("page", data, WANT | {"body_lines": [3, 5], "noise_lines": []}))
    assert page.kept == page.wanted == {3, 5}
    assert {(belief.field, belief.right) for belief in page.beliefs} >= {("title", True), ("place", True)}


def test_a_folder_that_cannot_be_scored_is_named_with_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--folder", str(tmp_path)]) == 2
    (tmp_path / "page.yaml").write_text("title: Tanggul", "utf-8")
    (tmp_path / "page.txt").write_text(STORY, "utf-8")
    assert main(["--folder", str(tmp_path), "--misses", "title"]) == 2
    told = capsys.readouterr().err
    assert "no page there" in told
    assert "page.yaml: no date, " in told


def test_misses_are_listed_with_what_was_found_and_what_stands_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.txt").write_text(f"{TITLE}\n\nMALANG - {STORY}\n\n{STORY}\n", "utf-8")
    expected = WANT | {"body_lines": [3], "noise_lines": [5], "place": "Blitar"}
    (tmp_path / "page.yaml").write_text(yaml.safe_dump(expected), "utf-8")
    for field in ("place", "lines"):
        assert main(["--folder", str(tmp_path), "--misses", field]) == 0
    told = capsys.readouterr().out
    assert "page: got 'MALANG'\n    want 'Blitar'" in told.replace("Malang", "MALANG")
    assert "page:5: kept: Warga kampung itu" in told
