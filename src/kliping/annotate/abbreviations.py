"""Long forms printed with their abbreviation: ``Malang Creative Fusion (MCF)``, ``Badan Ekonomi Kreatif (Bekraf)``."""

import re
from dataclasses import dataclass

_SHORT = re.compile(r"\(\s*([A-Z][\w&.-]{1,14})\s*\)")
_WORDS_BACK = 9
_WORD = re.compile(r"[\w’'&/-]+")
_HEADS = frozenset(
    (
        *("Dinas", "Badan", "Kementerian", "Kantor", "Bidang", "Bagian", "Komisi", "Lembaga", "Majelis"),
        *("Universitas", "Institut", "Politeknik", "Pusat", "Balai", "Direktorat"),
    )
)
_SMALL = frozenset(("dan", "dan/atau", "atau", "di", "ke", "untuk", "yang", "serta", "of", "and", "the", "for", "in"))
_REVERSED = re.compile(r"(?<![\w-])([A-Z]{2,9})\s+\(([A-Z][^()]{5,80})\)")


@dataclass(frozen=True, slots=True)
class Pair:
    """A long form, its short form, and where both stand in the text."""

    long: str
    short: str
    start: int
    end: int


def find_pairs(text: str) -> tuple[Pair, ...]:
    """Find every long form with its abbreviation in brackets, or the other way round, in order."""
    if "(" not in text:
        return ()
    found = []
    for match in _SHORT.finditer(text):
        start = _long_form(text, match.start(), match[1])
        if start is not None:
            found.append(Pair(text[start : match.start()].strip(), match[1], start, match.end()))
    for match in _REVERSED.finditer(text):
        long = re.split(r"[_;:]", match[2])[0].strip()
        if _made_of(match[1].lower(), [word.lower() for word in _WORD.findall(long)]):
            found.append(Pair(long, match[1], match.start(), match.end()))
    return tuple(sorted(found, key=lambda pair: pair.start))


def _long_form(text: str, end: int, short: str) -> int | None:
    """Return where the fewest words before the bracket begin that the short form is made of."""
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
        if _made_of(letters, [word.lower() for word in span]):
            return _with_head(words, at, text)
    return None


def _with_head(words: list[re.Match[str]], at: int, text: str) -> int:
    """Take in the kind of body before the name that the letters leave out: «Dinas Komunikasi … (Kominfo)»."""
    while at and words[at - 1][0] in _HEADS and text[words[at - 1].end() : words[at].start()].isspace():
        at -= 1
    return words[at].start()


def _made_of(letters: str, words: list[str]) -> bool:
    """Tell whether the letters are taken in order from the words' beginnings, every weighty word giving some."""
    if words[0][0] != letters[0]:
        return False
    weighty = [word for word in words if word not in _SMALL]
    if len(letters) < len(weighty) - 1 or (len(words) == 1 and len(letters) < 3):
        return False
    reached = {0}
    for word in words:
        following = set(reached) if word in _SMALL else set()
        for at in reached:
            rest, taken = letters[at:], 0
            for letter in word:
                if taken < len(rest) and letter == rest[taken]:
                    taken += 1
                    following.add(at + taken)
        reached = following
        if not reached:
            return False
    return len(letters) in reached
