"""Topics that an archive could have: broad subjects of the news that it holds, and what is its own.

The broad ones are listed in ``data/subjects.yaml``; of their words those are proposed that the archive has. Its own are
nouns that come together in articles more often than chance would have it: each article gives its few nouns, pairs of
these are counted, and from the noun with the most company on a topic is made of it and its nearest, as long as it
would take enough articles that none has yet. Deterministic, and linear in the articles.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from kliping import data
from kliping.annotate.tagwords import is_weak, light_key, listed
from kliping.annotate.topics import Read, assign_to, read
from kliping.config import Topic
from kliping.places import is_place_word
from kliping.slugs import slug
from kliping.text import words

BROAD = 5
"""Points that an article needs for a broad subject, whose words are many."""
NOUNS = 24
"""Nouns of an article that count: those it says most often."""
AGAIN = 2
"""Times that an article says a noun that counts, or once in the headline."""
FEWEST = 3
"""Articles that a topic has at least, and that each of its words stands in."""
WIDEST = 4
"""A noun that more than one of so many articles makes much of is none that tells them apart."""
COMPANY = 8
"""Words of a topic."""
NEAR = 0.05
"""Least nearness of a topic's word to its first: the articles in common, squared, by the product of those of each."""
WITHIN = 4
"""A topic with three of four articles in a broad one adds nothing to it."""
HEAD, LEAST = 2, 3
"""Points of the first word and points that an article needs: no single passing mention is enough."""
SMALL = 20
"""In an archive of fewer articles a noun may stand in all of them."""
TRIED = 60
"""Topics that are tried on all articles, so that the cost stays that of reading them."""
PHRASE = 1.5
"""Two words say so much more clearly than one what a topic is."""


@dataclass(frozen=True, slots=True)
class Text:
    """What is looked at of one article."""

    name: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Idea:
    """A topic that could be, and the articles it would take."""

    topic: Topic
    articles: tuple[str, ...]
    """Their names, those that it fits best first."""


@dataclass(frozen=True, slots=True)
class _Counts:
    spellings: Mapping[str, Counter[str]]
    articles: Mapping[str, int]
    together: Mapping[str, Mapping[str, int]]
    """Articles that two nouns share, by both."""


Articles = Sequence[tuple[str, Read]]
"""Name and words of each."""


def suggest(texts: Sequence[Text], language: str = "id", most: int = 12) -> tuple[Idea, ...]:
    """Return the broad subjects, then at most so many of the archive's own topics, those with most articles first."""
    articles = [(text.name, read(text.title, enumerate(text.paragraphs))) for text in texts]
    broad = _broad(articles, language)
    return (*_ordered(broad), *_ordered(_own(texts, articles, most, broad)))


def _ordered(ideas: Sequence[Idea]) -> list[Idea]:
    return sorted(ideas, key=lambda idea: (-len(idea.articles), idea.topic.id))


def _broad(articles: Articles, language: str) -> list[Idea]:
    """Return the listed subjects that enough articles are about, each with those of its words that they hold."""
    ideas = []
    for subject in data.load("subjects.yaml"):
        wide = Topic(subject["id"], subject["title"][language], any=tuple(subject["any"]), least=1)
        held = Counter(
            hit.word for _, article in articles for given in assign_to(article, (wide,)) for hit in given.hits
        )
        topic = replace(wide, any=tuple(word for word in wide.any if held[word] >= AGAIN), least=BROAD)
        mine = _taken(topic, articles)
        if len(mine) >= FEWEST:
            ideas.append(Idea(topic, mine))
    return ideas


def _taken(topic: Topic, articles: Articles) -> tuple[str, ...]:
    """Return the names of the articles that a topic would take, those that it fits best first."""
    given = [(-one.points, name) for name, article in articles for one in assign_to(article, (topic,))]
    return tuple(name for _, name in sorted(given))


def _own(texts: Sequence[Text], articles: Articles, most: int, broad: Sequence[Idea]) -> list[Idea]:
    """Return topics of nouns that keep company, none of them only a part of a broad one."""
    counts = _count(texts)
    widest = len(texts) // WIDEST if len(texts) >= SMALL else len(texts)
    nouns = [noun for noun, count in counts.articles.items() if FEWEST <= count <= widest]
    company = {noun: _nearest(noun, counts, widest) for noun in nouns}
    order = sorted(nouns, key=lambda noun: (-_weight(noun, company[noun], counts), noun))
    taken: set[str] = set()
    used: set[str] = set()
    ideas: list[Idea] = []
    for noun in [noun for noun in order if _weight(noun, company[noun], counts)][:TRIED]:
        if noun in used or len(ideas) == most:
            continue
        topic = _topic(noun, [other for other, _ in company[noun] if other not in used], counts)
        mine = _taken(topic, articles)
        if any(idea.topic.id == topic.id or _within(mine, idea) for idea in broad):
            continue
        if len(set(mine) - taken) >= max(FEWEST, len(mine) // 2):
            ideas.append(Idea(topic, mine))
            taken.update(mine)
            used.update((noun, *noun.split(), *(other for other, _ in company[noun])))
    return ideas


def _within(articles: Sequence[str], idea: Idea) -> bool:
    return WITHIN * len(set(articles) & set(idea.articles)) >= (WITHIN - 1) * len(articles)


def _count(texts: Sequence[Text]) -> _Counts:
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    articles: Counter[str] = Counter()
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        nouns = _nouns(text, spellings)
        articles.update(nouns)
        for one, other in combinations(nouns, 2):
            together[one][other] += 1
            together[other][one] += 1
    return _Counts(spellings, articles, together)


def _nouns(text: Text, spellings: dict[str, Counter[str]]) -> list[str]:
    """Return what the article says again, or in its headline: nouns, two together, and abbreviations."""
    times: Counter[str] = Counter()
    for paragraph in text.paragraphs:
        before = ""
        for word in words(paragraph):
            fits = _may_be(word)
            for noun in (word, f"{before} {word}" if before else "") if fits else ():
                times[light_key(noun)] += 1
                spellings[light_key(noun)][noun] += 1
            before = word if fits else ""
    title = f" {light_key(' '.join(words(text.title)))} "
    often = [(noun, count) for noun, count in times.items() if noun and (count >= AGAIN or f" {noun} " in title)]
    return [noun for noun, _ in sorted(often, key=lambda found: (-found[1], found[0]))[:NOUNS]]


def _may_be(word: str) -> bool:
    if word.isupper():
        return 2 < len(word) < 8 and word.isalpha() and word not in listed("no_tags")
    noun = word.islower() and len(word) > 3 and word.replace("-", "").isalpha()
    return noun and not is_weak(word) and not is_place_word(word)


def _nearest(noun: str, counts: _Counts, widest: int) -> list[tuple[str, float]]:
    """Return the nouns that keep a noun company, the nearest first."""
    mine = counts.articles[noun]
    near = [
        (other, shared * shared / (mine * counts.articles[other]))
        for other, shared in counts.together[noun].items()
        if shared >= AGAIN and counts.articles[other] <= widest and _is_apart(other, noun)
    ]
    near = [(other, share) for other, share in near if share >= NEAR]
    return sorted(near, key=lambda found: (-found[1], found[0]))[: COMPANY - 1]


def _is_apart(one: str, other: str) -> bool:
    """Tell whether two nouns say different things, and the first something of its own."""
    return one not in listed("general") and f" {one} " not in f" {other} " and f" {other} " not in f" {one} "


def _weight(noun: str, company: Sequence[tuple[str, float]], counts: _Counts) -> float:
    """The more articles and the closer its company, the better a noun heads a topic; a general one does not."""
    if noun in listed("general"):
        return 0.0
    return counts.articles[noun] * (0.5 + sum(share for _, share in company)) * (PHRASE if " " in noun else 1)


def _topic(noun: str, company: Sequence[str], counts: _Counts) -> Topic:
    printed = [min(counts.spellings[one], key=lambda word: (word.lower() != one, word)) for one in (noun, *company)]
    title = printed[0] if printed[0].isupper() else printed[0].capitalize()
    weights = ((printed[0], HEAD),)
    return Topic(slug(printed[0], "topik"), title, any=tuple(printed), weights=weights, least=LEAST)
