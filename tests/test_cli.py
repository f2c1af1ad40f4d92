"""The commands: what they write and say, where they say it, and their exit codes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kliping import __version__
from kliping.cli import cli

SEED = """Berita

Pasar Kreatif Dibuka di Contoh

Sabtu, 9 Maret 2024 - 10:15 WIB

Contoh, kampungcontoh.example – Warga membuka pasar kreatif di halaman balai RW, Sabtu (9/3/2024). Ada 24 penjual.

“Kami ingin tetangga saling membeli,” kata Ketua panitia Ratna Kusuma.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text(SEED, "utf-8")
    return tmp_path


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["-C", str(root), *arguments], catch_exceptions=False)


def test_build_says_where_to_look(root: Path) -> None:
    result = run(root, "build")
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"Look at {root}/public/index.html" in result.stderr
    assert "1 article" in result.stderr


def test_build_in_an_empty_folder_says_how_to_begin(tmp_path: Path) -> None:
    result = run(tmp_path, "build")
    assert result.exit_code == 2
    assert "kliping init --sample" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_common_options_stand_before_the_command_or_after(root: Path) -> None:
    runner = CliRunner()
    assert runner.invoke(cli, ["build", "-C", str(root), "-q"]).stderr == ""
    assert runner.invoke(cli, ["-q", "build", "-C", str(root)]).stderr == ""
    assert runner.invoke(cli, ["-C", "/nowhere", "build"]).exit_code == 2


def test_every_flag_of_build_defaults_to_the_settings(root: Path) -> None:
    (root / "kliping.yaml").write_text("output_dir: hasil\nbase_url: https://a.example/\n")
    run(root, "build")
    assert "https://a.example/" in (root / "hasil/sitemap.xml").read_text()
    run(root, "build", "-u", "https://b.example/x", "-o", str(root / "lain"), "-j", "1")
    assert "https://b.example/x/" in (root / "lain/sitemap.xml").read_text()


def test_a_wrong_base_address_is_a_usage_error(root: Path) -> None:
    result = run(root, "build", "-u", "b.example")
    assert result.exit_code == 2
    assert "is no web address" in result.stderr


def test_faulty_settings_are_all_told_and_end_with_two(root: Path) -> None:
    (root / "kliping.yaml").write_text("titel: x\nlanguage: de\n")
    result = run(root, "build")
    assert result.exit_code == 2
    assert "kliping.yaml:1" in result.stderr
    assert "did you mean title?" in result.stderr
    assert "kliping.yaml:2" in result.stderr


def test_settings_that_are_named_must_be_there(root: Path) -> None:
    assert run(root, "build", "-c", str(root / "x.yaml")).exit_code == 2
    (root / "kliping.yaml").write_bytes(b"title: \xff\n")
    assert "no UTF-8" in run(root, "build").stderr


def test_errors_of_articles_end_with_one_and_warnings_under_strict(root: Path) -> None:
    (root / "seeds/b.pdf").write_text("x")
    assert run(root, "build").exit_code == 0
    assert run(root, "build", "--strict").exit_code == 1
    (root / "seeds/kosong.txt").write_text("")
    result = run(root, "build")
    assert result.exit_code == 1
    assert "error: seeds/kosong.txt" in result.stderr
    assert (root / "public/index.html").exists()


def test_a_build_that_cannot_go_on_ends_with_one(root: Path) -> None:
    (root / "public").mkdir()
    (root / "public/index.html").write_text("mine")
    result = run(root, "build")
    assert result.exit_code == 1
    assert "did not write them" in result.stderr


def test_explain_says_why_each_file_was_written(root: Path) -> None:
    assert "index.html: new" in run(root, "build", "--explain").stdout
    assert run(root, "build", "--explain").stdout == ""
    (root / "public/index.html").unlink()
    assert run(root, "build", "--explain").stdout == "index.html: new\n"


def test_names_from_files_cannot_steer_the_terminal(root: Path) -> None:
    (root / "seeds/\x1b[2J.txt").write_text("")
    assert "\x1b" not in run(root, "build", "-v").output


def test_parse_writes_records_and_keeps_edits(root: Path) -> None:
    assert "wrote records/a.md" in run(root, "parse").stderr
    record = root / "records/a.md"
    record.write_text(record.read_text("utf-8").replace("Pasar Kreatif Dibuka", "Pasar Dibuka"), "utf-8")
    assert "0 records written" in run(root, "parse", "a.txt").stderr
    assert "Pasar Dibuka" in record.read_text("utf-8")
    assert not (root / "public").exists()


def test_parse_takes_only_seeds_of_the_project(root: Path) -> None:
    assert run(root, "parse", str(root / "seeds/a.txt")).exit_code == 0
    result = run(root, "parse", "zz.txt")
    assert (result.exit_code, "is no seed of this project" in result.stderr) == (2, True)


def test_parse_as_json_writes_nothing_and_prints_one_line_a_seed(root: Path) -> None:
    (root / "seeds/b.txt").write_text(SEED)
    result = run(root, "parse", "--json", str(root / "seeds/a.txt"), "b.txt")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["title"] for one in found] == ["Pasar Kreatif Dibuka di Contoh"] * 2
    assert found[0]["date"] == "2024-03-09T10:15:00+07:00"
    assert sorted(path.name for path in root.iterdir()) == ["seeds"]


def test_parse_as_json_reads_any_file_anywhere(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    result = run(elsewhere, "parse", "--json", str(root / "seeds/a.txt"))
    assert json.loads(result.stdout)["seed"] == "a.txt"
    assert run(elsewhere, "parse", "--json", "nothing.txt").exit_code == 2


def test_seeds_of_one_call_and_of_the_folder_teach_what_is_repeated(root: Path) -> None:
    menu = "Ayo Pasang Aplikasi Kami Sekarang\nBaca Tanpa Gangguan di Ponsel\nTanya Redaksi Lewat Pesan Singkat\n\n"
    (root / "seeds/a.txt").write_text(menu + SEED, "utf-8")
    other = "Contoh – Petani menanam padi gogo di lereng yang lama kosong sejak kemarau, Senin (3/6/2024)."
    (root / "seeds/b.txt").write_text(menu + other, "utf-8")

    def rule(*arguments: str) -> str:
        return str(json.loads(run(root, *arguments).stdout.splitlines()[0])["lines"][1]["rule"])

    assert rule("parse", "--json", "a.txt") != "repeated-in-folder"
    assert rule("parse", "--json", "a.txt", "b.txt") == "repeated-in-folder"
    assert rule("parse", "--json") == "repeated-in-folder"
    assert rule("explain", "--json", "a.txt") == "repeated-in-folder"
    assert "berulang kata demi kata" in run(root, "explain", "a.txt").stdout


def test_parse_diff_shows_what_would_change_and_what_stays(root: Path) -> None:
    assert "0 records would change, 1 would be new" in run(root, "parse", "--diff").stderr
    assert sorted(path.name for path in root.iterdir()) == ["seeds"]
    run(root, "parse")
    record = root / "records/a.md"
    record.write_text(record.read_text("utf-8").replace("Pasar Kreatif Dibuka", "Pasar Dibuka"), "utf-8")
    result = run(root, "parse", "--diff")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "0 records would change, 0 would be new, 1 unchanged" in result.stderr
    (root / "seeds/a.txt").write_text(
        SEED.replace("Berita", "Budaya").replace("Kreatif Dibuka", "Baru Dibuka").replace("24 penj", "25 penj"), "utf-8"
    )
    before = record.read_bytes()
    result = run(root, "parse", "--diff", "a.txt")
    assert "1 record would change" in result.stderr
    assert "  - section: Berita\n  + section: Budaya\n      0." in result.stdout
    assert "Ada [-24-] {+25+} penjual." in result.stdout
    yours = "yours, stays:\n    title: Pasar Dibuka di Contoh\n      the parser reads: Pasar Baru Dibuka di Contoh\n"
    assert yours in result.stdout
    assert "\x1b" not in result.stdout
    assert record.read_bytes() == before


def test_parse_diff_as_json_prints_one_object_a_record(root: Path) -> None:
    run(root, "parse")
    (root / "seeds/a.txt").write_text(SEED.replace("Berita", "Budaya"), "utf-8")
    (root / "seeds/b.txt").write_text(SEED)
    changed, new = map(json.loads, run(root, "parse", "--diff", "--json").stdout.splitlines())
    assert new == {"record": "records/b.md", "status": "new"}
    assert (changed["record"], changed["status"], changed["yours"]) == ("records/a.md", "changed", [])
    (section,) = [change for change in changed["changes"] if change["field"] == "section"]
    assert (section["old"], section["new"], section["rule"]) == ("Berita", "Budaya", "section-label")


def test_parse_diff_leaves_broken_records_and_says_so(root: Path) -> None:
    run(root, "parse")
    (root / "records/a.md").write_text("---\ntitle: a: b\nseed: a.txt\n---\n")
    result = run(root, "parse", "--diff")
    assert result.exit_code == 0
    assert "1 record cannot be read" in result.stderr


def test_explain_shows_the_lines_and_the_evidence(root: Path) -> None:
    result = run(root, "explain", "a.txt")
    assert result.exit_code == 0
    assert "headline" in result.stdout
    assert "\x1b" not in result.stdout
    assert json.loads(run(root, "explain", "a.txt", "--json").stdout)["seed"] == "a.txt"


def test_check_finds_dead_links(root: Path) -> None:
    run(root, "build")
    assert run(root, "check").exit_code == 0
    (root / "public/about.html").unlink()
    result = run(root, "check")
    assert result.exit_code == 1
    assert "about.html leads to no file" in result.stderr
    found = [json.loads(line) for line in run(root, "check", "--json").stdout.splitlines()]
    assert {one["code"] for one in found} == {"dead-link"}


def test_check_lists_what_is_missing_and_doubtful_the_worst_first(root: Path) -> None:
    (root / "seeds/b.txt").write_text(
        "MALANG – Warga membuka pasar kreatif di halaman balai kelurahan itu, Rabu (23/3).\n", "utf-8"
    )
    run(root, "parse")
    result = run(root, "check", "--below", "0.9")
    assert result.exit_code == 0
    heads = [line for line in result.stdout.splitlines() if not line.startswith(" ")]
    assert heads == [
        "none  date  no day of publication could be proved",
        "none  outlet  the text does not show who published it",
        "none  outlet  the text does not show who published it",
        "0.40  title  Warga membuka pasar kreatif di halaman balai kelurahan itu",
        "0.80  section  Berita",
        *[line for line in heads if line.startswith("0.85  events")],
    ]
    assert "records/b.md:2 ← seeds/b.txt:1: disusun dari kalimat pertama" in result.stdout
    assert "│ MALANG – Warga membuka pasar" in result.stdout
    assert "judul ini disusun dari kalimat pertama." in result.stdout
    assert "3 fields missing, 3 fields less sure than 0.9, in 2 records" in result.stderr
    assert "\x1b" not in result.output
    assert run(root, "check", "--below", "0.9", "--strict").exit_code == 1
    first, *_, last = map(json.loads, run(root, "check", "--below", "0.9", "--json").stdout.splitlines())
    assert (first["code"], first["field"], first["seed"], first["seed_line"]) == ("missing", "date", "seeds/b.txt", 1)
    assert last["code"] == "not-built"


def test_check_leaves_out_what_a_person_wrote_or_confirmed(root: Path) -> None:
    run(root, "parse")
    record = root / "records/a.md"
    text = record.read_text("utf-8").replace("section: Berita", "section: Kabar", 1)
    record.write_text(text.replace("provenance:\n", "provenance:\n  outlet: {rule: person}\n", 1), "utf-8")
    listed = run(root, "check", "--below", "0.9").stdout
    assert "events" in listed
    assert "section" not in listed
    assert "outlet" not in listed
    run(root, "parse")
    assert "outlet: {rule: person" in record.read_text("utf-8")


def test_check_changes_nothing(root: Path) -> None:
    result = run(root, "check", "-v")
    assert "not built yet" in result.stderr
    assert sorted(path.name for path in root.iterdir()) == ["seeds"]


def test_check_names_broken_records(root: Path) -> None:
    run(root, "parse")
    (root / "records/a.md").write_text("---\ntitle: a: b\n---\n")
    result = run(root, "check")
    assert result.exit_code == 1
    assert "records/a.md:2" in result.stderr


def test_init_begins_a_project_that_can_be_built(tmp_path: Path) -> None:
    place = tmp_path / "baru"
    assert CliRunner().invoke(cli, ["init", str(place), "--sample"]).exit_code == 0
    assert sorted(path.name for path in place.iterdir()) == [".gitignore", "kliping.yaml", "seeds"]
    result = run(place, "build", "--strict")
    assert result.exit_code == 0, result.stderr


def test_init_overwrites_nothing(root: Path) -> None:
    (root / "kliping.yaml").write_text("title: Punya saya\n")
    assert "kept" in run(root, "init").stderr
    assert (root / "kliping.yaml").read_text() == "title: Punya saya\n"


def test_clean_removes_what_was_built_and_nothing_else(root: Path) -> None:
    run(root, "build")
    (root / "public/mine.txt").write_text("x")
    assert run(root, "clean", "--cache").exit_code == 0
    assert not (root / ".kliping").exists()
    assert (root / "public/index.html").exists()
    assert run(root, "clean").exit_code == 0
    assert [path.name for path in (root / "public").rglob("*")] == ["mine.txt"]
    assert (root / "records/a.md").exists()
    assert run(root, "clean").exit_code == 0


def test_clean_removes_the_folder_that_it_empties(root: Path) -> None:
    run(root, "build")
    run(root, "clean")
    assert not (root / "public").exists()


def test_stats_count_the_records(root: Path) -> None:
    run(root, "parse")
    assert "1 article" in run(root, "stats").stdout
    found = json.loads(run(root, "stats", "--json").stdout)
    assert (found["articles"], found["years"], found["months"]) == (1, {"2024": 1}, {"2024-03": 1})
    assert list(found["outlets"].values()) == [1]


def test_stats_tell_the_outlets_of_each_topic(root: Path) -> None:
    (root / "kliping.yaml").write_text("topics: [{id: pasar, any: [pasar]}]\n")
    (root / "records").mkdir()
    body = "“Pasar ini milik kita semua, mari dijaga,” kata Ratna Kusuma."
    front = "title: Pasar\ndate: 2024-03-09\noutlet: Warta\ntopics: [pasar]\npeople: [Ratna Kusuma]"
    (root / "records/b.md").write_text(f"---\n{front}\n---\n\n{body}\n", "utf-8")
    found = json.loads(run(root, "stats", "--json").stdout)
    assert (found["voices"], found["quoted"]) == ({"pasar": {"Warta": 1}}, {"Ratna Kusuma": 1})
    assert "Outlets on pasar\n      1  Warta" in run(root, "stats").stdout


def test_help_names_every_command() -> None:
    text = CliRunner().invoke(cli, ["--help"]).output
    for name in ("build", "serve", "parse", "explain", "check", "init", "clean", "stats", "topics"):
        assert name in text


def test_the_version_is_told_without_loading_the_program() -> None:
    code = (
        "import sys; from kliping.cli import cli; cli(['--version'], standalone_mode=False);"
        "assert not {'jinja2', 'yaml', 'rich', 'pygments', 'markdown_it'} & set(sys.modules), sys.modules.keys()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment())
    assert (done.returncode, done.stdout) == (0, f"kliping, version {__version__}\n"), done.stderr


def test_an_interrupted_build_ends_with_130(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kliping.build.run.build", interrupted)
    assert run(root, "build").exit_code == 130


def test_serve_refuses_to_be_seen_by_others(root: Path) -> None:
    result = run(root, "serve", "--bind", "0.0.0.0")  # noqa: S104
    assert result.exit_code == 2
    assert "only addresses of this machine" in result.stderr


def test_serve_ends_quietly_when_interrupted(root: Path) -> None:
    command = [sys.executable, "-m", "kliping", "-C", str(root), "serve", "-p", "0", "-j", "1"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment())
    assert process.stderr
    said = ""
    while "Serving http://127.0.0.1:" not in said:
        said = process.stderr.readline()
        assert said
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 0
    assert "Traceback" not in process.stderr.read()
    process.stderr.close()


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
