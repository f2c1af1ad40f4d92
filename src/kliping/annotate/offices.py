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

_NEAR = re.compile(r"(?:\s+[a-z\d][\w/-]*){0,8}[\s,]+(?:[A-Z(]|[a-z]{1,5}\.\s|mbah\s)")
_STOPS = frozenset(
    (
        *("yang", "saat", "ketika", "akan", "sudah", "telah", "juga", "itu", "tersebut", "ini", "kepada", "karena"),
        *("jika", "tidak", "belum", "masih", "bisa", "dapat", "harus", "pun", "bahwa", "agar", "supaya", "sebagai"),
        *("untuk", "dengan", "oleh", "bersama", "sambil", "namun", "tetapi", "atau", "semula"),
        *("said", "who", "was", "is", "has", "will"),
    )
)
_POINTING = frozenset(("itu", "tersebut", "ini", "lain", "lainnya"))
_PREPOSITIONS = frozenset(("di", "dari", "asal", "ke", "pada", "from", "at", "in"))
_VERB = re.compile(r"(?!bernama)(?:me[mnlrwy]|ber|diper|ter[a-z]{4})[a-z]{3,}$")
_OF_BODIES = Kind.BODY | Kind.NAMED
_KNOWN_OTHERWISE = Kind.GIVEN | Kind.OFFICE | Kind.TITLE


class Held(NamedTuple):
    """A person and the office printed before the name."""

    name: Name
    office: str


def held_by(text: str, start: int, end: int) -> Held | None:
    """Read who holds the office that stands from ``start`` to ``end``; None where nobody is named."""
    return _Reader(text, start, end).read() if _NEAR.match(text, end) else None


class _Reader:
    """Goes from an office to the name behind it, word by word."""

    __slots__ = ("_apart", "_closed", "_end", "_found", "_last", "_pending", "_previous", "_small", "_start", "_text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._pending: list[re.Match[str]] = []
        """Capitalised words behind the last that is known: the name, or the rest of the body's."""
        head = text[start:end]
        self._previous = head
        self._last = Kind.NAMED | Kind.OFFICE if head in listed("offices_of_places") else Kind.OFFICE
        """Kind of the last word known; an office that a place's name follows counts as a place does."""
        self._small = 0
        self._apart = False
        """A preposition stood between, so that a place's name may follow."""
        self._closed = False
        """The body's short form stood in brackets, so that its name is over."""
        self._found: Held | None = None

    def read(self) -> Held | None:
        """Return the person with the office; None where no name follows."""
        for token in TOKEN.finditer(self._text, self._end, self._start + SPAN):
            first = token[0][0]
            if first.islower():
                done = self._small_word(token)
            elif first.isalnum():
                done = self._capital(token)
            else:
                done = self._mark(token)
            if done:
                return self._found
        return self._directly()

    def _stop(self) -> bool:
        """End the walk at what was read so far."""
        self._found = self._directly()
        return True

    def _hold(self, name: Name, end: int) -> bool:
        """End the walk with a name, the office ending where its comma or its first title stands."""
        office = " ".join(self._text[self._start : end].split()).rstrip(" ,").removesuffix(" bernama")
        self._found = Held(name, office)
        return True

    def _mark(self, token: re.Match[str]) -> bool:
        mark = token[0]
        if mark[0] == "(":
            return self._bracket(mark)
        if mark == ".":
            return len(self._previous) > 1 and not bare_kind(self._previous) & Kind.TITLE and self._stop()
        if mark == ",":
            return not (not self._pending and self._goes_on(token.end())) and self._comma(token)
        return not (mark == "/" and not self._pending) and self._stop()

    def _bracket(self, bracket: str) -> bool:
        """Pass over ``(Sekwan)``; behind words that may be a name go on only where they are a body's."""
        if self._pending:
            short = bracket.strip("() ").upper()
            letters = "".join(word[0][0].upper() for word in self._pending)
            of_body = bare_kind(bracket.strip("() ")) & Kind.BODY and not _is_given(self._pending[0])
            if not (of_body or self._last & Kind.NAMED or (short.isalnum() and short.endswith(letters))):
                return self._stop()
            self._pending, self._last = [], Kind.BODY
        self._closed = True
        return False

    def _small_word(self, token: re.Match[str]) -> bool:
        word = token[0]
        if self._pending:
            return self._stop()
        previous, self._previous = self._previous, word
        if word in listed("honorifics") or word in listed("address"):
            name = name_at(self._text, token.start()) if previous not in listed("named_for_people") else None
            return name is not None and self._hold(name, token.start())
        self._small += 1
        if word in _POINTING and self._text[token.end() : token.end() + 1] == ",":
            return False
        if word in _STOPS or _VERB.match(word) or self._small > LOWER_WORDS:
            return True
        self._apart = self._apart or word in _PREPOSITIONS
        self._last = Kind.NAMED if word in _PREPOSITIONS else Kind.BODY
        return False

    def _capital(self, token: re.Match[str]) -> bool:
        word = token[0]
        if self._pending and _is_given(self._pending[0]) and (word[0].isdigit() or (word.isupper() and len(word) > 1)):
            return self._stop()
        kind = bare_kind(word)
        previous, self._previous = self._previous, word
        if kind & (Kind.TITLE | Kind.GIVEN) == Kind.TITLE and previous not in listed("named_for_people"):
            name = name_at(self._text, token.start())
            if name and (name.start > token.start() or name.words > 1):
                return self._hold(name, token.start())
        if kind & Kind.GIVEN or not kind or (kind & Kind.PLACE and self._pending and _is_given(self._pending[0])):
            self._pending.append(token)
            return False
        self._pending, self._last = [], kind
        return bool(kind & Kind.NEVER) and not kind & (Kind.PLACE | Kind.BODY)

    def _goes_on(self, end: int) -> bool:
        """Tell a comma inside a body's name: ``Dinas Kepemudaan, Olahraga, dan Pariwisata``."""
        following = TOKEN.search(self._text, end, end + 30)
        if following is None:
            return False
        kind = bare_kind(following[0])
        if following[0] == "dan":
            return bool(self._last & Kind.BODY)
        return following[0][0].isupper() and bool(kind & _OF_BODIES) and not kind & _KNOWN_OTHERWISE

    def _comma(self, comma: re.Match[str]) -> bool:
        """Take the name behind the comma, or the one before it where none follows."""
        name = name_at(self._text, comma.end())
        if name and (not _follows(self._text, name) or not self._text[comma.end() : comma.end() + 1].isspace()):
            name = None
        placed = bool(self._pending) or bool(self._last & Kind.NAMED) or self._apart
        if name and name.words == 1 and placed and self._text[name.end : name.end + 2] == ", ":
            further = name_at(self._text, name.end + 1)
            if further and further.words > 1 and _follows(self._text, further):
                return self._hold(further, name.end)
        before = self._directly() if self._pending else None
        own = self._last & Kind.NAMED and not self._last & Kind.OFFICE
        if before and not own and _is_given(self._pending[0]) and not (name and len(self._pending) == 1 < name.words):
            self._found = before
        elif name and (name.words > 1 or name.sure or not (self._apart or (own and self._is_common()))):
            return self._hold(name, comma.start())
        else:
            self._found = before
        return True

    def _directly(self) -> Held | None:
        """Tell name from body among the words that end an office without a comma."""
        at = self._begin() if self._pending else -1
        if at < 0:
            return None
        begin = self._pending[at].start()
        name = name_at(self._text, begin)
        if name:
            self._hold(name, begin)
        return self._found

    def _begin(self) -> int:
        """Return at which of the words not known the name begins; -1 where they are all the body's."""
        given = next((at for at, word in enumerate(self._pending) if _is_given(word)), -1)
        if given == 1 and self._pending[0][0] == "I":
            given = 0
        if self._last & Kind.NAMED and not self._last & Kind.OFFICE:
            return self._behind_own_name()
        if given < 0:
            placed = self._last & Kind.PLACE and self._is_official()
            unsure = self._last & Kind.NAMED or len(self._pending) < 2 or self._apart or self._is_common()
            return -1 if unsure and not self._closed and not placed else 0
        long = len(self._pending) > LONGEST_UNSPLIT and not self._closed
        return given if long or (self._last & Kind.OFFICE and self._has_a_body_behind()) else 0

    def _behind_own_name(self) -> int:
        """Return where a name begins behind ``Desa …`` or ``Universitas …``, of whose own name one word is at least."""
        at = next((at for at, word in enumerate(self._pending) if at and _is_given(word)), -1)
        if at > 1 and (at == len(self._pending) - 1 or self._pending[at - 1][0] == "I"):
            return at - 1
        return at

    def _is_official(self) -> bool:
        """Tell an office of the state, which has a place's name and then a person's."""
        return self._text[self._start : self._end].split()[0].rstrip(".") in listed("officials")

    def _is_common(self) -> bool:
        """Tell what many people are, of whom a place or a body is told more often than a name: ``Warga …``."""
        return self._text[self._start : self._end] in listed("offices_of_places") and not self._is_official()

    def _has_a_body_behind(self) -> bool:
        """Tell an office in a company, or in a village or district, whose name follows it."""
        head = self._text[self._start : self._end]
        return head.split()[0] in listed("offices_of_companies") or head in listed("local_offices")


def _is_given(word: re.Match[str]) -> bool:
    return bool(bare_kind(word[0]) & Kind.GIVEN)


def _follows(text: str, name: Name) -> bool:
    """Tell whether what stands behind a name lets it be one: a verb, a comma, a bracket, an end; not ``dan``."""
    rest = text[name.end : name.end + 24].lstrip()
    if not rest or rest[0] in ",(.;:”\"“’'":
        return True
    word = rest.split()[0].rstrip(",.")
    return word in listed("degrees") or (rest[0].islower() and word not in ("dan", "serta", "hingga", "sampai"))
