"""Key phrases: nouns, alone or two and three together, that an article says again and again."""

from collections import Counter
from collections.abc import Mapping
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
    printed: dict[str, int] = {}
    first: dict[str, int] = {}
    for at, run in _runs(paragraphs):
        for start in range(len(run)):
            for end in range(start + 1, min(start + LONGEST, len(run)) + 1):
                text = " ".join(run[start:end])
                printed[text] = printed.get(text, 0) + 1
                first.setdefault(text, at + start)
    times: Counter[str] = Counter()
    spellings: dict[str, dict[str, int]] = {}
    for text, count in printed.items():
        key = light_key(text)
        times[key] += count
        spellings.setdefault(key, {})[text] = count
    foreign = sum(words.count("the") - words.count("yang") for words in paragraphs) > 0
    found = []
    for key, count in times.items():
        titled = f" {key} " in title
        if count >= _needed(key, titled=titled, foreign=foreign):
            earliest = min(first[text] for text in spellings[key])
            found.append(Keyphrase(_plainest(key, spellings[key]), count, earliest, titled))
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
    lowers = {word for word in {word for words in paragraphs for word in words} if word.islower()}
    fitting = {word for word in lowers if len(word) > 2 and word[0].isalpha() and not is_weak(word)}
    runs: list[tuple[int, list[str]]] = []
    at, run = 0, list[str]()
    for words in paragraphs:
        before = "."
        for word in (*words, "."):
            at += 1
            if before in OPENERS and word.lower() in lowers:
                word = word.lower()
            before = word
            if word in fitting:
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


def _plainest(key: str, spellings: Mapping[str, int]) -> str:
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
