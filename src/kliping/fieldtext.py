"""A record's values as the commands print them: in words on one line, and as plain values for JSON."""

from typing import Any

from kliping.model import Event, Provenance
from kliping.when import When


def written(value: Any) -> str:
    """Return a field's value as people write it; empty for none."""
    if isinstance(value, When):
        return value.iso()
    if isinstance(value, Event):
        until = f"–{value.end}" if value.end != value.start else ""
        return f"{value.start}{until} {value.label}"
    if isinstance(value, tuple):
        return "; ".join(map(written, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def plain(value: Any) -> Any:
    """Return a field's value as JSON has it."""
    if isinstance(value, When):
        return value.iso()
    if isinstance(value, Event):
        return {"start": value.start.iso(), "end": value.end.iso(), "label": value.label, "line": value.line}
    return [plain(item) for item in value] if isinstance(value, tuple) else value


def plain_evidence(entry: Provenance | None) -> dict[str, Any]:
    """Return what a value rests on as JSON has it; nothing for none."""
    if entry is None:
        return {}
    note = {"note": entry.note} if entry.note else {}
    return {"line": entry.line, "rule": entry.rule, "confidence": entry.confidence} | note


def cut(text: str, width: int, about: str = "") -> str:
    """Return the text on one line of so many characters at most, whole words, with the part ``about`` in view."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    at = max(line.find(about), 0)
    start = 0
    if at + len(about) > width - 2:
        start = line.find(" ", max(0, min(at - width // 4, len(line) - width + 2))) + 1
    head, tail = ("… " if start else ""), line[start:]
    room = width - len(head)
    if len(tail) <= room:
        return head + tail
    return f"{head}{(tail[: room - 1].rsplit(' ', 1)[0] or tail)[: room - 2]} …"
