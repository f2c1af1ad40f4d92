"""Vocabularies of offices, bodies and verbs of saying, ready to look up."""

import re
from functools import cache

from kliping import data


@cache
def listed(name: str) -> frozenset[str]:
    """Return one list of ``data/offices.yaml`` as printed there."""
    return frozenset(str(entry) for entry in data.load("offices.yaml")[name])


def _either(names: list[str]) -> str:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)


@cache
def office() -> re.Pattern[str]:
    """Match an office or occupation, as whole words; ``Pj.`` with its full stop."""
    entries = data.load("offices.yaml")
    return re.compile(rf"(?<![\w-])(?:{_either(entries['offices'])}|{_either(entries['lower_case_offices'])})\b\.?")


@cache
def said() -> re.Pattern[str]:
    """Match a verb of saying behind a quotation: ``ujar``, ``jelasnya``."""
    return re.compile(rf"\b(?P<verb>{_either(data.load('offices.yaml')['said'])})(?P<own>nya)?\b")


@cache
def says() -> re.Pattern[str]:
    """Match a verb of saying behind its subject: ``mengatakan``."""
    return re.compile(rf"\b(?:{_either(data.load('offices.yaml')['says'])})\b")
