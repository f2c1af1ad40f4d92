"""How ``kliping check`` shows what a person should look at: in words, and as plain values."""

from collections.abc import Iterator, Sequence
from typing import Any

import click

from kliping.build.doubts import Doubt
from kliping.errors import Problem, Severity
from kliping.fieldtext import cut, plain_evidence, written
from kliping.fieldtext import plain as as_plain
from kliping.messages import number, shown
from kliping.rules import sentence

MISSING = {"date": "no day of publication could be proved", "outlet": "the text does not show who published it"}
RED, YELLOW = 0.6, 0.8
"""Below these a confidence is red, or yellow."""
HINT = """write what is right into the record: it stays
    to confirm a value as it is (none, too), write its entry under provenance as {rule: person}"""
_INDENT = " " * 6


def told(doubt: Doubt, language: str, width: int) -> Iterator[str]:
    """Yield the lines that say what is doubtful and why: the value, its places, the seed's line, the note."""
    room = width - len(_INDENT)
    value = written(doubt.value) if doubt.evidence else MISSING[doubt.field]
    told_value = cut(value, room - len(doubt.field) - 2)
    yield f"{_sure(doubt)}  {click.style(doubt.field, bold=True)}  {shown(told_value)}"
    places = [f"{doubt.file}:{doubt.line}" if doubt.line else doubt.file]
    places += [f"{doubt.seed}:{doubt.seed_line}" if doubt.seed_line else doubt.seed] if doubt.seed else []
    why = f": {sentence(doubt.evidence.rule, language)}" if doubt.evidence else ""
    yield _INDENT + click.style(shown(" ← ".join(places)), fg="cyan") + shown(why)
    if doubt.text and doubt.text != value:
        yield _INDENT + click.style(shown(f"│ {cut(doubt.text, room - 2, doubt.about)}"), dim=True)
    if doubt.evidence and doubt.evidence.note:
        yield _INDENT + shown(doubt.evidence.note)


def _sure(doubt: Doubt) -> str:
    if doubt.evidence is None:
        return click.style("none", fg="red")
    sure = doubt.evidence.confidence
    return click.style(f"{sure:.2f}", fg="red" if sure < RED else "yellow" if sure < YELLOW else "green")


def summary(doubts: Sequence[Doubt], below: float) -> str:
    """Return the closing line, with what to do."""
    if not doubts:
        return f"No field is missing or less sure than {below:g}"
    missing = sum(doubt.evidence is None for doubt in doubts)
    files = len({doubt.file for doubt in doubts})
    parts = [
        f"{number(missing, 'field')} missing" if missing else "",
        f"{number(len(doubts) - missing, 'field')} less sure than {below:g}" if len(doubts) > missing else "",
    ]
    return f"{', '.join(filter(None, parts))}, in {number(files, 'record')}\n    {HINT}"


def plain(doubts: Sequence[Doubt], problems: Sequence[Problem]) -> Iterator[dict[str, Any]]:
    """Yield doubts, the worst first, then problems, each as plain values."""
    for doubt in doubts:
        evidence = plain_evidence(doubt.evidence)
        evidence.pop("line", None)
        yield {
            "file": doubt.file,
            "line": doubt.line,
            "code": "doubtful" if doubt.evidence else "missing",
            "severity": str(Severity.WARNING),
            "field": doubt.field,
            "value": as_plain(doubt.value),
            **evidence,
            "seed": doubt.seed,
            "seed_line": doubt.seed_line,
            "text": doubt.text,
        }
    for problem in problems:
        yield {
            "file": problem.file,
            "line": problem.line,
            "code": problem.code,
            "severity": str(problem.severity),
            "message": problem.message,
            "hint": problem.hint,
        }
