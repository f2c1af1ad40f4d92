"""Words and sentences of news text, in the few ways the program looks at them."""

import re
from collections.abc import Iterator
from functools import cache

from kliping import data

DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]")
"""Letters of scripts in which words are long or not parted by blanks: kana, Han, Hangul, Thai."""
SENTENCE_ENDS = ".!?…。！？।॥؟۔"
CLOSERS = "”\"’')]»』」"
_WORD = re.compile(r"\w+(?:[-‑’'.]\w+)*")
_FOLDED = re.compile(r"[\w&+/|>»-]+")


def squeeze(text: str) -> str:
    """Fold every run of white space into one blank."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """Lower case, punctuation and spare spaces gone: two lines that say the same fold to the same."""
    return " ".join(_FOLDED.findall(text.replace("’", "").replace("'", "").lower())).strip(" -|>»/")


def words(text: str) -> list[str]:
    """Words as printed; hyphenated ones stay whole."""
    return _WORD.findall(text)


@cache
def stopwords() -> frozenset[str]:
    """Words too common to tell one text from another."""
    return frozenset(data.load("language.yaml")["stopwords"])


def content_words(text: str) -> set[str]:
    """Words, in lower case, that say what a text is about."""
    return weighty(words(text))


def weighty(printed: list[str]) -> set[str]:
    """Those of some printed words, in lower case, that say what a text is about."""
    return {word for word in set(map(str.lower, printed)) - stopwords() if len(word) > 2}


@cache
def small_words() -> frozenset[str]:
    """Words that stay small inside a headline or a name, however they are spelt."""
    printed = data.load("language.yaml")["small_words"]
    return frozenset(form for word in printed for form in (word, word.capitalize(), word.upper()))


def closes(text: str) -> bool:
    """Tell whether the text ends as a sentence does."""
    bare = text.rstrip().rstrip(CLOSERS).rstrip()
    return bare[-1:] in SENTENCE_ENDS and bool(bare)


ABBREVIATION = 12
"""Characters before a full stop that an abbreviation takes at most, with the blank before it."""


@cache
def _abbreviation() -> re.Pattern[str]:
    known = "|".join(re.escape(word) for word in data.load("language.yaml")["abbreviations"])
    return re.compile(rf"(?:(?:^|[\s(“\"])(?:{known}|[A-Z]))\.$", re.I)


_BREAK = re.compile(rf"[{re.escape(SENTENCE_ENDS)}][{re.escape(CLOSERS)}]*\s+(?=[“\"‘'(\[]*[A-Z0-9À-ÖØ-Þ])")


def sentences(text: str, *, whole_quotations: bool = True) -> list[str]:
    """Cut a paragraph into sentences as printed; «Pj.» and «M.» do not end one, nor does a full stop in a quotation."""
    found, start = [], 0
    for end in _ends(text, whole_quotations):
        found.append(text[start:end].rstrip())
        start = end
    if rest := text[start:].strip():
        found.append(rest)
    return found


def has_several_sentences(text: str) -> bool:
    """Tell whether a sentence ends before the text does."""
    return next(_ends(text, whole_quotations=True), None) is not None


def _ends(text: str, whole_quotations: bool) -> Iterator[int]:
    """Yield where the next sentence begins, for each but the first."""
    start, counted, depth = 0, 0, 0
    for match in _BREAK.finditer(text):
        depth += text.count("“", counted, match.end()) - text.count("”", counted, match.end())
        counted = match.end()
        point = match.start()
        if match[0][0] == "." and _abbreviation().search(text, max(start, point - ABBREVIATION), point + 1):
            continue
        if depth > 0 and whole_quotations:
            continue
        yield match.end()
        start, depth = match.end(), 0
