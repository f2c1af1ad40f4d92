"""Decisions to a record with its provenance, and the sheet to a reading with its used spans."""

from collections.abc import Iterable

from kliping import data
from kliping.edits import PERSON, check
from kliping.model import Provenance, Reading, ReadLine, Record, Repair, Role, Seed, Span
from kliping.parse.body import to_markdown
from kliping.parse.page import Page
from kliping.parse.resolve import Decision
from kliping.parse.sheet import Sheet
from kliping.slugs import slug

SHOWN = ("lost-hyphen", "mojibake")
"""Repairs that change what a reader reads."""
MOST_SHOWN = 8
FIELDS = (
    *("title", "date", "updated", "outlet", "domain", "place", "section", "authors", "editors", "photographers"),
    *("advertorial", "captions", "topics", "tags", "people", "events", "summary"),
    *("url", "lang", "rights", "draft", "extra"),
)
"""Decided fields, in the order of a record's file."""


def record(
    seed: Seed, page: Page, repairs: tuple[Repair, ...], decisions: dict[str, Decision], given: str | None = None
) -> Record:
    """Write down what was decided; a body that is given as Markdown stays as it is."""
    values = {field: decisions[field].value for field in FIELDS if field in decisions}
    title = str(values.pop("title", "")) or seed.name
    body = to_markdown(page.paragraphs) if given is None else given
    provenance = {field: _provenance(decisions[field]) for field in FIELDS if field in decisions}
    if title == seed.name:
        provenance = {"title": Provenance("seed-name", 0, 0.0, check(title))} | provenance
    lines = [paragraph.line for paragraph in page.paragraphs]
    first, mended = min(lines, default=0), _mended(page, repairs)
    rule, sure = ("paragraphs", _body_confidence(page)) if given is None else (PERSON, 1.0)
    provenance["body"] = Provenance(rule, first, sure, check(body), mended)
    named = str(decisions["slug"].value) if "slug" in decisions else ""
    name = named or slug(title, seed.name, "artikel")
    return Record(title=title, body=body, slug=name, seed=seed.name, provenance=provenance, **values)


def _provenance(decision: Decision) -> Provenance:
    notes = dict.fromkeys(claim.note for claim in decision.claims if claim.note)
    return Provenance(
        decision.best.rule,
        decision.best.line,
        round(decision.confidence, 2),
        check(decision.value),
        " ".join(notes),
    )


def _mended(page: Page, repairs: tuple[Repair, ...]) -> str:
    """Say which words of the text are not as saved; empty when all are."""
    lines = {number for paragraph in page.paragraphs for number in paragraph.block.numbers}
    words = dict.fromkeys(f"{one.before} → {one.after}" for one in repairs if one.line in lines and one.rule in SHOWN)
    shown = ", ".join(list(words)[:MOST_SHOWN]) + (", …" if len(words) > MOST_SHOWN else "")
    return str(data.load(f"notes.{page.language}.yaml")["mended"]).format(words=shown) if words else ""


def _body_confidence(page: Page) -> float:
    """The more lines inside the text only a guess kept or cut, the less sure."""
    guessed = ("subhead", "open-paragraph", "foreign-headline", "unknown-inside", "scrap", "short-paragraph")
    inside = [page.sheet.labels[block.index] for block in page.sheet.blocks[page.sheet.first : page.sheet.last + 1]]
    doubts = sum(1 for label in inside if label and label.rule in guessed)
    return round(max(0.6, 0.97 - 0.05 * doubts), 2)


def reading(seed: Seed, sheet: Sheet, repairs: tuple[Repair, ...], decisions: Iterable[Decision]) -> Reading:
    """Write down every line's role and the spans that gave a field its value."""
    spans: dict[int, list[Span]] = {}
    for decision in decisions:
        for claim in decision.claims:
            for place in claim.places:
                if place.end > place.start:
                    spans.setdefault(place.line, []).append(Span(place.start, place.end, decision.field))
                elif decision.field == "title":
                    spans.setdefault(place.line, []).append(Span(0, len(sheet.lines[place.line - 1]), decision.field))
    labels = dict(enumerate(sheet.head, 1))
    labels |= {number: sheet.labels[block.index] for block in sheet.blocks for number in block.numbers}
    lines = []
    for number, text in enumerate(sheet.lines, 1):
        label = labels.get(number)
        role, rule = (label.role, label.rule) if label else (Role.BLANK, "")
        lines.append(
            ReadLine(
                number,
                text,
                role,
                rule,
                bool(label and label.heading),
                _apart(spans[number]) if number in spans else (),
            )
        )
    return Reading(seed.name, tuple(lines), repairs)


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Put spans in order and drop those that overlap an earlier, longer one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end, FIELDS.index(span.field))):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
