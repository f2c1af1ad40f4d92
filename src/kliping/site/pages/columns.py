"""The columns of the articles' data, and the two schemas that describe them: of the table and of the JSON."""

from dataclasses import dataclass
from typing import Any

from kliping.site.strings import Words
from kliping.when import Precision

TABLE_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"
_DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}([+-][0-9]{2}:[0-9]{2})?)?)?)?"
"""As precise as its source: neither standard has a type for a year or a month alone as well as for a minute."""
_PRECISIONS = [str(precision) for precision in Precision]

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; what it holds is said by ``column_`` and its name in the strings."""

    name: str
    kind: str
    """Key of ``_KINDS``."""


_KINDS: dict[str, tuple[Schema, Schema]] = {
    "key": (
        {"type": "string", "constraints": {"required": True, "unique": True}},
        {"type": "string", "minLength": 1},
    ),
    "title": (
        {"type": "string", "constraints": {"required": True}},
        {"type": "string", "minLength": 1},
    ),
    "text": ({"type": "string"}, {"type": "string"}),
    "texts": ({"type": "string"}, {"type": "array", "items": {"type": "string"}}),
    "date": (
        {"type": "string", "constraints": {"pattern": _DATE}},
        {"type": ["string", "null"], "pattern": f"^{_DATE}$"},
    ),
    "precision": (
        {"type": "string", "constraints": {"enum": _PRECISIONS}},
        {"enum": [*_PRECISIONS, None]},
    ),
    "number": (
        {"type": "integer", "constraints": {"required": True, "minimum": 0}},
        {"type": "integer", "minimum": 0},
    ),
    "flag": ({"type": "boolean", "trueValues": ["1"], "falseValues": ["0"]}, {"type": "boolean"}),
}
"""What a column may hold: in the table, where a missing value is an empty cell, and in the JSON."""

COLUMNS = (
    Column("path", "key"),
    Column("title", "title"),
    Column("date", "date"),
    Column("date_precision", "precision"),
    Column("outlet", "text"),
    Column("domain", "text"),
    Column("place", "text"),
    Column("section", "text"),
    Column("authors", "texts"),
    Column("topics", "texts"),
    Column("tags", "texts"),
    Column("people", "texts"),
    Column("summary", "text"),
    Column("words", "number"),
    Column("advertorial", "flag"),
    Column("url", "text"),
)


def table_schema(words: Words) -> Schema:
    """Return the Table Schema of the rows in CSV."""
    return {
        "$schema": TABLE_SCHEMA,
        "fields": [
            {"name": column.name, "description": _said(column, words), **_KINDS[column.kind][0]} for column in COLUMNS
        ],
        "primaryKey": ["path"],
        "missingValues": [""],
    }


def json_schema(words: Words, address: str) -> Schema:
    """Return the JSON Schema of one article in JSON; ``address`` is its own, empty where the site has none."""
    return {
        "$schema": JSON_SCHEMA,
        **({"$id": address} if address else {}),
        "title": words.say("data_schema"),
        "type": "object",
        "properties": {
            column.name: {"description": _said(column, words), **_KINDS[column.kind][1]} for column in COLUMNS
        },
        "required": [column.name for column in COLUMNS],
        "additionalProperties": False,
    }


def _said(column: Column, words: Words) -> str:
    return words.say(f"column_{column.name}")
