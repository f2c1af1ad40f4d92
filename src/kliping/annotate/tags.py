"""Tags: what the article names by an abbreviation, a name of its own or a year's event."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from kliping.annotate.abbreviations import Pair, find_pairs
from kliping.annotate.lexicon import listed
from kliping.text import stopwords

MOST = 8
LONGEST = 42
"""Characters; a longer form is tagged by its abbreviation."""

_CAPITALS = re.compile(r"[A-Z]{3,9}(?![\w-])(?!\.[A-Z])")
_PART_OF_WORD = re.compile(r"[\w./-]")
_YEAR = re.compile(r"\s(?:19|20)\d\d(?!\w)")
_NAME_BEFORE = re.compile(r"(?<!\w)(?:[A-Z][\w&]+\s+){0,4}[A-Z][\w&]+\s*$|\b[A-Z][\w&]+\s+\(([A-Z]\w{1,9})\)\s*$")
NAME_BEFORE = 120
"""Characters before a year in which the name of its event stands."""
_MONTH_YEAR = re.compile(
    r"\b(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|Tahun|January|February|March|May|June|July|August|October|December)\b"
)


def find_tags(title: str, paragraphs: Iterable[str], own: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Choose an article's tags: the page's own first, then by how often and where the text names them."""
    texts = tuple(paragraphs)
    whole = "\n".join(texts)
    pairs = {pair.short: pair for text in texts for pair in find_pairs(text)}
    scores: Counter[str] = Counter()
    for short in {*_acronyms(title), *_acronyms(whole), *pairs}:
        if short not in listed("no_tags") and not short.isdigit():
            scores[_shown(short, pairs)] = _times(short, whole) + 2 * _times(short, title) + 2 * (short in pairs)
    named: set[str] = set()
    for year in _YEAR.finditer(whole):
        name = _event_name(whole, year)
        if name and not _MONTH_YEAR.search(name):
            scores[name] += 3
            named.add(_shown(name.split()[0], pairs))
    chosen = [
        tag
        for tag, score in sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        if score >= 2 and tag not in named
    ]
    folded = {tag.casefold() for tag in own}
    return (*own, *(tag for tag in chosen if tag.casefold() not in folded))[: max(MOST, len(own))]


def _acronyms(text: str) -> Iterator[str]:
    """Yield words in capitals; what stands before one is looked at only where capitals are."""
    for match in _CAPITALS.finditer(text):
        if not _PART_OF_WORD.match(text[match.start() - 1 : match.start()]):
            yield match[0]


def _event_name(text: str, year: re.Match[str]) -> str:
    """Return the name of a year's event, ``ICCC 2016``, without small words at its head; empty when none is left."""
    match = _NAME_BEFORE.search(text, max(0, year.start() - NAME_BEFORE), year.start())
    printed = [*(match[1] or match[0]).split(), year[0].strip()] if match else []
    while printed and (printed[0].lower() in stopwords() or printed[0] in listed("not_names")):
        printed = printed[1:]
    return " ".join(printed) if len(printed) > 1 else ""


def _shown(short: str, pairs: dict[str, Pair]) -> str:
    """Show the long form where it is short enough to be a tag."""
    long = pairs[short].long if short in pairs else ""
    return long if long and len(long) <= LONGEST and len(long.split()) <= 3 else short


def _times(word: str, text: str) -> int:
    """Count a word where it stands alone."""
    count, start = 0, text.find(word)
    while start >= 0:
        end = start + len(word)
        count += not (_INNER.match(text[start - 1 : start]) or _INNER.match(text[end : end + 1]))
        start = text.find(word, end)
    return count


_INNER = re.compile(r"\w")
