"""Builds, serves, watches and builds again, until it is interrupted."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread

from kliping.build.result import BuildResult
from kliping.config import Settings
from kliping.errors import KlipingError, Severity
from kliping.serve.server import Server, open_server
from kliping.serve.state import State
from kliping.serve.watch import Watcher

Rebuild = Callable[[], tuple[Settings, BuildResult]]
"""Reads the settings anew and builds; raises KlipingError when it cannot."""


class Live:
    """A served site. The main thread builds; one thread watches and some serve."""

    def __init__(
        self, root: Path, config: Path, settings: Settings, rebuild: Rebuild, *,
        port: int, bind: str = "127.0.0.1", poll: bool = False,
    ) -> None:  # fmt: skip
        self._rebuild = rebuild
        self.state = State()
        self._watcher = Watcher(root, config, poll)
        self.server: Server = open_server(root / settings.output_dir, self.state, port, bind)
        self._settings = settings
        self._shown = ""

    def start(self) -> None:
        """Begin to serve and to watch."""
        Thread(target=self.server.serve_forever, name="kliping-serve", daemon=True).start()
        self._watcher.start(self._settings)

    def build(self) -> tuple[BuildResult | None, str]:
        """Build and tell the browsers; return the result, or None, and what failed."""
        result, fault = None, ""
        try:
            settings, result = self._rebuild()
            self._watcher.follow(settings)
            errors = [str(problem) for problem in result.problems if problem.severity is Severity.ERROR]
            fault = "\n\n".join(errors)
        except KlipingError as error:
            fault = str(error)
        if result is None or result.written or result.removed or fault != self._shown:
            self.state.built(fault)
        self._shown = fault
        return result, fault

    def wait(self, patience: float | None = None) -> bool:
        """Wait for a change of the sources."""
        return self._watcher.wait(patience)

    def stop(self) -> None:
        """End all threads."""
        self.state.close()
        self._watcher.stop()
        self.server.shutdown()
        self.server.server_close()
