"""The data files are what their own descriptions say."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from newsroom import BARE, SETTINGS, days, record, site, with_base

from kliping.config import OutletSetting, Settings
from kliping.site.page import Page
from kliping.site.render import render

RECORDS = (
    record("Tahun saja", "2016"),
    record("Bulan", "2016-03", outlet="Warta Kota", domain="warta.example", url="https://warta.example/a?b=1"),
    record("Hari", "2016-03-23", tags=("kota", "=SUM(A1)"), topics=("ekraf", "jejaring"), authors=("Siti Aminah",)),
    record("-Menit", "2017-07-20T20:42:00+07:00", people=("Siti Aminah", "Budi Santoso"), advertorial=True),
    record("Tanpa zona", "2017-07-20T20:42:00", section="Kota; Desa", place="MALANG"),
    record("Tanpa tanggal", outlet="Tautan", domain="tautan.example", summary='Kata "dia", lalu\npergi.'),
)
JSON_TYPES = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict, "null": type(None)}


def settings(language: str = "id") -> Settings:
    return replace(with_base(language), outlets=(OutletSetting("Tautan", rights="link"),))


def text(page: Page) -> str:
    return render(page, BARE, "id").decode("utf-8-sig")


Check = Callable[[dict[str, Any], Any, Any], bool]
CHECKS: dict[str, Check] = {
    "type": lambda _, kinds, value: (
        type(value) in [JSON_TYPES[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    ),
    "enum": lambda _, allowed, value: value in allowed,
    "pattern": lambda _, pattern, value: not isinstance(value, str) or bool(re.search(pattern, value)),
    "minLength": lambda _, least, value: len(value) >= least,
    "minimum": lambda _, least, value: value >= least,
    "items": lambda _, schema, value: not any(faults(schema, item) for item in value),
    "properties": lambda _, schemas, value: not any(faults(part, value[name]) for name, part in schemas.items()),
    "required": lambda _, names, value: set(names) <= value.keys(),
    "additionalProperties": lambda schema, more, value: more or value.keys() <= schema["properties"].keys(),
    **dict.fromkeys(("$schema", "$id", "title", "description"), lambda _, text, __: isinstance(text, str)),
}


def faults(schema: dict[str, Any], value: Any) -> list[str]:
    """Return the keywords of a JSON Schema that the value breaks; KeyError for one that is not checked here."""
    return [keyword for keyword, bound in schema.items() if not CHECKS[keyword](schema, bound, value)]


def cell_faults(field: dict[str, Any], cells: list[str]) -> list[str]:
    """Return what Table Schema finds wrong in a column."""
    assert set(field) <= {"name", "description", "type", "constraints", "trueValues", "falseValues"}
    limits = field.get("constraints", {})
    assert set(limits) <= {"required", "unique", "minimum", "enum", "pattern"}
    found = ["unique"] if limits.get("unique") and len(set(cells)) < len(cells) else []
    for cell in cells:
        if not cell:
            found += ["required"] if limits.get("required") else []
            continue
        if field["type"] == "integer" and not (cell.isdecimal() and int(cell) >= limits.get("minimum", 0)):
            found.append(f"integer: {cell}")
        if field["type"] == "boolean" and cell not in field["trueValues"] + field["falseValues"]:
            found.append(f"boolean: {cell}")
        if "enum" in limits and cell not in limits["enum"]:
            found.append(f"enum: {cell}")
        if "pattern" in limits and not re.fullmatch(limits["pattern"], cell):
            found.append(f"pattern: {cell}")
    return found


def test_every_article_is_as_its_schema_says() -> None:
    pages = site(RECORDS, settings())
    schema = json.loads(text(pages["data/article.schema.json"]))
    articles = json.loads(text(pages["data/articles.json"]))["articles"]
    assert len(articles) == len(RECORDS)
    assert {article["path"]: faults(schema, article) for article in articles} == {
        article["path"]: [] for article in articles
    }
    assert schema["$id"] == "https://kliping.example/arsip/data/article.schema.json"


def test_the_schema_refuses_what_is_no_article() -> None:
    pages = site(RECORDS, settings())
    schema = json.loads(text(pages["data/article.schema.json"]))
    article = json.loads(text(pages["data/articles.json"]))["articles"][0]
    for wrong in (
        {"date": "23 Maret 2016"},
        {"date_precision": "week"},
        {"title": ""},
        {"words": -1},
        {"words": True},
        {"tags": "kota"},
        {"tags": [1]},
        {"advertorial": 1},
        {"outlet": None},
        {"more": ""},
    ):
        assert faults(schema, article | wrong), wrong


def test_every_row_is_as_the_package_says() -> None:
    pages = site(RECORDS, settings())
    package = json.loads(text(pages["data/datapackage.json"]))
    table = next(resource for resource in package["resources"] if resource["path"] == "articles.csv")
    rows = list(csv.reader(io.StringIO(text(pages["data/articles.csv"]), newline="")))
    fields = table["schema"]["fields"]
    assert [field["name"] for field in fields] == rows[0]
    assert len(rows) == 1 + len(RECORDS)
    for field, cells in zip(fields, zip(*rows[1:], strict=True), strict=True):
        assert cell_faults(field, list(cells)) == [], field["name"]


@pytest.mark.parametrize("features", [frozenset({"data"}), SETTINGS.features])
def test_the_package_names_every_other_data_file(features: frozenset[str]) -> None:
    shared = "Wali kota membuka pasar seni di alun-alun pada hari Rabu, dan ratusan perajin ikut serta di sana. " * 5
    twice = [record(title, "2016-03-23", shared, outlet=title) for title in ("Warta", "Kabar")]
    pages = site([*RECORDS, *twice], replace(settings(), features=features))
    package = json.loads(text(pages["data/datapackage.json"]))
    named = [f"data/{resource['path']}" for resource in package["resources"]]
    assert {*named, "data/datapackage.json"} == {path for path in pages if path.startswith("data/")}
    assert ("data/stories.json" in named) == ("stories" in features)
    for resource in package["resources"]:
        data = render(pages[f"data/{resource['path']}"], BARE, "id")
        assert data.decode(resource["encoding"])
        assert resource.get("bytes", len(data)) == len(data)
        assert resource["title"] != ""
        assert re.fullmatch(r"[a-z0-9._-]+", resource["name"])
    assert len({resource["name"] for resource in package["resources"]}) == len(named)
    links = [link.path for link in pages["about.html"].view.data]
    assert sorted(links) == sorted([*named, "data/datapackage.json"])


def test_the_package_says_whose_it_is() -> None:
    package = json.loads(text(site(days(2), settings("en"))["data/datapackage.json"]))
    assert package["name"] == "kliping-kota-malang"
    assert package["title"] == "Kliping Kota Malang"
    assert package["homepage"] == "https://kliping.example/arsip/"
    assert "homepage" not in json.loads(text(site(days(2))["data/datapackage.json"]))


def test_a_column_is_described_in_the_language_of_the_site() -> None:
    said = {
        language: [
            part["description"]
            for part in json.loads(text(site([], settings(language))["data/article.schema.json"]))[
                "properties"
            ].values()
        ]
        for language in ("id", "en")
    }
    assert not set(said["id"]) & set(said["en"])


def test_without_data_there_is_no_package() -> None:
    pages = site(RECORDS, replace(settings(), features=frozenset({"names"})))
    assert [path for path in pages if path.startswith("data/")] == []
