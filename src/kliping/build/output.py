"""The output folder: only what Kliping wrote there is ever replaced or removed."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from kliping.build import manifest
from kliping.build.disk import told, write_if_changed
from kliping.build.manifest import Entry
from kliping.config import Settings
from kliping.errors import BuildError

_SHOWN = 5
"""Foreign files named in a message."""
_HINT = "choose another folder with -o, or mend its permissions"


class Output:
    """An output folder that may be written to, and what we own in it."""

    def __init__(self, root: Path, settings: Settings) -> None:
        """Open the folder; BuildError when it is one that must not be written to."""
        self.shown = settings.output_dir
        self.folder = (root / settings.output_dir).resolve()
        self._refuse(root.resolve(), settings)
        self.owned = manifest.read(self.folder)
        self._now: dict[str, Entry] = {}
        self._sound: set[Path] = set()

    def claim(self, paths: Iterable[str]) -> None:
        """Make sure that nobody else's file stands where we shall write; then the places are ours."""
        wanted = sorted(paths)
        odd = [path for path in wanted if not manifest.safe(path)]
        if odd:
            raise BuildError(f"no file of the site can have the address {odd[0]!r}\n    rename it")
        new = [path for path in wanted if path not in self.owned]
        foreign = [path for path in new if self._taken(path)] if self.folder.exists() else []
        if foreign:
            names = ", ".join(f"{self.shown}/{path}" for path in foreign[:_SHOWN])
            more = f" and {len(foreign) - _SHOWN} more" if len(foreign) > _SHOWN else ""
            raise BuildError(
                f"files stand where pages must go, and Kliping did not write them: {names}{more}\n"
                "    move them away, or choose another folder with -o"
            )
        if new:
            self._note(self.owned | {path: Entry(0, "-") for path in new})

    def digest(self, path: str) -> str:
        """Return the digest of a file as it is on disk, and keep it; empty without a regular file."""
        place = self.folder / path
        try:
            data = b"" if place.is_symlink() else place.read_bytes()
        except OSError:
            return ""
        found = "" if place.is_symlink() else sha256(data).hexdigest()
        if found:
            self._now[path] = Entry(len(data), found)
        return found

    def put(self, path: str, data: bytes) -> bool:
        """Write a page; tell whether the file changed."""
        place = self.folder / path
        with told(f"write {self.shown}/{path}", _HINT):
            self._make_way(place.parent)
            changed = write_if_changed(place, data)
        self._now[path] = Entry(len(data), sha256(data).hexdigest())
        return changed

    def written(self, path: str) -> str:
        """Return the digest of a file that was put or kept."""
        return self._now[path].digest

    def finish(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Remove what we wrote once and do not any more, and write the manifest; return what was removed."""
        removed = self.remove(sorted(self.owned.keys() - set(paths)))
        self._note(self._now)
        return removed

    def remove(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Remove files of ours and the folders that they leave empty."""
        removed = []
        for path in paths:
            place = self.folder / path
            if not self._inside(place.parent) or place.is_symlink() or not place.is_file():
                continue
            with told(f"remove {self.shown}/{path}", _HINT):
                place.unlink()
                removed.append(path)
                self._remove_empty(place.parent)
        return tuple(removed)

    def remove_all(self) -> tuple[str, ...]:
        """Remove all that we own, the manifest too, and the folder if that leaves it empty."""
        removed = self.remove(sorted(self.owned))
        if self.owned:
            with told(f"remove {self.shown}/{manifest.NAME}", _HINT):
                (self.folder / manifest.NAME).unlink(missing_ok=True)
                if not any(self.folder.iterdir()):
                    self.folder.rmdir()
        return removed

    def _refuse(self, root: Path, settings: Settings) -> None:
        sources = [
            root / folder for folder in (settings.seeds_dir, settings.records_dir, "templates", "static", ".kliping")
        ]
        why = ""
        if self.folder == root or root.is_relative_to(self.folder):
            why = "the project itself lies there"
        elif self.folder == Path.home():
            why = "that is your home folder"
        elif (self.folder / ".git").is_dir():
            why = "that is a git repository's own folder"
        elif any(_overlap(self.folder, source.resolve()) for source in sources):
            why = "that is a folder of sources"
        elif self.folder.exists() and not self.folder.is_dir():
            why = "that is a file"
        if why:
            raise BuildError(f"the site cannot be written to {self.shown}: {why}\n    {_HINT}")

    def _taken(self, path: str) -> bool:
        """Tell whether something that is not ours stands at a path, or a link or file on the way to it."""
        place = self.folder / path
        if place.is_symlink() or place.exists():
            return True
        below = place.parent
        while below != self.folder:
            if below.is_symlink() or (below.is_file() and below.relative_to(self.folder).as_posix() not in self.owned):
                return True
            below = below.parent
        return False

    def _inside(self, folder: Path) -> bool:
        """Tell whether no link leads out of the output on the way to the folder."""
        if folder in self._sound or folder == self.folder:
            return True
        if folder.is_symlink() or not self._inside(folder.parent):
            return False
        self._sound.add(folder)
        return True

    def _make_way(self, folder: Path) -> None:
        """Make the folder, where a page of ours may have stood before."""
        if not self._inside(folder):
            raise BuildError(f"{folder.name} in {self.shown} is a symbolic link; remove it")
        if not folder.is_dir():
            for above in (folder, *folder.parents):
                if above.is_relative_to(self.folder) and above.is_file():
                    above.unlink()
        folder.mkdir(parents=True, exist_ok=True)

    def _remove_empty(self, folder: Path) -> None:
        while folder != self.folder and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent

    def _note(self, entries: dict[str, Entry]) -> None:
        with told(f"write {self.shown}/{manifest.NAME}", _HINT):
            write_if_changed(self.folder / manifest.NAME, manifest.text(entries).encode())


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)
