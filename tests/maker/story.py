"""What pages are made of: the written articles' stories without their dates, people and outlets that do not exist."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml
from scoring.groups import Print
from scoring.pages import ARTICLES, OUTLETS, Case, cases

from kliping.text import closes, sentences, squeeze

HERE = Path(__file__).parent
LEAST_PARAGRAPHS = 4
LEAST_LENGTH = 60
"""Characters of a paragraph; shorter ones are subheads and list items."""
_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}/\d{1,2}\b|’\d\d\b|\b\d{1,2}[-.]\d{1,2}[-.]\d{2,4}\b"
    r"|\b(?:senin|selasa|rabu|kamis|jumat|jum.at|sabtu|minggu)\b"
    r"|\b(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)\b",
    re.I,
)
_FOREIGN = re.compile(r"[\[\]|_]|\w\.(?:com|id|net|org)\b|\b(?:baca|foto|reporter|editor|penulis)\b\s*:|\*\*|Â|�", re.I)
_CREDIT = re.compile(r"\s*(?:[\[(|/]|[.,]?\s*--|[.,]-|\b(?:[Ff]oto|FOTO|Photo|Dok|Sumber)\b).*$")
_NO_CAPTION = re.compile(r"^[A-Z. ]+ [-–]|^\W|-[A-Z]|!|\. | - |\.jpe?g|\b(?:ILUSTRASI|IMG)\b|\w\.(?:com|id)\b")


@dataclass(frozen=True, slots=True)
class Story:
    """An article's own words: nothing in them tells when, by whom or where they were printed."""

    title: str
    place: str
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...]
    """Without credit and full stop."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who is said to have printed it."""

    name: str
    domain: str


@cache
def load(name: str) -> dict[str, Any]:
    """Read one of the maker's lists."""
    found: dict[str, Any] = yaml.safe_load((HERE / name).read_text("utf-8"))
    return found


@cache
def stories() -> tuple[Story, ...]:
    """Written articles that tell enough without their dates, as ``stories.txt`` lists them.

    The list is kept, so that a new article changes no made page.
    """
    known = {case.name: case for case in cases(ARTICLES, OUTLETS)}
    names = (HERE / "stories.txt").read_text("utf-8").split()
    return tuple(story for name in names if (story := read_story(known[name])))


def read_story(case: Case) -> Story | None:
    """Take an article's own words; None for one that is nothing without its dates."""
    page, want = Print(case.data, case.want), case.want
    if not (want["title"] and want["place"] and " yang " in " ".join(page.body)):
        return None
    first, last = squeeze(want["first_words"]), squeeze(want["last_words"])
    body = [squeeze(line) for line in page.body]
    if first not in body[0] or last not in body[-1]:
        return None
    body[0] = body[0][body[0].index(first) :]
    body[-1] = body[-1][: body[-1].rindex(last) + len(last)]
    told = tuple(text for line in body if (text := _undated(line)))
    if (
        len(told) < LEAST_PARAGRAPHS
        or not told[0].startswith(first)
        or not (_is_paragraph(told[0]) and _is_paragraph(told[-1]))
    ):
        return None
    if _undated(want["title"]) != want["title"]:
        return None
    lines = (_CREDIT.sub("", squeeze(page.line(number))).rstrip(".") for number in want["captions"])
    unfit = (_NO_CAPTION, _DATED)
    lines = (line for line in lines if len(line.split()) > 4 and not line.startswith(want["title"]))
    captions = (line for line in lines if not any(one.search(line) for one in unfit))
    place = want["place"].title() if want["place"].isupper() else want["place"]
    return Story(want["title"], place, told, tuple(captions))


def _is_paragraph(text: str) -> bool:
    return len(text) >= LEAST_LENGTH and closes(text)


def _undated(text: str) -> str:
    """Leave out the sentences that name a day or year; empty for what is no paragraph of its own."""
    if _FOREIGN.search(text):
        return ""
    kept = " ".join(sentence for sentence in sentences(text) if not _DATED.search(sentence))
    whole = kept == text or (len(kept) >= LEAST_LENGTH and closes(kept))
    balanced = kept.count("“") == kept.count("”") and kept.count('"') % 2 == 0
    return kept if whole and balanced and (len(kept) >= LEAST_LENGTH or text == kept) else ""


def outlet(random: Random) -> Outlet:
    """Choose who prints."""
    return Outlet(*random.choice(load("furniture.yaml")["outlets"]))


def person(random: Random) -> str:
    """Make up a name."""
    words = load("furniture.yaml")
    return f"{random.choice(words['first_names'].split())} {random.choice(words['last_names'].split())}"


def initials(random: Random) -> str:
    """Make up the letters by which a desk knows its people."""
    return "".join(random.sample("abdefghiklmnprstuwy", 3))
