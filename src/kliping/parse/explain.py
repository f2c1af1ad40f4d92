"""What the parser saw in a seed and why, for ``kliping explain``."""

from collections.abc import Callable, Iterator

from kliping.model import KEPT_ROLES, Role
from kliping.parse import Parsed
from kliping.rules import sentence
from kliping.when import When

Paint = Callable[[str, str], str]
WIDTH = 100
"""Characters of a line's text that are shown."""
_COLOURS = {
    Role.HEADLINE: "1",
    Role.BODY: "",
    Role.CAPTION: "36",
    Role.DECK: "36",
    Role.DATE: "35",
    Role.BYLINE: "33",
    Role.SECTION: "34",
    Role.OUTLET: "34",
    Role.TAGS: "34",
    Role.MARK: "31",
}
_CUT = "2"


def explain(parsed: Parsed, colour: bool = False, language: str = "id") -> str:
    """Return each line of the seed with its role and reason, then each field with its evidence."""

    def paint(code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if colour and code else text

    parts = [paint("1", parsed.reading.seed), *_lines(parsed, paint, language)]
    if parsed.record:
        parts += ["", *_fields(parsed, paint, language)]
    parts += [f"~ {repair.line}: {repair.before} → {repair.after} ({repair.rule})" for repair in parsed.reading.repairs]
    parts += [paint("31", str(problem)) for problem in parsed.problems]
    return "\n".join(parts)


def _lines(parsed: Parsed, paint: Paint, language: str) -> Iterator[str]:
    digits = len(str(len(parsed.reading.lines)))
    for line in parsed.reading.lines:
        if line.role is Role.BLANK:
            continue
        kept = line.role in KEPT_ROLES
        text = line.text.strip()
        shown = text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"
        reason = "" if kept and line.role is Role.BODY else f"  ← {sentence(line.rule, language)}"
        mark = " " if kept else "×"
        row = f"{line.number:>{digits}} {mark} {line.role:<9} {shown}"
        yield paint(_COLOURS.get(line.role, _CUT) if kept else _CUT, row) + paint(_CUT, reason)


def _fields(parsed: Parsed, paint: Paint, language: str) -> Iterator[str]:
    record = parsed.record
    assert record is not None  # noqa: S101 - the caller looked
    for name, entry in record.provenance.items():
        if name == "body":
            continue
        value = _shown(getattr(record, name))
        where = f"line {entry.line}, " if entry.line else ""
        code = "31" if entry.confidence < 0.6 else "33" if entry.confidence < 0.8 else "32"
        yield f"{name:<13} {value}"
        yield f"{'':<13} {paint(code, f'{entry.confidence:.2f}')} {where}{sentence(entry.rule, language)}" + (
            f" {entry.note}" if entry.note else ""
        )


def _shown(value: object) -> str:
    if isinstance(value, When):
        return value.iso()
    if isinstance(value, tuple):
        parts = [f"{item.start}–{item.end}" if hasattr(item, "start") else str(item) for item in value]
        return "; ".join(parts)[:WIDTH]
    return str(value)[:WIDTH]
