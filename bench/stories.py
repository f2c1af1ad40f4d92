"""How well planted reprints are found, and that finding them takes time in proportion to the articles.

    python bench/stories.py            all three
    python bench/stories.py quality [MAKINGS] | cost | scale [SIZE …]

Quality is told in pairs of articles that tell the same news, over archives of two thousand with three hundred reprints
(``tests/maker``); each making is another. Scale is told for archives in which every sentence stands in hundreds of
articles, which is the hard case, and one article in seven is a reprint.
"""

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from maker.planted import Planted, plant  # noqa: E402
from maker.retold import Told  # noqa: E402

from kliping.config import Settings  # noqa: E402
from kliping.model import Article, Record  # noqa: E402
from kliping.site.catalogue import in_order  # noqa: E402
from kliping.site.compose import compose  # noqa: E402
from kliping.site.stories.grouping import group  # noqa: E402
from kliping.site.stories.prints import fingerprint  # noqa: E402
from kliping.when import When  # noqa: E402

SETTINGS = Settings(features=frozenset({"stories"}))
MAKINGS = 10
SIZES = (1_000, 10_000, 100_000)
SENTENCES = 6_000
"""All sentences there are in an archive made for scale."""
REPRINTED = 7
"""One article in so many is a reprint."""
ROUNDS = 7


def quality(makings: int = MAKINGS) -> None:
    """Print precision and recall for several makings."""
    print("making   pairs   found  precision  recall  follow-ups found of all")
    for number in range(makings):
        planted = plant(number)
        found, follow_ups = _found(planted)
        pairs = planted.pairs()
        hits = len(found & pairs)
        told = [article.follows for article in planted.articles]
        rightly = sum(told[later] >= 0 and told[later] == planted.articles[first].story for later, first in follow_ups)
        print(
            f"{number:6} {len(pairs):7} {len(found):7} {hits / len(found):10.4f} {hits / len(pairs):7.4f}"
            f"  {rightly} of {sum(follows >= 0 for follows in told)}, {len(follow_ups) - rightly} others"
        )


def _found(planted: Planted) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    articles = in_order(_composed(told, place) for place, told in enumerate(planted.articles))
    stories = group(articles)
    number = [int(article.id) for article in articles]
    pairs = {
        tuple(sorted((number[one], number[other])))
        for story in stories.stories
        for one, other in combinations(story, 2)
    }
    return pairs, {(number[later], number[earlier]) for later, earlier in stories.follow_ups}


def _composed(told: Told, place: int) -> Article:
    record = Record(title=told.title, body=told.body, date=When.of(told.day), outlet=told.outlet, tags=told.tags)
    return compose(record, f"records/{place}.md", None, SETTINGS)


def cost() -> None:
    """Print what the fingerprint of an article of about 3 KB costs."""
    texts = [path.read_text("utf-8", "replace").split("\n") for path in sorted((ROOT / "tests/articles").glob("*.txt"))]
    texts = [text for text in texts if 2500 <= len("\n".join(text)) <= 3600]
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in texts:
            fingerprint(text)
        best = min(best, time.process_time() - start)
    print(f"fingerprint: {best / len(texts) * 1e6:.0f} µs an article ({len(texts)} articles of about 3 KB)")


def scale(sizes: tuple[int, ...] = SIZES) -> None:
    """Print seconds of processor time and peak memory for each size, each in a process of its own."""
    print("articles  fingerprints s  stories s  µs an article  memory before MB  at most MB  stories")
    for size in sizes:
        subprocess.run([sys.executable, __file__, "one", str(size)], check=True)


def one(size: int) -> None:
    """Measure one size."""
    spent = 0.0
    articles = []
    for place, (printed, text) in enumerate(_archive(size)):
        before = time.process_time()
        found = fingerprint(text)
        spent += time.process_time() - before
        record = Record(title=f"Judul {place}", body="", date=printed)
        articles.append(Article(record, "", str(place), f"{place:06}.html", "", "", "", 0, fingerprint=found))
    articles.sort(key=lambda article: (article.record.date.key() if article.record.date else (), article.path))
    memory = _peak()
    start = time.process_time()
    stories = group(articles)
    seconds = time.process_time() - start
    print(
        f"{size:8} {spent:15.2f} {seconds:10.2f} {seconds / size * 1e6:14.0f} {memory:17.0f} {_peak():11.0f}"
        f"  {len(stories.stories)}"
    )


def _archive(size: int) -> Iterator[tuple[When, list[str]]]:
    """Yield articles of sentences that many share; one in seven is an earlier one, cut and with a lead of its own."""
    chance = random.Random(7)  # noqa: S311
    words = [
        "".join(
            chance.choice(("ba", "ku", "ri", "ta", "mo", "le", "si", "ng", "pa", "du"))
            for _ in range(chance.randint(2, 4))
        )
        for _ in range(2000)
    ]
    sentences = [" ".join(chance.choices(words, k=chance.randint(7, 17))) for _ in range(SENTENCES)]
    last: list[tuple[date, list[str]]] = []
    for place in range(size):
        if last and place % REPRINTED == 0:
            day, text = chance.choice(last)
            kept = [" ".join(chance.choices(sentences, k=3)), *text[1 : max(4, len(text) - chance.randint(0, 3))]]
            yield When.of(day + timedelta(days=chance.randint(0, 2))), kept
            continue
        day = date(2010, 1, 1) + timedelta(days=chance.randrange(5000))
        text = [" ".join(chance.choices(sentences, k=chance.randint(3, 4))) for _ in range(chance.randint(6, 12))]
        last = [*last[-50:], (day, text)]
        yield When.of(day), text


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    wanted, numbers = sys.argv[1:2], tuple(map(int, sys.argv[2:]))
    if wanted == ["one"]:
        one(*numbers)
    if wanted in ([], ["quality"]):
        quality(*numbers[:1])
    if wanted in ([], ["cost"]):
        cost()
    if wanted in ([], ["scale"]):
        scale(numbers or SIZES)
