"""The pins are exact, whole, and what pyproject.toml asks for."""

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PIN = re.compile(r"([A-Za-z0-9_.-]+)==([0-9][0-9A-Za-z.]*)")


def pins(name: str) -> dict[str, str]:
    """Versions by distribution; the file holds nothing but pins, comments and one reference to the core's."""
    found = {}
    for line in (ROOT / "requirements" / name).read_text("ascii").splitlines():
        if not line or line.startswith("#") or (name == "dev.txt" and line == "-r core.txt"):
            continue
        match = PIN.fullmatch(line)
        assert match, f"{name}: {line!r} is no exact pin"
        found[str(canonicalize_name(match[1]))] = match[2]
    return found


def needed(requirements: list[str]) -> list[Requirement]:
    parsed = (Requirement(text) for text in requirements)
    return [found for found in parsed if not found.marker or found.marker.evaluate({"extra": ""})]


def check(requirements: list[str], pinned: dict[str, str]) -> None:
    for requirement in needed(requirements):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version, f"{requirement} is not pinned"
        assert requirement.specifier.contains(version, prereleases=True), f"{requirement}, but {version} is pinned"


def test_the_core_pins_are_what_the_program_asks_for() -> None:
    check(PROJECT["project"]["dependencies"], pins("core.txt"))


def test_the_dev_pins_are_what_the_tests_and_the_build_ask_for() -> None:
    everything = pins("core.txt") | pins("dev.txt")
    check(PROJECT["dependency-groups"]["dev"], everything)
    check(PROJECT["build-system"]["requires"], everything)


def test_the_dev_pins_are_what_the_extra_asks_for() -> None:
    check(PROJECT["project"]["optional-dependencies"]["html"], pins("core.txt") | pins("dev.txt"))


def test_the_pins_are_whole_and_installed() -> None:
    everything = pins("core.txt") | pins("dev.txt")
    for name, version in everything.items():
        installed = distribution(name)
        assert installed.version == version, f"{name}: {installed.version} is installed, {version} is pinned"
        check(installed.requires or [], everything)


def test_the_core_needs_nothing_of_the_dev_pins() -> None:
    core = pins("core.txt")
    for name in core:
        check(distribution(name).requires or [], core)
    assert not core.keys() & pins("dev.txt").keys()


def test_nothing_is_pinned_that_nothing_needs() -> None:
    everything = pins("core.txt") | pins("dev.txt")
    asked = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    asked += PROJECT["project"]["optional-dependencies"]["html"]
    for name in everything:
        asked += distribution(name).requires or []
    wanted = {str(canonicalize_name(requirement.name)) for requirement in needed(asked)}
    assert everything.keys() - wanted == set()
