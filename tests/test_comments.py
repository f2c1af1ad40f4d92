"""Comments that a person wrote into front matter stay when the record is written anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kliping.comments import carry
from kliping.frontmatter import dump, load
from kliping.model import Record

NEW = dump(Record(title="Judul", body="Isi.\n# bukan komentar", outlet="Kita", tags=("satu",)))


def carried(front: str) -> list[str]:
    return carry(f"---\n{front}\n---\n\nIsi.\n", NEW).split("\n")


def test_a_comment_stands_above_the_key_it_stood_above() -> None:
    lines = carried("# periksa lagi\ntitle: x\n# nama resmi\n# dua baris\nsource: y")
    assert lines[:6] == ["---", "# periksa lagi", 'title: "Judul"', "# nama resmi", "# dua baris", "outlet: Kita"]


def test_a_comment_inside_a_list_comes_to_stand_above_it() -> None:
    lines = carried("title: x\ntags:\n  # kurang\n  - satu\noutlet: y")
    assert lines[lines.index("# kurang") + 1] == "tags: [satu]"


def test_a_comment_above_a_key_that_is_gone_stands_above_the_next() -> None:
    lines = carried("title: x\n# sejak kapan\ndate: 2024-01-01\noutlet: y")
    assert lines[lines.index("# sejak kapan") + 1] == "outlet: Kita"


def test_a_comment_behind_all_keys_stays_at_the_end() -> None:
    lines = carried("title: x\n# akhir")
    assert lines[lines.index("# akhir") + 1] == "---"


@pytest.mark.parametrize("value", ["|\n  # satu\n  dua", '"satu\n  # dua"', ">\n  # satu\n\n  # dua"])
def test_a_line_of_a_text_is_no_comment(value: str) -> None:
    assert carry(f"---\ntitle: {value}\noutlet: x\n---\n", NEW) == NEW


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    assert carry("\ufeff---\r\n# satu\r\ntitle: x\r\n---\r\n", NEW) == NEW.replace("title", "# satu\ntitle", 1)


@given(st.lists(st.sampled_from(["# a", "  # b", "title: x", "tags:", "  - y", "outlet: |", "  # teks", "", "#"])))
def test_comments_change_nothing_that_the_record_says(lines: list[str]) -> None:
    front = "\n".join(lines)
    carried = carry(f"---\n{front}\n---\n", NEW)
    assert load(carried, "a.md") == load(NEW, "a.md")
    assert carry(carried, NEW) == carried
