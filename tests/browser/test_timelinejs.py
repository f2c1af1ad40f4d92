"""The exported timeline in TimelineJS itself: it must load what the site wrote, unchanged.

The program is not ours and is not kept here: npm fetches it once into the cache of the tests. Without npm, or where
it cannot reach its registry, the test is skipped and says so.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from watching import Watched

PACKAGE, VERSION = "@knight-lab/timelinejs", "3.9.11"
PAGE = """<!doctype html><meta charset="utf-8"><title>TimelineJS</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="program/css/timeline.css">
<div id="timeline" style="height: 600px"></div>
<script src="program/js/timeline.js"></script>
<script>
new TL.Timeline("timeline", "timeline.json", {script_path: new URL("program/js/", location.href).href, language: "id"});
</script>
"""


@pytest.fixture(scope="session")
def program(pytestconfig: pytest.Config) -> Path:
    """Return TimelineJS's folder of scripts and styles."""
    cache = pytestconfig.cache
    folder = cache.mkdir("timelinejs") if cache else None
    npm = shutil.which("npm")
    if folder is None or npm is None:
        pytest.skip(f"TimelineJS cannot be had: {'no npm here' if folder else 'the tests have no cache to keep it in'}")
    built = folder / "node_modules" / PACKAGE / "dist"
    if not (built / "js" / "timeline.js").is_file():
        options = "--no-audit --no-fund --no-save --ignore-scripts --fetch-retries=1".split()
        command = [npm, "install", "--prefix", str(folder), *options]
        try:
            run = subprocess.run(
                [*command, f"{PACKAGE}@{VERSION}"], capture_output=True, text=True, timeout=120, check=False
            )
        except subprocess.TimeoutExpired:
            pytest.skip("TimelineJS cannot be had: npm took more than two minutes")
        if run.returncode or not (built / "js" / "timeline.js").is_file():
            pytest.skip(f"TimelineJS cannot be had: {run.stderr.strip()[-200:]}")
    return built


@pytest.fixture
def address(site: Path, program: Path, tmp_path: Path) -> Iterator[str]:
    """Serve TimelineJS beside the exported timeline."""
    shutil.copytree(program, tmp_path / "program")
    shutil.copy(site / "data" / "timeline.json", tmp_path)
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    handler = partial(_Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/index.html"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_timelinejs_shows_every_event_and_article(tab: Watched, address: str, site: Path) -> None:
    home = address.removesuffix("index.html")
    entries = json.loads((site / "data" / "timeline.json").read_text("utf-8"))["events"]
    tab.page.route(lambda url: not url.startswith(home), lambda route: route.abort())  # its web fonts
    tab.page.goto(address)
    tab.page.wait_for_selector(".tl-timemarker", state="attached")
    assert tab.page.locator(".tl-message-content:visible").count() == 0
    assert tab.page.locator(".tl-timemarker").count() == len(entries)
    assert tab.page.locator(".tl-slide").count() == len(entries) + 1
    shown = set(tab.page.locator(".tl-timemarker h2").all_text_contents())
    assert {unescape(entry["text"]["headline"]) for entry in entries} <= shown
    assert [fault for fault in tab.faults if fault.startswith("error")] == []
