"""Reading and writing files, and the manifest of what is ours."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kliping.build import manifest
from kliping.build.disk import read_tree, told, write_if_changed
from kliping.build.manifest import Entry
from kliping.errors import BuildError


def test_a_tree_is_read_in_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "ü.txt", ".x.txt", "~", "c.swp"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    files, problems = read_tree(tmp_path, "seeds")
    assert ([file.name for file in files], problems) == (["a/z.txt", "b.txt", "ü.txt"], ())


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert read_tree(tmp_path / "x", "seeds") == ((), ())


def test_a_link_inside_the_folder_is_read_and_a_circle_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "circle.txt").symlink_to("circle.txt")
    (tmp_path / "up").symlink_to(tmp_path.parent)
    files, problems = read_tree(tmp_path, "seeds")
    assert [file.name for file in files] == ["a.txt", "b.txt"]
    assert "seeds/up" in [problem.file for problem in problems]


def test_a_name_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a\udcff.txt").write_text("x")
    files, (problem,) = read_tree(tmp_path, "seeds")
    assert files == ()
    assert problem.message == "has a name that is not UTF-8"


def test_an_unchanged_file_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a/b.txt"
    assert write_if_changed(path, b"x")
    assert not write_if_changed(path, b"x")
    assert write_if_changed(path, b"y")
    assert [found.name for found in path.parent.iterdir()] == ["b.txt"]


def test_a_link_is_replaced_and_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"x")
    (tmp_path / "link").symlink_to("target")
    assert write_if_changed(tmp_path / "link", b"x")
    assert not (tmp_path / "link").is_symlink()


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(BuildError, match="cannot write a: Is a directory\n    go away"), told("write a", "go away"):
        write_if_changed(tmp_path / "a", b"x")
    assert [found.name for found in tmp_path.iterdir()] == ["a"]


entries = st.dictionaries(
    st.text(min_size=1).filter(manifest.safe),
    st.builds(Entry, st.integers(0), st.just("-") | st.just("0" * 64)),
    max_size=4,
)


@given(entries)
def test_a_manifest_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, found: dict[str, Entry]
) -> None:
    folder = tmp_path_factory.mktemp("m")
    (folder / manifest.NAME).write_bytes(manifest.text(found).encode())
    assert manifest.read(folder) == found


@pytest.mark.parametrize("path", ["", "/a", "../a", "a/../b", "a//b", "./a", "a\nb", "C:\\x", manifest.NAME, "a\udcff"])
def test_a_path_that_leads_astray_is_not_safe(path: str) -> None:
    assert not manifest.safe(path)


@pytest.mark.parametrize("text", [b"", b"x", b"\xff", b"kliping manifest 9\n", b"kliping manifest 1\n-1 x\n"])
def test_a_manifest_that_is_none_owns_nothing(tmp_path: Path, text: bytes) -> None:
    (tmp_path / manifest.NAME).write_bytes(text)
    assert manifest.read(tmp_path) == {}
