"""Queries of the kinds that readers type, drawn by chance from articles; with each, every article that is right."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from kliping.model import Article

EACH = 16
"""Queries of a kind."""
FAMILIES = Path(__file__).with_name("search_families.txt")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"[^\W_]+")
_SHORT = re.compile(r"\b[A-Z]{2,3}\b")
_ROMAN = re.compile(r"[IVXL]+")


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, what it was drawn from, and the articles that hold it, by their paths."""

    kind: str
    text: str
    drawn: str
    right: frozenset[str]


class Shelf:
    """The articles with their words."""

    def __init__(self, articles: tuple[Article, ...]) -> None:
        self.articles = articles
        self.titles = {article.path: _words(article.record.title) for article in articles}
        self.bodies = {article.path: _words(article.text) for article in articles}
        self.lines = {article.path: _lines(article) for article in articles}
        self.having: dict[str, set[str]] = defaultdict(set)
        for path, line in self.lines.items():
            for word in line.split():
                self.having[word].add(path)

    def with_all(self, words: list[str]) -> frozenset[str]:
        """Return the articles that have all of the words."""
        return frozenset(set.intersection(*(self.having[word] for word in words)))

    def with_phrase(self, words: list[str]) -> frozenset[str]:
        """Return the articles that have the words one after the other."""
        line = f" {' '.join(words)} "
        return frozenset(path for path in self.with_all(words) if line in self.lines[path])


def queries(articles: tuple[Article, ...], seed: int) -> list[Query]:
    """Return the queries, the same for the same articles and seed."""
    shelf, random = Shelf(articles), Random(seed)  # noqa: S311
    made: list[Query] = []
    for draw in (_title, _body, _affixed, _error, _phrase, _prefix, _short, _name):
        found: dict[str, Query] = {}
        for _ in range(EACH * 200):
            query = draw(shelf, random.choice(articles), random)
            if query and query.right:
                found.setdefault(query.text, query)
            if len(found) == EACH:
                break
        made.extend(found.values())
    return made


def _title(shelf: Shelf, article: Article, random: Random) -> Query | None:
    words = [word for word in dict.fromkeys(shelf.titles[article.path]) if len(word) > 3]
    if len(words) < 3:
        return None
    at = random.randrange(len(words) - 2)
    drawn = words[at : at + random.choice((2, 3))]
    in_title = frozenset(path for path in shelf.with_all(drawn) if set(drawn) <= set(shelf.titles[path]))
    return Query("title", " ".join(drawn), article.record.title, in_title)


def _body(shelf: Shelf, article: Article, random: Random) -> Query | None:
    title = set(shelf.titles[article.path])
    words = sorted({word for word in shelf.bodies[article.path] if len(word) > 4 and word.isalpha()} - title)
    rare = [word for word in words if len(shelf.having[word]) <= len(shelf.articles) // 20]
    if len(rare) < 4:
        return None
    drawn = random.sample(rare, random.choice((1, 2, 2)))
    right = shelf.with_all(drawn)
    return Query("body", " ".join(drawn), article.record.title, right) if len(right) <= 10 else None


def _affixed(shelf: Shelf, article: Article, random: Random) -> Query | None:
    present = [family for family in _families() if set(family) & set(shelf.bodies[article.path])]
    if not present:
        return None
    family = random.choice(present)
    drawn = random.choice([word for word in family if word in shelf.bodies[article.path]])
    others = [word for word in family if word != drawn and not shelf.having[word] & {article.path}]
    if not others:
        return None
    right = frozenset[str]().union(*(shelf.having[word] for word in family))
    more = _another(shelf.bodies[article.path], drawn, random)
    text = f"{random.choice(others)} {more}".strip()
    return Query("affixed", text, drawn, right & shelf.having[more] if more else right)


def _error(shelf: Shelf, article: Article, random: Random) -> Query | None:
    words = [word for word in shelf.titles[article.path] if len(word) > 5 and word.isalpha()]
    if not words:
        return None
    word = random.choice(words)
    at = random.randrange(len(word) - 1)
    wrong = random.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + random.choice(LETTERS) + word[at:],
            word[:at] + random.choice(LETTERS) + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
    if shelf.having.get(wrong):
        return None
    more = _another(shelf.titles[article.path], word, random)
    right = frozenset(shelf.having[word])
    return Query("error", f"{wrong} {more}".strip(), word, right & shelf.having[more] if more else right)


def _another(words: list[str], drawn: str, random: Random) -> str:
    """Return another word to ask with it, every other time."""
    others = [word for word in words if len(word) > 4 and word != drawn]
    return random.choice(others) if others and random.random() < 0.5 else ""


def _phrase(shelf: Shelf, article: Article, random: Random) -> Query | None:
    words = _words(random.choice(article.text.split("\n")))
    if len(words) < 8:
        return None
    size = random.choice((2, 3, 4))
    at = random.randrange(len(words) - size)
    drawn = words[at : at + size]
    right = shelf.with_phrase(drawn)
    fit = max(map(len, drawn)) > 4 and len(right) <= 10
    return Query("phrase", f'"{" ".join(drawn)}"', article.record.title, right) if fit else None


def _prefix(shelf: Shelf, article: Article, random: Random) -> Query | None:
    words = [word for word in shelf.titles[article.path] if len(word) > 6 and word.isalpha()]
    if not words:
        return None
    word = random.choice(words)
    start = word[: random.choice((4, 5, 6))]
    right = frozenset[str]().union(*(having for other, having in shelf.having.items() if other.startswith(start)))
    return Query("prefix", start, word, right)


def _short(shelf: Shelf, article: Article, random: Random) -> Query | None:
    names = sorted({name for name in _SHORT.findall(article.text) if not _ROMAN.fullmatch(name)})
    if not names:
        return None
    name = random.choice(names)
    right = frozenset(shelf.having[name.lower()])
    return Query("short", name, article.record.title, right) if len(right) <= 60 else None


def _name(shelf: Shelf, article: Article, random: Random) -> Query | None:
    names = [name for name in article.record.people if len(_words(name)) == 2]
    if not names:
        return None
    name = random.choice(names)
    right = shelf.with_phrase(_words(name))
    return Query("name", name, article.record.title, right)


@cache
def _families() -> tuple[list[str], ...]:
    return tuple(line.split() for line in FAMILIES.read_text("utf-8").splitlines())


def _lines(article: Article) -> str:
    """Return all that an article shows, each text's words between spaces."""
    record = article.record
    heads = (record.title, record.outlet, record.section, record.place, article.summary)
    texts = (*heads, *record.authors, *record.people, *record.tags, *record.captions, *article.text.split("\n"))
    return "".join(f" {' '.join(_words(text))} |" for text in texts)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
