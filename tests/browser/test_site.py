"""The site of the five seeds as a reader meets it: from a server, below a path, and from disk."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urldefrag

from playwright.sync_api import Page
from watching import ROOT, Watched, environment

KINDS = (
    r"index\.html",
    r"20\d\d/\d\d/\d\d/(?!index)[^/]+\.html",
    r"20\d\d/\d\d/\d\d/index\.html",
    r"20\d\d/\d\d/index\.html",
    r"20\d\d/index\.html",
    r"archive/index\.html",
    r"(tags|topics|outlets|people)/index\.html",
    r"organisations/index\.html",
    r"places/index\.html",
    r"organisations/(?!index)[^/]+\.html",
    r"places/(?!index)[^/]+\.html",
    r"tags/(?!index)[^/]+\.html",
    r"topics/(?!index)[^/]+\.html",
    r"outlets/(?!index)[^/]+\.html",
    r"people/(?!index)[^/]+\.html",
    r"timeline/index\.html",
    r"sources/[^/]+\.html",
    r"search\.html",
    r"stats\.html",
    r"about\.html",
    r"404\.html",
)
LINKS = "[...document.querySelectorAll('a[href], link[href], script[src], img[src]')].map(e => e.href || e.src)"


def sample(site: Path) -> list[str]:
    """The first page of each kind."""
    paths = sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    return [next(path for path in paths if re.fullmatch(kind, path)) for kind in KINDS]


def target(address: str, home: str, site: Path) -> Path:
    """The file that an address of the site names."""
    path = site / unquote(urldefrag(address).url.removeprefix(home).split("?")[0])
    return path / "index.html" if address.startswith("http") and path.is_dir() else path


def test_every_link_of_every_kind_of_page_leads_to_a_file_and_a_place_in_it(
    tab: Watched, home: str, site: Path
) -> None:
    broken = []
    for path in sample(site):
        if path == "404.html" and home.count("/") > 3:
            continue  # shown at any depth, so its links are those of a site at its base address
        tab.page.goto(home + path)
        for address in tab.page.evaluate(LINKS):
            if not address.startswith(home):
                assert address.startswith(("http://", "https://")), f"{path} leads out of the site: {address}"
                continue
            file, place = target(address, home, site), urldefrag(address).fragment
            if not file.is_file() or (place and f'id="{place}"' not in file.read_text("utf-8")):
                broken.append(f"{path}: {address}")
    assert broken == []
    assert tab.faults == []
    assert tab.foreign(home) == []


def test_every_page_opens_without_a_word_on_the_console(tab: Watched, http: str, site: Path) -> None:
    for page in sorted(site.rglob("*.html")):
        tab.page.goto(http + page.relative_to(site).as_posix())
        assert tab.page.locator("h1").count() == 1, page
    assert tab.faults == []
    assert tab.foreign(http) == []


def ask(page: Page, query: str) -> list[str]:
    page.fill("#q", query)
    page.press("#q", "Enter")
    page.wait_for_selector("#results[aria-busy=false]", state="attached")
    return page.locator("#results .headline").all_inner_texts()


def test_an_article_is_found_by_searching(tab: Watched, home: str) -> None:
    tab.page.goto(home + "index.html")
    tab.page.keyboard.press("/")
    tab.page.wait_for_url("**/search.html*")
    title = "Rakernas Apeksi Momentum Belajar Bersama Membangun Kota Kreatif"
    for query in (
        "rakernas",
        "pembelajaran bersama",
        "apek",
        "rakernaz",
        '"membangun kota kreatif"',
        "orang:anton media:sindo",
    ):
        assert title in ask(tab.page, query), query
    assert ask(tab.page, "tahun:2017") == [title]
    tab.page.click("#results .headline a")
    tab.page.wait_for_url("**/2017/07/20/*.html")
    assert tab.page.inner_text("h1") == title
    assert tab.faults == []
    assert tab.foreign(home) == []


def test_a_search_can_be_sent_as_an_address(tab: Watched, home: str) -> None:
    tab.page.goto(home + "search.html?q=bekasi")
    tab.page.wait_for_selector("#results mark")
    assert tab.page.locator("#results .card").count() == 1
    assert tab.page.inner_text("#status") == "1 artikel"
    assert tab.faults == []


def test_what_was_cut_from_an_article_is_not_found(tab: Watched, http: str) -> None:
    tab.page.goto(http + "search.html")
    for noise in ("akismet", "teroris", "kanjuruhan", "rendering"):
        assert ask(tab.page, noise) == [], noise


def test_reading_and_going_about_need_no_script(tab_without_scripts: Watched, home: str) -> None:
    page = tab_without_scripts.page
    page.goto(home + "index.html")
    page.locator("main .headline a").first.click()
    assert "Kota Malang" in page.inner_text("main")
    assert len(page.inner_text("main")) > 1_500
    for label in ("Arsip", "Linimasa", "Media", "Orang", "Tag", "Cari", "Tentang"):
        page.get_by_role("navigation").get_by_role("link", name=label, exact=True).first.click()
        assert page.locator("h1").inner_text()
    page.goto(home + "search.html")
    assert page.locator("#browse .card").count() == 5
    assert tab_without_scripts.faults == []


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """Run ``kliping serve`` on any free port; gives its address."""
    command = [sys.executable, "-u", "-m", "kliping", "-C", str(root), "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment()) as server:
        assert server.stderr
        try:
            said = ""
            for line in server.stderr:
                said += line
                if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                    yield found[0]
                    break
            else:
                raise AssertionError(said)
        finally:
            server.send_signal(signal.SIGINT)
            server.stderr.read()


def test_a_page_reloads_when_its_article_changes(tab: Watched, tmp_path: Path) -> None:
    seed = tmp_path / "seeds" / "pasar.txt"
    seed.parent.mkdir()
    text = (ROOT / "seeds" / "003_283c1dc6e7b000ee.txt").read_text("utf-8")
    seed.write_text(text, "utf-8")
    with serving(tmp_path) as address:
        with tab.page.expect_response("**/events"):
            tab.page.goto(address)
        with tab.page.expect_response("**/events"):
            tab.page.locator("main .headline a").first.click()
        draft = tmp_path / "seeds" / "pasar.txt~"
        draft.write_text(text.replace("membuka dan menjadi", "berhalangan menjadi"), "utf-8")
        draft.replace(seed)
        tab.page.get_by_text("berhalangan menjadi narasumber").first.wait_for()
    assert [fault for fault in tab.faults if "__kliping__" not in fault] == []


def test_the_english_site_searches_in_english(tab: Watched, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "kliping.yaml").write_text("language: en\n")
    (tmp_path / "seeds" / "a.txt").write_bytes((ROOT / "seeds" / "004_d7630a40cfa0202d.txt").read_bytes())
    command = [sys.executable, "-m", "kliping", "-C", str(tmp_path), "-q", "build"]
    assert subprocess.run(command, env=environment()).returncode == 0
    tab.page.goto((tmp_path / "public" / "search.html").as_uri())
    assert len(ask(tab.page, "kreatip ")) == 1
    assert tab.page.inner_text("#status") == "No word “kreatip”; searched for what is near it: kreatif. 1 article"
    assert tab.faults == []
