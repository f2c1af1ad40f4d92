"""A site of as many articles as are wanted, built and timed."""

import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from gzip import compress
from hashlib import sha256
from pathlib import Path
from random import Random

from kliping import frontmatter
from kliping.build.articles import compose_all
from kliping.build.records import update_records
from kliping.build.sources import pair, read_sources
from kliping.build.store import Store
from kliping.build.work import Workers
from kliping.config import Settings
from kliping.model import Article, Record, Seed
from kliping.parse import ParseOptions, parse
from kliping.site.cards import make_cards
from kliping.site.catalogue import catalogue
from kliping.site.search import index_pages
from kliping.site.search.places import places, searched
from kliping.when import When

ROOT = Path(__file__).parents[1]
SETTINGS = "title: Bangku uji\nlanguage: id\n"
SYLLABLES = [first + second for first in "bdgjklmnprstw" for second in "aiou"]
PARAGRAPHS = 24
"""Of an article that is put together: some 3 KB, as printed articles have."""


@dataclass(frozen=True, slots=True)
class Built:
    """The site's articles, and what it cost."""

    articles: tuple[Article, ...]
    text: int
    build_seconds: float
    index_seconds: float
    """Both with one process, the build with nothing kept from before."""
    megabytes: float
    index_files: int
    index_bytes: int
    index_packed: int


def build_site(root: Path, count: int) -> Built:
    """Write records for that many articles below the folder and build the site from them."""
    (root / "records").mkdir(parents=True, exist_ok=True)
    (root / "kliping.yaml").write_text(SETTINGS, "utf-8")
    for number, record in enumerate(records(count)):
        (root / "records" / f"{number:06d}.md").write_text(frontmatter.dump(record), "utf-8")
    begun = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    subprocess.run(
        [sys.executable, "-m", "kliping", "-C", root, "-q", "build", "-j", "1"], check=False, env=environment
    )
    seconds = time.perf_counter() - begun
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    articles = _articles(root)
    index = [path.read_bytes() for path in sorted((root / "public" / "search").iterdir())]
    return Built(
        articles,
        sum(len(article.text) for article in articles),
        seconds,
        _index_seconds(articles),
        megabytes,
        len(index),
        sum(map(len, index)),
        sum(len(compress(data)) for data in index),
    )


def records(count: int) -> Iterator[Record]:
    """Yield the records of the written articles, then of ones put together, as many as are wanted."""
    written = [_record(path) for path in sorted((ROOT / "tests" / "articles").glob("*.txt"))]
    written = [record for record in written if record and record.title and record.body][:count]
    yield from written
    paragraphs = [text for record in written for text in record.body.split("\n\n") if len(text) > 60]
    random = Random(7)  # noqa: S311
    for _ in range(count - len(written)):
        yield _compiled(random, paragraphs, random.choice(written))


def _record(path: Path) -> Record | None:
    record = parse(Seed(path.name, path.read_bytes()), ParseOptions()).record
    return record and replace(record, seed="", provenance={}, lang="")


def _compiled(random: Random, paragraphs: list[str], like: Record) -> Record:
    chosen = [random.choice(paragraphs) for _ in range(PARAGRAPHS)]
    sentence = [word for word in re.findall(r"[^\W\d_]+", random.choice(chosen)) if len(word) > 2]
    person = f"{_invented(random)} {_invented(random)}"
    title = " ".join([*sentence[:6], _invented(random)])
    body = "\n\n".join([*chosen, f"Demikian dikatakan {person}, warga {_invented(random)}."])
    date = When(random.randint(2010, 2025), random.randint(1, 12), random.randint(1, 28))
    people = (*(name for name in like.people if name in body), person)
    return Record(title, body, date=date, outlet=like.outlet, topics=like.topics, people=people, tags=like.tags)


def _invented(random: Random) -> str:
    return "".join(random.choice(SYLLABLES) for _ in range(random.choice((2, 3, 3)))).capitalize()


def _articles(root: Path) -> tuple[Article, ...]:
    settings = Settings()
    sources = read_sources(root, settings)
    store, workers = Store(root, enabled=False), Workers(1)
    updated = update_records(root, settings, sources, pair(sources, settings), store, workers)
    articles, _ = compose_all(updated.entries, settings, store, workers)
    return catalogue(articles, settings).articles


def _index_seconds(articles: tuple[Article, ...]) -> float:
    settings = Settings()
    archive = catalogue(articles, settings)
    cards = make_cards(archive, settings.language)
    begun = time.perf_counter()
    for article in articles:
        places(searched(article.text, article.record.captions))
    for page in index_pages(archive, settings, cards):
        sha256(page.view.encode())
    return time.perf_counter() - begun
