"""Key phrases: nouns, alone or two and three together, that an article says again and again."""

from collections import Counter
from dataclasses import dataclass

from kliping.annotate.tagwords import OPENERS, is_weak, light_key

LONGEST = 4
"""Words."""
MOST = 60
"""Phrases of one article that are compared with each other."""
AGAIN = 2
"""Times that a phrase stands in the text, or once where the headline has it too."""
FOREIGN = 4
"""Times for one word of an English text, in the headline too: there verbs have no affix to know them by."""
SHORTEST = 4
"""Letters of a word that is a tag alone."""


NEVER = 1 << 30


@dataclass(frozen=True, slots=True)
class Keyphrase:
    """A phrase, how often it stands in the text, and where first."""

    text: str
    times: int
    first: int
    """Number of the word."""
    titled: bool


def find_keyphrases(title: str, paragraphs: list[list[str]]) -> list[Keyphrase]:
    """Find the phrases of the paragraphs' words (as printed, marks among them).

    ``title`` is the headline's words in lower case, with a blank at either end.
    """
    times: Counter[str] = Counter()
    spellings: dict[str, Counter[str]] = {}
    first: dict[str, int] = {}
    for at, run in _runs(paragraphs):
        for start in range(len(run)):
            for end in range(start + 1, min(start + LONGEST, len(run)) + 1):
                text = " ".join(run[start:end])
                key = light_key(text)
                times[key] += 1
                spellings.setdefault(key, Counter())[text] += 1
                first.setdefault(key, at + start)
    foreign = sum(words.count("the") - words.count("yang") for words in paragraphs) > 0
    found = []
    for key, count in times.items():
        titled = f" {key} " in title
        if count >= _needed(key, titled=titled, foreign=foreign):
            found.append(Keyphrase(_plainest(key, spellings[key]), count, first[key], titled))
    strongest = sorted(found, key=lambda one: (not one.titled, -one.times, one.first, one.text))[:MOST]
    return _apart(_joined(strongest, times))


def _joined(found: list[Keyphrase], times: Counter[str]) -> list[Keyphrase]:
    """Put two phrases that overlap together where they stand so, else keep the one said more often."""
    for size in range(2, LONGEST):
        found = _joined_of(size, found, times)
    return found


def _joined_of(size: int, found: list[Keyphrase], times: Counter[str]) -> list[Keyphrase]:
    by_start: dict[str, list[Keyphrase]] = {}
    overlapping = [phrase for phrase in found if phrase.text.count(" ") == size - 1]
    for phrase in overlapping:
        by_start.setdefault(phrase.text.rpartition(" ")[0], []).append(phrase)
    made: dict[str, Keyphrase] = {}
    dropped: set[str] = set()
    for first in overlapping:
        for second in by_start.get(first.text.partition(" ")[2], ()):
            whole = f"{first.text} {second.text.rpartition(' ')[2]}"
            together, least = times[light_key(whole)], min(first.times, second.times)
            if together and 2 * together >= least:
                made[whole] = Keyphrase(whole, together, first.first, first.titled and second.titled)
                dropped |= {one.text for one in (first, second) if one.times < 2 * together or one.times == least}
            elif together:
                dropped.add(first.text if first.times <= second.times else second.text)
    kept = [one for one in found if one.text not in dropped and one.text not in made]
    return kept + list(made.values())


def _runs(paragraphs: list[list[str]]) -> list[tuple[int, list[str]]]:
    """Return the longest runs of words that may be in a phrase, each with the number of its first word.

    A capital is a sentence's alone where the article has the word without it too.
    """
    lowers = frozenset(word for words in paragraphs for word in words if word.islower())
    runs: list[tuple[int, list[str]]] = []
    at, run = 0, list[str]()
    for words in paragraphs:
        before = "."
        for word in (*words, "."):
            at += 1
            opens, before = before in OPENERS, word
            if opens and word.lower() in lowers:
                word = word.lower()
            if word.islower() and len(word) > 2 and word[0].isalpha() and not is_weak(word):
                run.append(word)
            elif run:
                runs.append((at - len(run), run))
                run = []
    return runs


def _needed(key: str, *, titled: bool, foreign: bool) -> int:
    if " " in key:
        return 1 if titled and key.count(" ") == 1 else AGAIN
    if len(key) < SHORTEST or (foreign and not titled):
        return NEVER
    return FOREIGN if foreign else AGAIN


def _plainest(key: str, spellings: Counter[str]) -> str:
    """Return the spelling without affixes if there is one, else the commonest."""
    return min(spellings, key=lambda text: (text != key, -spellings[text], text))


def _apart(found: list[Keyphrase]) -> list[Keyphrase]:
    """Of phrases within each other keep the longer, unless the shorter is said twice as often."""
    kept: list[Keyphrase] = []
    for phrase in sorted(found, key=lambda one: (-len(one.text.split()), one.first, one.text)):
        inside = [one for one in kept if f" {phrase.text} " in f" {one.text} "]
        if all(phrase.times >= 2 * one.times for one in inside):
            kept = [one for one in kept if one not in inside or one.titled] + [phrase]
    return kept
