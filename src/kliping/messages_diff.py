"""How ``kliping parse --diff`` shows its findings: for people, and as plain values."""

from collections.abc import Iterator
from typing import Any

import click

from kliping.build.changes import Change, Changes, Kept, RecordChanges
from kliping.fieldtext import cut, plain_evidence, written
from kliping.fieldtext import plain as as_plain
from kliping.messages import number, shown
from kliping.model import Provenance
from kliping.rules import sentence
from kliping.wordiff import ADDED, REMOVED, SAME, Piece, paragraphs

LONG = 100
"""Characters; longer texts are compared word by word."""
_COLOURS = {REMOVED: "red", ADDED: "green", SAME: None}
_MARKS = {REMOVED: "[-{}-]", ADDED: "{{+{}+}}", SAME: "{}"}


def told(record: RecordChanges, language: str) -> Iterator[str]:
    """Yield the lines that say what would change in a record."""
    yield click.style(shown(record.file), bold=True)
    for change in record.changes:
        yield from _change(change, language)
    if record.kept:
        yield click.style("  yours, stays:", fg="cyan")
    for kept in record.kept:
        yield from _kept(kept, language)


def summary(changes: Changes) -> str:
    """Return the closing line."""
    changed = sum(bool(record.changes) for record in changes.records)
    parts = [
        f"{number(changed, 'record')} would change",
        f"{len(changes.new)} would be new",
        f"{changes.unchanged + len(changes.records) - changed} unchanged",
        f"{number(len(changes.unread), 'record')} cannot be read (say kliping check)" if changes.unread else "",
    ]
    return ", ".join(part for part in parts if part)


def plain(changes: Changes) -> Iterator[dict[str, Any]]:
    """Yield one mapping of plain values for each record that would change, newly differs or would be new."""
    for record in changes.records:
        yield {
            "record": record.file,
            "seed": record.seed,
            "status": "changed" if record.changes else "unchanged",
            "changes": [
                {"field": one.field, "old": as_plain(one.old), "new": as_plain(one.new), **plain_evidence(one.evidence)}
                for one in record.changes
            ],
            "yours": [
                {"field": one.field, "value": as_plain(one.value), "read": as_plain(one.read)}
                | plain_evidence(one.evidence)
                for one in record.kept
            ],
        }
    for file in changes.new:
        yield {"record": file, "status": "new"}


def _change(change: Change, language: str) -> Iterator[str]:
    if change.old == change.new:
        before = f"{change.before.confidence:.2f} → " if change.before else ""
        yield f"  {change.field}: as before; {before}{_evidence(change.evidence, language)}"
        return
    old, new = written(change.old), written(change.new)
    if change.field == "body" or len(min(old, new, key=len)) > LONG:
        yield f"  {change.field}:"
        yield from (f"    {_pieces(pieces)}" for pieces in paragraphs(old, new))
    else:
        for sign, text in ((REMOVED, old), (ADDED, new)):
            if text:
                yield click.style(shown(f"  {sign} {change.field}: {text}"), fg=_COLOURS[sign])
    if change.evidence:
        yield f"      {_evidence(change.evidence, language)}"


def _kept(kept: Kept, language: str) -> Iterator[str]:
    value, read = written(kept.value), written(kept.read)
    yield shown(f"    {kept.field}: {cut(value, LONG) or '(empty)'}")
    if value != read:
        yield shown(f"      the parser reads: {cut(read, LONG) or 'nothing'}")
        if kept.evidence:
            yield f"      {_evidence(kept.evidence, language)}"


def _evidence(entry: Provenance | None, language: str) -> str:
    """Return how sure, from which line, by which rule; on a terminal less bright than the value."""
    if entry is None:
        return "no evidence"
    line = f"line {entry.line}, " if entry.line else ""
    note = f"; {entry.note}" if entry.note else ""
    return click.style(shown(f"{entry.confidence:.2f} {line}{sentence(entry.rule, language)}{note}"), dim=True)


def _pieces(pieces: tuple[Piece, ...]) -> str:
    """Return a paragraph's runs of words; one that is removed or added whole has its sign in front."""
    if len(pieces) == 1:
        ((sign, text),) = pieces
        return click.style(shown(f"{sign} {text}"), fg=_COLOURS[sign])
    return "~ " + " ".join(click.style(shown(_MARKS[sign].format(text)), fg=_COLOURS[sign]) for sign, text in pieces)
