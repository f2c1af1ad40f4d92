"""Tells that a source changed. Which one does not matter: the build finds out what there is to do."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from kliping.config import Settings
from kliping.errors import KlipingError

QUIET = 0.08
"""Seconds without an event before a build: an editor saves in several steps."""
_CHANGES = ("created", "modified", "moved", "deleted")


class Watcher:
    """Watches the folders of sources and the settings; sets a flag, nothing else."""

    def __init__(self, root: Path, config: Path, poll: bool = False) -> None:
        self._root, self._config = root.resolve(), config.resolve()
        self._observer: BaseObserver = PollingObserver(timeout=0.25) if poll else Observer()
        self._handler = _Handler(self)
        self._watched: dict[Path, object] = {}
        self._flag = Event()
        self._sources: tuple[Path, ...] = ()
        self._ignored: tuple[Path, ...] = ()

    def start(self, settings: Settings) -> None:
        """Begin to watch."""
        self.follow(settings)
        try:
            self._observer.start()
        except OSError as error:
            raise KlipingError(f"the folders cannot be watched: {error}\n    try again with --poll") from error

    def follow(self, settings: Settings) -> None:
        """Watch the folders that the settings name, those that exist now."""
        names = (settings.seeds_dir, settings.records_dir, "templates", "static")
        self._sources = tuple((self._root / name).resolve() for name in names)
        self._ignored = (
            (self._root / settings.output_dir).resolve(),
            self._root / ".kliping",
            self._root / ".git",
        )
        wanted = {self._root: False, self._config.parent: False}
        wanted |= {folder: True for folder in self._sources if folder.is_dir()}
        for folder in [folder for folder in self._watched if folder not in wanted or not folder.is_dir()]:
            self._observer.unschedule(self._watched.pop(folder))  # type: ignore[arg-type]  # watchdog's own
        for folder, recursive in wanted.items():
            if folder not in self._watched:
                self._watched[folder] = self._observer.schedule(self._handler, str(folder), recursive=recursive)

    def wait(self, patience: float | None = None) -> bool:
        """Wait until something changed and then rests; False when nothing did in the given seconds."""
        if not self._flag.wait(patience):
            return False
        while self._flag.is_set():
            self._flag.clear()
            self._flag.wait(QUIET)
        return True

    def stop(self) -> None:
        """End watching."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def noticed(self, paths: Sequence[str]) -> None:
        """Set the flag if one of the paths is a source's."""
        if any(self._matters(Path(path)) for path in paths if path):
            self._flag.set()

    def _matters(self, path: Path) -> bool:
        if path.name.startswith(".") or path.name.endswith("~"):
            return False
        if any(path.is_relative_to(folder) for folder in self._ignored):
            return False
        return path == self._config or any(path.is_relative_to(folder) for folder in self._sources)


class _Handler(FileSystemEventHandler):
    def __init__(self, watcher: Watcher) -> None:
        self._watcher = watcher

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on changes; that a file was opened is none, and a folder's own says nothing of which file."""
        if event.event_type in _CHANGES and not (event.is_directory and event.event_type == "modified"):
            self._watcher.noticed([str(event.src_path), str(getattr(event, "dest_path", ""))])
