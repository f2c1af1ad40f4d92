"""From documents to the index's pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from kliping.site.page import Page
from kliping.site.search.document import NOWHERE, SUMMARY, Document, entries, length
from kliping.site.search.numbers import DIGITS, number
from kliping.site.search.shards import cut, front_coded, in_order, script, stamp
from kliping.stems import family

SHARD = 14_000
"""Characters of a shard: some 8 KB on the wire."""
BLOCK = 4
"""Articles in a shard of cards, which holds their texts too; ten results load at most ten of them."""
CARD_STAMP = 6
"""Digits that tell a shard of cards from what it was before; its number tells it from others."""
SHORTEST = 4
"""Letters of a word in which an error is forgiven."""
COMMON = frozenset(
    "ada akan atau bagi bahwa dalam dan dari dengan di ini itu juga ke oleh pada para untuk yang "
    "a an and as at by for in is of on or the to with".split()
)
"""Words that nearly every text has: each is a shard of its own, which only phrases load; in the others there is only
where it stands beside the texts, in titles above all."""

_SOURCE = "search"
_SCALE, _LEAST = 4, 16
"""Steps in which the length of a text doubles, and the length from which it is told."""


def pages(documents: Sequence[Document]) -> Iterator[Page]:
    """Yield the index of the documents, its first script first; documents are given oldest first."""
    index = _collect(documents)
    shards: dict[str, list[tuple[str, str]]] = {
        "words": list(_words(index.words.texts())),
        "common": [(word, script(text)) for word, text in index.common.texts().items()],
        "forms": list(_forms(index.weights)),
        "ends": list(_forms(_reversed(index.weights))),
    }
    cards = [script([_card(document) for document in documents[start : start + BLOCK]])
             for start in range(0, len(documents), BLOCK)]  # fmt: skip
    names = {kind: " ".join(name for name, _ in made) for kind, made in shards.items()}
    files = {kind: " ".join(stamp(text) for _, text in made) for kind, made in shards.items()}
    files["cards"] = " ".join(stamp(text, CARD_STAMP) for text in cards)
    head = script({**_facts(documents), "names": names, "files": files, "block": BLOCK, "common": sorted(COMMON)})
    yield Page(f"search/index.{stamp(head)}.js", "raw", head, _SOURCE)
    texts = {f"search/{kind}.{stamp(text)}.js": text for kind, made in shards.items() for _, text in made}
    texts |= {f"search/cards.{at}.{stamp(text, CARD_STAMP)}.js": text for at, text in enumerate(cards)}
    for path, text in texts.items():
        yield Page(path, "raw", text, _SOURCE)


class _Postings:
    """By word: for each article that has it the step from the one before, and its entry."""

    def __init__(self) -> None:
        self._parts: dict[str, list[str]] = {}
        self._last: dict[str, int] = {}

    def add(self, word: str, at: int, entry: str) -> None:
        self._parts.setdefault(word, []).append(number(at - self._last.get(word, 0)) + entry)
        self._last[word] = at

    def texts(self) -> dict[str, str]:
        return {word: "".join(self._parts[word]) for word in in_order(self._parts)}


@dataclass(frozen=True, slots=True)
class _Index:
    words: _Postings
    common: _Postings
    weights: dict[str, int]
    """How much a word is worth proposing: how many articles have it, those that have it in a part tenfold."""


def _collect(documents: Iterable[Document]) -> _Index:
    index = _Index(_Postings(), _Postings(), {})
    for at, document in enumerate(documents):
        for word, part, heads, body in entries(document):
            if word not in COMMON:
                index.words.add(word, at, heads + body)
                index.weights[word] = index.weights.get(word, 0) + (10 if part else 1)
                continue
            index.common.add(word, at, heads + body)
            if part & ~SUMMARY:
                index.words.add(word, at, heads + NOWHERE)
    return index


def _words(postings: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Cut the postings by stem: a line has a stem, and each form of it with what is known of it."""
    forms: dict[str, list[str]] = {}
    for word in postings:
        forms.setdefault(family(word), []).append(word)
    lines = {root: " ".join((root, *(f"{form} {postings[form]}" for form in mine))) for root, mine in forms.items()}
    for name, group in cut({root: len(line) for root, line in lines.items()}, SHARD).items():
        yield name, script("\n".join(lines[root] for root in group))


def _forms(weights: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Cut the words as written, each with a digit for its weight."""
    sizes = {word: len(word) // 2 + 3 for word in weights}
    for name, group in cut(sizes, SHARD).items():
        yield name, script(front_coded((word, str(min(9, int(log2(weights[word]))))) for word in group))


def _reversed(weights: Mapping[str, int]) -> dict[str, int]:
    """Return the words in which an error is forgiven, from their ends."""
    return {word[::-1]: weight for word, weight in weights.items() if len(word) >= SHORTEST and word.isalpha()}


def _card(document: Document) -> list[object]:
    card, date = document.card, document.card.stamp
    told = [date.iso, date.day, date.month, date.year, date.text, int(date.printed)] if date else []
    flags = int(card.derived) + 2 * int(card.advertorial)
    outlet = card.outlet.label if card.outlet else ""
    also = [*document.tags, *document.people]
    return [card.path, card.title, told, outlet, card.section, card.place, flags, card.summary, document.text, also]


def _facts(documents: Sequence[Document]) -> Mapping[str, object]:
    """Return what facets are counted from: for each article its outlet, year and topics; and the texts' lengths."""
    outlets: dict[str, tuple[int, str]] = {}
    topics: dict[str, tuple[int, str]] = {}
    outlet_of: list[int] = []
    topics_of: list[list[int]] = []
    years: list[list[object]] = []
    for document in documents:
        outlet = document.card.outlet
        outlet_of.append(_number(outlets, outlet.label, outlet.path) if outlet else -1)
        topics_of.append([_number(topics, topic.label, topic.path) for topic in document.card.topics])
        if years and years[-1][0] == document.year:
            years[-1][1] = int(str(years[-1][1])) + 1
        else:
            years.append([document.year, 1])
    return {
        "count": len(documents),
        "lengths": "".join(DIGITS[_length_class(length(document))] for document in documents),
        "outlets": [[label, name] for name, (_, label) in outlets.items()],
        "topics": [[label, name] for name, (_, label) in topics.items()],
        "outletOf": outlet_of,
        "topicsOf": topics_of,
        "years": years,
    }


def _length_class(count: int) -> int:
    return min(len(DIGITS) - 1, int(_SCALE * log2(max(_LEAST, count) / _LEAST)))


def _number(known: dict[str, tuple[int, str]], label: str, address: str) -> int:
    name = address.rpartition("/")[2].removesuffix(".html")
    return known.setdefault(name or label, (len(known), label))[0]
