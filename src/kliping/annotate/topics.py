"""The site's topics, assigned by the words that its settings give them."""

from functools import cache, lru_cache

import snowballstemmer

from kliping.config import Topic
from kliping.text import words


@cache
def _stemmer() -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer("indonesian")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of a word in lower case (Snowball's Indonesian algorithm)."""
    return str(_stemmer().stemWord(word))


def _stems(text: str) -> list[str]:
    return [stem(part) for word in words(text.lower()) for part in word.replace("-", " ").split()]


def assign(topics: tuple[Topic, ...], title: str, text: str) -> tuple[str, ...]:
    """Return the ids of the topics whose words the article holds, the most often named first."""
    if not topics:
        return ()
    line = f" {' '.join(_stems(title))} | {' '.join(_stems(text))} "
    counted = [(_count(topic, line), at, topic.id) for at, topic in enumerate(topics)]
    return tuple(name for count, _, name in sorted(counted, key=lambda entry: (-entry[0], entry[1])) if count)


def _count(topic: Topic, line: str) -> int:
    """Count the topic's words; 0 when one of ``all`` is missing or one of ``none`` is there."""
    if any(_times(phrase, line) for phrase in topic.none) or not all(_times(phrase, line) for phrase in topic.all):
        return 0
    named = sum(_times(phrase, line) for phrase in topic.any)
    return named if topic.any else int(bool(topic.all))


def _times(phrase: str, line: str) -> int:
    return line.count(f" {_phrase(phrase)} ")


@lru_cache(maxsize=4096)
def _phrase(phrase: str) -> str:
    return " ".join(_stems(phrase))
