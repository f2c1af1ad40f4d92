"""The program's parts import each other one way only."""

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "kliping"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST = 400

FORBIDDEN = {
    "parse": {"site", "build", "serve", "cli"},
    "annotate": {"parse", "site", "build", "serve", "cli"},
    "site": {"parse", "build", "serve", "cli"},
    "build": {"serve", "cli"},
    "serve": {"cli"},
}


def name(module: Path) -> str:
    return module.relative_to(SOURCE).as_posix()


def part(module: Path) -> str:
    """The package, or the module at the top, that the file belongs to."""
    return module.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(module: Path) -> set[str]:
    """All names imported from the program, without its own: ``site.page``, ``when``."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            raise AssertionError(f"{name(module)}:{node.lineno}: write imports in full, without leading dots")
        if isinstance(node, ast.ImportFrom) and node.module == "kliping":
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("kliping."):
            found.add(str(node.module).removeprefix("kliping."))
        elif isinstance(node, ast.Import):
            names = (alias.name for alias in node.names if alias.name.startswith("kliping."))
            found.update(name.removeprefix("kliping.") for name in names)
    return found


def test_no_module_is_long() -> None:
    lengths = {name(module): len(module.read_text("utf-8").splitlines()) for module in MODULES}
    assert {module: length for module, length in lengths.items() if length > LONGEST} == {}


def test_a_part_imports_only_what_stands_below_it() -> None:
    upward = {
        f"{name(module)} imports {other}"
        for module in MODULES
        for other in imported(module)
        if other.split(".")[0] in FORBIDDEN.get(part(module), set())
    }
    assert upward == set()


def test_the_model_stands_on_nothing_but_dates_settings_and_errors() -> None:
    for basis in ("model", "when", "errors"):
        assert imported(SOURCE / f"{basis}.py") <= {"when", "errors", "config"}, basis


def test_only_the_lowest_parts_are_shared_by_parser_and_site() -> None:
    shared = {
        other.split(".")[0]
        for module in MODULES
        if part(module) in {"parse", "site", "annotate"}
        for other in imported(module)
    }
    upward = {
        f"{name(module)} imports {other}"
        for module in MODULES
        if part(module) in shared - {"parse", "site", "annotate"}
        for other in imported(module)
        if other.split(".")[0] in {"parse", "site", "build", "serve", "cli"}
    }
    assert upward == set()


def test_nothing_is_called_utils() -> None:
    assert [name(module) for module in MODULES if module.stem in {"utils", "util", "helpers", "common", "misc"}] == []


def test_the_values_between_phases_read_and_write_nothing() -> None:
    for basis in ("model", "when", "errors", "digest", "slugs", "frontmatter"):
        tree = ast.walk(ast.parse((SOURCE / f"{basis}.py").read_text("utf-8")))
        modules = {alias.name for node in tree if isinstance(node, ast.Import) for alias in node.names}
        assert not modules & {"os", "io", "pathlib", "shutil", "time"}, basis
