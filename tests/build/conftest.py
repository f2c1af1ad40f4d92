"""The fixture of whole small sites."""

from pathlib import Path

import pytest
from small_sites import Site, write


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return what writes files given as ``-- name --`` and their text, and gives the site's folder."""
    root = tmp_path / "situs"
    root.mkdir()
    return lambda text: write(root, text)
