"""The site's topics, assigned by the words that its settings give them, and which of these stand where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kliping.config import Topic
from kliping.stems import root
from kliping.text import words

TITLE = 3
"""A word in the headline counts as often as so many in the text."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One of a topic's words that an article holds."""

    word: str
    """As the settings have it."""
    titled: bool
    lines: tuple[int, ...]
    """Of the paragraphs that hold it, in order."""
    points: int


@dataclass(frozen=True, slots=True)
class Assigned:
    """A topic that an article is about, and why."""

    topic: Topic
    hits: tuple[Hit, ...]
    """The most telling first."""

    @property
    def points(self) -> int:
        """What all its words weigh together."""
        return sum(hit.points for hit in self.hits)


@dataclass(frozen=True, slots=True)
class Read:
    """The words of an article in two forms, each with blanks at its ends."""

    title: tuple[str, str]
    """By roots, and as printed in lower case."""
    paragraphs: tuple[tuple[int, tuple[str, str]], ...]
    whole: tuple[str, str]
    """All paragraphs, parted so that no phrase goes from one into the next."""


def assign(topics: tuple[Topic, ...], title: str, paragraphs: Iterable[tuple[int, str]]) -> tuple[Assigned, ...]:
    """Return the topics whose words the article holds, those that weigh most first; of equals in the settings' order.

    ``paragraphs`` are line and text each. A topic needs ``least`` points; a mention in the text is one, in the headline
    ``TITLE``, times the word's weight.
    """
    return assign_to(read(title, paragraphs), topics) if topics else ()


def assign_to(article: Read, topics: tuple[Topic, ...]) -> tuple[Assigned, ...]:
    """Return the topics of an article whose words are read already."""
    found = [given for topic in topics if (given := _assigned(topic, article))]
    return tuple(sorted(found, key=lambda given: -given.points))


def read(title: str, paragraphs: Iterable[tuple[int, str]]) -> Read:
    """Return the article's words as topics are looked for in them; ``paragraphs`` are line and text each."""
    forms = tuple((line, _forms(text)) for line, text in paragraphs)
    by_root, printed = (" |".join(form[at] for _, form in forms) for at in (0, 1))
    return Read(_forms(title), forms, (by_root, printed))


def _forms(text: str) -> tuple[str, str]:
    printed = [part for word in words(text.lower()) for part in word.replace("-", " ").split()]
    return f" {' '.join(map(root, printed))} ", f" {' '.join(printed)} "


def _assigned(topic: Topic, article: Read) -> Assigned | None:
    """Return the topic with its hits; None when ``all`` or ``none`` or its weight keeps it away."""
    if any(_holds(article, word, 0) for word in topic.none):
        return None
    if not all(_holds(article, word, 0) for word in topic.all):
        return None
    weights = dict(topic.weights)
    hits = [hit for word, form in _looked_for(topic) if (hit := _hit(article, word, form, weights.get(word, 1)))]
    found = Assigned(topic, tuple(sorted(hits, key=lambda hit: -hit.points)))
    return found if hits and found.points >= topic.least else None


@lru_cache(maxsize=512)
def _looked_for(topic: Topic) -> tuple[tuple[str, int], ...]:
    """Return the topic's words with their form, forms of one word once: ``ikan`` and ``perikanan`` are the same."""
    found: dict[tuple[int, str], str] = {}
    for form, given in enumerate((topic.any or (() if topic.phrases else topic.all), topic.phrases)):
        for word in given:
            found.setdefault((form, _phrase(word)[form]), word)
    return tuple((word, form) for (form, _), word in found.items())


def _holds(article: Read, word: str, form: int) -> bool:
    phrase = _phrase(word)[form]
    return phrase in article.title[form] or phrase in article.whole[form]


def _hit(article: Read, word: str, form: int, weight: int) -> Hit | None:
    phrase = _phrase(word)[form]
    titled, times = article.title[form].count(phrase), article.whole[form].count(phrase)
    if not phrase.strip() or not titled + times:
        return None
    lines = tuple(line for line, forms in article.paragraphs if phrase in forms[form]) if times else ()
    return Hit(word, bool(titled), lines, weight * (times + TITLE * titled))


@lru_cache(maxsize=4096)
def _phrase(phrase: str) -> tuple[str, str]:
    return _forms(phrase)


SAID = 4
"""Words of a topic that are told, and lines of each."""


def told(assigned: Assigned, say: Mapping[str, str]) -> str:
    """Say which words put an article under a topic, and where: ``UMKM (judul, baris 5)``."""
    return f"{assigned.topic.title}: {'; '.join(_told(hit, say) for hit in assigned.hits[:SAID])}."


def _told(hit: Hit, say: Mapping[str, str]) -> str:
    numbers = list(dict.fromkeys(str(line) for line in hit.lines if line))
    lines = ", ".join([*numbers[:SAID], *("…" for _ in numbers[SAID : SAID + 1])])
    places = (say["topic-title"] if hit.titled else "", say["topic-lines"].format(lines=lines) if lines else "")
    return f"{hit.word} ({', '.join(filter(None, places))})"
