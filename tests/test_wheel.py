"""The wheel, made from the sdist as an installer would, holds all that the program needs and works elsewhere."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.wheel


def run(*command: str | Path, cwd: Path, **more: str) -> str:
    """Run the command without network, home or locale of ours; returns what it said."""
    environment = {
        "PATH": os.defpath,
        "HOME": str(cwd),
        "PIP_NO_INDEX": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        **more,
    }
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sdist, which is built from here."""
    dist = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", dist, ROOT, cwd=dist)
    (found,) = dist.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def kliping(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in a new environment with the wheel; what it needs comes from the running one."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", wheel, cwd=folder)
    site = folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "bin" / "kliping"


def test_the_wheel_holds_theme_and_data_and_no_tests_or_seeds(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    for folder in ("templates", "static"):
        for file in (ROOT / folder).rglob("*.*"):
            assert f"kliping/_theme/{file.relative_to(ROOT).as_posix()}" in names
    for file in (ROOT / "src").rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            assert file.relative_to(ROOT / "src").as_posix() in names
    assert "kliping/py.typed" in names
    strays = [name for name in names if not name.startswith(("kliping/", "kliping-")) or "__pycache__" in name]
    assert strays == []
    assert [name for name in names if "seeds" in name.split("/") or "tests" in name.split("/")] == []


def test_the_sdist_holds_what_a_packager_needs(wheel: Path) -> None:
    (sdist,) = wheel.parent.glob("*.tar.gz")
    names = subprocess.run(["tar", "tzf", sdist], capture_output=True, text=True, check=True).stdout.splitlines()
    top = {name.split("/")[1] for name in names}
    wanted = {"src", "templates", "static", "seeds", "tests", "kliping.yaml", "requirements", ".ci", "Makefile"}
    assert wanted | {"README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml"} <= top
    assert [name for name in names if "/.venv/" in name or "__pycache__" in name] == []


def test_it_builds_a_site_in_an_empty_folder_elsewhere(kliping: Path, tmp_path: Path) -> None:
    seed = (ROOT / "seeds" / "000_d29b311f62dba84d.txt").read_bytes()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "mine.txt").write_bytes(seed)
    run(kliping, "build", cwd=tmp_path)
    page = tmp_path / "public/2016/03/23/kominfo-kota-malang-gelorakan-kota-kreatif.html"
    assert "Vicky Arief" in page.read_text("utf-8")
    assert (tmp_path / "public" / "search.html").is_file()
    assert list((tmp_path / "public" / "assets").glob("style.*.css"))


def test_an_empty_folder_is_told_how_to_begin(kliping: Path, tmp_path: Path) -> None:
    done = subprocess.run([kliping, "build"], cwd=tmp_path, capture_output=True, text=True, env={"PATH": os.defpath})
    assert done.returncode == 2
    assert "kliping init" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_init_and_build_are_enough_for_a_first_site(kliping: Path, tmp_path: Path) -> None:
    run(kliping, "init", "--sample", cwd=tmp_path)
    run(kliping, "build", "--strict", cwd=tmp_path)
    assert (tmp_path / "public" / "index.html").is_file()
