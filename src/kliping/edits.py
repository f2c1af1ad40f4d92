"""What of a record is a person's: known by the check beside each field that the parser wrote."""

from dataclasses import dataclass
from typing import Any

from kliping import model
from kliping.digest import digest
from kliping.model import Record
from kliping.when import When

CHECK_LENGTH = 6
PERSON = "person"
"""Rule of a field that a person gave, in the record or in the seed's front matter."""


def check(value: Any) -> str:
    """Short digest of a value, by which a person's edit is known later."""
    if isinstance(value, tuple):
        value = tuple(_as_in_first_records(item) if isinstance(item, model.Event) else item for item in value)
    return digest(value)[:CHECK_LENGTH]


@dataclass(frozen=True, slots=True)
class Event:
    """An event as records of version 0.1 have it: their checks hold, so that no old event passes for a person's."""

    start: When
    end: When
    label: str
    line: int
    place: str


def _as_in_first_records(event: model.Event) -> model.Event | Event:
    return event if event.planned else Event(event.start, event.end, event.label, event.line, event.place)


def is_edited(record: Record, name: str) -> bool:
    """Tell whether a person gave, changed or confirmed (``rule: person``, no check) a field of a record."""
    value, entry = getattr(record, name), record.provenance.get(name)
    if entry is None or not entry.check:
        return bool(value) or (entry is not None and entry.rule == PERSON)
    return check(value) != entry.check


def is_persons(record: Record, name: str) -> bool:
    """Tell whether a field's value is a person's, in the record or in the seed's front matter."""
    entry = record.provenance.get(name)
    return is_edited(record, name) or (entry is not None and entry.rule == PERSON)
