"""Articles that belong together, and why: what they share that few others have.

Each article looks only at the nearest in time that share a feature, so the cost grows with the number of
articles and not with its square. A weight depends on how many have a feature, not on the size of the archive,
so a new article seldom changes what stands under old ones.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kliping.annotate.naming import is_common_body
from kliping.annotate.tagwords import is_weak, listed
from kliping.model import Article
from kliping.places import is_place
from kliping.site.terms import Index
from kliping.text import words

SHOWN = 4
NEAR = 8
"""Articles looked at before and after, for each feature."""
FEATURES = 16
"""Features an article is compared by: its rarest."""
SHORTEST_WORD = 5
ENOUGH = 14
"""A rare tag or person, or two rare words; below it two articles have only everyday things in common."""
_WEIGHT = {"person": 16, "tag": 14, "name": 14, "topic": 6, "word": 7}
"""Weight of a feature that two articles share; halves with every fourfold of its articles. The first kind of these
that two articles share is what they are said to have in common."""

Feature = tuple[str, int | str]
"""Kind, and the term's place in its index, or the name or word itself."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One related article."""

    article: int
    by: tuple[Feature, ...]
    """One or two things that the two share, of one kind, the rarest first."""


def related(articles: Sequence[Article], people: Index, tags: Index, topics: Index) -> tuple[tuple[Relation, ...], ...]:
    """Return for each article its related ones, the closest first."""
    features = [_features(article, place, people, tags, topics) for place, article in enumerate(articles)]
    postings: dict[Feature, list[int]] = defaultdict(list)
    ranks: dict[tuple[Feature, int], int] = {}
    for place, mine in enumerate(features):
        for feature in mine:
            ranks[feature, place] = len(postings[feature])
            postings[feature].append(place)
    weights = {feature: _weight(feature, len(members), len(articles)) for feature, members in postings.items()}
    return tuple(_closest(place, mine, postings, ranks, weights) for place, mine in enumerate(features))


def _features(article: Article, place: int, people: Index, tags: Index, topics: Index) -> tuple[Feature, ...]:
    """Return what an article can have in common with others: nothing that it names in passing only as a tag."""
    found: dict[Feature, None] = {}
    passing = {one.key for one in article.candidates if not one.level}
    for term in people.of[place]:
        found["person", term] = None
    for term in tags.of[place]:
        if tags.terms[term].key not in passing:
            found["tag", term] = None
    for one in article.candidates:
        telling = not one.stem and not is_place(one.name) and not is_common_body(one.name)
        if telling and one.name not in article.record.tags:
            found["name", one.name] = None
    for term in topics.of[place]:
        found["topic", term] = None
    for word in words(f"{article.record.title} {article.summary}"):
        folded = word.casefold()
        if len(folded) >= SHORTEST_WORD and not is_weak(folded) and folded not in listed("general"):
            found["word", folded] = None
    return tuple(found)


def _weight(feature: Feature, members: int, total: int) -> int:
    """0 for what only one article has, for words and topics that most have, and for whatever two thirds have."""
    half, two_thirds = 2 * members > total, 3 * members > 2 * total
    common = total > 3 and (half if feature[0] in ("word", "topic") else two_thirds)
    return 0 if members < 2 or common else max(1, _WEIGHT[feature[0]] >> (members.bit_length() // 2 - 1))


def _closest(
    place: int,
    mine: tuple[Feature, ...],
    postings: dict[Feature, list[int]],
    ranks: dict[tuple[Feature, int], int],
    weights: dict[Feature, int],
) -> tuple[Relation, ...]:
    used = sorted((feature for feature in mine if weights[feature]), key=lambda feature: -weights[feature])[:FEATURES]
    scores: dict[int, int] = {}
    shared: dict[int, list[Feature]] = {}
    for feature in used:
        members, rank, weight = postings[feature], ranks[feature, place], weights[feature]
        for other in members[max(0, rank - NEAR) : rank + NEAR + 1]:
            if other in scores:
                scores[other] += weight
                shared[other].append(feature)
            else:
                scores[other] = weight
                shared[other] = [feature]
    scores.pop(place, None)
    best = sorted(
        (other for other, score in scores.items() if score >= ENOUGH),
        key=lambda other: (-scores[other], abs(other - place), other),
    )
    return tuple(Relation(other, _reason(shared[other])) for other in best[:SHOWN])


def _reason(shared: list[Feature]) -> tuple[Feature, ...]:
    """Return the first two features of the most telling kind; they come with the rarest first."""
    kind = next(kind for kind in _WEIGHT if any(name == kind for name, _ in shared))
    return tuple(feature for feature in shared if feature[0] == kind)[:2]
