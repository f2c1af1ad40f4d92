"""Chromium and the site of the five seeds, built once, for tests that look at pages as a reader does."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright
from watching import ROOT, Watched, environment

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
SHOTS = ROOT / ".pytest_cache" / "screenshots"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report: Any = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    named = os.environ.get("CHROMIUM")
    found = next(filter(None, map(shutil.which, (named,) if named else BROWSERS)), None)
    if not found:
        pytest.fail(
            f"Missing: Chromium ({named or ', '.join(BROWSERS)}). Install it, or name one in CHROMIUM",
            pytrace=False,
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the site of the five seeds."""
    root = tmp_path_factory.mktemp("malang")
    shutil.copytree(ROOT / "seeds", root / "seeds")
    shutil.copy(ROOT / "kliping.yaml", root)
    done = subprocess.run(
        [sys.executable, "-m", "kliping", "-C", root, "build"],
        capture_output=True,
        text=True,
        env=environment(),
    )
    assert done.returncode == 0, done.stderr
    return root / "public"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def http(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server with the site at its root and below /arsip/kota/."""
    top = tmp_path_factory.mktemp("served") / "top"
    shutil.copytree(site, top)
    shutil.copytree(site, top / "arsip" / "kota")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(top)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(params=["http", "sub-path", "file"])
def home(request: pytest.FixtureRequest, site: Path) -> str:
    """Address of the site's root, in each of the ways that it is opened."""
    if request.param == "file":
        return site.as_uri() + "/"
    address: str = request.getfixturevalue("http")
    return address + ("arsip/kota/" if request.param == "sub-path" else "")


def _shown(browser: Browser, request: pytest.FixtureRequest, **options: Any) -> Iterator[Watched]:
    context = browser.new_context(**options)
    context.set_default_timeout(15_000)
    watched = Watched(context.new_page())
    yield watched
    if request.node.stash.get(FAILED, False):
        SHOTS.mkdir(parents=True, exist_ok=True)
        name = "".join(c if c.isalnum() else "-" for c in request.node.name)
        watched.page.screenshot(path=SHOTS / f"{name}.png", full_page=True)
    context.close()


@pytest.fixture
def tab(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Watched]:
    yield from _shown(chromium, request, locale="id-ID")


@pytest.fixture
def tab_without_scripts(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Watched]:
    yield from _shown(chromium, request, java_script_enabled=False)
