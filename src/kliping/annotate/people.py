"""People named in an article: by their office, or by what they are quoted to say."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kliping.annotate.abbreviations import find_pairs
from kliping.annotate.lexicon import Hit, find_hits, is_office, likely_words, listed
from kliping.places import is_place_word

NAME_WORDS = 5
LONGEST_NAME = 90
"""Characters before a verb of saying in which its subject stands."""
MOST_PEOPLE = 200
"""No article names more; a hostile text might."""
OFFICE_WORDS = 14
"""Longest office, in words, between its head and the name (``Kepala Bidang … Disperindag Kota Malang``)."""

TOKEN = 16
"""Characters of a word and its blank, generously."""
_TOKEN = re.compile(
    r"\([^()]*\)|(?:[A-ZÀ-Þ]|Drs?|Dra|Ir|Prof|Hj|KH|K\.H|Pj|Plt|Plh|Moh|Muh|Abd|Sdr)\.|[\w’'&-]+|[^\w\s]"
)
_DIGIT = re.compile(r"\d")
_CAPITALISED = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]*|[A-Z]\.)$")
_OFFICE_ABBREVIATED = re.compile(r"(?:Dis|Kemen|Diskom)[a-z]{3,}$")
"""Short names of departments and ministries: Disperindag, Kemenparekraf."""
_PARTICLES = frozenset(["bin", "binti", "van", "de", "al", "el", "ibnu"])
_JOINING = frozenset(["dan", "di", "untuk", "of", "the", "serta", "bidang", "pada"])


@dataclass(frozen=True, slots=True)
class Found:
    """A name as printed, with the line it stands on."""

    name: str
    office: str
    line: int


def find_people(
    passages: Iterable[tuple[int, str]], known: tuple[str, ...] = (), rejected: tuple[str, ...] = ()
) -> tuple[Found, ...]:
    """Find the people of an article in the order they appear, each once by the fullest name printed.

    ``known`` are full names that count wherever they stand; ``rejected`` never do.
    """
    passages = tuple(passages)
    whole = "\n".join([text for _, text in passages])
    likely = likely_words(whole)
    bodies = frozenset(pair.short for _, text in passages for pair in find_pairs(text))
    found: list[Found] = []
    for line, text in passages:
        found += [Found(name, "", line) for name in known if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
        found += _named_in(line, text, bodies, likely)
    return tuple(person for person in _merged(found) if person.name not in rejected)


def _tokens(text: str, start: int, most: int) -> list[str]:
    return _TOKEN.findall(text, start, start + most * TOKEN)[:most]


def _named_in(line: int, text: str, bodies: frozenset[str], likely: frozenset[str]) -> Iterator[Found]:
    """Find names behind offices and beside verbs of saying; with a verb alone only names of two words and more."""
    for hit in find_hits(text, likely):
        if hit.kind == "office":
            if name := _behind_office(_tokens(text, hit.end, OFFICE_WORDS + NAME_WORDS + 2), bodies):
                yield Found(name, hit.text, line)
            continue
        name = _subject(text, hit, bodies) if hit.kind == "says" else _said_by(text, hit, bodies)
        if " " in name:
            yield Found(name, "", line)


def _behind_office(words: list[str], bodies: frozenset[str]) -> str:
    """Return the name that follows an office, told from the body it belongs to; empty when none does."""
    end = 0
    while end < len(words) and end <= OFFICE_WORDS and _goes_on(words, end, bodies):
        end += 1
    run = words[:end]
    if end < len(words) and words[end] == "," and (name := _name_at(words[end + 1 :], bodies)):
        return name
    last = max((at for at, word in enumerate(run) if _bodily(word, bodies)), default=-1)
    return _name(run[last + 1 :])


def _goes_on(words: list[str], at: int, bodies: frozenset[str]) -> bool:
    """Tell whether a word still belongs to the office, its body or the name."""
    word = words[at]
    if word[0] == "(":
        inner = word.strip("() ")
        return inner in bodies or (inner.isupper() and len(inner) > 1) or inner.rstrip(".") in listed("offices")
    if word in _JOINING:
        return at == 0 or _bodily(words[at - 1], bodies)
    return _capital(word)


def _name_at(words: list[str], bodies: frozenset[str]) -> str:
    """Return the name that a list of words begins with."""
    end = 0
    while end < len(words) and (_capital(words[end]) or (words[end] in _PARTICLES and end)):
        end += 1
    name = _name(words[:end])
    return name if name and all(not _bodily(word, bodies) for word in words[:end]) else ""


def _capital(word: str) -> bool:
    return bool(_CAPITALISED.match(word)) or (word.rstrip(".") in listed("honorifics") and word[0].isupper())


def _bodily(word: str, bodies: frozenset[str]) -> bool:
    """Tell whether a word belongs to a body, a place or an abbreviation, so that no name begins before it."""
    bare = word.rstrip(".")
    if (
        word[0] == "("
        or word in _JOINING
        or bare in bodies
        or bare in listed("bodies")
        or _OFFICE_ABBREVIATED.match(bare)
    ):
        return True
    return (bare.isupper() and len(bare) > 2) or is_office(word) or is_place_word(bare)


def _name(words: list[str]) -> str:
    """Return the words as a name, honorifics taken off; empty when they are none."""
    while words and words[0].rstrip(".") in listed("honorifics") and len(words) > 1:
        words = words[1:]
    words = [word for word in words if word != ","]
    if not words or len(words) > NAME_WORDS or any(word.rstrip(".") in listed("not_names") for word in words):
        return ""
    name = " ".join(words)
    if all(len(word.rstrip(".")) < 3 for word in words) or _DIGIT.search(name):
        return ""
    return name[:-1] if name.endswith(".") and len(words[-1]) > 2 else name


_BEFORE_VERB = re.compile(
    r"((?:[A-ZÀ-Þ][\w’'-]*\.?\s+|bin\s+|binti\s+){1,5})(?:pun\s+|juga\s+|sendiri\s+|kemudian\s+|lantas\s+)?$"
)


def _subject(text: str, hit: Hit, bodies: frozenset[str]) -> str:
    """Return the name before ``mengatakan``; empty when none stands there."""
    before = _BEFORE_VERB.search(text, max(0, hit.start - LONGEST_NAME), hit.start)
    return _sayer(before[1].split(), bodies) if before else ""


def _said_by(text: str, hit: Hit, bodies: frozenset[str]) -> str:
    """Return the name behind ``,” ujar``; empty when none stands there."""
    quoted = text[max(0, hit.start - 3) : hit.start].rstrip()[-1:] in (",", "”", '"', "’")
    return _name_at(_tokens(text, hit.end, NAME_WORDS + 2), bodies) if quoted else ""


def _sayer(words: list[str], bodies: frozenset[str]) -> str:
    last = max((at for at, word in enumerate(words) if _bodily(word, bodies)), default=-1)
    return _name(words[last + 1 :]) if last < 0 or last == len(words) - 1 else ""


def _merged(found: list[Found]) -> Iterator[Found]:
    """Keep each person once, by the fullest of the names that can be one person's."""
    groups: list[list[Found]] = []
    for person in found:
        if len(groups) >= MOST_PEOPLE:
            break
        group = next((group for group in groups if any(same_person(person.name, other.name) for other in group)), None)
        if group is None:
            groups.append([person])
        else:
            group.append(person)
    for group in groups:
        fullest = max(group, key=lambda person: (len(person.name.split()), len(person.name)))
        office_of = next((person.office for person in group if person.office), "")
        if " " in fullest.name or office_of:
            yield Found(fullest.name, office_of, group[0].line)


def same_person(one: str, other: str) -> bool:
    """Tell whether two printed names can be one person's: a part of the other, or an initial for a first name."""
    a, b = one.casefold().replace(".", "").split(), other.casefold().replace(".", "").split()
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if all(word in long for word in short):
        return True
    return (
        len(short) == len(long) >= 2
        and short[1:] == long[1:]
        and (short[0][0] == long[0][0])
        and 1 in (len(short[0]), len(long[0]))
    )
