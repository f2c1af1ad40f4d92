"""From documents to the index's pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import sub
from typing import NamedTuple

from kliping.site.page import Page
from kliping.site.search.document import COMMON, Document, terms
from kliping.site.search.shards import cut, path, script
from kliping.site.search.words import stem

SHARD = 64_000
"""Characters of a shard of words: some 15 KB on the wire."""
BLOCK = 16
"""Articles in a shard of cards; ten results load at most ten of them."""
EXCERPT = 2_000
"""Characters of an article's text that are kept to show where a word was found."""

_SOURCE = "search"


class _Index(NamedTuple):
    postings: dict[str, list[int]]
    """By stem: article and value in turn, articles as steps from the one before."""
    places: dict[str, list[int]]
    """By word: for each article its step, the number of positions, and these as steps."""
    forms: dict[str, str]
    """Words that are not their own stem."""


def pages(documents: Sequence[Document]) -> Iterator[Page]:
    """Yield the index of the documents, its first script first; documents are given oldest first."""
    index = _collect(documents)
    shards: dict[str, list[tuple[str, str]]] = {
        "words": list(_words(index)),
        "places": list(_places(index)),
        "cards": [(str(start // BLOCK), script(_cards(documents[start : start + BLOCK])))
                  for start in range(0, len(documents), BLOCK)],
    }  # fmt: skip
    shards["spell"] = list(_spell(index)) if len(shards["words"]) > 1 else []
    files = {kind: [(name, path(kind, text)) for name, text in made] for kind, made in shards.items()}
    head = script({**_facts(documents), **files, "block": BLOCK, "common": sorted(COMMON)})
    yield Page(path("index", head), "raw", head, _SOURCE)
    seen: set[str] = set()
    for kind, made in shards.items():
        for _, text in made:
            address = path(kind, text)
            if address not in seen:
                seen.add(address)
                yield Page(address, "raw", text, _SOURCE)


def _collect(documents: Iterable[Document]) -> _Index:
    postings: dict[str, list[int]] = {}
    places: dict[str, list[int]] = {}
    last: dict[str, int] = {}
    last_place: dict[str, int] = {}
    for number, document in enumerate(documents):
        found = terms(document)
        for root, value in found.parts.items():
            postings.setdefault(root, []).extend((number - last.get(root, 0), value))
            last[root] = number
        for word, positions in found.places.items():
            mine = places.setdefault(word, [])
            mine.extend((number - last_place.get(word, 0), len(positions), positions[0]))
            mine.extend(map(sub, positions[1:], positions))
            last_place[word] = number
    forms = {word: root for word in places if (root := stem(word)) != word and root in postings}
    return _Index(postings, places, forms)


def _words(index: _Index) -> Iterator[tuple[str, str]]:
    sizes = {root: len(root) + 4 * len(found) for root, found in index.postings.items()}
    for form, root in index.forms.items():
        sizes[form] = sizes.get(form, 0) + len(form) + len(root) + 2
    for name, group in cut(sizes, SHARD).items():
        stems = [word for word in group if word in index.postings]
        forms = [(word, index.forms[word]) for word in group if word in index.forms]
        yield name, script([stems, [index.postings[word] for word in stems], forms])


def _places(index: _Index) -> Iterator[tuple[str, str]]:
    sizes = {word: len(word) + 3 * len(found) for word, found in index.places.items()}
    for name, group in cut(sizes, SHARD).items():
        yield name, script([group, [index.places[word] for word in group]])


def _spell(index: _Index) -> Iterator[tuple[str, str]]:
    by_length: dict[int, list[str]] = {}
    for root in sorted(index.postings):
        by_length.setdefault(len(root), []).append(root)
    for length, roots in sorted(by_length.items()):
        yield str(length), script(roots)


def _cards(documents: Iterable[Document]) -> list[list[object]]:
    return [_card(document) for document in documents]


def _card(document: Document) -> list[object]:
    card, stamp = document.card, document.card.stamp
    date = [stamp.iso, stamp.day, stamp.month, stamp.year, stamp.text, int(stamp.printed)] if stamp else []
    flags = int(card.derived) + 2 * int(card.advertorial)
    outlet = card.outlet.label if card.outlet else ""
    text = document.text[:EXCERPT]
    return [card.path, card.title, date, outlet, card.section, card.place, flags, card.summary, text]


def _facts(documents: Sequence[Document]) -> Mapping[str, object]:
    """Return what facets are counted from: for each article its outlet, year and topics."""
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
        "outlets": [[label, name] for name, (_, label) in outlets.items()],
        "topics": [[label, name] for name, (_, label) in topics.items()],
        "outletOf": outlet_of,
        "topicsOf": topics_of,
        "years": years,
    }


def _number(known: dict[str, tuple[int, str]], label: str, address: str) -> int:
    name = address.rpartition("/")[2].removesuffix(".html")
    return known.setdefault(name or label, (len(known), label))[0]
