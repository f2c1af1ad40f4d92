"""What is decided over the whole archive costs time in proportion to its articles, and text of any kind likewise.

    python bench/archive.py [1000 10000 …]     seconds for tags and related articles, and for each article
    python bench/archive.py hostile            seconds for the candidates of long texts, and twice as long ones
    python bench/archive.py stable             how many articles' tags move when one article is taken away

The archive is made of candidates that are as unevenly spread as words are; ``stable`` reads the tests' articles.
"""

import random
import sys
import time
from pathlib import Path

from kliping.annotate.candidates import find_candidates
from kliping.config import Settings
from kliping.model import Article, Candidate, Record, Seed
from kliping.parse import ParseOptions, parse
from kliping.site.compose import compose
from kliping.site.related import related
from kliping.site.tagging import tagged
from kliping.site.terms import Index, people_index, tag_index

ROOT = Path(__file__).parents[1]
SIZES = (1_000, 10_000, 100_000)
CANDIDATES, PEOPLE = 12, 3
HOSTILE = ("a ", "Aa ", "Aa bb ", "aa bb cc. ", "AAA ", "Aa (AAA) ", "Aa 2016 ", "aa-aa ", "kotanya ", "Dinas Aa dan ")
LONG = 20_000
"""Units of a hostile text."""


def made(size: int) -> list[Article]:
    """Return an archive: few things are in many articles, most in one or two."""
    chance = random.Random(1)  # noqa: S311 - the same archive each time, no secret
    articles = []
    for at in range(size):
        numbers = {min(int(chance.paretovariate(0.6)), 20 * size) for _ in range(CANDIDATES)}
        tags = tuple(Candidate(f"hal {n}", f"hal {n}", f"hal {n}", "", n % 4) for n in sorted(numbers, reverse=True))
        people = tuple(f"Orang {int(chance.paretovariate(0.5)) % size}" for _ in range(PEOPLE))
        record = Record(f"Judul tentang perkara{at % 97} dan urusan{at % 5003}", "", people=people)
        articles.append(Article(record, str(at), str(at), str(at), "", "", "", 1, candidates=tags))
    return articles


def sizes(chosen: tuple[int, ...]) -> None:
    """Print the time of each step for archives of different sizes."""
    for size in chosen:
        archive, settings = made(size), Settings()
        began = time.process_time()
        ready = tagged(archive)
        tags = time.process_time() - began
        people, terms = people_index(ready, settings), tag_index(ready)
        began = time.process_time()
        related(ready, people, terms, Index((), ((),) * size))
        near = time.process_time() - began
        print(f"{size:>7} articles: tags {tags:6.2f} s ({1e6 * tags / size:4.0f} µs each),"
              f" related {near:6.2f} s ({1e6 * near / size:4.0f} µs each)")  # fmt: skip


def hostile() -> None:
    """Print how long the candidates of a text take, and of twice the text."""
    for unit in HOSTILE:
        times = []
        for length in (LONG, 2 * LONG):
            began = time.process_time()
            find_candidates("Aa bb", [unit * length], (), (), ())
            times.append(time.process_time() - began)
        print(f"{unit!r:>16}: {times[0]:.2f} s, twice as long {times[1]:.2f} s")


def stable() -> None:
    """Print how many of the other articles' tags change when one is taken away."""
    archive = []
    for path in sorted((ROOT / "tests/articles").glob("*.txt")):
        record = parse(Seed(path.name, path.read_bytes()), ParseOptions()).record
        if record:
            archive.append(compose(record, path.name, None, Settings()))
    whole = {article.id: article.record.tags for article in tagged(archive)}
    moved = [
        sum(article.record.tags != whole[article.id] for article in tagged(archive[:at] + archive[at + 1 :]))
        for at in range(0, len(archive), 4)
    ]
    print(f"{len(archive)} articles: {sum(moved) / len(moved):.2f} others on average, {max(moved)} at most")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["hostile"]:
            hostile()
        case ["stable"]:
            stable()
        case numbers:
            sizes(tuple(map(int, numbers)) or SIZES)
