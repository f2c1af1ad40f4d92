"""The same queries asked of two search pages in Chromium: ours, and one of Pagefind over the same articles."""

import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from gzip import compress
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from search_queries import Query

from kliping.model import Article

FIRST = 24
"""Queries that are asked of a page just opened, for what they load."""
PATIENCE = 20_000
"""Milliseconds until an answer is given up."""
PAGEFIND = """<!doctype html><html lang="id"><meta charset="utf-8"><title>Pagefind</title>
<script type="module">
import * as pagefind from "./pagefind/pagefind.js";
globalThis.ask = async query => {
  const found = await pagefind.search(query);
  const shown = await Promise.all(found.results.slice(0, 10).map(result => result.data()));
  return shown.map(result => result.raw_url || result.url);
};
</script>"""
KLIPING = """async query => {
  const input = document.getElementById("q"), results = document.getElementById("results");
  const answered = () => new Promise(done => {
    const see = () => results.ariaBusy === "false" ? done() : setTimeout(see, 1);
    see();
  });
  const begun = performance.now();
  input.value = query;
  input.form.requestSubmit();
  await answered();
  const milliseconds = performance.now() - begun;
  return [[...results.querySelectorAll("li a")].map(link => link.getAttribute("href")), milliseconds];
}"""
OURS = ("search.html", ".css", ".svg", ".png", "site.")
"""What every page loads: not counted as the search's."""


@dataclass(frozen=True, slots=True)
class Answers:
    """By query the paths found, and what it took."""

    found: list[list[str]]
    loaded: list[int]
    """Bytes, packed, that the first query of a page just opened loads beyond the page itself."""
    milliseconds: list[float]
    """From question to first results, by query, all that is loaded being there already."""


def ask_kliping(site: Path, asked: list[Query]) -> Answers:
    """Ask the site's search page."""
    with _served(site) as address, _browser() as browser:
        home = f"{address}search.html"

        def ask(page: Page, query: str) -> tuple[list[str], float]:
            paths, milliseconds = page.evaluate(KLIPING, query)
            return paths, milliseconds

        return _answers(browser, home, site, asked, ask)


def ask_pagefind(site: Path, articles: tuple[Article, ...], asked: list[Query], version: str) -> Answers | str:
    """Ask Pagefind, fetched for this; say why where that cannot be done."""
    if not shutil.which("npm"):
        return "there is no npm"
    for article in articles:
        target = site / "site" / article.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_bare(article), "utf-8")
    fetched = subprocess.run(
        ["npm", "install", "--no-audit", "--no-fund", "--prefix", site, f"pagefind@{version}"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    program = site / "node_modules" / ".bin" / "pagefind"
    if fetched.returncode or not program.exists():
        return f"npm could not fetch it: {fetched.stderr.strip()[-200:]}"
    subprocess.run([program, "--site", site / "site"], check=True, capture_output=True)
    (site / "site" / "ask.html").write_text(PAGEFIND, "utf-8")
    with _served(site / "site") as address, _browser() as browser:

        def ask(page: Page, query: str) -> tuple[list[str], float]:
            page.wait_for_function("globalThis.ask")
            timed = "async query => { const begun = performance.now(); const found = await ask(query);"
            paths, milliseconds = page.evaluate(timed + " return [found, performance.now() - begun]; }", query)
            return [path.lstrip("/") for path in paths], milliseconds

        return _answers(browser, f"{address}ask.html", site / "site", asked, ask)


def _answers(
    browser: Browser,
    home: str,
    site: Path,
    asked: list[Query],
    ask: Callable[[Page, str], tuple[list[str], float]],
) -> Answers:
    loaded = []
    for query in asked[:: max(1, len(asked) // FIRST)]:
        page, requests = _opened(browser, home)
        ask(page, query.text)
        loaded.append(sum(_packed(site, home, url) for url in dict.fromkeys(requests)))
        page.context.close()
    page, _ = _opened(browser, home)
    found, milliseconds = [], []
    for query in asked:
        found.append(ask(page, query.text)[0])
        ask(page, "")
        milliseconds.append(ask(page, query.text)[1])
    page.context.close()
    return Answers(found, loaded, milliseconds)


def _opened(browser: Browser, home: str) -> tuple[Page, list[str]]:
    page = browser.new_context(locale="id-ID").new_page()
    page.set_default_timeout(PATIENCE)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(home, wait_until="load")
    return page, requests


def _packed(site: Path, home: str, url: str) -> int:
    """Return a file's size on the wire; what is packed already stays as it is."""
    path = site / url.removeprefix(home.rpartition("/")[0] + "/").partition("?")[0]
    if url.split("?")[0] == home or not path.is_file() or any(end in path.name for end in OURS):
        return 0
    data = path.read_bytes()
    return min(len(data), len(compress(data, mtime=0)))


def _bare(article: Article) -> str:
    record = article.record
    text = "".join(f"<p>{escape(part)}</p>" for part in article.text.split("\n"))
    names = escape(", ".join((*record.people, *record.tags, record.outlet)))
    return (
        f'<!doctype html><html lang="id"><meta charset="utf-8"><title>{escape(record.title)}</title>'
        f"<main data-pagefind-body><h1>{escape(record.title)}</h1>{text}<p>{names}</p></main></html>"
    )


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def _browser() -> Iterator[Browser]:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--headless", "--no-sandbox"])
        yield browser
        browser.close()
