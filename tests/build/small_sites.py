"""Whole small sites as strings, and what they become."""

from collections.abc import Callable
from pathlib import Path

from kliping import config
from kliping.build.result import BuildOptions, BuildResult
from kliping.build.run import build

Site = Callable[[str], Path]

ONE = """
-- seeds/a.txt --
Berita

Pasar Kreatif Dibuka di Contoh

Sabtu, 9 Maret 2024 - 10:15 WIB

Contoh, kampungcontoh.example – Warga membuka pasar kreatif di halaman balai RW, Sabtu (9/3/2024). Ada 24 penjual.

“Kami ingin tetangga saling membeli,” kata Ketua panitia Ratna Kusuma.
"""
TWO = (
    ONE
    + """
-- seeds/b.txt --
Sungai Dibersihkan Warga

Minggu, 2 Juni 2024 - 08:00 WIB

Contoh, kampungcontoh.example – Warga membersihkan sungai bersama lurah, Minggu (2/6/2024). Sampah dipilah di tempat.
"""
)
BY_HAND = """
-- records/tangan.md --
---
title: "Ditulis: tangan"
date: 2020-01-02
outlet: Kita
tags: [satu, dua]
---

Isi yang ditulis sendiri.
"""


def write(root: Path, text: str) -> Path:
    """Write the files that a text holds."""
    for part in ("\n" + text).split("\n-- ")[1:]:
        name, _, content = part.partition(" --\n")
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return root


def make(root: Path, options: BuildOptions | None = None, **settings: object) -> BuildResult:
    """Build a site with the settings of its file."""
    file = root / "kliping.yaml"
    found = config.load(file.read_text("utf-8") if file.exists() else "", "kliping.yaml")
    for name, value in settings.items():
        object.__setattr__(found, name, value)
    return build(root, found, options)


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def codes(result: BuildResult) -> list[str]:
    """Return the codes of warnings and errors."""
    return [problem.code for problem in result.problems if problem.severity != "info"]
