"""A parsed seed as plain values, for ``kliping parse --json``."""

from typing import Any

from kliping.annotate.organisations import find_organisations
from kliping.annotate.quotes import find_quotes
from kliping.model import Role
from kliping.parse import Parsed
from kliping.when import When

_PLAIN = ("outlet", "domain", "url", "place", "section", "summary", "lang", "slug", "seed")
_LISTS = ("authors", "editors", "photographers", "captions", "topics", "tags", "people")


def to_json(parsed: Parsed) -> dict[str, Any]:
    """Return the record's fields, its paragraphs and quotes, and the role of every line that is not blank."""
    record = parsed.record
    lines = [
        {"line": line.number, "role": str(line.role), "rule": line.rule}
        for line in parsed.reading.lines
        if line.role is not Role.BLANK
    ]
    problems = [
        {
            "code": problem.code,
            "severity": str(problem.severity),
            "line": problem.line,
            "message": problem.message,
        }
        for problem in parsed.problems
    ]
    if record is None:
        return {
            "seed": parsed.reading.seed,
            "title": None,
            "date": None,
            "paragraphs": [],
            "lines": lines,
            "problems": problems,
        }
    derived = record.provenance["title"].rule in ("derived-lead", "seed-name")
    return {
        "title": record.title,
        "title_basis": "derived" if derived else "stated",
        "date": _iso(record.date),
        "date_precision": str(record.date.precision) if record.date else None,
        "updated": _iso(record.updated),
        **{field: getattr(record, field) or None for field in _PLAIN},
        **{field: list(getattr(record, field)) for field in _LISTS},
        "advertorial": record.advertorial,
        "events": [
            {
                "start": event.start.iso(),
                "end": event.end.iso(),
                "label": event.label,
                "line": event.line,
                "place": event.place or None,
                "kind": "planned" if event.planned else "past",
            }
            for event in record.events
        ],
        "paragraphs": [text for _, text in parsed.paragraphs],
        "quotes": [
            {"text": quote.text, "speaker": quote.speaker or None, "line": quote.line, "verb": quote.verb or None}
            for quote in find_quotes(parsed.paragraphs, record.people)
        ],
        "organisations": [
            {"name": found.name, "short": found.short, "line": found.line}
            for found in find_organisations(parsed.paragraphs)
        ],
        "repairs": [
            {"line": repair.line, "rule": repair.rule, "before": repair.before, "after": repair.after}
            for repair in parsed.reading.repairs
        ],
        "provenance": {
            field: {"line": entry.line, "rule": entry.rule, "confidence": entry.confidence}
            | ({"note": entry.note} if entry.note else {})
            for field, entry in record.provenance.items()
        },
        "lines": lines,
        "problems": problems,
    }


def _iso(when: When | None) -> str | None:
    return when.iso() if when else None
