"""Names of different articles that are one: ``M Anton`` and ``Mochammad Anton``, ``Malang Creatif Center``.

Only what cannot be another's is joined: a shorter name of a person where both hold the same office and no third name
fits, an organisation whose name differs by one letter. What the settings say goes before all this.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kliping.annotate.identity import same_person
from kliping.model import Article
from kliping.site.names import key

MOST_ALIKE = 40
"""Names that share their last word; of more, none is joined: the word says nothing."""
LEAST_LETTERS = 10
"""Of organisations' names that may differ by a letter; shorter ones are others' too easily."""

Joined = Mapping[str, str]
"""Key of the fuller name, by the key of each that is joined to it."""


def join_people(articles: Sequence[Article], settled: Iterable[str]) -> Joined:
    """Join people's names that one office shows to be the same person's; the keys in ``settled`` are left alone."""
    offices: dict[str, set[str]] = defaultdict(set)
    printed: dict[str, str] = {}
    for article in articles:
        for held in article.offices:
            offices[key(held.person)].add(office_held(held.office))
            printed.setdefault(key(held.person), held.person)
    alone = set(settled)
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in sorted(offices.keys() - alone):
        by_word[name.split()[-1]].append(name)
    joined: dict[str, str] = {}
    for alike in by_word.values():
        if len(alike) > MOST_ALIKE:
            continue
        for name in alike:
            fuller = [
                other
                for other in alike
                if len(other) > len(name) and same_person(name, other) and offices[name] & offices[other]
            ]
            if len(fuller) == 1:
                joined[name] = fuller[0]
    return {name: _end(joined, name) for name in joined}


def join_bodies(names: Iterable[str]) -> Joined:
    """Join organisations' names that differ by one letter; the one that more articles print is kept."""
    counts: dict[str, int] = defaultdict(int)
    for name in names:
        counts[key(name)] += 1
    by_form: dict[str, list[str]] = defaultdict(list)
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        if len(name) >= LEAST_LETTERS:
            by_form[" ".join(word[0] for word in name.split())].append(name)
    joined: dict[str, str] = {}
    for alike in by_form.values():
        for at, name in enumerate(alike[:MOST_ALIKE]):
            other = next((other for other in alike[:at] if other not in joined and _one_letter(name, other)), None)
            if other:
                joined[name] = other
    return joined


def office_held(text: str) -> str:
    """Return an office without its degree of permanence: a ``Pj. Wali Kota`` holds the same office."""
    words = text.casefold().replace(".", "").split()
    return " ".join(words[1:] if words[:1] in (["pj"], ["plt"], ["plh"], ["penjabat"]) else words)


def _end(joined: Mapping[str, str], name: str) -> str:
    """Follow a chain of ever fuller names to its end; names grow, so that it has one."""
    while name in joined:
        name = joined[name]
    return name


def _one_letter(one: str, other: str) -> bool:
    """Tell whether two names are the same but for one letter, changed, missing or added."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:]
