"""Whole archives with planted reprints, and with all that looks like reprints and is none."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations
from random import Random

from maker.retold import Told, chance, follow_up, fresh, own_paragraph, press_release, report
from maker.story import load

AT_MOST = 4
"""Reprints of one piece of news."""


@dataclass(frozen=True)
class Planted:
    """An archive in no order."""

    articles: tuple[Told, ...]

    def pairs(self) -> set[tuple[int, int]]:
        """Return the places of every two articles that tell the same news."""
        told: dict[int, list[int]] = {}
        for place, article in enumerate(self.articles):
            if article.story >= 0:
                told.setdefault(article.story, []).append(place)
        return {pair for places in told.values() for pair in combinations(places, 2)}


def plant(number: int, size: int = 2000, reprints: int = 300) -> Planted:
    """Make an archive of that size; the same number always makes the same."""
    random = chance(number)
    made: list[Told] = []
    story = 0
    while reprints:
        count = min(reprints, random.choice((1, 1, 1, 2, 2, 3, AT_MOST)))
        made += press_release(random, story, count)
        reprints -= count
        story += 1
    made += list(_lookalikes(random, made, size // 10))
    made = made[:size]
    made += [fresh(random) for _ in range(size - len(made))]
    made = [_with_footer(random, told) for told in made]
    random.shuffle(made)
    return Planted(tuple(made))


def _lookalikes(random: Random, told: list[Told], count: int) -> Iterator[Told]:
    """Yield what is not the same news, though it shares sentences."""
    words = load("house_style.yaml")
    first = fresh(random).day
    for form in words["forms"]:
        for month in range(count // 20):
            printed = first + timedelta(days=month * random.choice((1, 7, 30, 30)))
            yield report(random, form, printed)
    yield from (follow_up(random, random.choice(told)) for _ in range(count // 4))
    for law in words["laws"]:
        for _ in range(count // 20):
            news = fresh(random)
            yield replace(news, paragraphs=(*news.paragraphs[:2], law, *news.paragraphs[2:4]))
    by_day = sorted({one.story: one for one in told if one.story >= 0}.values(), key=lambda one: one.day)
    for start in random.sample(range(len(by_day) - 4), count // 20):
        several = by_day[start : start + 4]
        briefly = tuple(text for one in several for text in one.paragraphs[:2])
        yield replace(fresh(random), paragraphs=briefly, day=several[-1].day)
    for _ in range(count // 5):
        news = fresh(random)
        stub = " ".join(own_paragraph(random).split()[:20])
        yield replace(news, paragraphs=(stub, random.choice(words["footers"])))


def _with_footer(random: Random, told: Told) -> Told:
    if random.random() > 0.1:
        return told
    return replace(told, paragraphs=(*told.paragraphs, random.choice(load("house_style.yaml")["footers"])))
