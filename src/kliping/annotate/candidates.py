"""What an article may be tagged with, and how much it makes of each: found once an article, and kept with it.

Which of them become its tags is decided over the archive (``site.tagging``). Nothing here looks at other articles.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from kliping.annotate.abbreviations import Pair, find_pairs
from kliping.annotate.keyphrases import find_keyphrases
from kliping.annotate.naming import find_names
from kliping.annotate.tagwords import is_weak, light_key, listed, stem_key
from kliping.model import Candidate

MOST = 16
"""Candidates of one article: twice as many as become tags."""
PRINTED = 9
"""Level of what the page itself prints as a tag."""
LEVELS = (4, 6, 9)
"""Points from which a candidate is of level 1, 2, 3: set by reading the tags of the tests' articles."""
COUNTED = 4
"""More mentions say no more."""
_KINDS = {"headed": 2, "year": 3, "place": 1, "province": -1, "small": -1, "body": -2, "bare": 0}
"""Points for the kind of a name."""

PAIRED = 2
"""Points for an abbreviation that the article explains."""
ALONE = -3
"""Points for a phrase of one word."""

LONGEST_FORM = 42
"""Characters; a longer form is tagged by its abbreviation."""

TOKEN = re.compile(r"[^\W_]+(?:[-’'.&/][^\W_]+)*|[^\w\s]")
_WITH_YEAR = re.compile(r" (?:19|20)\d\d$")
YEAR = 5
"""Characters of a year and its blank: this year's event says more than the event."""
_CAPITALS = re.compile(r"[A-Z]{3,7}$")


def find_candidates(
    title: str, paragraphs: Iterable[str], people: tuple[str, ...], printed: Iterable[str], refused: Iterable[str]
) -> tuple[Candidate, ...]:
    """Return the candidates, the strongest first: those the page prints, then by level and place in the text.

    ``refused`` are names that are no tags here: of the outlet, the writers.
    """
    never = {light_key(name) for name in refused if name} | listed("labels")
    own = [Candidate(tag, light_key(tag), "", "", PRINTED) for tag in printed]
    best = sorted(_weighed(title, list(paragraphs), people), key=lambda one: (-one[0], one[1], one[2].name))
    found = [candidate for _, _, candidate in best]
    named = {light_key(name) for name in people} | {one.key[:-YEAR] for one in found if _WITH_YEAR.search(one.key)}
    distinct: dict[str, Candidate] = {}
    for one in (*own, *(one for one in found if one.key not in named)):
        if one.key and one.key not in never:
            distinct.setdefault(one.key, one)
    return tuple(distinct.values())[: max(MOST, len(own))]


def _weighed(title: str, texts: list[str], people: tuple[str, ...]) -> Iterator[tuple[int, int, Candidate]]:
    """Yield what the text gives: level, number of its first word, candidate."""
    tokens = [TOKEN.findall(text) for text in texts]
    heading = f" {light_key(' '.join(TOKEN.findall(title)))} "
    lead = len(tokens[0]) if tokens else 0

    def level(key: str, times: int, first: int, more: int, short: str = "") -> int:
        titled = f" {key} " in heading or bool(short and f" {short} " in heading)
        points = 2 * min(times, COUNTED) + 3 * titled + (first < lead) + more
        return sum(points >= bound for bound in LEVELS)

    pairs = {pair.short: pair for text in texts for pair in find_pairs(text)}
    for word, times, first in _abbreviations(title, tokens, pairs):
        name, short = _shown(pairs[word]) if word in pairs else word, light_key(word) if word in pairs else ""
        key = light_key(name)
        found = level(key, times, first, PAIRED * bool(short), short)
        yield found, first, Candidate(name, key, "", short, found)
    longs = {pair.long for pair in pairs.values()}
    for one in find_names(heading, tokens, people):
        if one.text not in longs:
            key = light_key(one.text)
            found = level(key, one.times, one.first, _KINDS[one.kind])
            yield found, one.first, Candidate(one.text, key, "", "", found)
    for phrase in find_keyphrases(heading, tokens):
        key = light_key(phrase.text)
        found = level(key, phrase.times, phrase.first, 0 if " " in key else ALONE)
        yield found, phrase.first, Candidate(phrase.text, key, stem_key(key), "", found)


def _abbreviations(title: str, tokens: list[list[str]], pairs: Mapping[str, Pair]) -> Iterator[tuple[str, int, int]]:
    """Yield abbreviations with how often and where first they stand; one without its long form at least twice."""
    lowers = frozenset(word for words in tokens for word in words if word.islower())
    titled = frozenset() if title.isupper() else frozenset(TOKEN.findall(title))
    times: dict[str, int] = {}
    first: dict[str, int] = {}
    for at, word in enumerate(word for words in tokens for word in words):
        if word in pairs or (_CAPITALS.match(word) and word.lower() not in lowers and not is_weak(word.lower())):
            times[word] = times.get(word, 0) + 1
            first.setdefault(word, at)
    for word, count in times.items():
        if word not in listed("no_tags") and (word in pairs or count > 1 or word in titled):
            yield word, count, first[word]


def _shown(pair: Pair) -> str:
    """Show the long form where it is short enough to be a tag."""
    return pair.long if len(pair.long) <= LONGEST_FORM and len(pair.long.split()) <= 3 else pair.short
