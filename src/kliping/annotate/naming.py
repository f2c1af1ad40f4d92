"""Names of places, bodies, works and events, as printed in capitals; people have their own way."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kliping.annotate.lexicon import listed as lexicon
from kliping.annotate.lexicon import opens_office
from kliping.annotate.tagwords import OPENERS, is_weak, light_key, listed
from kliping.calendar_names import months
from kliping.places import is_place, is_place_word, is_province, is_seat
from kliping.text import stopwords

WORDS = 5
LONGEST = 42
"""Characters."""
MOST = 100
"""Names of one article that are compared with each other, the most frequent."""
AGAIN = 2
"""Times that a name without a common noun at its head stands in the text."""
_YEAR = re.compile(r"(?:19|20)\d\d$")
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][^\W_]*(?:[-’'.&][^\W_]+)*$")
_OFFICE_GOES_ON = frozenset(("wali", "umum", "daerah", "jenderal"))


@dataclass(frozen=True, slots=True)
class Named:
    """A name, how often it stands in the text, and where first."""

    text: str
    times: int
    first: int
    """Number of the word."""
    kind: str
    """``place``, ``small`` (a village, a street), ``body`` (of which every town has one),
    ``headed`` (by another common noun), ``year`` (an event's) or ``bare``."""


@dataclass(frozen=True, slots=True)
class _Sighting:
    text: str
    kind: str
    at: int
    person: bool
    """It stands where a person's name would."""


@dataclass(frozen=True, slots=True)
class _Text:
    """What one paragraph is read with."""

    words: list[str]
    offset: int
    """Words before it."""
    personal: frozenset[str]
    """Parts of the names of the article's people."""
    lowers: frozenset[str]
    """Words that the article has without a capital too."""


def find_names(title: str, paragraphs: list[list[str]], people: Iterable[str]) -> list[Named]:
    """Find the names in the paragraphs' words (as printed, marks among them), none of a person.

    ``title`` is the headline's words in lower case, with a blank at either end.
    """
    personal = frozenset(word for name in people for word in name.split() if not is_place_word(word))
    lowers = frozenset(word for word in {word for words in paragraphs for word in words} if word.islower())
    sightings: dict[str, list[_Sighting]] = {}
    offset = 0
    for words in paragraphs:
        for seen in _sightings(_Text(words, offset, personal, lowers)):
            sightings.setdefault(light_key(seen.text), []).append(seen)
        offset += len(words)
    persons = {word for group in sightings.values() for seen in group if seen.person for word in seen.text.split()}
    found = [
        Named(group[0].text, len(group), group[0].at, group[0].kind)
        for group in sightings.values()
        if group[0].kind != "bare" or (len(group) >= AGAIN and _is_thing(group[0].text, title, lowers, persons))
    ]
    return _whole(sorted(found, key=lambda name: (-name.times, name.first))[:MOST])


def _is_thing(name: str, title: str, lowers: frozenset[str], persons: set[str]) -> bool:
    """Tell whether a bare name is hardly a person's that was missed: it is in the headline, or has a common word."""
    parts = name.split()
    if any(part in persons or part in lexicon("not_names") for part in parts):
        return False
    common = any(part.lower() in lowers or part.isupper() or is_place_word(part) for part in parts)
    return common or f" {light_key(name)} " in title


def _whole(found: list[Named]) -> list[Named]:
    """Leave out names that are part of another."""
    padded = [f" {name.text} " for name in found]
    return [name for name, mine in zip(found, padded, strict=True) if sum(mine in other for other in padded) == 1]


def _sightings(text: _Text) -> Iterator[_Sighting]:
    words, at = text.words, 0
    while at < len(words):
        if not _CAPITALISED.match(words[at]):
            at += 1
            continue
        end = at + 1
        while end < len(words) and (_goes_on(words, at, end) or _YEAR.match(words[end])):
            end += 1
        if end == at + 1 and words[end : end + 1] == [")"] and _YEAR.match("".join(words[end + 1 : end + 2])):
            yield _Sighting(f"{words[at]} {words[end + 1]}", "year", text.offset + at, person=False)
        yield from _named(text, at, end)
        at = end


def _goes_on(words: list[str], start: int, at: int) -> bool:
    """Tell whether a name goes on: with a capital, or in a body's name with «dan» before one."""
    if _CAPITALISED.match(words[at]):
        return words[at].rstrip(".") not in lexicon("honorifics")
    joins = words[at] == "dan" and words[start].lower() in listed("two_part_heads")
    return joins and at + 1 < len(words) and bool(_CAPITALISED.match(words[at + 1]))


def _named(text: _Text, start: int, end: int) -> Iterator[_Sighting]:
    """Yield the name in a run of words in capitals: what follows an office, up to where a person's begins."""
    opening = start == 0 or text.words[start - 1] in OPENERS
    if opening and _only_opens(text.words[start:end], text.lowers):
        start += 1
    office = _office_end(text.words, start, end)
    run = text.words[office:end]
    before = next((place for place, word in enumerate(run) if word in text.personal), len(run))
    end = office + before
    while end > office and _closes_no_name(text.words[end - 1]):
        end -= 1
    if end == office:
        return
    name, kind = _kind(text.words[office:end])
    bare = kind == "bare"
    fits = name and len(name) <= LONGEST and len(name.split()) <= WORDS
    if fits and not (bare and (end - office == 1 or office > start)):
        person = bare and (before < len(run) or _beside_person(text.words, office, end))
        yield _Sighting(name, kind, text.offset + office, person)


def _office_end(words: list[str], start: int, end: int) -> int:
    """Return where the offices and honorifics end that a run begins with."""
    while start < end and (opens_office(words[start]) or words[start].rstrip(".") in lexicon("honorifics")):
        start += 1
        while start < end and words[start].lower() in _OFFICE_GOES_ON:
            start += 1
    return start


def _closes_no_name(word: str) -> bool:
    low = word.lower()
    kind = low in listed("place_kinds") or low in listed("small_places") or low in listed("address")
    return kind or low in stopwords() or word in listed("no_tags") or opens_office(word)


def _only_opens(run: list[str], lowers: frozenset[str]) -> bool:
    """Tell whether a first word has its capital from the sentence's beginning alone."""
    word = run[0].lower()
    if len(run) == 1:
        return not is_place_word(word)
    if word in listed("heads") or word in listed("place_kinds") or word in listed("small_places"):
        return False
    return is_weak(word) or word in lowers


def _kind(run: list[str]) -> tuple[str, str]:
    """Return the run as a name and its kind; an empty name when it is none."""
    head = run[0].lower()
    if head in listed("address"):
        return "", "bare"
    if head in listed("place_kinds"):
        place = _place(run[1:])
        return (place, "place") if place else ("", "bare")
    if (place := _place(run)) and len(place.split()) == len(run):
        return place, "province" if is_province(place) and not is_seat(place) else "place"
    if head in listed("small_places"):
        return (" ".join(run), "small") if len(run) > 1 and len(run) < 4 else ("", "bare")
    text = " ".join(run)
    if _YEAR.match(run[-1]):
        before = run[-2] if len(run) > 1 else ""
        dated = not before or before.lower() in months() or (len(run) == 2 and is_weak(before.lower()))
        told = not dated and not is_place(" ".join(run[:-1]))
        return (text, "year") if told else ("", "bare")
    if head in listed("heads"):
        return (text, "body" if is_common_body(text) else "headed") if len(run) > 1 else ("", "bare")
    return text, "bare"


def is_common_body(name: str) -> bool:
    """Tell whether a name is of a body that every town has: ``Dinas Pertanian``."""
    parts = name.split()
    return len(parts) > 1 and all(part in lexicon("bodies") or part == "dan" for part in parts)


def _place(run: list[str]) -> str:
    """Return the longest known place that the run begins with."""
    for size in range(min(3, len(run)), 0, -1):
        text = " ".join(run[:size])
        if is_place(text) and (size > 1 or is_place_word(run[0])):
            return text
    return ""


def _beside_person(words: list[str], start: int, end: int) -> bool:
    """Tell whether the words around a run are those around a person's name: a verb of saying, a role, an age."""
    before = words[start - 1] if start else ""
    after = words[end : end + 3]
    if before.lower() in lexicon("said") or before in lexicon("lower_case_offices") or before in lexicon("honorifics"):
        return True
    if before.lower() in listed("address"):
        return True
    if not after:
        return False
    if after[0] in lexicon("says") or after[0] in lexicon("said"):
        return True
    return len(after) > 1 and after[0] in ("(", ",") and after[1].isdigit() and len(after[1]) < 3
