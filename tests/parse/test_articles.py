"""Articles written for the tests, over the shapes in which Indonesian sites print them."""

from collections import Counter

import yaml
from reading import TESTS, as_json, expected_articles, facts

FLOOR = yaml.safe_load((TESTS / "expected" / "floor.yaml").read_text("utf-8"))


def test_no_fact_is_found_in_fewer_articles_than_before() -> None:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    missed: list[str] = []
    for path, want in expected_articles().items():
        for fact, found in facts(as_json(path), want).items():
            kind = fact.split()[0] if fact.startswith(("event", "repair")) else fact
            right[kind] += found
            asked[kind] += 1
            if not found:
                missed.append(f"{path.name}: {fact}")
    below = {kind: f"{right[kind]} of {asked[kind]}" for kind, least in FLOOR.items() if right[kind] < least}
    assert below == {}, "\n".join(missed)


def test_no_year_is_ever_wrong() -> None:
    wrong = {
        path.name: as_json(path)["date"]
        for path, want in expected_articles().items()
        if as_json(path)["date"] and str(as_json(path)["date"])[:4] != str(want["date"] or "")[:4]
    }
    assert wrong == {}


def test_the_articles_are_enough_and_of_many_shapes() -> None:
    shapes = {want["shape"] for want in expected_articles().values()}
    assert len(shapes) >= 40


def test_every_reported_line_exists_and_is_told_once() -> None:
    for path in expected_articles():
        lines = [line["line"] for line in as_json(path)["lines"]]
        assert lines == sorted(set(lines)), path.name
