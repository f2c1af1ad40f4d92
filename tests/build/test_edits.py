"""What a person changed in a record survives every later parse, field by field, and the diff says what would not."""

from dataclasses import replace
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kliping.build.changes import compare
from kliping.build.records import Entry, Merged, merge
from kliping.build.store import Kept
from kliping.edits import PERSON, check, is_edited
from kliping.frontmatter import dump, load
from kliping.model import Event, Provenance, Reading, Record
from kliping.parse import Parsed
from kliping.parse.merge import MERGED
from kliping.when import When

FILE = "records/a.md"
TEXTS = ["", "Pasar Kreatif", "no", "Wali Kota: Anton", "satu\n\ndua # tiga"]
LISTS: list[Any] = [(), ("Siti Aminah",), ("cah", "yon"), ("a, b",)]
VALUES: dict[str, list[Any]] = {
    **dict.fromkeys(MERGED, TEXTS),
    **dict.fromkeys(("authors", "editors", "photographers", "captions", "topics", "tags", "people"), LISTS),
    "title": TEXTS[1:],
    "date": [None, When(2016, 3, 23), When(2016), When(2016, 3, 23, 20, 42, 420)],
    "updated": [None, When(2017, 1, 2)],
    "advertorial": [False, True],
    "events": [(), (Event(When(2016, 3, 23), When(2016, 3, 24), "Dialog", 5),)],
    "url": ["", "https://a.example/"],
    "lang": ["", "jv"],
    "rights": ["", "link"],
    "draft": [False, True],
    "extra": [{}, {"nomor": 12}],
}
SLUGS = ["", "alamat-lain"]


@st.composite
def readings(draw: st.DrawFn) -> Record:
    """A record as the parser writes it: each field that has a value with its evidence."""
    values = {name: draw(st.sampled_from(VALUES[name])) for name in MERGED}
    entry = st.builds(Provenance, st.sampled_from(["rule-a", "rule-b"]), st.integers(0, 9), st.just(0.9))
    provenance = {name: replace(draw(entry), check=check(value)) for name, value in values.items() if value}
    return Record(**values, slug="pasar-kreatif", seed="a.txt", provenance=provenance)


edits = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(values) for name, values in (VALUES | {"slug": SLUGS}).items()}
)


def parse_onto(text: str, reading: Record) -> Merged:
    return merge(Entry(FILE, text, None, Kept(Parsed, Parsed(reading, Reading("a.txt", ())))))


def loaded(text: str) -> Record:
    record, problems = load(text, FILE)
    assert record is not None, problems
    return record


PARSED = Record(title="Pasar", body="Isi.", slug="pasar", seed="a.txt", provenance={
    "title": Provenance("headline", 3, 0.9, check("Pasar")), "body": Provenance("paragraphs", 5, 0.9, check("Isi.")),
})  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(readings(), edits, st.lists(readings(), min_size=1, max_size=3))
def test_edits_stay_and_what_nobody_touched_follows_the_parser(
    first: Record, changed: dict[str, Any], later: list[Record]
) -> None:
    text = dump(replace(first, **changed))
    theirs = {name for name in MERGED if name in changed and changed[name] != getattr(first, name)}
    for reading in later:
        merged = parse_onto(text, reading)
        before, text = loaded(text), merged.text or text
        after = loaded(text)
        for name in MERGED:
            assert getattr(after, name) == (changed[name] if name in theirs else getattr(reading, name)), name
            assert is_edited(after, name) == (name in theirs), name
        assert after.slug == (before.slug or reading.slug)
        assert parse_onto(text, reading).text == "", "a second parse changes nothing"


@settings(max_examples=200, deadline=None)
@given(readings(), edits, readings())
def test_the_diff_names_all_that_the_parse_writes_and_nothing_else(
    first: Record, changed: dict[str, Any], reading: Record
) -> None:
    text = dump(replace(first, **changed))
    entry = Entry(FILE, text, None, Kept(Parsed, Parsed(reading, Reading("a.txt", ()))))
    merged = merge(entry)
    assert merged.record is not None
    shown = compare(entry, loaded(text), merged.record)
    assert bool(shown.changes) == bool(merged.text)
    provenance = dict(loaded(text).provenance)
    for change in shown.changes:
        provenance.pop(change.field, None)
        provenance |= {change.field: change.evidence} if change.evidence else {}
    values = {change.field: change.new for change in shown.changes}
    assert replace(loaded(text), **values, provenance=provenance) == merged.record
    assert not {change.field for change in shown.changes} & {kept.field for kept in shown.kept}


@given(st.sampled_from(MERGED), readings(), readings())
@example("date", PARSED, replace(PARSED, date=When(2016), provenance={"date": Provenance("x", 1, 0.9, "abcdef")}))
def test_a_field_that_a_person_confirmed_stays_even_when_it_is_empty(name: str, first: Record, reading: Record) -> None:
    confirmed = replace(first, provenance={**first.provenance, name: Provenance(PERSON)})
    merged = parse_onto(dump(confirmed), reading)
    after = loaded(merged.text or dump(confirmed))
    assert getattr(after, name) == getattr(first, name)
    assert after.provenance[name] == Provenance(PERSON)


def test_every_field_of_a_record_is_the_parsers_or_the_persons() -> None:
    assert {*MERGED, "slug", "seed", "provenance"} == set(Record.__dataclass_fields__)


def test_comments_in_a_record_stay_when_it_is_written_anew() -> None:
    text = dump(PARSED).replace("title:", "# dicek 3 Mei\ntitle:", 1)
    assert parse_onto(text, PARSED).text == ""
    merged = parse_onto(text, replace(PARSED, place="Sukun"))
    assert merged.text.startswith('---\n# dicek 3 Mei\ntitle: "Pasar"\nplace: Sukun\n')
