"""Which candidates become tags: one linear step over the archive, of counts that a new article hardly moves.

Three things are counted, none in the order of the articles: which long form an abbreviation stands for, which
spelling stands for its plurals and affixes, and how many articles have a candidate. That last number is looked at in
coarse steps (one article or more; an eighth, a quarter, half of the archive), so an article that is added moves the
tags of those others alone for which it makes a tag shared, or too common. A list that a person wrote stands as it is.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kliping.annotate.candidates import PRINTED
from kliping.annotate.tagwords import listed
from kliping.model import Article, Candidate
from kliping.site.names import commonest, key

MOST = 8
TAKEN = ((3, MOST), (2, 7), (1, 6), (0, 3))
"""How many tags an article has at most once those of a level are taken."""
SMALL = 32
"""An archive with fewer articles is taken for one of so many: in a handful, a word of two is not yet everywhere."""
SURE = 4
"""Of four articles that explain an abbreviation three must agree; else each has its own long form only."""


@dataclass(frozen=True, slots=True)
class _Merged:
    """A candidate by the key that all its spellings share."""

    key: str
    level: int


def tagged(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return the articles with their tags, in order of weight; a list that a person wrote stays."""
    canonical = _canonical(articles)
    merged = [_merge(article.candidates, canonical) for article in articles]
    counts = Counter(one.key for mine in merged for one in mine)
    total, names = max(len(articles), SMALL), _names(articles)
    return tuple(
        article if article.own_tags else _with(article, tuple(names[name] for name in _choose(mine, counts, total)))
        for article, mine in zip(articles, merged, strict=True)
    )


def _with(article: Article, tags: tuple[str, ...]) -> Article:
    return article if tags == article.record.tags else replace(article, record=replace(article.record, tags=tags))


def _canonical(articles: Sequence[Article]) -> Mapping[str, str]:
    """Return for each key that has another spelling the one that stands for all of them."""
    groups: dict[str, set[str]] = defaultdict(set)
    longs: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        for one in article.candidates:
            if one.stem:
                groups[one.stem].add(one.key)
            if one.short and one.short != one.key:
                longs[one.short][one.key] += 1
    same = {name: min(group, key=lambda one: (len(one), one)) for group in groups.values() for name in group}
    for short, counted in longs.items():
        long = min(counted, key=lambda one: (-counted[one], one))
        if SURE * counted[long] >= (SURE - 1) * counted.total():
            same[short] = same.get(long, long)
    return {name: other for name, other in same.items() if name != other}


def _merge(candidates: tuple[Candidate, ...], canonical: Mapping[str, str]) -> list[_Merged]:
    """Return the candidates by their shared keys, each once at its highest level, in order."""
    mine = {one.short: one.key for one in candidates if one.short}
    levels: dict[str, int] = {}
    for one in candidates:
        own = mine.get(one.key, one.key)
        name = canonical.get(own, own)
        levels[name] = max(levels.get(name, 0), one.level)
    return [_Merged(name, level) for name, level in levels.items()]


def _choose(mine: list[_Merged], counts: Mapping[str, int], total: int) -> list[str]:
    """Return the keys of the tags: the printed ones, then the strongest, of equals those that others have too."""
    found = [one.key for one in mine if one.level == PRINTED][:MOST]
    rest = []
    for place, one in enumerate(mine):
        level = one.level - _demand(counts[one.key], total)
        if one.level < PRINTED and level >= 0:
            rest.append((-level, counts[one.key] == 1, place, one.key))
    for negative, alone, _, name in sorted(rest):
        most = next(most for level, most in TAKEN if level == -negative)
        wider = [one.key for one in mine if one.level >= -negative] if alone else found
        if len(found) < most and not _says_no_more(name, wider, alone=alone):
            found.append(name)
    return found


def _demand(count: int, total: int) -> int:
    """Return the levels that a candidate loses for being common; what most articles have is no tag at all."""
    if count * 8 <= total:
        return 0
    if count * 4 <= total:
        return 1
    return 2 if count * 2 <= total else PRINTED


def _says_no_more(name: str, found: list[str], *, alone: bool) -> bool:
    """Tell whether a word is too general to stand alone, or a tag that no other article has is only part of another."""
    if " " not in name and name in listed("general"):
        return True
    return alone and any(f" {name} " in f" {other} " for other in found if other != name)


def _names(articles: Sequence[Article]) -> dict[str, str]:
    """Return how each key is shown: as people spell it in their lists, else the commonest of what is printed."""
    spellings: dict[str, dict[str, int]] = defaultdict(dict)
    owned: dict[str, dict[str, int]] = defaultdict(dict)
    for article in articles:
        for one in article.candidates:
            spellings[one.key][one.name] = spellings[one.key].get(one.name, 0) + 1
        for tag in article.record.tags if article.own_tags else ():
            owned[key(tag)][tag] = owned[key(tag)].get(tag, 0) + 1
    return {name: commonest(_plain(name, counts)) for name, counts in spellings.items()} | {
        name: commonest(counts) for name, counts in owned.items()
    }


def _plain(name: str, counts: dict[str, int]) -> dict[str, int]:
    """Return the spellings without affixes, if there are any."""
    return {text: count for text, count in counts.items() if text.casefold() == name} or counts
