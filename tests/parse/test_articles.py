"""Pages written for the tests, over the shapes in which sites print them, and what is found on them at least."""

from collections.abc import Iterator
from functools import cache

import pytest
from reading import as_json, expected_articles
from scoring import tables
from scoring.confidence import BANDS, beliefs, in_band
from scoring.floor import SURELY, below, floor, reached, reached_world
from scoring.pages import ARTICLES, OUTLETS, Scored, cases, fresh_processes, score_folders, without_files
from scoring.tally import ROWS
from scoring.world import Found, average, score_world

HELD = floor()


@cache
def articles() -> tuple[Scored, ...]:
    return tuple(score_folders((ARTICLES, OUTLETS)))


@cache
def without() -> tuple[Scored, ...]:
    with fresh_processes(1) as processes:
        return tuple(without_files(processes).result())


@cache
def world() -> dict[str, list[Found]]:
    return score_world()


def missed(pages: tuple[Scored, ...], fields: dict[str, str]) -> Iterator[str]:
    known = {case.name: case for case in cases(ARTICLES, OUTLETS)}
    for field in fields:
        yield f"{field}: {fields[field]}"
        yield from tables.misses(pages, known, field)


@pytest.mark.parametrize(("part", "pages"), [("articles", articles), ("without outlets' files", without)])
def test_no_fact_is_found_on_fewer_pages_than_before(part, pages) -> None:  # type: ignore[no-untyped-def]
    now = reached({part: list(pages())})[part]
    fell = below(HELD[part], now)
    assert fell == {}, "\n".join(missed(pages(), fell))


def test_the_text_of_pages_from_all_over_the_world_is_found_as_well_as_before() -> None:
    assert below(HELD["world"], reached_world(world()["parser"])) == {}


def test_the_parser_finds_more_of_the_world_than_one_who_keeps_long_lines() -> None:
    parser, baseline = (average(pages).f1 for pages in world().values())
    assert parser > baseline


def test_the_floor_holds_every_figure() -> None:
    for part in ("articles", "without outlets' files"):
        assert set(HELD[part]) == {*reached({part: list(articles())})[part]}
    assert set(HELD["articles"]) <= {*ROWS, SURELY}


def test_most_is_stated_as_sure() -> None:
    stated = beliefs(articles())
    assert len(in_band(stated, BANDS[0])) >= 0.7 * len(stated), "being right by never being sure helps nobody"


def test_no_year_is_ever_wrong() -> None:
    assert [page.name for page in (*articles(), *without()) if page.wrong_year] == []


def test_the_articles_are_enough_and_of_many_shapes() -> None:
    shapes = {want["shape"] for want in expected_articles().values()}
    assert len(shapes) >= 40


def test_every_reported_line_exists_and_is_told_once() -> None:
    for path in expected_articles():
        lines = [line["line"] for line in as_json(path)["lines"]]
        assert lines == sorted(set(lines)), path.name
