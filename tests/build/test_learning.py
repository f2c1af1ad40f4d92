"""What the folder repeats is learnt once for all seeds, and a new seed has only those read anew whom it concerns."""

from pathlib import Path

import pytest
from small_sites import make, write

from kliping.build import records
from kliping.build.result import BuildOptions
from kliping.model import Seed
from kliping.parse import Parsed, ParseOptions
from kliping.rules import sentence

MENU = "Ayo Pasang Aplikasi Kami Sekarang\nBaca Tanpa Gangguan di Ponsel\nTanya Redaksi Lewat Pesan Singkat\n\n"
TEXTS = {
    "a": "Contoh – Warga membuka pasar kreatif di halaman balai RW dan berdagang sampai sore, Sabtu (9/3/2024).",
    "b": "Contoh – Lurah membersihkan sungai bersama murid sekolah dan memilah sampah, Minggu (2/6/2024).",
    "c": "Contoh – Petani menanam padi gogo di lereng yang lama kosong sejak kemarau, Senin (3/6/2024).",
}


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the seeds that were parsed, as it happens."""
    done: list[str] = []
    real = records.parse

    def counting(seed: Seed, options: ParseOptions, boilerplate: frozenset[int]) -> Parsed:
        done.append(seed.name)
        return real(seed, options, boilerplate)

    monkeypatch.setattr(records, "parse", counting)
    return done


def add(root: Path, name: str, before: str = "") -> None:
    write(root, f"-- seeds/{name}.txt --\n{before}{TEXTS[name]}\n")


def test_a_new_seed_has_only_those_read_anew_whose_lines_it_repeats(tmp_path: Path, readings: list[str]) -> None:
    add(tmp_path, "a", MENU)
    add(tmp_path, "b")
    make(tmp_path, BuildOptions(jobs=1))
    assert sorted(readings) == ["a.txt", "b.txt"]
    readings.clear()
    add(tmp_path, "c", MENU)
    make(tmp_path, BuildOptions(jobs=1))
    assert sorted(readings) == ["a.txt", "c.txt"]
    readings.clear()
    make(tmp_path, BuildOptions(jobs=1))
    assert readings == []


def test_the_page_of_the_saved_text_says_what_the_folder_repeats(tmp_path: Path) -> None:
    said = sentence("repeated-in-folder", "id")
    add(tmp_path, "a", MENU)
    make(tmp_path)
    page = tmp_path / "public/sources/a.html"
    assert said not in page.read_text("utf-8")
    add(tmp_path, "c", MENU)
    make(tmp_path)
    assert said in page.read_text("utf-8")
