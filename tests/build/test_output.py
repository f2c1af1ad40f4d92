"""The output folder: only what Kliping wrote there is replaced or removed."""

from pathlib import Path

import pytest
from small_sites import BY_HAND, ONE, TWO, Site, make, tree, write

from kliping.build.output import Output
from kliping.build.run import build
from kliping.config import Settings
from kliping.errors import BuildError


def test_a_stale_page_is_removed_and_its_empty_folder_too(site: Site) -> None:
    root = site(BY_HAND + ONE)
    make(root)
    (root / "records/tangan.md").unlink()
    result = make(root)
    assert "2020/01/02/ditulis-tangan.html" in result.removed
    assert not (root / "public/2020").exists()


def test_foreign_files_in_the_output_are_left_alone(site: Site) -> None:
    root = site(BY_HAND + "\n-- public/CNAME --\nkliping.example\n-- public/2020/01/02/foto.txt --\nx\n")
    make(root)
    (root / "records/tangan.md").unlink()
    make(root)
    assert (root / "public/CNAME").read_text().strip() == "kliping.example"
    assert (root / "public/2020/01/02/foto.txt").exists()


def test_a_foreign_file_where_a_page_must_go_stops_the_build_before_anything_is_written(site: Site) -> None:
    root = site(ONE + "\n-- public/index.html --\nmine\n")
    with pytest.raises(BuildError, match=r"public/index\.html\n.*another folder"):
        make(root)
    assert tree(root / "public") == {"index.html": b"mine\n"}


def test_a_link_that_leads_out_of_the_output_is_never_followed(site: Site, tmp_path: Path) -> None:
    root = site(BY_HAND)
    (tmp_path / "elsewhere").mkdir()
    (root / "public").mkdir()
    (root / "public/2020").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BuildError, match="did not write them"):
        make(root)
    assert tree(tmp_path / "elsewhere") == {}


def test_what_a_link_points_to_is_not_removed(site: Site, tmp_path: Path) -> None:
    root = site(BY_HAND)
    make(root)
    (root / "public/2020").rename(tmp_path / "elsewhere")
    (root / "public/2020").symlink_to(tmp_path / "elsewhere")
    (root / "records/tangan.md").unlink()
    before = tree(tmp_path / "elsewhere")
    make(root)
    assert tree(tmp_path / "elsewhere") == before


@pytest.mark.parametrize("folder", ["..", ".", "seeds", "records/x", "templates", ".git/.."])
def test_a_folder_that_holds_other_things_is_no_output(site: Site, folder: str) -> None:
    root = site(ONE + "\n-- .git/HEAD --\n")
    with pytest.raises(BuildError, match="the site cannot be written to"):
        build(root, Settings(output_dir=folder))


def test_home_and_a_repository_are_no_output(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = site(ONE)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    with pytest.raises(BuildError, match="home folder"):
        build(root, Settings(output_dir=str(tmp_path / "home")))
    (tmp_path / "repo/.git").mkdir(parents=True)
    with pytest.raises(BuildError, match="git repository"):
        build(root, Settings(output_dir=str(tmp_path / "repo")))


def test_a_tampered_manifest_cannot_reach_out_of_the_output(site: Site) -> None:
    root = site(ONE + "\n-- precious.txt --\nx\n")
    make(root)
    with (root / "public/.kliping-manifest").open("a") as file:
        file.write(f"{'0' * 64} 2 ../precious.txt\n{'0' * 64} 2 /etc/hostname\n{'0' * 64} 2 a/../../precious.txt\n")
    make(root)
    assert (root / "precious.txt").exists()


def test_an_output_that_cannot_be_written_is_said_plainly(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    root = site(ONE)
    monkeypatch.setattr("kliping.build.output.write_if_changed", refused)
    with pytest.raises(BuildError, match=r"cannot write public/\.kliping-manifest: Permission denied\n.*permissions"):
        make(root)


def test_an_output_that_is_a_file_is_said_plainly(site: Site) -> None:
    root = site(ONE + "\n-- public --\nx\n")
    with pytest.raises(BuildError, match="that is a file"):
        make(root)


def test_an_output_on_a_file_is_said_plainly(site: Site) -> None:
    root = site(ONE + "\n-- x --\nx\n")
    with pytest.raises(BuildError, match=r"cannot write x/public/\.kliping-manifest: Not a directory\n.*-o"):
        build(root, Settings(output_dir="x/public"))


def test_an_interrupted_build_can_be_built_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    root = site(TWO)
    real, calls = Output.put, []

    def put(self: Output, path: str, data: bytes) -> bool:
        calls.append(path)
        if len(calls) > 5:
            raise KeyboardInterrupt
        return real(self, path, data)

    monkeypatch.setattr(Output, "put", put)
    with pytest.raises(KeyboardInterrupt):
        make(root)
    monkeypatch.undo()
    make(root)
    whole = tree(root / "public")
    again = write(root.parent / "again", TWO)
    make(again)
    assert whole == tree(again / "public")


def test_nothing_is_written_outside_records_output_and_cache(site: Site) -> None:
    root = site(TWO)
    make(root)
    assert {path.relative_to(root).parts[0] for path in root.rglob("*")} == {"seeds", "records", "public", ".kliping"}


def test_the_manifest_lists_every_file(site: Site) -> None:
    root = site(TWO)
    make(root)
    lines = (root / "public/.kliping-manifest").read_text().splitlines()[1:]
    assert sorted(line.split(" ", 2)[2] for line in lines) == sorted(set(tree(root / "public")) - {".kliping-manifest"})
