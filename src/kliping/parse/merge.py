"""A new parse beside a record that exists: what a person changed wins, field by field."""

from dataclasses import replace
from typing import Any

from kliping.edits import check, is_edited
from kliping.errors import Problem, Severity
from kliping.model import Provenance, Record
from kliping.parse.emit import FIELDS

MERGED = (*FIELDS, "body")


def keep_edits(previous: Record, parsed: Record) -> tuple[Record, tuple[Problem, ...]]:
    """Return the new record with the person's fields kept, and what the parser would now decide otherwise.

    A field is the person's when its value is not the one that the parser wrote (known by its check), and stays so
    when the parser comes to agree: a later one may not. A slug stays as it is once written, since it is an address.
    """
    values: dict[str, Any] = {"slug": previous.slug or parsed.slug}
    provenance: dict[str, Provenance] = {}
    problems: list[Problem] = []
    for name in MERGED:
        source = parsed
        if is_edited(previous, name):
            source = previous
            problems += _difference(previous, parsed, name)
        values[name] = getattr(source, name)
        if name in source.provenance:
            provenance[name] = source.provenance[name]
    return replace(parsed, **values, provenance=provenance), tuple(problems)


def _difference(previous: Record, parsed: Record, name: str) -> list[Problem]:
    """Say what the parser would write where the person's value stands, if its mind changed since the edit."""
    entry = parsed.provenance.get(name)
    before = previous.provenance.get(name)
    if entry is None or entry.check in (before.check if before else "", check(getattr(previous, name))):
        return []
    new = getattr(parsed, name)
    shown = "another text" if name == "body" else repr(", ".join(map(str, new)) if isinstance(new, tuple) else str(new))
    message = f"«{name}» is yours and stays; the parser now reads {shown}"
    return [Problem(previous.seed, entry.line, "edit-kept", message, severity=Severity.INFO)]
