"""What the site's topics take, and what topics it could have, for ``kliping topics``; writes nothing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kliping import frontmatter
from kliping.annotate.topic_ideas import Idea, Text, suggest
from kliping.annotate.topics import assign_to, read
from kliping.build import store as kept_results
from kliping.build.records import merge_records
from kliping.build.sources import pair, read_sources
from kliping.build.store import Store
from kliping.build.work import Workers
from kliping.config import Settings, Topic
from kliping.model import Record


@dataclass(frozen=True, slots=True)
class Taken:
    """A topic, the articles filed under it, and in how many each of its words stands."""

    topic: Topic
    articles: int
    words: tuple[tuple[str, int], ...]
    """The most frequent first."""


def current_records(root: Path, settings: Settings) -> dict[str, Record]:
    """Return the records as a build would have them, by file; no file is written."""
    sources = read_sources(root, settings)
    pairs = pair(sources, settings)
    workers, store = Workers(0), Store(root, enabled=kept_results.exists(root))
    texts = {file: sources.records[file] for file in pairs.others if file not in sources.garbled}
    try:
        for entry, merged in merge_records(settings, sources, pairs, store, workers):
            texts[entry.file] = merged.text or entry.text
    finally:
        workers.close()
        store.close(prune=False)
    loaded = ((file, frontmatter.load(text, file)[0]) for file, text in sorted(texts.items()) if text)
    return {file: record for file, record in loaded if record}


def take(records: Mapping[str, Record], topics: tuple[Topic, ...]) -> tuple[Taken, ...]:
    """Return what each topic takes, in the settings' order."""
    counts: dict[str, Counter[str]] = {topic.id: Counter() for topic in topics}
    filed = Counter(topic for record in records.values() for topic in set(record.topics))
    for record in records.values():
        for given in assign_to(read(record.title, enumerate(_paragraphs(record))), topics):
            counts[given.topic.id].update(hit.word for hit in given.hits)
    return tuple(Taken(topic, filed[topic.id], _most(counts[topic.id])) for topic in topics)


def ideas(records: Mapping[str, Record], language: str) -> tuple[Idea, ...]:
    """Return topics that the archive could have, with the files of the articles that each would take."""
    return suggest([Text(file, record.title, _paragraphs(record)) for file, record in records.items()], language)


def _paragraphs(record: Record) -> tuple[str, ...]:
    return tuple(record.body.split("\n\n"))


def _most(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda row: (-row[1], row[0])))
