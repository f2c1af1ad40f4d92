"""People of one word who are not one: ``Mujiono``, a farmer in Banyuwangi, and ``Mujiono``, an officer in Malang.

A name of one word is everybody's. Articles speak of the same bearer where they give an office in common, or a place; of
others the later ones show the office beside the name, or the place, as printed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from kliping.annotate.lexicon import listed
from kliping.model import Article
from kliping.site.names import key
from kliping.site.namesakes import office_held


def told_apart(articles: Sequence[Article], settled: Collection[str]) -> tuple[Article, ...]:
    """Return the articles, oldest first, with such names told apart; the keys in ``settled`` are left alone."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        for name in dict.fromkeys(_named(article)):
            if _is_short(name) and key(name) not in settled:
                bearers[name].append(place)
    shown: dict[int, dict[str, str]] = defaultdict(dict)
    for name, places in bearers.items():
        for group in _groups(name, [articles[place] for place in places])[1:]:
            beside = next(filter(None, (_beside(name, articles[places[at]]) for at in group)), "")
            for at in group if beside else ():
                shown[places[at]][name] = f"{name} ({beside})"
    return tuple(
        _renamed(article, shown[place]) if place in shown else article for place, article in enumerate(articles)
    )


def _named(article: Article) -> Iterable[str]:
    return (*article.record.people, *(quote.speaker for quote in article.quotes if quote.speaker))


def _is_short(name: str) -> bool:
    first, _, rest = name.partition(" ")
    return not rest or (first in listed("address") and " " not in rest)


def _groups(name: str, articles: Sequence[Article]) -> list[list[int]]:
    """Put the articles of one bearer together, by what they say of the name; those that say nothing go to the first."""
    above = list(range(len(articles)))

    def top(at: int) -> int:
        while above[at] != at:
            above[at] = at = above[above[at]]
        return at

    first_with: dict[str, int] = {}
    for at, article in enumerate(articles):
        marks = _marks(name, article)
        for other in [first_with.setdefault(mark, at) for mark in marks] if marks else [0]:
            one, two = sorted((top(at), top(other)))
            above[two] = one
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(articles)):
        groups[top(at)].append(at)
    return list(groups.values())


def _marks(name: str, article: Article) -> set[str]:
    """Return the offices of the name in an article, and the article's places."""
    offices = {office_held(held.office) for held in article.offices if held.person == name}
    return offices | {key(region) for region in article.regions} | ({key(article.record.place)} - {""})


def _beside(name: str, article: Article) -> str:
    office = next((held.office for held in article.offices if held.person == name), "")
    return office or article.record.place


def _renamed(article: Article, shown: dict[str, str]) -> Article:
    return replace(
        article,
        record=replace(article.record, people=tuple(shown.get(name, name) for name in article.record.people)),
        quotes=tuple(replace(quote, speaker=shown.get(quote.speaker, quote.speaker)) for quote in article.quotes),
        offices=tuple(replace(held, person=shown.get(held.person, held.person)) for held in article.offices),
    )
