"""What the watcher's builds came to, told to every browser that waits."""

import json
from html import escape
from threading import Condition


class State:
    """The number of the newest build and, where it failed, what to show over the page."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._number = 0
        self._overlay = ""
        self.closed = False

    @property
    def number(self) -> int:
        """Number of the newest build."""
        return self._number

    def built(self, fault: str = "") -> None:
        """Note that a build ended; with a fault, the last good site stays and the fault is shown over it."""
        with self._changed:
            self._number += 1
            self._overlay = overlay(fault) if fault else ""
            self._changed.notify_all()

    def close(self) -> None:
        """Let all who wait go."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def after(self, seen: int, patience: float) -> tuple[int, str]:
        """Return the newest build's number and event once it is not the one seen; else a sign of life."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != seen or self.closed, patience)
            if self._number == seen:
                return seen, ": waiting\n\n"
            data = json.dumps({"build": self._number, "overlay": self._overlay})
            return self._number, f"event: build\ndata: {data}\n\n"


def overlay(fault: str) -> str:
    """Return a fragment of a page that shows a failed build; whatever the message holds, it is text."""
    text = escape(fault)
    return f'<div role="alert" id="kliping-fault"><h2>The build failed</h2><pre>{text}</pre></div>'
