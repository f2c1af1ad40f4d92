"""One file of cases a rule; tests/cases/README.md says how they are written."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from reading import TESTS

from kliping.annotate.events import Passage, Told, find_events
from kliping.annotate.organisations import find_organisations
from kliping.annotate.people import find_people
from kliping.annotate.quotes import find_quotes
from kliping.annotate.regions import find_regions
from kliping.calendar_names import weekday_name
from kliping.mentions import Mention, find_mentions
from kliping.parse.claims.title import derive_title
from kliping.parse.dateline import read_dateline
from kliping.parse.repairs.hyphens import mend_hyphens
from kliping.parse.signature import split_signature
from kliping.when import When

SPEAKERS = ("Vicky Arief", "M. Syailendra", "Wahyu Hidayat")


def dates(text: str) -> list[str]:
    return [f"{mention.text} = {_when(mention)}" for line in text.splitlines() for mention in find_mentions(line)]


def _when(mention: Mention) -> str:
    if mention.year and mention.when() is None:
        return "no such day"
    when = replace(mention, year=mention.year or 2000).when(timed=True)
    assert when is not None
    shown = when.iso() if mention.year else "????" + when.iso()[4:]
    until = mention.until.when() if mention.until else None
    shown += f" to {until}" if until else ""
    return shown + (f", {weekday_name(mention.weekday)}" if mention.weekday >= 0 else "")


def datelines(text: str) -> list[str]:
    found = read_dateline(text, frozenset({"merahputih"}))
    if found is None:
        return []
    parts = {"place": found.place, "outlet": found.outlet, "domain": found.domain, "section": found.section}
    shown = [f"{name} {part.text}" for name, part in parts.items() if part]
    when = found.date.when() if found.date else None
    return ["; ".join([*shown, *([f"date {when}"] if when else []), *(["paid"] if found.paid else [])])]


def signatures(text: str) -> list[str]:
    end, marks = split_signature(text)
    return [f"{text[:end]} | {'; '.join(f'{mark.kind} {mark.text}' for mark in marks)}".rstrip()]


def people(text: str) -> list[str]:
    return [person.name for person in find_people(enumerate(text.splitlines(), 1))]


def quotes(text: str) -> list[str]:
    found = find_quotes(tuple(enumerate(text.splitlines(), 1)), SPEAKERS)
    return [f"{quote.speaker}: {quote.text}" for quote in found]


def events(text: str) -> list[str]:
    """The first line is the article's date; a day without its year is of the same."""
    first, *lines = text.splitlines()
    printed = None if first == "none" else When.parse(first)
    passages = [Passage(number, line) for number, line in enumerate(lines, 1)]
    found = find_events(passages, lambda mention, _: printed and mention.in_year(printed.year), printed)
    return [_told(told, lines[told.event.line - 1]) for told in found]


def _told(told: Told, line: str) -> str:
    event = told.event
    shown = f"{event.start}" + (f" to {event.end}" if event.end != event.start else "")
    shown += (" planned" if event.planned else " past") + (f" at {event.place}" if event.place else "")
    return shown + (f": {event.label}" if line.count(". ") else "")


def organisations(text: str) -> list[str]:
    return [f"{found.name} = {found.short}" for found in find_organisations(enumerate(text.splitlines(), 1))]


def regions(text: str) -> list[str]:
    return list(find_regions(text.splitlines()))


RULES: dict[str, Callable[[str], list[str]]] = {
    "dates": dates,
    "datelines": datelines,
    "signatures": signatures,
    "hyphens": lambda text: [mend_hyphens(text)[0]],
    "titles": lambda text: [derive_title(text)],
    "people": people,
    "quotes": quotes,
    "events": events,
    "organisations": organisations,
    "regions": regions,
}


def cases() -> Iterator[object]:
    for name in RULES:
        lines = (TESTS / "cases" / f"{name}.txt").read_text("utf-8").split("\n")
        at = 0
        while at < len(lines) and lines[at]:
            dots = [index for index in range(at, len(lines)) if lines[index] == "."][:3]
            given, wanted = lines[dots[0] + 1 : dots[1]], lines[dots[1] + 1 : dots[2]]
            yield pytest.param(name, "\n".join(given), wanted, id=f"{name}: {lines[at]}")
            at = dots[2] + 1


@pytest.mark.parametrize(("rule", "given", "wanted"), tuple(cases()))
def test_case(rule: str, given: str, wanted: list[str]) -> None:
    assert RULES[rule](given) == wanted


def test_every_file_of_cases_is_read() -> None:
    assert {path.stem for path in (TESTS / "cases").glob("*.txt")} == set(RULES)
