"""The timeline's pages: how they are cut, filtered and drawn, and that every event has its place on one."""

from dataclasses import replace

from newsroom import SETTINGS, record, site, view

from kliping.config import FEATURES
from kliping.model import Event, Record
from kliping.site.events import OF_A_PAGE
from kliping.site.page import Page
from kliping.site.pages.timeline import OUTLETS
from kliping.when import When


def meeting(at: int, start: str, end: str = "", **more: object) -> Record:
    """An article of 2016 that tells one event which no other tells."""
    days = When.parse(start), When.parse(end or start)
    label = f"Rapat nomor{at} perkumpulan{at} digelar."
    return record(f"Berita {at}", "2016-03-24", events=(Event(*days, label, 3),), **more)


def anchors(page: Page) -> list[str]:
    return [row.event.anchor for year in page.view.years for month in year.months for row in month.rows if row.event]


def timelines(pages: dict[str, Page]) -> dict[str, Page]:
    return {path: page for path, page in pages.items() if path.startswith("timeline/")}


def test_an_event_stands_in_one_row_with_its_articles_and_the_day_is_stamped_once() -> None:
    pages = site([meeting(1, "2016-03-23"), meeting(2, "2016-03-23"), record("Lain", "2016-03-23")])
    (year,) = view(pages, "timeline/index.html").years
    (month,) = year.months
    assert [(row.day, bool(row.stamp), bool(row.event), len(row.printed)) for row in month.rows] == [
        ("2016-03-23", True, True, 1),
        ("2016-03-23", False, True, 1),
        ("2016-03-23", False, False, 1),
    ]


def test_a_day_s_stamp_leads_its_articles_where_they_stand_behind_an_event_told_elsewhere() -> None:
    told_later = record("Nanti", "2016-04-01", events=(Event(When(2016, 3, 23), When(2016, 3, 23), "Rapat", 3),))
    march, _ = view(site([told_later, record("Lain", "2016-03-23")]), "timeline/index.html").years[0].months
    assert [(bool(row.stamp), bool(row.event), row.leads) for row in march.rows] == [
        (True, True, True),
        (False, False, False),
    ]


def test_a_report_of_another_month_is_named_in_the_event_s_row() -> None:
    pages = site([meeting(1, "2016-02-23")])
    february, march = view(pages, "timeline/index.html").years[0].months
    assert [card.title for card in february.rows[0].event.sources] == ["Berita 1"]
    assert march.rows[0].event is None


def test_the_overview_draws_twelve_months_and_names_years_left_out() -> None:
    pages = site([meeting(1, "1901-12-23"), meeting(2, "2016-03-23")])
    old, new = view(pages, "timeline/index.html").overview
    assert (old.label, old.happened, old.printed, old.apart) == ("1901", 1, 0, False)
    assert (new.label, new.happened, new.printed, new.apart) == ("2016", 1, 2, True)
    assert (old.above, new.above, new.below) == ("M110 40v-20h8v20z", "M20 40v-20h8v20z", "M20 42v40h8v-40z")


def test_topics_and_the_greatest_outlets_have_timelines_of_their_own() -> None:
    records = [meeting(at, "2016-03-23", outlet=f"Harian {at:03d}", topics=("ekraf",)) for at in range(40)]
    records.append(meeting(99, "2016-03-23", outlet="Harian 000"))
    pages = site(records)
    outlets = [path for path in pages if path.startswith("timeline/outlets/")]
    assert len(outlets) == OUTLETS
    own = view(pages, "timeline/outlets/harian-000.html")
    assert own.figures == "2 peristiwa, 2 artikel"
    assert [link.count for link in own.outlets[:3]] == [0, 2, 1]
    assert [link.label for link in own.outlets[1:]] == [f"Harian {at:03d}" for at in range(OUTLETS)]
    assert view(pages, "timeline/ekraf.html").figures == "40 peristiwa, 40 artikel"


def test_a_great_year_s_months_have_pages_and_every_event_is_on_the_page_it_says() -> None:
    records = [meeting(at, f"2016-{1 + at % 2:02d}-{1 + at % 28:02d}") for at in range(2 * OF_A_PAGE + 60)]
    records += [meeting(9999, "2016"), meeting(9998, "2015-05")]
    pages = site(records)
    assert {"timeline/2016/01.html", "timeline/2016/01-2.html", "timeline/2016/02.html"} <= pages.keys()
    for made in (event for page in pages.values() if page.renderer == "article.html" for event in page.view.events):
        path, _, anchor = made.path.partition("#")
        assert anchor in anchors(pages[path])
    assert max(len(anchors(page)) for page in timelines(pages).values()) <= OF_A_PAGE
    january = view(pages, "timeline/2016/01.html")
    assert january.older is None
    assert january.newer.path == "timeline/2016/01-2.html"


def test_every_page_of_a_long_timeline_leads_to_its_neighbours() -> None:
    records = [meeting(at, f"{2010 + at % 3}-03-{1 + at % 28:02d}") for at in range(400)]
    year = view(site(records), "timeline/2011/index.html")
    assert (year.older.path, year.newer.path) == ("timeline/2010/index.html", "timeline/2012/index.html")
    assert [(link.label, link.path) for link in year.months] == [("Mar", "#m2011-03")]
    assert year.line == "timeline/index.html"


def test_a_new_article_rewrites_no_page_of_another_year() -> None:
    records = [meeting(at, f"{2010 + at % 3}-03-{1 + at % 28:02d}", outlet="MC") for at in range(400)]
    before, after = (
        {path: page.view for path, page in timelines(site(made)).items()}
        for made in (records, [*records, meeting(999, "2012-05-01", outlet="MC")])
    )
    assert {path for path in before if before[path] != after[path]} == {
        "timeline/index.html", "timeline/outlets/mc.html", "timeline/2012/index.html", "timeline/2016/index.html",
        "timeline/outlets/mc/2012/index.html", "timeline/outlets/mc/2016/index.html",
    }  # fmt: skip


def test_without_events_nothing_of_the_timeline_is_made() -> None:
    settings = replace(SETTINGS, features=frozenset(FEATURES) - {"events"})
    pages = site([meeting(1, "2016-03-23")], settings)
    assert not [path for path in pages if "timeline" in path]
    assert "timeline" not in repr(pages["about.html"].view.data)
    (article,) = (page for page in pages.values() if page.renderer == "article.html")
    assert article.view.events == ()
