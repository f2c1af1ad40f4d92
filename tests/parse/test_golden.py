"""The five articles' records as they are written, with the settings of the first site."""

from pathlib import Path

import pytest
from reading import SEEDS, TESTS

from kliping import config, frontmatter
from kliping.model import Seed
from kliping.parse import ParseOptions, parse

GOLDEN = TESTS / "golden"
SETTINGS = config.load((TESTS.parent / "kliping.yaml").read_text("utf-8"), "kliping.yaml")


@pytest.mark.parametrize("path", sorted(SEEDS.iterdir()), ids=lambda path: path.name[:3])
def test_a_seed_gives_its_golden_record(path: Path, request: pytest.FixtureRequest) -> None:
    record = parse(Seed(path.name, path.read_bytes()), ParseOptions.of(SETTINGS)).record
    assert record is not None
    written = frontmatter.dump(record)
    golden = GOLDEN / f"{path.stem}.md"
    if request.config.getoption("--update"):
        golden.write_text(written, "utf-8")
    assert written == golden.read_text("utf-8")
    assert frontmatter.load(written, golden.name) == (record, ())
