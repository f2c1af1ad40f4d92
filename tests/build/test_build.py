"""A build: what it makes, what it leaves alone, and what it says."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from small_sites import BY_HAND, ONE, TWO, Site, codes, make, tree, write

from kliping.build.result import BuildOptions
from kliping.build.run import build
from kliping.config import Settings


def test_seeds_become_records_and_pages(site: Site) -> None:
    root = site(TWO)
    result = make(root)
    assert result.articles == 2
    assert result.records == ("records/a.md", "records/b.md")
    assert 'title: "Pasar Kreatif Dibuka di Contoh"' in (root / "records/a.md").read_text("utf-8")
    assert "Ratna Kusuma" in (root / "public/2024/03/09/pasar-kreatif-dibuka-di-contoh.html").read_text("utf-8")
    assert not result.failed()


def test_seeds_are_never_changed(site: Site) -> None:
    root = site(TWO)
    before = tree(root / "seeds")
    make(root)
    assert tree(root / "seeds") == before


def test_a_second_build_writes_nothing(site: Site) -> None:
    root = site(TWO + BY_HAND)
    make(root)
    times = {
        path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file() and ".kliping" not in path.parts
    }
    result = make(root)
    assert (result.written, result.removed, result.records) == ((), (), ())
    assert times == {path: path.stat().st_mtime_ns for path in times}


def test_a_second_build_without_its_cache_writes_nothing_either(site: Site) -> None:
    root = site(TWO)
    make(root)
    assert make(root, BuildOptions(cache=False)).written == ()


def test_what_a_person_changed_outlives_a_change_of_the_seed(site: Site) -> None:
    root = site(ONE)
    make(root)
    record = root / "records/a.md"
    mine = (
        record.read_text("utf-8").replace("Pasar Kreatif Dibuka di Contoh", "Judul: saya").replace("Ada 24", "Ada 25")
    )
    record.write_text(mine + "\nTambahan saya.\n", "utf-8")
    write(root, ONE.replace("Berita\n", "Ekonomi\n").replace("24 penjual", "30 penjual"))
    make(root)
    now = record.read_text("utf-8")
    assert 'title: "Judul: saya"' in now
    assert "Ada 25" in now
    assert "Tambahan saya." in now
    assert "section: Ekonomi" in now
    assert make(root).records == ()


def test_a_record_written_by_hand_is_as_good_as_any(site: Site) -> None:
    root = site(BY_HAND)
    make(root)
    assert "Isi yang ditulis sendiri." in (root / "public/2020/01/02/ditulis-tangan.html").read_text("utf-8")


def test_a_record_may_be_moved_and_keeps_its_seed(site: Site) -> None:
    root = site(ONE)
    make(root)
    (root / "records/2024").mkdir()
    (root / "records/a.md").rename(root / "records/2024/pasar.md")
    result = make(root)
    assert (result.articles, result.records) == (1, ())
    assert not (root / "records/a.md").exists()


def test_a_draft_is_left_out_unless_asked_for(site: Site) -> None:
    root = site("-- records/a.md --\n---\ntitle: x\ndraft: true\n---\n\nIsi.\n")
    assert make(root).articles == 0
    assert make(root, BuildOptions(drafts=True)).articles == 1


def test_a_broken_record_is_left_as_it_is_and_the_others_are_built(site: Site) -> None:
    root = site(TWO)
    make(root)
    broken = "---\ntitle: Wali Kota: Ekraf\nseed: a.txt\n---\n\nIsi.\n"
    (root / "records/a.md").write_text(broken)
    result = make(root)
    (problem,) = [problem for problem in result.problems if problem.severity == "error"]
    assert (problem.file, problem.line) == ("records/a.md", 2)
    assert problem.hint == 'put the text in quotes: title: "Wali Kota: Ekraf"'
    assert result.articles == 1
    assert result.failed()
    assert (root / "records/a.md").read_text() == broken


def test_a_record_broken_beyond_its_seed_is_not_doubled(site: Site) -> None:
    root = site(ONE)
    make(root)
    (root / "records/a.md").write_text("---\n{ title\n")
    result = make(root)
    assert (result.articles, result.records) == (0, ())
    assert sorted(tree(root / "records")) == ["a.md"]


def test_a_record_that_is_no_text_is_left_as_it_is(site: Site) -> None:
    root = site(ONE)
    make(root)
    spoilt = (root / "records/a.md").read_bytes().replace(b"Pasar", b"P\xe1sar")
    (root / "records/a.md").write_bytes(spoilt)
    result = make(root)
    assert "encoding" in codes(result)
    assert (root / "records/a.md").read_bytes() == spoilt


def test_two_records_of_one_seed_are_an_error_and_the_first_is_used(site: Site) -> None:
    root = site(ONE)
    make(root)
    write(root, "-- records/b.md --\n" + (root / "records/a.md").read_text("utf-8"))
    result = make(root)
    (problem,) = [problem for problem in result.problems if problem.code == "same-seed"]
    assert "records/a.md" in problem.message
    assert "records/b.md" in problem.message
    assert (result.articles, result.failed()) == (1, True)


def test_a_record_outlives_its_seed_with_a_warning(site: Site) -> None:
    root = site(TWO)
    make(root)
    (root / "seeds/b.txt").unlink()
    result = make(root)
    assert codes(result) == ["seed-gone"]
    assert (result.articles, result.failed(), result.failed(strict=True)) == (2, False, True)


def test_two_seeds_with_one_stem_get_a_record_each(site: Site) -> None:
    text = ONE.split(" --\n", 1)[1]
    root = site(f"-- seeds/a.txt --\n{text}\n-- seeds/a.text --\n{text}\n-- seeds/sub/a.txt --\n{text}")
    make(root)
    assert sorted(tree(root / "records")) == ["a.md", "a.txt.md", "sub/a.md"]
    assert make(root).records == ()


def test_a_record_written_by_hand_under_a_seeds_name_is_not_overwritten(site: Site) -> None:
    root = site(ONE + "\n-- records/a.md --\n---\ntitle: Lain\n---\n\nIsi lain.\n")
    make(root)
    assert sorted(tree(root / "records")) == ["a.md", "a.txt.md"]
    assert "Isi lain." in (root / "records/a.md").read_text()


def test_what_is_no_article_is_passed_over(site: Site, tmp_path: Path) -> None:
    root = site(
        ONE
        + "".join(f"\n-- seeds/{name} --\nx\n" for name in (".hidden.txt", "a.txt~", ".git/x.txt", "foto.jpg", "b.pdf"))
    )
    (tmp_path / "secret.txt").write_text("rahasia")
    (root / "seeds/link.txt").symlink_to(tmp_path / "secret.txt")
    os.mkfifo(root / "seeds/pipe.txt")
    result = make(root)
    assert result.articles == 1
    assert codes(result) == ["unread-format", "unread-file"]
    assert not any(b"rahasia" in data for data in tree(root / "public").values())


def test_a_seed_without_an_article_is_said_and_the_others_are_built(site: Site) -> None:
    root = site(ONE + "\n-- seeds/kosong.txt --\n")
    (root / "seeds/biner.txt").write_bytes(bytes(range(256)) * 20)
    result = make(root)
    assert result.articles == 1
    assert {problem.file for problem in result.problems if problem.severity == "error"} >= {
        "seeds/kosong.txt",
        "seeds/biner.txt",
    }


def test_a_broken_template_keeps_the_old_pages_and_names_its_line(site: Site) -> None:
    root = site(BY_HAND)
    make(root)
    before = (root / "public/about.html").read_bytes()
    write(
        root,
        "-- templates/about.html --\n{% extends 'base.html' %}\n{% block main %}\n{{ page.tittle }}{% endblock %}",
    )
    result = make(root)
    problems = [problem for problem in result.problems if problem.severity == "error"]
    assert [problem.file for problem in problems] == ["templates/about.html"]
    assert "tittle" in problems[0].message
    assert (root / "public/about.html").read_bytes() == before
    (root / "templates/about.html").unlink()
    assert make(root).written == ()


def test_a_changed_page_says_what_changed(site: Site) -> None:
    root = site(TWO)
    make(root)
    record = root / "records/a.md"
    record.write_text(record.read_text("utf-8").replace("Ada 24 penjual.", "Ada 25 penjual."), "utf-8")
    why = {reason.path: reason.why for reason in make(root).written}
    assert "body_html" in why["2024/03/09/pasar-kreatif-dibuka-di-contoh.html"]
    (root / "public/about.html").unlink()
    (root / "public/404.html").write_text("x")
    why = {reason.path: reason.why for reason in make(root).written}
    assert why == {"about.html": "new", "404.html": "the file was altered"}


@pytest.mark.parametrize("rubbish", [b"", b"rubbish" * 1000, b"SQLite format 3\0" + b"\0" * 5000])
def test_a_damaged_cache_is_an_empty_cache(site: Site, rubbish: bytes) -> None:
    root = site(ONE)
    make(root)
    (root / ".kliping/cache.sqlite3").write_bytes(rubbish)
    assert make(root).written == ()
    assert make(root).written == ()


def test_damaged_values_in_the_cache_are_not_believed(site: Site) -> None:
    import sqlite3

    root = site(TWO)
    make(root)
    connection = sqlite3.connect(root / ".kliping/cache.sqlite3")
    with connection:
        connection.execute("UPDATE kept SET value = '[]'")
    connection.close()
    result = make(root)
    assert (result.articles, result.written) == (2, ())


def test_a_cache_that_cannot_be_made_is_done_without(site: Site) -> None:
    root = site(ONE + "\n-- .kliping --\nx\n")
    assert make(root).articles == 1


def test_any_executor_gives_the_same_bytes(site: Site) -> None:
    one, other = site(TWO), write(site("").parent / "other", TWO)
    make(one)
    with ThreadPoolExecutor(2) as executor:
        build(other, Settings(), executor=executor)
    assert tree(one / "public") == tree(other / "public")
    assert tree(one / "records") == tree(other / "records")


def test_processes_give_the_same_bytes(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kliping.build.work.ENOUGH", 2)
    one, other = site(TWO + BY_HAND), write(site("").parent / "other", TWO + BY_HAND)
    make(one, BuildOptions(jobs=1))
    make(other, BuildOptions(jobs=2))
    assert tree(one / "public") == tree(other / "public")
    assert tree(one / "records") == tree(other / "records")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "7", "TZ": "Asia/Jayapura", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"},
    ],
)  # fmt: skip
def test_the_machine_changes_no_byte(site: Site, environment: dict[str, str]) -> None:
    here, there = site(TWO + BY_HAND), write(site("").parent / "there", TWO + BY_HAND)
    make(here)
    paths = os.pathsep.join(sys.path)
    code = "from kliping.build.run import *; build(Path(), Settings())"
    subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=there,
        check=True,
        env={**os.environ, "PYTHONPATH": paths, **environment},
    )
    assert tree(here / "public") == tree(there / "public")
    assert tree(here / "records") == tree(there / "records")


def test_no_page_names_this_machine(site: Site) -> None:
    root = site(TWO + BY_HAND)
    make(root, base_url="https://kliping.example/")
    for path, data in tree(root / "public").items():
        assert str(root).encode() not in data, path


def test_a_site_without_articles_can_be_built(site: Site) -> None:
    result = make(site("-- kliping.yaml --\ntitle: Kosong\n"))
    assert (result.articles, result.failed()) == (0, False)


def test_data_files_are_json(site: Site) -> None:
    root = site(TWO)
    make(root)
    assert json.loads((root / "public/data/articles.json").read_text("utf-8"))
