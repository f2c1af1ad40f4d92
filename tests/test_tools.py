"""What is missing on a machine is named, with the way to get it."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[1] / ".ci"
Machine = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Run a tool on a machine that has nothing but a shell and the programs given as scripts."""
    (tmp_path / "sh").symlink_to(shutil.which("sh") or "/bin/sh")

    def run(tool: str, environment: dict[str, str] | None = None, **programs: str) -> subprocess.CompletedProcess[str]:
        for name, script in programs.items():
            (tmp_path / name.replace("_", "-")).write_text(f"#!/bin/sh\n{script}\n")
            (tmp_path / name.replace("_", "-")).chmod(0o755)
        clean = {"PATH": str(tmp_path), **(environment or {})}
        return subprocess.run([TOOLS / tool], env=clean, capture_output=True, text=True, check=False)

    return run


PYTHON = 'case "$2" in *print*) echo {version};; *ensurepip*) exit {without};; *) exit {old};; esac'


def test_a_python_that_will_do_is_found(machine: Machine) -> None:
    done = machine("python", python3=PYTHON.format(version="3.9", without=0, old=1), python3_12="exit 1")
    assert done.returncode == 1
    assert "Python 3.11 or newer (found: python3 (3.9))" in done.stderr
    done = machine("python", python3=PYTHON.format(version="3.13", without=0, old=0))
    assert done.stdout.endswith("/python3\n")


def test_a_python_without_venv_is_named_with_its_package(machine: Machine) -> None:
    done = machine("python", python3=PYTHON.format(version="3.12", without=1, old=0))
    assert done.returncode == 1
    assert "apt-get install python3.12-venv" in done.stderr


def test_no_python_at_all_is_said(machine: Machine) -> None:
    done = machine("python")
    assert done.returncode == 1
    assert "Missing: Python 3.11 or newer (found: none)" in done.stderr


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome"])
def test_a_chromium_that_is_there_is_used(machine: Machine, name: str) -> None:
    done = machine("chromium", **{name: "exit 0"})
    assert done.stdout.endswith(f"/{name}\n")
    assert done.stderr == ""


def test_a_chromium_that_was_named_goes_first(machine: Machine) -> None:
    named = shutil.which("true") or os.devnull
    assert machine("chromium", {"CHROMIUM": named}, chromium="exit 0").stdout == f"{named}\n"
    done = machine("chromium", {"CHROMIUM": "/nowhere/chromium"})
    assert done.returncode == 1
    assert "CHROMIUM is /nowhere/chromium, which is no program" in done.stderr


def test_a_missing_chromium_is_installed_where_that_is_allowed(machine: Machine, tmp_path: Path) -> None:
    install = (
        f'case "$*" in *install*) printf "#!/bin/sh\\n" > {tmp_path}/chromium; /bin/chmod +x {tmp_path}/chromium;; esac'
    )
    done = machine("chromium", id="echo 0", apt_get=install)
    assert done.stdout == f"{tmp_path}/chromium\n"


def test_a_missing_chromium_that_cannot_be_installed_is_said(machine: Machine) -> None:
    done = machine("chromium", id="echo 1000", apt_get="exit 0")
    assert done.returncode == 1
    assert "takes root or sudo without a password" in done.stderr
    assert "sudo apt-get install chromium" in done.stderr
    done = machine("chromium", id="echo 0", apt_get="exit 100")
    assert done.returncode == 1
    assert "apt-get update failed" in done.stderr
