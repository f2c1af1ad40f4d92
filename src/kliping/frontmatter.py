"""A record as its Markdown file: front matter between ``---`` lines, then the body.

``load`` and ``dump`` are inverses for every record.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from yaml.nodes import MappingNode, Node

from kliping.errors import Problem, Severity
from kliping.model import Event, Provenance, Record
from kliping.typed import Reader, did_you_mean
from kliping.when import Precision, When
from kliping.yamldump import inline, quoted, scalar
from kliping.yamltext import entries, is_null, line_of, plain

ALIASES: Mapping[str, str] = {
    alias: key
    for key, aliases in {
        "title": "headline judul",
        "date": "published pubdate publishdate publish_date tanggal",
        "updated": "lastmod modified",
        "outlet": "source publisher media",
        "url": "source_url link canonical original_url permalink",
        "place": "location tempat",
        "section": "rubric rubrik",
        "authors": "author byline penulis",
        "editors": "editor",
        "photographers": "photographer",
        "captions": "caption",
        "topics": "topic category categories",
        "tags": "tag subject keywords",
        "people": "person persons",
        "summary": "description excerpt abstract",
        "lang": "language",
    }.items()
    for alias in aliases.split()
}
"""What other generators call our keys."""

TEXTS = ("outlet", "domain", "url", "place", "section", "summary", "slug", "lang", "rights", "seed")
LISTS = ("authors", "editors", "photographers", "topics", "tags", "people")
_SHOWN = ("advertorial", "captions", "topics", "tags", "people")
"""Written even when empty, as a form has its blank lines."""
_QUOTED = frozenset({"title", "summary"})
"""Free text: in quotes always, so that a person may type a colon."""

_PRECISIONS = list(Precision)


def canonical_key(name: str) -> str:
    """Return our name for a key, whoever's spelling it is; an unknown key as it is."""
    plain_name = name.casefold().replace("-", "_")
    return ALIASES.get(plain_name, plain_name if plain_name in _READERS else name)


@dataclass(frozen=True, slots=True)
class Front:
    """Fields that a person wrote above a text, of which none is required."""

    fields: Mapping[str, Any]
    """Values by the record's field names; keys that are not ours are in ``extra``."""
    lines: Mapping[str, int]
    """Line of the file that gives each field."""
    body: str
    first: int
    """Line of the file that the body begins on."""


def has_front(text: str) -> bool:
    """Tell whether a text begins as front matter does, of a kind that is read or not."""
    return text.partition("\n")[0].rstrip() in ("---", "+++")


def load_front(text: str, file: str) -> tuple[Front | None, tuple[Problem, ...]]:
    """Read what stands between the ``---`` lines; None, with the reasons, when any of it cannot be understood."""
    opened = _open(text, file)
    if isinstance(opened, Problem):
        return None, (opened,)
    reader, node, fields, body = opened
    lines: dict[str, int] = {}
    for name, key, _ in entries(node) if node else ():
        ours = canonical_key(name)
        lines.setdefault(ours if ours in _READERS else "extra", line_of(key) + reader.offset)
    if reader.broken:
        return None, tuple(reader.problems)
    ahead = text[: len(text) - len(body)] if text.endswith(body) else text[: text.rindex(body + "\n")]
    return Front(fields, lines, body, ahead.count("\n") + 1), tuple(reader.problems)


def load(text: str, file: str) -> tuple[Record | None, tuple[Problem, ...]]:
    """Read a record; None, with the reasons, when any of it cannot be understood."""
    text = text.removeprefix("\ufeff")
    if re.match(r"---[ \t]*\r\n", text):
        text = text.replace("\r\n", "\n")
    opened = _open(text, file)
    if isinstance(opened, Problem):
        return None, (opened,)
    reader, node, fields, body = opened
    if node and "title" not in fields and not reader.broken:
        reader.complain(node, "no-title", "the article has no title", 'write one: title: "…"')
    elif node is None and not reader.broken:
        reader.problems.append(Problem(file, 1, "no-title", "the article has no title", _BEGIN, Severity.ERROR))
    record = None if reader.broken else Record(**fields, body=body)
    return record, tuple(reader.problems)


def dump(record: Record) -> str:
    """Write a record; ``load`` gives an equal one back."""
    lines = ["---", *_front(record), "---"]
    if record.body:
        lines += ["", record.body]
    return "\n".join(lines) + "\n"


_BEGIN = 'begin the file with a line ---, then title: "…", then another line ---, then the article'


def _open(text: str, file: str) -> tuple[Reader, MappingNode | None, dict[str, Any], str] | Problem:
    """Read the front matter: its reader with what it complained of, its mapping, the fields, and the body."""
    parts = _split(text)
    if isinstance(parts, str):
        return Problem(file, 1, "front-matter", parts, _BEGIN, Severity.ERROR)
    front, body = parts
    reader = Reader(file, offset=1)
    node = reader.top(front)
    return reader, node, _fields(reader, node) if node else {}, body


def _split(text: str) -> tuple[str, str] | str:
    """Return front matter and body, or what is wrong."""
    first, _, rest = text.partition("\n")
    if first.rstrip() == "+++":
        return "front matter between +++ lines is TOML, which is not read"
    if first.rstrip() != "---":
        return "there is no front matter"
    end = re.search(r"^---[ \t]*(?:\n|\Z)", rest, re.MULTILINE)
    if not end:
        return "the front matter has no end: a second line --- is missing"
    body = rest[end.end() :].removeprefix("\n")
    return rest[: end.start()], body.removesuffix("\n")


def _fields(reader: Reader, top: MappingNode) -> dict[str, Any]:
    """Return the record's fields by name; keys that are not ours are in ``extra``."""
    fields: dict[str, Any] = {}
    extra: dict[str, object] = {}
    own = {name for name, _, _ in entries(top)}
    for name, key, value in entries(top):
        ours = canonical_key(name)
        if name.casefold() == "published" and isinstance(plain(value), bool):
            fields["draft"] = not plain(value)
        elif ours in fields or (ours in own and ours != name):
            reader.warn(
                key,
                "same-key",
                f"{name} means {ours}, which is given too; {name} is left as it is",
                "keep one",
            )
            extra[name] = plain(value)
        elif ours == "title" and is_null(value):
            continue
        elif ours in _READERS:
            fields[ours] = _READERS[ours](reader, name, value)
        else:
            extra[name] = plain(value)
    _check_precision(reader, top, fields)
    return fields | {"extra": extra}


def _check_precision(reader: Reader, top: MappingNode, fields: dict[str, Any]) -> None:
    """Make the date as coarse as ``date_precision`` says; it may not claim more than the date gives."""
    said, date = fields.pop("date_precision", ""), fields.get("date")
    if not said or date is None:
        return
    precision = Precision(said)
    if _PRECISIONS.index(precision) > _PRECISIONS.index(date.precision):
        node = next(key for name, key, _ in entries(top) if canonical_key(name) == "date_precision")
        reader.complain(
            node, "date-precision", f"date_precision is {said}, but {date} gives only the {date.precision}",
            f"write date_precision: {date.precision}, or the whole date",
        )  # fmt: skip
    keep = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}.get(precision)
    fields["date"] = When(*(date.year, date.month, date.day)[:keep]) if keep else date


def _when(reader: Reader, key: str, node: Node) -> When | None:
    text = reader.text(key, node)
    if not text:
        return None
    try:
        return When.parse(text)
    except ValueError as error:
        reader.complain(node, "bad-date", f"{key}: {error}")
        return None


def _events(reader: Reader, key: str, node: Node) -> tuple[Event, ...]:
    events = []
    for item in reader.mappings(key, node):
        reader_keys = reader.mapping(key, item)
        for name, name_node, _ in entries(item):
            if name not in _EVENT:
                reader.complain(
                    name_node, "unknown-key", f"an event has no {name!r}", did_you_mean(name, _EVENT).strip()
                )
        given = {name: _EVENT[name](reader, name, value) for name, value in reader_keys.items() if name in _EVENT}
        if given.get("start") is None:
            reader.complain(item, "bad-date", "an event needs its first day", "write start: 2016-03-23")
            continue
        given["end"] = given.get("end") or given["start"]
        events.append(Event(**{"label": "", **given}))
    return tuple(events)


def _provenance(reader: Reader, key: str, node: Node) -> Mapping[str, Provenance]:
    found = {}
    for name, entry in reader.mapping(key, node).items():
        parts = reader.mapping(f"{key} of {name}", entry)
        given = {part: _PROVENANCE[part](reader, part, parts[part]) for part in _PROVENANCE if part in parts}
        found[name] = Provenance(**{"rule": "", **given})
    return found


def _text(reader: Reader, key: str, node: Node) -> str:
    return reader.text(key, node)


def _texts(reader: Reader, key: str, node: Node) -> tuple[str, ...]:
    return reader.texts(key, node, split=True)


def _captions(reader: Reader, key: str, node: Node) -> tuple[str, ...]:
    return reader.texts(key, node)


def _flag(reader: Reader, key: str, node: Node) -> bool:
    return reader.flag(key, node)


def _precision(reader: Reader, key: str, node: Node) -> str:
    return reader.choice(key, node, _PRECISIONS)


_Read = Callable[[Reader, str, Node], Any]
_EVENT: Mapping[str, _Read] = {
    "start": _when, "end": _when, "label": _text, "line": lambda r, k, n: r.whole(k, n), "place": _text,
    "planned": _flag,
}  # fmt: skip
_PROVENANCE: Mapping[str, _Read] = {
    "rule": _text, "line": lambda r, k, n: r.whole(k, n), "confidence": lambda r, k, n: r.share(k, n),
    "check": _text, "note": _text,
}  # fmt: skip
_READERS: Mapping[str, _Read] = {
    "title": _text, "date": _when, "date_precision": _precision, "updated": _when,
    **dict.fromkeys(TEXTS, _text), **dict.fromkeys(LISTS, _texts), "captions": _captions,
    "advertorial": _flag, "draft": _flag, "events": _events, "provenance": _provenance,
}  # fmt: skip

_ORDER = (
    "date", "updated", "outlet", "domain", "url", "place", "section", "authors", "editors", "photographers",
    "advertorial", "captions", "topics", "tags", "people", "events", "summary", "slug", "lang", "rights",
    "draft", "seed",
)  # fmt: skip
"""As a person reads the form; the title stands above, what we do not know and the provenance below."""


def _front(record: Record) -> list[str]:
    lines = [f"title: {quoted(record.title)}"]
    for name in _ORDER:
        value = getattr(record, name)
        if value or name in _SHOWN:
            lines += _entry(name, value)
    lines += [f"{scalar(name)}: {inline(value)}" for name, value in record.extra.items()]
    if record.provenance:
        lines.append("provenance:")
        lines += [f"  {scalar(name)}: {_evidence(entry)}" for name, entry in record.provenance.items()]
    return lines


def _entry(name: str, value: Any) -> list[str]:
    """Return a field's lines: one, or one an item for captions and events."""
    if isinstance(value, When):
        precision = [f"date_precision: {value.precision}"] if name == "date" else []
        return [f"{name}: {value}", *precision]
    if name == "captions" and value:
        return ["captions:", *(f"  - {quoted(caption)}" for caption in value)]
    if name == "events":
        return ["events:", *(f"  - {_event(event)}" for event in value)]
    return [f"{name}: {quoted(value) if name in _QUOTED else inline(value)}"]


def _event(event: Event) -> str:
    parts = [f"start: {event.start}", f"end: {event.end}", f"label: {quoted(event.label)}"]
    parts += [f"line: {event.line}"] if event.line else []
    parts += [f"place: {scalar(event.place)}"] if event.place else []
    parts += ["planned: true"] if event.planned else []
    return "{" + ", ".join(parts) + "}"


def _evidence(entry: Provenance) -> str:
    parts = [f"line: {entry.line}"] if entry.line else []
    parts += [f"rule: {scalar(entry.rule)}", f"confidence: {inline(entry.confidence)}"]
    parts += [f"check: {scalar(entry.check)}"] if entry.check else []
    parts += [f"note: {quoted(entry.note)}"] if entry.note else []
    return "{" + ", ".join(parts) + "}"
