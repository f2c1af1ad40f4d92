"""What holds for any seed whatever."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from reading import SEEDS, parsed

from kliping.edits import is_edited
from kliping.model import Record, Role, Seed
from kliping.parse import ParseOptions, parse
from kliping.parse.body import escape, to_markdown
from kliping.parse.merge import MERGED, keep_edits
from kliping.parse.page import Paragraph
from kliping.parse.repairs import repair
from kliping.parse.sheet import Block
from kliping.text import sentences, squeeze
from kliping.when import When

RELAXED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LINES = st.lists(
    st.one_of(
        st.sampled_from([line.text for path in sorted(SEEDS.iterdir()) for line in parsed(path).reading.lines]),
        st.sampled_from(
            ["", "Baca juga:", "MALANG –", "Rabu (23/3)", "A A A", "(adv)", "(Foto: ", "“", "Komentar", "- - -"]
        ),
        st.text(max_size=80),
    ),
    max_size=25,
)


@RELAXED
@given(st.binary(max_size=600))
@example(b"")
@example(b"\xff\xfe\x00")
@example(b"\x00" * 50)
def test_any_bytes_give_a_record_or_a_problem(data: bytes) -> None:
    result = parse(Seed("seed.txt", data), ParseOptions())
    assert result.record is not None or result.problems


@RELAXED
@given(LINES)
def test_every_line_is_kept_in_the_reading_under_its_number(lines: list[str]) -> None:
    result = parse(Seed("seed.txt", "\n".join(lines).encode("utf-8", "replace")), ParseOptions())
    assert [line.number for line in result.reading.lines] == list(range(1, len(result.reading.lines) + 1))
    for line in result.reading.lines:
        assert (line.role is Role.BLANK) == (not line.text.strip())
        ends = [0, *(span.end for span in line.spans)]
        assert all(end <= span.start < span.end <= len(line.text) for end, span in zip(ends, line.spans, strict=False))


@RELAXED
@given(LINES)
def test_parsing_again_what_a_record_says_changes_nothing(lines: list[str]) -> None:
    seed = Seed("seed.txt", "\n".join(lines).encode("utf-8", "replace"))
    record = parse(seed, ParseOptions()).record
    if record is not None:
        assert keep_edits(record, record) == (record, ())
        assert parse(seed, ParseOptions()).record == record


@given(st.text())
def test_repairing_twice_is_repairing_once(text: str) -> None:
    lines, _ = repair(text)
    again, notes = repair("\n".join(lines))
    assert again == lines
    assert notes == ()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zs", "Zl", "Zp", "Co", "Cn"]), min_size=1))
@example("# no heading")
@example("1. no list")
@example("*no* _emphasis_ `code` <b>tag</b> &amp; [link](x) ![image](y) ~~~ ---")
@example("Menengah_red dan a*b*c")
def test_a_paragraph_written_as_markdown_reads_as_printed(text: str) -> None:
    tokens = MarkdownIt("commonmark", {"html": False}).parse(escape(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert all(child.type == "text" for child in tokens[1].children or ())
    assert "".join(child.content for child in tokens[1].children or ()) == text


@given(st.text(max_size=300))
def test_sentences_lose_no_words(text: str) -> None:
    assert squeeze(" ".join(sentences(text))) == squeeze(text)


EDITS = {
    "title": "Judul dari penyunting",
    "date": When(1999, 12, 31),
    "place": "Sukun",
    "authors": ("Siti Aminah",),
    "advertorial": True,
    "people": (),
    "body": "Isi dari penyunting.",
}


@pytest.mark.parametrize("field", EDITS)
def test_what_a_person_changed_survives_the_next_parse(field: str) -> None:
    record = parsed(sorted(SEEDS.iterdir())[0]).record
    assert record is not None
    edited = replace(record, **{field: EDITS[field]})
    assert is_edited(edited, field)
    merged, _ = keep_edits(edited, record)
    assert getattr(merged, field) == EDITS[field]
    assert [name for name in MERGED if getattr(merged, name) != getattr(record, name)] == [field]
    assert keep_edits(merged, record) == (merged, keep_edits(merged, record)[1])


def test_a_field_nobody_touched_follows_a_better_parser() -> None:
    record = parsed(sorted(SEEDS.iterdir())[0]).record
    assert record is not None
    better = _decided_anew(record, "Judul yang lebih baik")
    merged, problems = keep_edits(record, better)
    assert merged.title == "Judul yang lebih baik"
    assert merged.slug == record.slug, "an address stays"
    assert problems == ()


def test_the_parser_says_where_it_would_now_decide_otherwise() -> None:
    record = parsed(sorted(SEEDS.iterdir())[0]).record
    assert record is not None
    edited = replace(record, title="Judul dari penyunting")
    _, problems = keep_edits(edited, _decided_anew(record, "Judul yang lebih baik"))
    assert [problem.code for problem in problems] == ["edit-kept"]
    assert "Judul yang lebih baik" in problems[0].message


def _decided_anew(record: Record, title: str) -> Record:
    provenance = dict(record.provenance)
    provenance["title"] = replace(provenance["title"], check="other")
    return replace(record, title=title, provenance=provenance)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zs", "Zl", "Zp", "Co", "Cn"]), min_size=1))
@example("Tahap 2 #")
def test_a_subhead_written_as_markdown_reads_as_printed(text: str) -> None:
    paragraph = Paragraph(1, text, True, Block(0, (1,), text, apart=True))
    tokens = MarkdownIt("commonmark", {"html": False}).parse(to_markdown((paragraph,)))
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    assert "".join(child.content for child in tokens[1].children or ()) == text
