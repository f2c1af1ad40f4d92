"""People named in an article: by office, title or age, or by what they are quoted to say."""

import re
from collections.abc import Iterable, Iterator

from kliping.annotate.identity import Found, in_full, merged
from kliping.annotate.lexicon import Hit, Kind, find_hits, listed
from kliping.annotate.names import WORD, Name, bare_kind, name_at, shortened
from kliping.annotate.offices import held_by

LONGEST_NAME = 90
"""Characters before a verb of saying or a comma in which a name stands."""
LONGEST_OFFICE = 80
"""Characters of an office behind its name."""

_RUN = r"((?:[^\W\d_a-z][\w’'-]*\.?\s+|bin\s+|binti\s+){0,4}[^\W\d_a-z][\w’'-]*\.?)"
_BEFORE_VERB = re.compile(rf"(?<![\w-]){_RUN}\s+(?:pun\s+|juga\s+|sendiri\s+|kemudian\s+|lantas\s+|lalu\s+)?$")
_BEFORE_OFFICE = re.compile(
    rf"(?<![\w-]){_RUN}(?:\s*\(\d\d\)|,\s*\d\d)?\s*,\s+(?:se?orang\s+|salah\s+se?orang\s+|salah\s+satu\s+|an?\s+|the\s+)?$"
)
_BEFORE_AGE = re.compile(rf"(?<![\w-]){_RUN}\s*$")
_AGE = re.compile(r"\((?:[1-9]\d)(?:\s+tahun)?\)|,\s[1-9]\d(?:\stahun)?,")
_OFFICE_END = re.compile(r"[,.;:“”\"()]|\s(?:yang|saat|ketika|kepada|usai|seusai|sambil|di sela|dalam|dengan|who)\s")
_THING_BEFORE = re.compile(r"(?:^|[\s(])([A-Z][\w-]*)\.?\s+$")
_ONE_OF = re.compile(r"[Ss]alah (?:satu|seorang) $")
_CALLED = re.compile(r"\b(?:disapa|dipanggil|sapaan|panggilan|alias)\s+$")
_LAST_WORD = re.compile(r"([^\W\d]+)\s+$")
_NO_NAMES = Kind.OFFICE | Kind.BODY | Kind.NAMED | Kind.PLACE
_EITHER_SIDE = frozenset(("said", "says", "added", "explained"))
"""Verbs before or behind their subject."""
_BETWEEN = frozenset(("pun", "juga", "sendiri", "kemudian", "lantas", "lalu"))
"""Words that may stand between a subject and its verb."""
_APPOSED = (", ", "ang ", "atu ", " a ", " an ", "the ")
"""How what stands before an office ends where the office can follow its name: a comma, seorang, salah satu, a, the."""
_QUOTED = frozenset(",”\"’'“")


def find_people(
    passages: Iterable[tuple[int, str]], known: tuple[str, ...] = (), rejected: tuple[str, ...] = ()
) -> tuple[Found, ...]:
    """Find the people of an article in the order they appear, each once by the fullest name printed.

    ``known`` are full names that count wherever they stand; ``rejected`` never do.
    """
    passages = tuple(passages)
    whole = "\n".join([text for _, text in passages])
    known = tuple(name for name in known if name in whole)
    found: list[Found] = []
    for name in known:
        found += [
            Found(name, "", line) for line, text in passages if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
        ]
    for hit in find_hits([text for _, text in passages]):
        if person := _named_by(*passages[hit.passage], hit):
            found.append(person)
    if _AGE.search(whole):
        found += [person for line, text in passages for person in _of_an_age(line, text)]
    order = {line: place for place, (line, _) in reversed(tuple(enumerate(passages)))}
    found.sort(key=lambda person: order[person.line])
    people = (person if " " in person.name else in_full(whole, person) for person in merged(found))
    return tuple(
        person
        for person in people
        if (" " in person.name or person.office or person.sure) and person.name not in rejected
    )


def _named_by(line: int, text: str, hit: Hit) -> Found | None:
    """Find whom an office, a title or a verb of saying names; None where it names nobody."""
    match hit.kind:
        case "office":
            return _officer(line, text, hit)
        case "says":
            behind = text[hit.start : hit.end] in _EITHER_SIDE and _quoted(text, hit.start)
            name = _subject(text, hit.start) or (name_at(text, hit.end) if behind else None)
            return Found(name.text, "", line) if name and (name.words > 1 or name.sure) else None
        case "title":
            name = _titled(text, hit)
            return Found(name.text, "", line, sure=name.words == 1 and " " in name.text) if name else None
        case _:
            quoted = _quoted(text, hit.start)
            name = name_at(text, hit.end) if quoted or hit.kind == "according" else None
            if name is None or _nickname(text, name):
                return None
            return Found(name.text, "", line, sure=quoted or name.sure or text[name.end : name.end + 1] == ",")


def _quoted(text: str, start: int) -> bool:
    """Tell whether a quotation or a comma stands before a verb."""
    return text[max(0, start - 3) : start].rstrip()[-1:] in _QUOTED


def _titled(text: str, hit: Hit) -> Name | None:
    """Return the name behind a title, unless the title is a thing's or a nickname follows: ``akrab disapa Pak …``."""
    if _of_thing(text, hit.start) or _is_nickname(text, hit.start):
        return None
    return name_at(text, hit.start)


def _of_an_age(line: int, text: str) -> Iterator[Found]:
    """Find the names with an age behind them: ``Suharno (52)``."""
    for age in _AGE.finditer(text):
        if name := _ending(text, age.start(), _BEFORE_AGE):
            yield Found(name.text, "", line, sure=True)


def _officer(line: int, text: str, hit: Hit) -> Found | None:
    """Find who holds an office: the name before it, in apposition, or the one behind."""
    if before := _apposed(text, hit.start):
        return Found(*before, line)
    held = held_by(text, hit.start, hit.end)
    if held is None or _of_thing(text, hit.start) or _of_name(text, hit):
        return None
    one = _ONE_OF.search(text, max(0, hit.start - 16), hit.start)
    return Found(held.name.text, f"{one[0]}{held.office}" if one else held.office, line)


def _apposed(text: str, start: int) -> tuple[str, str] | None:
    """Return the name before an office in small letters, with the office: ``Mukhlis, sopir asal Sigli``."""
    if not text[start].islower() or not text[max(0, start - 4) : start].endswith(_APPOSED):
        return None
    name = _ending(text, start, _BEFORE_OFFICE)
    if name is None or not (
        name.words > 1 or name.sure or text[name.end : name.end + 2] == " (" or _said_before(text, name)
    ):
        return None
    begin = text.rfind(",", name.end, start) + 1
    office = _office_behind(text, begin or start, name)
    return (name.text, office) if office else None


def _said_before(text: str, name: Name) -> bool:
    """Tell a name behind ``kata``, ``milik``, ``menurut``."""
    before = _LAST_WORD.search(text, max(0, name.start - 16), name.start)
    return before is not None and before[1].lower() in listed("said") | listed("before_names")


def _office_behind(text: str, start: int, name: Name) -> str:
    """Return an office behind its name, ``warga Desa Air Rami``; empty where it only begins what somebody says."""
    end = _OFFICE_END.search(text, start, start + LONGEST_OFFICE)
    if text[max(0, name.start - 9) : name.start].rstrip().lower().endswith("menurut") and not (end and end[0] == ","):
        return ""
    return " ".join(text[start : end.start() if end else start + LONGEST_OFFICE].split())


def _of_name(text: str, hit: Hit) -> bool:
    """Tell an office that is a person's name: ``Chico Hakim dan Kepala Dinas …``."""
    if not bare_kind(text[hit.start : hit.end]) & Kind.GIVEN:
        return False
    before = text[text.rfind(" ", 0, max(0, hit.start - 1)) + 1 : hit.start].rstrip()
    return before[:1].isupper() and not bare_kind(before) & ~Kind.GIVEN


def _of_thing(text: str, start: int) -> bool:
    """Tell whether an office or a title is part of a street's, a school's or a ship's name: ``Jalan Kapten …``."""
    before = _THING_BEFORE.search(text, max(0, start - 16), start)
    return bool(before and before[1] in listed("named_for_people"))


def _is_nickname(text: str, start: int) -> bool:
    """Tell a nickname by what stands before it: ``alias``, ``akrab disapa``."""
    return bool(_CALLED.search(text, max(0, start - 16), start))


def _nickname(text: str, name: Name) -> bool:
    """Tell a name that is explained as another's: ``Mia, sapaan akrab …``."""
    return text[name.end : name.end + 12].lstrip(" ,").startswith(("sapaan", "panggilan"))


def _subject(text: str, start: int) -> Name | None:
    """Return the name before ``mengatakan``; None when none stands there."""
    word = text[text.rfind(" ", 0, max(0, start - 1)) + 1 : start - 1]
    return _ending(text, start, _BEFORE_VERB) if word[:1].isupper() or word in _BETWEEN else None


def _ending(text: str, end: int, pattern: re.Pattern[str]) -> Name | None:
    """Return the name that the capitalised words before a place in the text end with, if all or the last are one."""
    run = pattern.search(text, max(0, end - LONGEST_NAME), end)
    if not run:
        return None
    start, stop = run.span(1)
    begin, other = -1, False
    for word in WORD.finditer(text, start, stop):
        kind = bare_kind(word[1])
        if word[0][-1] == "." and not shortened(word[1]) and not kind & Kind.TITLE:
            begin, other = -1, False
        elif not kind & (Kind.GIVEN | Kind.TITLE) and kind & (_NO_NAMES if begin < 0 else _NO_NAMES | Kind.NEVER):
            other = True
        elif begin < 0 and kind & (Kind.NEVER | Kind.GIVEN) != Kind.NEVER:
            begin = word.start()
    name = name_at(text, begin) if begin >= 0 and not other else None
    if not name or name.end < stop - 1 or _of_thing(text, name.start) or _is_nickname(text, name.start):
        return None
    return name
