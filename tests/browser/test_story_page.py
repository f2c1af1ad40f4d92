"""A story's page as a reader meets it: from the article to the comparison and back, on any width."""

import subprocess
import sys
from pathlib import Path

import pytest
from maker.planted import plant
from watching import Watched, environment


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a site on which some articles were printed again."""
    root = tmp_path_factory.mktemp("banding")
    (root / "records").mkdir()
    for place, told in enumerate(plant(1, size=60, reprints=30).articles):
        head = f'title: "{told.title.replace(chr(34), "")}"\ndate: {told.day}\noutlet: {told.outlet}\n'
        (root / "records" / f"{place:03}.md").write_text(f"---\n{head}---\n\n{told.body}\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "kliping", "-C", root, "build"], capture_output=True, text=True, env=environment()
    )
    assert done.returncode == 0, done.stderr
    return root / "public"


def test_a_reader_comes_from_the_menu_to_a_story_and_on_to_an_article_and_back(tab: Watched, compared: Path) -> None:
    page = tab.page
    page.goto((compared / "index.html").as_uri())
    page.get_by_role("link", name="Bandingan", exact=True).click()
    headline = page.locator("ol.cards h2 a").first
    title = headline.inner_text()
    headline.click()
    assert page.locator("h1").inner_text() == title
    story = page.url
    page.locator(".printings h2 a").last.click()
    page.get_by_role("link", name="Bandingkan naskahnya").click()
    assert page.url == story
    assert tab.faults == []


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_a_story_never_scrolls_sideways(tab: Watched, compared: Path, width: int) -> None:
    tab.page.set_viewport_size({"width": width, "height": 800})
    for path in sorted((compared / "stories").rglob("*.html"))[:8]:
        tab.page.goto(path.as_uri())
        assert tab.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path.name
