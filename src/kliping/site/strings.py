"""Sentences that the program makes, in the site's language: ``say("figures", n=5)``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kliping.site.format import number

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every scalar as text, so that a key such as ``no`` stays a word."""

Phrase = str | Mapping[str, str]
"""A text with ``{names}``, or two of them under ``one`` and ``other`` for languages that tell them apart."""


@dataclass(frozen=True, slots=True)
class Words:
    """All phrases of one language."""

    language: str
    phrases: Mapping[str, Phrase]

    def say(self, key: str, **values: object) -> str:
        """Return the phrase with its values, numbers as the language writes them; KeyError if unknown.

        Without any value it comes as it stands, for a script to fill in.
        """
        phrase = self.phrases[key]
        if not isinstance(phrase, str):
            phrase = phrase["one" if values.get("n") == 1 else "other"]
        if not values:
            return phrase
        return phrase.format_map({name: self._written(value) for name, value in values.items()})

    def _written(self, value: object) -> object:
        return number(value, self.language) if type(value) is int else value

    def join(self, names: tuple[str, ...]) -> str:
        """Return ``a``, ``a dan b`` or ``a, b, dan c``."""
        if len(names) < 2:
            return "".join(names)
        if len(names) == 2:
            return self.say("and_two", a=names[0], b=names[1])
        return self.say("and_many", a=", ".join(names[:-1]), b=names[-1])


def read_phrases(text: str) -> dict[str, Phrase]:
    """Read one strings file: texts or ``one``/``other`` pairs by key; ValueError if it is none."""
    try:
        found = yaml.load(text, _Loader)  # noqa: S506 - a base loader makes nothing but texts, lists and mappings
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    if found in (None, ""):
        return {}
    if not isinstance(found, dict):
        raise ValueError("a strings file is a mapping of keys to texts")
    for key, phrase in found.items():
        pair = isinstance(phrase, dict) and {"one", "other"} <= phrase.keys()
        if not (isinstance(phrase, str) or pair):
            raise ValueError(f"{key!r} must be a text, or texts under 'one' and 'other'")
    return found


@cache
def words(language: str) -> Words:
    """Return the program's own phrases in that language."""
    text = files(__package__).joinpath("strings", f"{language}.yaml").read_text("utf-8")
    return Words(language, read_phrases(text))
