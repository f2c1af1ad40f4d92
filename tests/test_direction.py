"""Who may import whom: cli → serve → build → parse and site → annotate, front matter and the model."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kliping

PACKAGE = Path(kliping.__file__).parent
FORBIDDEN = {
    "parse": ("site", "build", "serve", "cli"),
    "site": ("parse", "build", "serve", "cli"),
    "annotate": ("parse", "site", "build", "serve", "cli"),
    "build": ("serve", "cli"),
    "serve": ("cli",),
}


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("part", FORBIDDEN)
def test_no_part_knows_those_that_use_it(part: str) -> None:
    for file in (PACKAGE / part).rglob("*.py"):
        for name in imports(file):
            assert not name.startswith(tuple(f"kliping.{other}" for other in FORBIDDEN[part])), file


def test_the_model_reads_and_writes_nothing() -> None:
    for name in ("model.py", "when.py", "errors.py", "digest.py", "slugs.py", "frontmatter.py"):
        assert not {"os", "pathlib", "io", "datetime.datetime"} & set(imports(PACKAGE / name)), name
