"""Names that mean the same thing, and addresses for those that do not.

Two spellings are one name when they differ in case, width or spaces only, or when the settings say so.
Two names whose addresses would be the same get different ones, whatever order they come in.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from kliping.config import Name
from kliping.digest import digest
from kliping.slugs import RESERVED, slug

_BLANK = re.compile(r"\s+")
_NO_LETTER = re.compile(r"[\W_]+")
_SIGNS = {
    "+": " plus ",
    "#": " sharp ",
    "&": " dan ",
    "@": " at ",
    "%": " persen ",
    "=": " sama ",
    "*": " bintang ",
}
_SPELLED = str.maketrans(_SIGNS)


@lru_cache(65536)
def key(name: str) -> str:
    """Return what all spellings of a name share."""
    folded = name.casefold() if name.isascii() else unicodedata.normalize("NFKC", name).casefold()
    return _BLANK.sub(" ", folded).strip()


@lru_cache(8)
def canonical_names(names: tuple[Name, ...]) -> dict[str, Name]:
    """Return the known persons by the keys of all their names; the first to claim a spelling has it."""
    known = {key(name.name): name for name in reversed(names)}
    for name in names:
        for alias in name.aliases:
            known.setdefault(key(alias), name)
    return known


def commonest(spellings: dict[str, int]) -> str:
    """Return the spelling used most; of equals the one with more capitals, then the first by letters."""
    return min(spellings, key=lambda name: (-spellings[name], -sum(map(str.isupper, name)), name))


def slugs_for(names: Iterable[str]) -> dict[str, str]:
    """Return an address part for each name, all different, the same whatever the order of names.

    Of names that share one, the name that it spells has it; others spell out their signs or add a digest.
    """
    wanted: dict[str, list[str]] = {}
    for name in sorted(set(names)):
        wanted.setdefault(slug(name, ""), []).append(name)
    taken = set(wanted) | RESERVED
    found: dict[str, str] = {}
    for base, rivals in wanted.items():
        rivals.sort(key=lambda name: (not _spells(base, name), name))
        found[rivals[0]] = base
        for name in rivals[1:]:
            found[name] = _other(name, base, taken)
            taken.add(found[name])
    return found


def _spells(base: str, name: str) -> bool:
    return _NO_LETTER.sub("-", name).strip("-") == base and not set(name) & _SIGNS.keys()


def _other(name: str, base: str, taken: set[str]) -> str:
    spelled = slug(name.translate(_SPELLED), "")
    if spelled not in taken:
        return spelled
    whole = digest(name)
    return next(found for size in range(6, len(whole)) if (found := f"{base}-{whole[:size]}") not in taken)
