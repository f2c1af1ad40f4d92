"""Records as Markdown files: load and dump are inverses, and what cannot be read says how to mend it."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kliping.errors import Severity
from kliping.frontmatter import canonical_key, dump, load
from kliping.model import Event, Provenance, Record
from kliping.when import When

NASTY = (
    "Wali Kota: Ekraf & UMKM", "no", "12:30", "010", "1e3", "---", "a\n---\nb", "[adv] x", '"', "\\", "#5", "a # b",
    "~", "null", "", " x ", "- a", "\u2028", "\ufeff", "\x00", "\x85", "Jum’at", "2016-03-23", "0x1F", "<<", "*a",
    "!!int 3", "{a: b}", "true", ".5", "@pak", "x:", "é", "a\r\nb", "😀", "٣",
)  # fmt: skip

texts = st.sampled_from(NASTY) | st.text(max_size=40)
many = st.lists(texts, max_size=3).map(tuple)


@st.composite
def moments(draw: st.DrawFn) -> When:
    day = draw(st.dates())
    depth = draw(st.integers(1, 4))
    if depth < 4:
        return When(*(day.year, day.month, day.day)[:depth])
    offset = draw(st.none() | st.integers(-14 * 60, 14 * 60))
    return When(day.year, day.month, day.day, draw(st.integers(0, 23)), draw(st.integers(0, 59)), offset)


plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
numbers = st.integers(0, 10**6)
events = st.builds(Event, start=moments(), end=moments(), label=texts, line=numbers, place=texts, planned=st.booleans())
evidence = st.builds(
    Provenance,
    rule=texts,
    line=numbers,
    confidence=st.integers(0, 100).map(lambda n: n / 100),
    check=texts,
    note=texts,
)
known = set(Record.__dataclass_fields__) | {"date_precision"}
records = st.builds(
    Record,
    **dict.fromkeys(("title", "body", "outlet", "domain", "url", "place", "section", "summary", "slug", "lang"), texts),
    **dict.fromkeys(("rights", "seed"), texts),
    **dict.fromkeys(("authors", "editors", "photographers", "captions", "topics", "tags", "people"), many),
    **{name: st.booleans() for name in ("advertorial", "draft")},
    date=st.none() | moments(),
    updated=st.none() | moments(),
    events=st.lists(events, max_size=2).map(tuple),
    provenance=st.dictionaries(texts, evidence, max_size=3),
    extra=st.dictionaries(texts.filter(lambda name: canonical_key(name) not in known), plain, max_size=3),
)


@settings(max_examples=150, deadline=None)
@given(records)
def test_what_is_dumped_loads_as_the_same_record(record: Record) -> None:
    assert load(dump(record), "records/a.md") == (record, ())


@settings(max_examples=60, deadline=None)
@given(records)
def test_other_yaml_readers_take_our_texts_for_the_same_texts(record: Record) -> None:
    front = dump(record).split("\n---\n")[0]
    found = yaml.safe_load(front)
    assert found["title"] == record.title
    assert tuple(found["tags"]) == record.tags
    assert found.get("outlet", "") == record.outlet


@settings(max_examples=100, deadline=None)
@given(st.text() | st.text(alphabet="-:#[]{}&*!|>'\"%@` \n\tabc").map(lambda text: f"---\n{text}\n---\n"))
def test_no_text_makes_load_raise(text: str) -> None:
    record, problems = load(text, "x.md")
    assert (record is None) == any(problem.severity is Severity.ERROR for problem in problems)


def fields(front: str, body: str = "Isi.") -> Record:
    record, problems = load(f"---\n{front}\n---\n\n{body}\n", "records/a.md")
    assert record is not None, problems
    return record


def fault(front: str) -> tuple[int, str, str]:
    record, problems = load(f"---\n{front}\n---\n", "records/a.md")
    assert record is None
    assert problems[0].file == "records/a.md"
    return problems[0].line, problems[0].message, problems[0].hint


def test_a_record_is_written_as_a_form_that_a_person_reads() -> None:
    record = Record(
        title="Kominfo: Gelorakan",
        body="Isi satu.\n\nIsi dua.",
        date=When(2016, 3, 23),
        outlet="MC",
        place="Blimbing",
        authors=("cah", "yon"),
        tags=("UMKM", "ICCC 2016", "no"),
        people=("M. Syailendra",),
        events=(Event(When(2016, 3, 23), When(2016, 3, 23), "Dialog, di aula", 5),),
        summary="Ringkas",
        seed="000_d29b311f62dba84d.txt",
        provenance={
            "title": Provenance("headline-block", 3, 0.97, "9f31c2"),
            "date": Provenance("weekday-year", 5, 0.95, "07ab11", "Rabu 23/3"),
        },
        extra={"nomor": 12},
    )  # fmt: skip
    assert dump(record) == (
        "---\n"
        'title: "Kominfo: Gelorakan"\n'
        "date: 2016-03-23\n"
        "date_precision: day\n"
        "outlet: MC\n"
        "place: Blimbing\n"
        "authors: [cah, yon]\n"
        "advertorial: false\n"
        "captions: []\n"
        "topics: []\n"
        'tags: [UMKM, ICCC 2016, "no"]\n'
        "people: [M. Syailendra]\n"
        "events:\n"
        '  - {start: 2016-03-23, end: 2016-03-23, label: "Dialog, di aula", line: 5}\n'
        'summary: "Ringkas"\n'
        "seed: 000_d29b311f62dba84d.txt\n"
        "nomor: 12\n"
        "provenance:\n"
        "  title: {line: 3, rule: headline-block, confidence: 0.97, check: 9f31c2}\n"
        '  date: {line: 5, rule: weekday-year, confidence: 0.95, check: 07ab11, note: "Rabu 23/3"}\n'
        "---\n\nIsi satu.\n\nIsi dua.\n"
    )


def test_words_that_yaml_might_turn_into_something_else_stay_words() -> None:
    record = fields("title: no\ntags: [010, 12:30, 1_000, 2016-03-23, 1.50, yes]\noutlet: NO")
    assert (record.title, record.outlet) == ("no", "NO")
    assert record.tags == ("010", "12:30", "1_000", "2016-03-23", "1.50", "yes")


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("pubdate: 2016-03", "date", When(2016, 3)),
        ("publishDate: 2016-03-23 10:20 +0700", "date", When(2016, 3, 23, 10, 20, 420)),
        ("lastmod: 2017-01-02", "updated", When(2017, 1, 2)),
        ("author: A. Budi", "authors", ("A. Budi",)),
        ("authors: Budi, Cici", "authors", ("Budi", "Cici")),
        ("author: Budi, M.Si; Cici", "authors", ("Budi, M.Si", "Cici")),
        ("category: ekraf", "topics", ("ekraf",)),
        ("subject: a; b ;c", "tags", ("a", "b", "c")),
        ("source: Antara", "outlet", "Antara"),
        ("source_url: https://a.id/x", "url", "https://a.id/x"),
        ("description: Ringkas", "summary", "Ringkas"),
        ("location: Batu", "place", "Batu"),
        ("rubrik: Bisnis", "section", "Bisnis"),
        ("Tags: [a]", "tags", ("a",)),
        ("published: false", "draft", True),
        ("date_precision: month\ndate: 2016-03-01", "date", When(2016, 3)),
        ("nomor: [1, {a: b}]", "extra", {"nomor": (1, {"a": "b"})}),
    ],
)
def test_other_generators_keys_are_understood(line: str, name: str, value: object) -> None:
    assert getattr(fields(f"title: x\n{line}"), name) == value


def test_a_key_given_under_two_names_keeps_ours_and_warns() -> None:
    record, problems = load("---\ntitle: x\ncategory: a\ntopics: [b]\n---\n", "a.md")
    assert record is not None
    assert (record.topics, record.extra) == (("b",), {"category": "a"})
    assert [(problem.line, problem.code) for problem in problems] == [(3, "same-key")]


def test_windows_line_ends_and_a_byte_order_mark_are_no_obstacle() -> None:
    assert load("\ufeff---\r\ntitle: x\r\n---\r\n\r\nA\r\nB\r\n", "a.md")[0] == Record("x", "A\nB")


@pytest.mark.parametrize(
    ("front", "line", "message", "hint"),
    [
        ("date: 2016\ntitle: Wali Kota: Ekraf & UMKM", 3, "(column 17)", 'in quotes: title: "Wali Kota: Ekraf & UMKM"'),
        ("title: & UMKM", 2, "this is no YAML", 'title: "& UMKM"'),
        ('title: "Kata "kreatif" itu"', 2, "this is no YAML", r'title: "Kata \"kreatif\" itu"'),
        ("title: x\n\ttags: [a]", 3, "this is no YAML", "spaces, not tabs"),
        ("title: x\ndate: 2016-13-01", 3, "no day of the calendar", ""),
        ("title: x\ndate: kemarin", 3, "'kemarin' is no date", ""),
        ("title: x\ndate: 2016\ndate_precision: day", 4, "gives only the year", "write date_precision: year"),
        ("title: x\ntitle: y", 3, "title is given twice", "remove"),
        ("title: [a]", 2, "title must be a text, not a list", ""),
        ("title: x\ndraft: yes", 3, "draft must be true or false, not 'yes'", "write true or false"),
        ("title: x\nevents: [{label: a}]", 3, "needs its first day", "start: 2016-03-23"),
        ("title: x\nevents: [{start: 2016, lable: a}]", 3, "an event has no 'lable'", "did you mean label?"),
        ("title: x\na: &b [1]\nc: *b", 3, "alias", "write it out"),
        ("title: !!python/name:os.system x", 2, "the tag", "remove it"),
        ("tags: [a]", 2, "the article has no title", "write one"),
        ("- a", 2, "`key: value` lines are expected, not a list", ""),
    ],
)  # fmt: skip
def test_a_fault_names_its_line_and_its_mend(front: str, line: int, message: str, hint: str) -> None:
    found = fault(front)
    assert found[0] == line
    assert message in found[1]
    assert hint in found[2]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no front matter"),
        ("# Judul\n\nIsi", "no front matter"),
        ("---\ntitle: x\n\nIsi", "has no end"),
        ("+++\ntitle = 'x'\n+++\n", "TOML"),
        ("---\n---\n", "no title"),
    ],
)
def test_a_file_without_front_matter_says_how_it_begins(text: str, message: str) -> None:
    record, (problem,) = load(text, "a.md")
    assert record is None
    assert message in problem.message
    assert "begin the file with" in problem.hint


def test_nesting_without_end_is_refused() -> None:
    assert "nested deeper" in fault("a: " + "[" * 100_000)[1]
