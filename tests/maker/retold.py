"""News that several outlets print: articles in other words than the written ones, and what others make of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from random import Random

from kliping.text import sentences, stopwords, words
from maker.story import load, outlet, person, stories

KEPT = 0.25
"""Share of the written articles' words that stay in every article: turns of speech that unrelated news share."""
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<![\w.,/])(\d{1,2})(?![\w.,/]|\.\d)")
_QUOTED = re.compile(r"^(“[^”]{20,}”),? (?:kata|ujar|jelas|tutur|ungkap) ([^.“”]{3,60})\.$")
_UNITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()


@dataclass(frozen=True)
class Told:
    """One article as one outlet prints it."""

    title: str
    paragraphs: tuple[str, ...]
    outlet: str
    day: date
    tags: tuple[str, ...] = ()
    story: int = -1
    """Number of the news it tells; -1 for what nobody else tells."""
    follows: int = -1
    """Number of the news it follows up."""

    @property
    def body(self) -> str:
        """The text as a record has it."""
        return "\n\n".join(self.paragraphs)


def chance(number: int) -> Random:
    """Return dice that always fall alike for one number."""
    return Random(number)  # noqa: S311


@cache
def _vocabulary() -> tuple[tuple[str, ...], frozenset[str]]:
    """Words to say other things with, and those that all news share."""
    found = sorted(
        {
            word.lower()
            for story in stories()
            for word in words(" ".join(story.paragraphs))
            if word.isalpha() and len(word) > 3
        }
        - stopwords()
    )
    return tuple(found), frozenset(chance(1).sample(found, int(KEPT * len(found))))


def fresh(random: Random, story: int = -1) -> Told:
    """Tell news that nobody has told: the form of a written article with other words and numbers."""
    base = random.choice(stories())
    pool, kept = _vocabulary()
    other: dict[str, str] = {}

    def retold(match: re.Match[str]) -> str:
        word = match[0]
        low = word.lower()
        if len(low) <= 3 or low in stopwords() or low in kept:
            return word
        if low not in other:
            other[low] = random.choice(pool)
        return other[low].capitalize() if word[0].isupper() else other[low]

    def numbered(match: re.Match[str]) -> str:
        return str(random.randint(2, 10 ** len(match[0]) + 1))

    body = [re.sub(r"\d+", numbered, _WORD.sub(retold, text)) for text in base.paragraphs]
    start = random.randrange(max(1, len(body) - 12))
    body = body[start : start + random.randint(5, 12)]
    tags = tuple(random.choice(pool).capitalize() for _ in range(3))
    printed = date(2020, 1, 1) + timedelta(days=random.randrange(1400))
    return Told(_WORD.sub(retold, base.title), tuple(body), outlet(random).name, printed, tags, story)


def own_paragraph(random: Random) -> str:
    """Write a paragraph that no other article has."""
    return random.choice(fresh(random).paragraphs)


Edit = Callable[[Random, list[str]], list[str]]


def cut_end(random: Random, body: list[str]) -> list[str]:
    """Print no more than there is room for."""
    return body[: max(3, len(body) - random.randint(1, max(1, len(body) // 3)))]


def leave_out(random: Random, body: list[str]) -> list[str]:
    """Leave out one or two paragraphs."""
    gone = set(random.sample(range(len(body)), min(random.choice((1, 1, 2)), max(0, len(body) - 3))))
    return [text for at, text in enumerate(body) if at not in gone]


def rewrite_lead(random: Random, body: list[str]) -> list[str]:
    """Say the first paragraph otherwise: most words are others, names and numbers stay."""
    pool, _ = _vocabulary()

    def other(match: re.Match[str]) -> str:
        word = match[0]
        keep = word[0].isupper() or len(word) <= 3 or random.random() < 0.25
        return word if keep else random.choice(pool)

    parts = sentences(_WORD.sub(other, body[0]))
    random.shuffle(parts)
    return [" ".join(parts), *body[1:]]


def new_lead(random: Random, body: list[str]) -> list[str]:
    """Open with a paragraph of the outlet's own in place of the first."""
    return [own_paragraph(random), *body[1:]]


def add_own(random: Random, body: list[str]) -> list[str]:
    """Put a paragraph of the outlet's own between the others."""
    at = random.randint(1, len(body))
    return [*body[:at], own_paragraph(random), *body[at:]]


def move(random: Random, body: list[str]) -> list[str]:
    """Move paragraphs about, most often a quotation up."""
    body = list(body)
    for _ in range(random.randint(1, 3)):
        body.insert(random.randint(1, len(body)), body.pop(random.randrange(1, len(body))))
    return body


def turn_quotes(random: Random, body: list[str]) -> list[str]:
    """Name the speaker before the quotation."""
    verb = random.choice(("mengatakan", "menjelaskan", "menuturkan"))
    return [_QUOTED.sub(rf"\2 {verb}, \1", text) for text in body]


def house_style(random: Random, body: list[str]) -> list[str]:
    """Spell as the house spells."""
    swaps = load("house_style.yaml")["swaps"]
    chosen = random.sample(swaps, len(swaps) // 2)
    for one, other in chosen:
        body = [re.sub(rf"\b{one}\b", other, text) for text in body]
    return body


def write_numbers(random: Random, body: list[str]) -> list[str]:
    """Write small numbers as words."""
    del random

    def said(match: re.Match[str]) -> str:
        value = int(match[1])
        if value < len(_UNITS):
            return _UNITS[value]
        tens, unit = divmod(value, 10)
        if tens == 1:
            return f"{_UNITS[unit]} belas"
        return f"{_UNITS[tens]} puluh{f' {_UNITS[unit]}' if unit else ''}"

    return [_NUMBER.sub(said, text) for text in body]


def polish(random: Random, body: list[str]) -> list[str]:
    """Change a word here and there, and leave some out."""
    pool, _ = _vocabulary()
    share = random.choice((0.02, 0.05, 0.08, 0.12))
    edited = []
    for text in body:
        kept = []
        for word in text.split():
            die = random.random()
            if die < share * 0.7:
                kept.append(random.choice(pool))
            elif die > share:
                kept.append(word)
        edited.append(" ".join(kept))
    return edited


def shorten(random: Random, body: list[str]) -> list[str]:
    """Take sentences out of paragraphs."""
    edited = []
    for text in body:
        parts = sentences(text)
        if len(parts) > 1 and random.random() < 0.4:
            parts.pop(random.randrange(len(parts)))
        edited.append(" ".join(parts))
    return edited


def new_dateline(random: Random, body: list[str]) -> list[str]:
    """Open with the outlet's own dateline and another day."""
    day = random.choice(("Senin", "Selasa", "Rabu", "Kamis", "Jumat"))
    place = random.choice(stories()).place.upper()
    return [f"{place}, {day} ({random.randint(1, 28)}/{random.randint(1, 12)}) – {body[0]}", *body[1:]]


EDITS: tuple[tuple[Edit, float], ...] = (
    (shorten, 0.3),
    (rewrite_lead, 0.5),
    (new_lead, 0.3),
    (turn_quotes, 0.4),
    (leave_out, 0.5),
    (cut_end, 0.5),
    (move, 0.4),
    (add_own, 0.4),
    (house_style, 0.6),
    (polish, 0.5),
    (write_numbers, 0.4),
    (new_dateline, 0.5),
)
"""What an outlet does with a text, and how often."""


def reprint(random: Random, told: Told) -> Told:
    """Print it again as another outlet does."""
    body = list(told.paragraphs)
    for edit, often in EDITS:
        if random.random() < often:
            body = edit(random, body)
    title = told.title if random.random() < 0.2 else fresh(random).title
    printed = told.day + timedelta(days=random.choice((0, 0, 0, 1, 1, 2)))
    return replace(told, title=title, paragraphs=tuple(body), outlet=outlet(random).name, day=printed)


def press_release(random: Random, number: int, reprints: int) -> list[Told]:
    """Tell one piece of news, and print it again so often."""
    first = fresh(random, number)
    while len(first.paragraphs) < 5 or len(" ".join(first.paragraphs).split()) < 150:
        first = fresh(random, number)
    return [first, *(reprint(random, first) for _ in range(reprints))]


def follow_up(random: Random, told: Told) -> Told:
    """Tell what came of it days later, with two or three sentences of what was: at most a third of the whole."""
    known = sentences(" ".join(told.paragraphs))
    start = random.randrange(max(1, len(known) - 3))
    news = fresh(random)
    background = known[start : start + random.randint(2, 3)]
    room = len(" ".join(news.paragraphs).split()) // 2
    while len(background) > 1 and len(" ".join(background).split()) > room:
        background.pop()
    body = (*news.paragraphs, " ".join(background))
    printed = told.day + timedelta(days=random.randint(1, 30))
    return replace(news, paragraphs=body, day=printed, tags=told.tags, follows=told.story)


def report(random: Random, form: list[str], printed: date) -> Told:
    """Fill in a form anew: ``#`` is a figure, ``@`` a name, ``%`` a month."""

    def fill(text: str) -> str:
        text = re.sub("#+", lambda found: str(random.randint(10 ** (len(found[0]) - 1), 10 ** len(found[0]) - 1)), text)
        text = text.replace("%", _month(printed))
        return re.sub("@", lambda _: person(random), text)

    title, *body = map(fill, form)
    return Told(title, tuple(body), outlet(random).name, printed)


def _month(day: date) -> str:
    return "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()[
        day.month - 1
    ]
