"""Long forms printed with their abbreviation: ``Malang Creative Fusion (MCF)``, ``Badan Ekonomi Kreatif (Bekraf)``."""

import re
from dataclasses import dataclass
from functools import lru_cache

_SHORT = re.compile(r"\(\s*([A-Z][\w&.-]{1,14})\s*\)")
_WORDS_BACK = 9
_WORD = re.compile(r"[\w’'&/-]+")
_HEADS = frozenset(
    (
        *("Dinas", "Badan", "Kementerian", "Kantor", "Bidang", "Bagian", "Komisi", "Lembaga", "Majelis"),
        *(
            "PT",
            "CV",
            "Perum",
            "Perumda",
            "Yayasan",
            "Universitas",
            "Institut",
            "Politeknik",
            "Pusat",
            "Balai",
            "Direktorat",
        ),
    )
)
_FREE = frozenset(("universitas", "institut", "politeknik"))
"""What shortens its name freely: ``Universitas Negeri Malang (UM)``."""
_SMALL = frozenset(("dan", "dan/atau", "atau", "di", "ke", "untuk", "yang", "serta", "of", "and", "the", "for", "in"))
_SHORT_BEFORE = re.compile(r"(?<![\w-])([A-Z]{2,9})\s+$")
_LONG = re.compile(r"\(([A-Z][^()]{5,80})\)")
INNER = 6
"""Letters: a short form of so many may hold parts from the midst of words."""
SPARING = 3
"""Words: of more, one may give no letter: ``Persatuan Sepak Bola Seluruh Indonesia (PSSI)``."""
BEFORE = 14
"""Characters before a bracket in which a short form stands."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A long form, its short form, and where both stand in the text."""

    long: str
    short: str
    start: int
    end: int


@lru_cache(maxsize=512)
def find_pairs(text: str) -> tuple[Pair, ...]:
    """Find every long form with its abbreviation in brackets, or the other way round, in order."""
    found = []
    bracket = text.find("(")
    while bracket >= 0:
        pair = _long_before(text, bracket) or _short_before(text, bracket)
        found += [pair] if pair else []
        bracket = text.find("(", bracket + 1)
    return tuple(sorted(found, key=lambda pair: pair.start))


def _long_before(text: str, bracket: int) -> Pair | None:
    """Read ``Malang Creative Fusion (MCF)``."""
    match = _SHORT.match(text, bracket)
    start = _long_form(text, bracket, match[1]) if match else None
    return Pair(text[start:bracket].strip(), match[1], start, match.end()) if match and start is not None else None


def _short_before(text: str, bracket: int) -> Pair | None:
    """Read ``MCF (Malang Creative Fusion)``."""
    match = _LONG.match(text, bracket)
    short = _SHORT_BEFORE.search(text, max(0, bracket - BEFORE), bracket) if match else None
    if not match or not short:
        return None
    long = re.split(r"[_;:]", match[1])[0].strip()
    made = _made_of(short[1].lower(), [word.lower() for word in _WORD.findall(long)])
    return Pair(long, short[1], short.start(), match.end()) if made else None


def _long_form(text: str, end: int, short: str) -> int | None:
    """Return where the fewest words before the bracket begin that the short form is made of.

    Where their beginnings do not give it, parts of words may: ``Satuan Polisi Perairan dan Udara (Satpolairud)``.
    """
    strict = _fewest(text, end, short, inner=False)
    return strict if strict is not None or len(short) < INNER else _fewest(text, end, short, inner=True)


def _fewest(text: str, end: int, short: str, *, inner: bool) -> int | None:
    words = list(_WORD.finditer(text, max(0, end - 120), end))[-_WORDS_BACK:]
    if not words or text[words[-1].end() : end].strip():
        return None
    letters = "".join(letter for letter in short.lower() if letter.isalnum())
    for at in range(len(words) - 1, -1, -1):
        span = [word[0] for word in words[at:]]
        between = text[words[at].end() : end] if at < len(words) - 1 else ""
        if any(mark in between for mark in '.,;:()“”"'):
            return None
        if not span[0][0].isupper():
            if span[0].lower() not in _SMALL:
                return None
            continue
        if _made_of(letters, [word.lower() for word in span], inner=inner):
            return _with_head(words, at, text)
    return None


def _with_head(words: list[re.Match[str]], at: int, text: str) -> int:
    """Take in the kind of body before the name that the letters leave out: «Dinas Komunikasi … (Kominfo)»."""
    while at and words[at - 1][0] in _HEADS and text[words[at - 1].end() : words[at].start()].isspace():
        at -= 1
    return words[at].start()


def _made_of(letters: str, words: list[str], *, inner: bool = False) -> bool:
    """Tell whether the letters are taken in order from the words' beginnings, every weighty word giving some.

    ``inner``: the later words may give letters from their midst. Of four words and more one may give none.
    """
    if words[0][0] != letters[0]:
        return False
    weighty = [word for word in words if word not in _SMALL]
    if len(letters) < len(weighty) - 1 or (len(words) == 1 and len(letters) < 3):
        return False
    reached, spared = {0}, set[int]()
    for place, word in enumerate(words):
        parts = (word, *(word[cut:] for cut in range(2, len(word) - 1))) if inner and place else (word,)
        following = _taken(letters, reached, parts) | (reached if word in _SMALL else set())
        spared = _taken(letters, spared, parts) | (spared if word in _SMALL else set())
        if place and len(weighty) > SPARING - (words[0] in _FREE) and not inner:
            spared |= reached
        reached = following
        if not reached and not spared:
            return False
    return len(letters) in reached or len(letters) in spared


def _taken(letters: str, reached: set[int], parts: tuple[str, ...]) -> set[int]:
    """Return how far into the letters some parts of a word lead, each from where the words before have led."""
    found: set[int] = set()
    for at in reached:
        for part in parts:
            taken = at
            for letter in part:
                if taken < len(letters) and letter == letters[taken]:
                    taken += 1
                    found.add(taken)
    return found
