"""Serves the output folder to this machine; a page is told to reload by an event it listens for."""

import posixpath
import socket
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from kliping.errors import KlipingError
from kliping.serve.state import State

SCRIPT = "/__kliping__/reload.js"
EVENTS = "/__kliping__/events"
_TAG = '<script src="{script}" data-build="{build}" defer></script>'
_HEARTBEAT = 15.0
"""Seconds between signs of life, by which a closed browser is noticed."""
_PORTS_TRIED = 20
_LONGEST = 255
"""Bytes of a file's name; systems know no longer one."""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".bib": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
}


class Server(ThreadingHTTPServer):
    """An HTTP server on a loopback address."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], folder: Path, state: State) -> None:
        if ":" in address[0]:
            self.address_family = socket.AF_INET6
        super().__init__(address, partial(Handler, folder=folder.resolve(), state=state))
        self.state = state

    @property
    def url(self) -> str:
        """Where the site is."""
        host, port = self.server_address[:2]
        return f"http://[{host!s}]:{port}/" if ":" in str(host) else f"http://{host!s}:{port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that goes away in the middle."""


def open_server(folder: Path, state: State, port: int, bind: str = "127.0.0.1") -> Server:
    """Return a server on the port, or on the next that is free; 0 takes any."""
    if not is_loopback(bind):
        raise KlipingError(
            f"--bind {bind} would show the site to the network; only addresses of this machine are served\n"
            "    to publish the site, copy the output folder to a web server"
        )
    host = "127.0.0.1" if bind == "localhost" else bind
    for number in (port,) if port == 0 else range(port, min(port + _PORTS_TRIED, 65536)):
        try:
            return Server((host, number), folder, state)
        except OSError as error:
            reason = error.strerror or str(error)
    raise KlipingError(f"no port from {port} on can be used: {reason}\n    choose another with -p")


def is_loopback(bind: str) -> bool:
    """Tell whether an address leads nowhere but to this machine."""
    try:
        return bind == "localhost" or ip_address(bind).is_loopback
    except ValueError:
        return False


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"
    server_version = "kliping"
    sys_version = ""
    timeout = 60

    def __init__(self, *arguments: object, folder: Path, state: State) -> None:
        self.folder, self.state = folder, state
        super().__init__(*arguments)  # type: ignore[arg-type]  # socketserver's own

    def do_GET(self) -> None:
        """Send what the address names."""
        self._answer()

    def do_HEAD(self) -> None:
        """Send its head only."""
        self._answer()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # the name is http.server's
        """Say nothing: the terminal is for builds."""

    def _answer(self) -> None:
        if not self._asked_by_name():
            self._send(HTTPStatus.FORBIDDEN, b"This server answers to this machine's own names only.\n", "text/plain")
            return
        path = unquote(urlsplit(self.path).path, errors="replace")
        if path == EVENTS and self.command == "GET":
            self._events()
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, files(__package__).joinpath("reload.js").read_bytes(), TYPES[".js"])
        else:
            self._file(path)

    def _asked_by_name(self) -> bool:
        """Tell whether the request names this machine: a foreign page may not have its own name lead here."""
        host = self.headers.get("Host", "")
        return not host or is_loopback((urlsplit(f"//{host}").hostname or "").rstrip("."))

    def _file(self, path: str) -> None:
        place = self._place(path)
        if place and place.is_dir() and not path.endswith("/"):
            self._redirect(quote(posixpath.normpath(path).lstrip("/")))
            return
        if place and place.is_dir():
            place = self._place(f"{path}index.html")
        if place and place.is_file():
            self._send_file(place, HTTPStatus.OK)
            return
        missing = self._place("/404.html")
        if missing and missing.is_file():
            self._send_file(missing, HTTPStatus.NOT_FOUND)
        else:
            page = b"<!doctype html><title>404</title><p>There is nothing here (yet).</p>"
            self._send(HTTPStatus.NOT_FOUND, _with_script(page, self.state.number), TYPES[".html"])

    def _place(self, path: str) -> Path | None:
        """Return the file that a path names; None for one outside the folder, or a hidden one."""
        parts = [part for part in path.split("/") if part]
        if any(
            part.startswith(".") or "\\" in part or "\0" in part or len(part.encode("utf-8", "replace")) > _LONGEST
            for part in parts
        ):
            return None
        place = self.folder.joinpath(*parts)
        try:
            return place if place.resolve().is_relative_to(self.folder) else None
        except (OSError, RuntimeError):  # a circle of links
            return None

    def _send_file(self, place: Path, status: HTTPStatus) -> None:
        build = self.state.number  # before the file is read: an older number only reloads once more
        try:
            data = place.read_bytes()
        except OSError:
            self._send(HTTPStatus.NOT_FOUND, b"gone\n", "text/plain")
            return
        kind = TYPES.get(place.suffix.lower(), "application/octet-stream")
        self._send(status, _with_script(data, build) if place.suffix == ".html" else data, kind)

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", f"/{path}/")
        self.send_header("Content-Length", "0")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()

    def _send(self, status: HTTPStatus, data: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _events(self) -> None:
        """Tell the browser of each build, until it goes away or the server ends."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.close_connection = True
        seen = -1
        while not self.state.closed:
            seen, event = self.state.after(seen, _HEARTBEAT)
            self.wfile.write(event.encode())
            self.wfile.flush()


def _with_script(data: bytes, build: int) -> bytes:
    """Add the reload script to a page of a build, here only: the file has none."""
    tag = _TAG.format(script=SCRIPT, build=build).encode()
    at = data.rfind(b"</body>")
    return data[:at] + tag + data[at:] if at >= 0 else data + tag
