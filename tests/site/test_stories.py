"""Which articles are one story: cases of what outlets do with a text, and laws."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maker.planted import plant
from maker.retold import EDITS, Edit, Told, chance, fresh, press_release, report
from maker.story import load

from kliping.config import Settings
from kliping.model import Article, Record
from kliping.site.catalogue import in_order
from kliping.site.compose import compose
from kliping.site.stories.figures import read
from kliping.site.stories.grouping import Stories, group
from kliping.site.stories.prints import fingerprint
from kliping.when import When

SETTINGS = Settings(features=frozenset({"stories"}))


def composed(told: Told, name: str) -> Article:
    record = Record(
        title=told.title, body=told.body, date=When.of(told.day), outlet=told.outlet, tags=told.tags, slug=name
    )
    return compose(record, f"records/{name}.md", None, SETTINGS)


def archive(*told: Told) -> tuple[Article, ...]:
    return in_order(composed(article, f"a{place}") for place, article in enumerate(told))


def named(articles: Sequence[Article], stories: Stories) -> set[frozenset[str]]:
    return {frozenset(articles[place].id for place in story) for story in stories.stories}


def together(*told: Told) -> set[frozenset[str]]:
    """The stories of some articles, each a set of their names: a0, a1 …"""
    articles = archive(*told)
    return named(articles, group(articles))


def news(number: int) -> Told:
    """One article of some length."""
    return press_release(chance(number), number, 0)[0]


def elsewhere(told: Told, *paragraphs: str, days: int = 0) -> Told:
    """The same day's or a later article of another outlet, with these paragraphs."""
    return replace(
        told, title="Judul yang lain sama sekali", paragraphs=paragraphs, outlet="X", day=told.day + timedelta(days)
    )


BOTH = {frozenset({"a0", "a1"})}


def test_a_copy_under_another_headline_is_the_same_story() -> None:
    first = news(1)
    assert together(first, elsewhere(first, *first.paragraphs, days=2), news(2)) == BOTH


def test_a_copy_is_known_however_late_and_however_short() -> None:
    first = replace(
        news(1),
        paragraphs=(
            "Jembatan gantung di Kampung Sawah putus diterjang banjir bandang tadi malam, \
tiga warga yang melintas dilaporkan selamat dan sedang dirawat di puskesmas.",
        ),
    )
    assert together(first, elsewhere(first, *first.paragraphs, days=900)) == BOTH


@pytest.mark.parametrize("edit", [edit for edit, _ in EDITS], ids=lambda edit: edit.__name__)
@pytest.mark.parametrize("number", range(5))
def test_what_one_desk_does_to_a_text_leaves_it_the_same_story(edit: Edit, number: int) -> None:
    first = news(number)
    edited = edit(chance(number), list(first.paragraphs))
    assert together(first, elsewhere(first, *edited, days=1), news(number + 50)) == BOTH


def test_two_reprints_that_were_cut_differently_meet_in_the_whole_text() -> None:
    first = news(4)
    half = len(first.paragraphs) // 2 + 1
    made = together(first, elsewhere(first, *first.paragraphs[:half]), elsewhere(first, *first.paragraphs[-half:]))
    assert made == {frozenset({"a0", "a1", "a2"})}


@pytest.mark.parametrize("form", load("house_style.yaml")["forms"], ids=lambda form: form[0])
@pytest.mark.parametrize("days", [0, 1, 7, 30])
def test_a_form_filled_in_anew_is_other_news(form: list[str], days: int) -> None:
    dice = chance(days)
    day = date(2024, 3, 4)
    first, second = report(dice, form, day), report(dice, form, day + timedelta(days))
    assert together(first, second) == set()


@pytest.mark.parametrize("law", load("house_style.yaml")["laws"], ids=["hutan", "informasi"])
def test_articles_that_quote_the_same_law_at_length_are_two(law: str) -> None:
    first, second = news(1), news(2)
    told = [replace(one, paragraphs=(*one.paragraphs[:2], law), day=first.day) for one in (first, second)]
    assert together(*told) == set()


@pytest.mark.parametrize("footer", load("house_style.yaml")["footers"], ids=["ikuti", "hak cipta"])
def test_no_footer_makes_a_story_of_stubs_and_strangers(footer: str) -> None:
    strangers = [news(number) for number in range(20)]
    stubs = [replace(one, paragraphs=(one.paragraphs[0][:90], footer)) for one in strangers[:10]]
    long = [replace(one, paragraphs=(*one.paragraphs, footer)) for one in strangers[10:]]
    assert together(*stubs, *long) == set()


def test_a_notice_in_place_of_many_texts_is_no_story() -> None:
    notice = (
        "Artikel ini hanya dapat dibaca pelanggan. Silakan masuk atau berlangganan lewat aplikasi resmi kami sekarang."
    )
    assert together(*(replace(news(number), paragraphs=(notice,)) for number in range(20))) == set()


def test_a_round_up_joins_none_of_its_stories() -> None:
    told = [replace(news(number), day=date(2024, 5, 1)) for number in range(4)]
    day = elsewhere(told[0], *(text for one in told for text in one.paragraphs[:2]))
    assert together(*told, day) == set()


def test_a_follow_up_is_linked_by_date_and_not_merged() -> None:
    first = news(3)
    later = replace(
        news(9), paragraphs=(*news(9).paragraphs, first.paragraphs[1]), day=first.day + timedelta(9), tags=first.tags
    )
    articles = archive(later, first)
    stories = group(articles)
    assert stories.stories == ()
    assert [(articles[one].id, articles[other].id) for one, other in stories.follow_ups] == [("a0", "a1")]


def test_news_of_other_things_follows_nothing_up() -> None:
    first = news(3)
    later = replace(news(9), paragraphs=(*news(9).paragraphs, first.paragraphs[1]), day=first.day + timedelta(9))
    assert group(archive(later, first)).follow_ups == ()


def test_an_article_without_a_text_is_in_no_story() -> None:
    empty = replace(news(1), paragraphs=())
    assert together(empty, empty, empty) == set()


def test_the_stories_of_undated_articles_are_found_too() -> None:
    first = news(1)
    articles = [composed(first, "a0"), composed(elsewhere(first, *first.paragraphs[:-1]), "a1")]
    undated = in_order(replace(one, record=replace(one.record, date=None)) for one in articles)
    assert named(undated, group(undated)) == BOTH


def test_a_story_opens_with_its_oldest_and_of_these_its_longest() -> None:
    first = news(2)
    same_day, later = elsewhere(first, *first.paragraphs[:-1]), elsewhere(first, *first.paragraphs, days=1)
    articles = archive(later, same_day, first)
    (story,) = group(articles).stories
    assert [articles[place].id for place in story] == ["a2", "a1", "a0"]


@pytest.mark.parametrize("number", range(2))
def test_planted_reprints_are_found_and_hardly_anything_else(number: int) -> None:
    planted = plant(number, size=600, reprints=90)
    articles = archive(*planted.articles)
    found = {
        tuple(sorted(int(articles[place].id[1:]) for place in pair))
        for story in group(articles).stories
        for pair in combinations(story, 2)
    }
    right = len(found & planted.pairs())
    assert right >= 0.99 * len(found)
    assert right >= 0.95 * len(planted.pairs())


ARCHIVES = st.integers(0, 10**6).map(
    lambda number: [told for part in range(3) for told in press_release(chance(number + part), part, part)]
)


@settings(max_examples=25, deadline=None)
@given(ARCHIVES, st.randoms())
def test_the_order_in_which_articles_come_changes_no_story(told: list[Told], dice: Random) -> None:
    articles = [composed(one, f"a{place}") for place, one in enumerate(told)]
    shuffled = list(articles)
    dice.shuffle(shuffled)
    one, other = in_order(articles), in_order(shuffled)
    assert one == other
    assert group(one) == group(other)


@settings(max_examples=25, deadline=None)
@given(ARCHIVES, st.integers(10**7, 10**8))
def test_an_unrelated_article_changes_no_story(told: list[Told], number: int) -> None:
    before = archive(*told)
    after = archive(*told, fresh(chance(number)))
    assert named(after, group(after)) == named(before, group(before))


@settings(max_examples=25, deadline=None)
@given(ARCHIVES, st.data())
def test_a_copy_always_joins(told: list[Told], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(told) - 1))
    copy = elsewhere(told[place], *told[place].paragraphs, days=data.draw(st.integers(-1000, 1000)))
    stories = together(*told, copy)
    assert any({f"a{place}", f"a{len(told)}"} <= story for story in stories)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("12",), ("dua", "belas")),
        (("250",), ("dua", "ratus", "lima", "puluh")),
        (("1.250",), ("seribu", "dua", "ratus", "lima", "puluh")),
        (("2.500.000",), ("2,5", "juta")),
        (("2,5 jt",), ("2,5", "juta")),
        (("45rb",), ("45.000",)),
        (("15",), ("lima", "belas")),
        (("100",), ("seratus",)),
        (("3,000",), ("three", "thousand")),
        (("21.",), ("twenty", "one")),
    ],
)
def test_a_number_is_the_same_however_it_is_written(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert read(one, "") == read(other, "")


@pytest.mark.parametrize(
    ("parts", "behind", "dated"),
    [
        (("3",), "juni", True),
        (("3/6",), "", True),
        (("2024",), "", True),
        (("10.00",), "wib", True),
        (("30",), "ton", False),
    ],
)
def test_dates_and_times_are_told_from_figures(parts: tuple[str, ...], behind: str, *, dated: bool) -> None:
    assert read(parts, behind)[1] is dated


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(), max_size=6))
def test_any_text_has_a_print_and_always_the_same(paragraphs: list[str]) -> None:
    assert fingerprint(paragraphs) == fingerprint(list(paragraphs))
