"""The timeline as a reader uses it, without scripts."""

from watching import Watched


def shown(page: Watched, part: str) -> int:
    return page.page.locator(f"#spine {part}:visible").count()


def test_a_reader_chooses_events_or_articles_without_scripts(tab_without_scripts: Watched, http: str) -> None:
    page = tab_without_scripts.page
    page.goto(f"{http}timeline/index.html")
    events, articles = shown(tab_without_scripts, ".happened"), shown(tab_without_scripts, ".printed")
    assert min(events, articles) > 0
    page.get_by_label("Terbitan", exact=True).check()
    assert shown(tab_without_scripts, ".happened") == 0
    assert shown(tab_without_scripts, ".printed") == articles
    page.get_by_label("Peristiwa", exact=True).check()
    assert shown(tab_without_scripts, ".happened") == events
    assert page.locator("#spine .row:not(:has(.happened)):visible").count() == 0


def test_an_article_s_event_leads_to_its_place_on_the_timeline(tab_without_scripts: Watched, home: str) -> None:
    page = tab_without_scripts.page
    page.goto(f"{home}2016/03/23/kominfo-kota-malang-gelorakan-kota-kreatif.html")
    page.locator("section[aria-labelledby=events] .source a").first.click()
    target = page.locator(".happened:target")
    assert target.count() == 1
    assert "Sukun" in target.inner_text()


def test_a_topic_s_timeline_is_one_link_away_and_back(tab_without_scripts: Watched, home: str) -> None:
    page = tab_without_scripts.page
    page.goto(f"{home}timeline/index.html")
    topics = page.get_by_role("navigation", name="Topik", exact=True)
    topics.get_by_role("link").nth(1).click()
    assert "timeline/" in page.url
    assert page.get_by_role("navigation", name="Topik", exact=True).locator("[aria-current]").count() == 1
    page.get_by_role("navigation", name="Topik", exact=True).get_by_role("link").first.click()
    assert page.url == f"{home}timeline/index.html"


def test_with_scripts_an_outlet_comes_in_place_and_back_leads_back(tab: Watched, http: str) -> None:
    page = tab.page
    page.goto(f"{http}timeline/index.html")
    events = shown(tab, ".happened")
    page.get_by_label("Peristiwa", exact=True).check()
    before = len(tab.requests)
    page.get_by_role("navigation", name="Media", exact=True).get_by_role("link").nth(1).click()
    page.locator("#main:focus").wait_for()
    assert not page.url.endswith("timeline/index.html")
    assert page.get_by_label("Peristiwa", exact=True).is_checked()
    assert 0 < shown(tab, ".happened") < events
    assert [url for url in tab.requests[before:] if not url.endswith(".svg")] == [page.url]
    page.locator(".masthead a").first.click()
    page.wait_for_url("**/index.html")
    page.go_back()
    page.go_back()
    page.wait_for_url("**/timeline/index.html")
    page.locator("#spine .happened").nth(events - 1).wait_for()
    assert shown(tab, ".happened") == events
    assert tab.faults == []
