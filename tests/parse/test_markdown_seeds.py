"""Markdown seeds: what a person gave stands, what is missing is found in the text, and the text stays."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kliping.errors import Severity
from kliping.model import Role, Seed
from kliping.parse import Parsed, ParseOptions, parse
from kliping.parse.merge import keep_edits

BODY = """MALANG, kampungcontoh.com – Warga membuka **pasar kreatif** di balai RW, Sabtu (9/3/2024). Ada 24 penjual.

“Kami ingin tetangga saling membeli,” kata Lurah Ratna Kusuma.

Baca juga: [Pasar lain](https://contoh.id/b)

- kopi
- teh
"""


def read(text: str, name: str = "catatan.md") -> Parsed:
    return parse(Seed(name, text.encode()), ParseOptions(language="en"))


def record(text: str) -> Any:
    found = read(text).record
    assert found is not None
    return found


def test_given_fields_win_over_the_text_by_any_of_their_names() -> None:
    found = record(
        "---\njudul: Pasar di Balai\ntanggal: 2024-03-10\npenulis: Rini Astuti; Budi\nmedia: Warta\nrubrik: Kota\n"
        f"lokasi_foto: depan\ntags: [pasar, kopi]\nslug: pasar-balai\n---\n\n{BODY}"
    )
    assert (found.title, str(found.date)) == ("Pasar di Balai", "2024-03-10")
    assert (found.outlet, found.section) == ("Warta", "Kota")
    assert (found.authors, found.tags, found.slug) == (("Rini Astuti", "Budi"), ("pasar", "kopi"), "pasar-balai")
    assert found.extra == {"lokasi_foto": "depan"}
    for field, line in {"title": 2, "date": 3, "authors": 4, "outlet": 5, "section": 6, "tags": 8}.items():
        entry = found.provenance[field]
        assert (entry.rule, entry.confidence, entry.line) == ("person", 1.0, line), field


def test_fields_that_are_not_given_are_found_in_the_text() -> None:
    found = record(f'---\ntitle: "Pasar di Balai"\nauthors: []\nsummary:\n---\n{BODY}')
    assert (str(found.date), found.place, found.domain) == ("2024-03-09", "Malang", "kampungcontoh.com")
    assert found.people == ("Ratna Kusuma",)
    assert found.provenance["date"].line == 6
    assert found.summary.startswith("Warga membuka pasar kreatif")
    assert found.provenance["place"].rule == "dateline"


def test_the_body_stays_as_given_but_for_repairs() -> None:
    found = record(f"---\ntitle: Pasar\n---\n\n{BODY}\nGagasangagasan baru\u00a0muncul\u200b.\n")
    assert found.body == BODY + "\nGagasan-gagasan baru muncul."
    assert found.provenance["body"].rule == "person"


def test_every_line_of_the_body_is_kept_in_the_reading() -> None:
    parsed = read(f"---\ntitle: Pasar\n---\n\n{BODY}")
    lines = {line.number: line for line in parsed.reading.lines}
    assert lines[2].role is Role.HEADLINE
    assert lines[9].text.startswith("Baca juga")
    assert lines[9].role is Role.BODY
    assert [line for line, _ in parsed.paragraphs] == [5, 7, 9, 11]


def test_a_first_heading_is_the_title_and_no_paragraph() -> None:
    found = record(f"---\ndate: 2024\n---\n# Pasar *Kreatif*\n\n{BODY}")
    assert found.title.replace("*", "") == "Pasar Kreatif"
    assert found.body.startswith("MALANG,")
    same = record(f'---\ntitle: "Pasar Kreatif"\n---\n# Pasar Kreatif\n\n{BODY}')
    assert same.body.startswith("MALANG,")
    other = record(f'---\ntitle: "Judul Lain"\n---\n# Pasar Kreatif\n\n{BODY}')
    assert other.body.startswith("# Pasar Kreatif")


def test_a_clipping_of_obsidian_gives_address_domain_and_plain_names() -> None:
    found = record(
        '---\ntitle: Pasar\nsource: "https://www.contoh.id/pasar"\nauthor:\n  - "[[Rini Astuti]]"\n'
        f"published: 2024-03-09\n---\n{BODY}"
    )
    assert (found.url, found.domain, found.authors) == ("https://www.contoh.id/pasar", "contoh.id", ("Rini Astuti",))
    assert found.outlet == ""


def test_a_title_alone_is_a_record() -> None:
    found = record("---\ntitle: Hanya tautan\nurl: https://contoh.id/x\n---\n")
    assert (found.title, found.body, found.domain) == ("Hanya tautan", "", "contoh.id")


def test_markdown_without_front_matter_is_read_as_text_is() -> None:
    text = f"# Pasar Kreatif Dibuka di Contoh\n\nSabtu, 9 Maret 2024 - 10:15 WIB\n\n{BODY}"
    as_text = parse(Seed("catatan.txt", text.encode()), ParseOptions()).record
    assert as_text is not None
    assert record(text).body == as_text.body
    assert record(text).title == as_text.title == "Pasar Kreatif Dibuka di Contoh"


@pytest.mark.parametrize(
    ("front", "line", "code"),
    [
        ("title: [Pasar", 2, "yaml"),
        ("title: Pasar\ndate: kemarin", 3, "bad-date"),
        ("title: Pasar\nadvertorial: mungkin", 3, "wrong-type"),
        ("title: Pasar\n\ntitle: Lagi", 4, "yaml"),
    ],
)
def test_broken_front_matter_is_a_problem_with_its_line(front: str, line: int, code: str) -> None:
    parsed = read(f"---\n{front}\n---\n{BODY}")
    assert parsed.record is None
    assert [(problem.file, problem.line, problem.code) for problem in parsed.problems] == [("catatan.md", line, code)]


@pytest.mark.parametrize("text", ["---\ntitle: Pasar\n\nTeks.", "+++\ntitle = 1\n+++\nTeks."])
def test_front_matter_that_does_not_end_or_is_toml_is_a_problem(text: str) -> None:
    (problem,) = read(text).problems
    assert (problem.code, problem.severity) == ("front-matter", Severity.ERROR)


def test_drafts_rights_and_paid_text_are_taken_over() -> None:
    found = record(f"---\ntitle: Pasar\ndraft: true\nrights: link\nadvertorial: false\nlang: en\n---\n{BODY} (adv)")
    assert (found.draft, found.rights, found.advertorial, found.lang) == (True, "link", False, "en")


def test_what_a_person_changes_in_the_record_stays_when_the_seed_gives_something_else() -> None:
    before = record(f"---\ntitle: Pasar\nurl: https://contoh.id/a\nnomor: 7\n---\n{BODY}")
    again = record(f"---\ntitle: Pasar Baru\nurl: https://contoh.id/b\nnomor: 8\n---\n{BODY}")
    merged, _ = keep_edits(before, again)
    assert (merged.title, merged.url, merged.extra) == ("Pasar Baru", "https://contoh.id/b", {"nomor": 8})
    edited = type(before)(**{**{name: getattr(before, name) for name in before.__slots__}, "url": "https://x.id/c"})
    assert keep_edits(edited, again)[0].url == "https://x.id/c"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.text(max_size=120))
def test_any_front_and_any_body_give_a_record_or_a_problem(front: str, body: str) -> None:
    parsed = parse(Seed("a.md", f"---\n{front}\n---\n{body}".encode("utf-8", "replace")), ParseOptions())
    assert parsed.record is not None or parsed.problems
    for line in parsed.reading.lines:
        assert (line.role is Role.BLANK) == (not line.text.strip())
