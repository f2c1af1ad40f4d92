"""The files of a new project, for ``kliping init``."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from kliping.build.disk import told

_FILES = (("kliping.yaml", "kliping.yaml"), (".gitignore", "gitignore"))
_SAMPLE = ("seeds/contoh-kampung-kreatif.txt", "sample.txt")


def begin(folder: Path, sample: bool) -> Iterator[tuple[str, bool]]:
    """Make what is missing of a project; yield each file and whether it was made."""
    with told(f"begin a project in {folder}", "choose another folder, or mend its permissions"):
        (folder / "seeds").mkdir(parents=True, exist_ok=True)
        for name, source in (*_FILES, *([_SAMPLE] if sample else [])):
            path = folder / name
            made = not path.exists() and not path.is_symlink()
            if made:
                path.write_bytes(files(f"{__package__}.data").joinpath("starter", source).read_bytes())
            yield path.as_posix(), made
