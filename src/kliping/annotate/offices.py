"""The grammar of office, body, place and name: ``Plt Sekretaris DPRD (Sekwan) Bantaeng Saharuddin``."""

import re
from typing import NamedTuple

from kliping.annotate.lexicon import Kind, listed
from kliping.annotate.names import TOKEN, Name, bare_kind, name_at

SPAN = 190
"""Characters from an office to the end of its name."""
LOWER_WORDS = 7
"""Words in small letters that an office may hold: «Ketua kelompok tani di kampung itu, …»."""
LONGEST_UNSPLIT = 3
"""Words not known that are all the name; of more, the first belong to the body."""

_NEAR = re.compile(r"(?:\s+[a-z\d][\w-]*){0,8}[\s,]+(?:[A-Z(]|[a-z]{1,5}\.\s|mbah\s)")
_STOPS = frozenset(
    (
        *("yang", "saat", "ketika", "akan", "sudah", "telah", "juga", "itu", "tersebut", "ini", "kepada", "karena"),
        *("jika", "tidak", "belum", "masih", "bisa", "dapat", "harus", "pun", "bahwa", "agar", "supaya", "sebagai"),
        *("untuk", "dengan", "oleh", "bersama", "sambil", "namun", "tetapi", "atau", "semula"),
        *("said", "who", "was", "is", "has", "will"),
    )
)
_JOINS = frozenset(("dan", "serta", "of", "for", "the", "and"))
_PREPOSITIONS = frozenset(("di", "dari", "asal", "ke", "pada", "from", "at", "in"))
_VERB = re.compile(r"(?!bernama)(?:me[mnlrwy]|ber|diper|ter[a-z]{4})[a-z]{3,}$")


class Held(NamedTuple):
    """A person and the office printed before the name."""

    name: Name
    office: str


def held_by(text: str, start: int, end: int) -> Held | None:
    """Read who holds the office that stands from ``start`` to ``end``; None where nobody is named."""
    if not _NEAR.match(text, end):
        return None
    pending: list[re.Match[str]] = []
    last, previous = _kind_of_head(text, start, end), text[start:end]
    small, apart, closed = 0, False, False
    for token in TOKEN.finditer(text, end, start + SPAN):
        word = token[0]
        if word[0] == "(":
            if pending and not (last & Kind.NAMED or _abbreviates(word, pending)):
                break
            if pending:
                pending, last = [], Kind.BODY
            closed = True
            continue
        if pending and _is_given(pending[0]) and (word[0].isdigit() or (word.isupper() and len(word) > 1)):
            break
        if word == ".":
            if len(previous) > 1 and not bare_kind(previous) & Kind.TITLE:
                break
            continue
        if word == ",":
            if not pending and _goes_on(text, token.end(), last):
                continue
            return _behind_comma(text, start, token, pending, last, apart)
        if not word[0].isalnum():
            break
        kind = bare_kind(word) if not word[0].islower() else 0
        if word[0].islower():
            if pending:
                break
            if (
                kind_of_title(word)
                and previous not in listed("named_for_people")
                and (name := name_at(text, token.start()))
            ):
                return Held(name, _office(text, start, token.start()))
            if kind_of_title(word):
                previous = word
                continue
            small += 1
            if word in _STOPS or _VERB.match(word) or small > LOWER_WORDS:
                return None
            apart = apart or word in _PREPOSITIONS
            last = Kind.BODY if word not in _PREPOSITIONS else Kind.NAMED
        elif (
            kind & (Kind.TITLE | Kind.GIVEN) == Kind.TITLE
            and previous not in listed("named_for_people")
            and (name := name_at(text, token.start()))
        ):
            if name.start > token.start() or name.words > 1:
                return Held(name, _office(text, start, token.start()))
            pending.append(token)
        elif kind & Kind.GIVEN or not kind or (kind & Kind.PLACE and pending and bare_kind(pending[0][0]) & Kind.GIVEN):
            pending.append(token)
        else:
            pending, last = [], kind
            if kind & Kind.NEVER and not kind & (Kind.PLACE | Kind.BODY):
                return None
        previous = word
    return _directly(text, start, pending, last, apart, closed)


def kind_of_title(word: str) -> bool:
    """Tell a title in small letters, which begins a name: drh., mbah."""
    return word in listed("honorifics") or word in listed("address")


def _is_given(word: re.Match[str]) -> bool:
    return bool(bare_kind(word[0]) & Kind.GIVEN)


def _goes_on(text: str, end: int, last: int) -> bool:
    """Tell a comma inside a body's name: ``Dinas Kepemudaan, Olahraga, dan Pariwisata``."""
    following = TOKEN.search(text, end, end + 30)
    if following is None:
        return False
    word = following[0]
    return (word == "dan" and bool(last & Kind.BODY)) or (
        word[0].isupper()
        and bool(bare_kind(word) & (Kind.BODY | Kind.NAMED))
        and not bare_kind(word) & (Kind.GIVEN | Kind.OFFICE | Kind.TITLE)
    )


def _official(text: str, start: int) -> bool:
    """Tell whether an office is one of the state's, which has a place's name and then a person's."""
    head = TOKEN.match(text, start)
    return bool(head) and head[0] in listed("officials")


def _kind_of_head(text: str, start: int, end: int) -> int:
    """An office that a place's name follows counts as a place does."""
    head = text[start:end]
    return Kind.NAMED | Kind.OFFICE if head in listed("offices_of_places") else Kind.OFFICE


def _abbreviates(bracket: str, pending: list[re.Match[str]]) -> bool:
    """Tell a body's short form in brackets: ``Malang Corruption Watch (MCW)``."""
    short = bracket.strip("() ").upper()
    return short.isalnum() and short.endswith("".join(word[0][0].upper() for word in pending))


def _directly(
    text: str, start: int, pending: list[re.Match[str]], last: int, apart: bool, closed: bool = False
) -> Held | None:
    """Tell name from body among the words that end an office without a comma.

    ``closed``: the body's short form stood in brackets, so that its name is over.
    """
    if not pending:
        return None
    given = next((at for at, word in enumerate(pending) if _is_given(word)), -1)
    at = 0
    if given == 1 and pending[0][0] == "I":
        given = 0
    if last & Kind.NAMED and not last & Kind.OFFICE:
        at = next((at for at, word in enumerate(pending) if at and _is_given(word)), -1)
        if at < 0:
            return None
        at -= at > 1 and (at == len(pending) - 1 or pending[at - 1][0] == "I")
    elif (
        given < 0
        and not closed
        and not (last & Kind.PLACE and _official(text, start))
        and (last & Kind.NAMED or len(pending) < 2 or apart)
    ):
        return None
    elif given > 0 and (
        len(pending) > LONGEST_UNSPLIT
        or (last & Kind.OFFICE and text[start : pending[0].start()].split()[0] in listed("offices_of_companies"))
        or (last & Kind.OFFICE and text[start : pending[0].start()].strip() in listed("local_offices"))
    ):
        at = given
    name = name_at(text, pending[at].start())
    return Held(name, _office(text, start, pending[at].start())) if name else None


def _behind_comma(
    text: str, start: int, comma: re.Match[str], pending: list[re.Match[str]], last: int, apart: bool
) -> Held | None:
    """Read the name behind the comma, or the one before it where none follows."""
    name = name_at(text, comma.end())
    if name and (not _follows(text, name) or not text[comma.end() : comma.end() + 1].isspace()):
        name = None
    placed = bool(pending) or bool(last & Kind.NAMED) or apart
    if name and name.words == 1 and placed and text[name.end : name.end + 2] == ", ":
        further = name_at(text, name.end + 1)
        if further and further.words > 1 and _follows(text, further):
            return Held(further, _office(text, start, name.end))
    before = _directly(text, start, pending, last, apart) if pending else None
    if (
        before
        and not (name and len(pending) == 1 < name.words)
        and _is_given(pending[0])
        and not (last & Kind.NAMED and not last & Kind.OFFICE)
    ):
        return before
    if name and (name.words > 1 or name.sure or not apart):
        return Held(name, _office(text, start, comma.start()))
    return before


def _follows(text: str, name: Name) -> bool:
    """Tell whether what stands behind a name lets it be one: a verb, a comma, a bracket, an end; not ``dan``."""
    rest = text[name.end : name.end + 24].lstrip()
    return (
        not rest
        or rest[0] in ",(.;:”\"“’'"
        or (rest[0].islower() and rest.split()[0] not in ("dan", "serta", "hingga", "sampai"))
    )


def _office(text: str, start: int, end: int) -> str:
    """Return the office as printed, to where the name or its comma begins."""
    return " ".join(text[start:end].split()).rstrip(" ,").removesuffix(" bernama")
