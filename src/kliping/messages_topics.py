"""What ``kliping topics`` prints: what the topics take, and topics that could be, as YAML to paste."""

from collections.abc import Iterator, Mapping, Sequence

from kliping.annotate.topic_ideas import Idea
from kliping.build.topics import Taken
from kliping.model import Record
from kliping.yamldump import inline

TITLES = 6
"""Headlines shown of each topic; all with ``-v``."""


def told(taken: Taken) -> str:
    """Return a topic's articles and the words that bring them in: ``12  Ekonomi kreatif: UMKM 9, ekraf 4``."""
    words = ", ".join(f"{word} {count}" for word, count in taken.words)
    return f"{taken.articles:>7}  {taken.topic.title}" + (f": {words}" if words else "")


def as_yaml(ideas: Sequence[Idea], records: Mapping[str, Record], *, every: bool) -> Iterator[str]:
    """Yield the lines of a ``topics:`` setting, each topic with the headlines it would take as comments."""
    yield "topics:"
    for idea in ideas:
        topic, count = idea.topic, len(idea.articles)
        yield f"  - id: {topic.id}"
        yield f"    title: {inline(topic.title)}"
        yield f"    any: {inline(topic.any)}"
        if topic.weights:
            yield f"    weights: {inline(dict(topic.weights))}"
        yield f"    least: {topic.least}"
        yield f"    # {count} article{'' if count == 1 else 's'}:"
        shown = idea.articles if every else idea.articles[:TITLES]
        yield from (f"    # - {' '.join(records[file].title.split())}" for file in shown)
        if len(shown) < count:
            yield f"    # - and {count - len(shown)} more (all with -v)"


def plain(ideas: Sequence[Idea]) -> list[dict[str, object]]:
    """Return the ideas as plain values, with the files of all articles."""
    return [
        {
            "id": idea.topic.id,
            "title": idea.topic.title,
            "any": list(idea.topic.any),
            "weights": dict(idea.topic.weights),
            "least": idea.topic.least,
            "articles": list(idea.articles),
        }
        for idea in ideas
    ]
