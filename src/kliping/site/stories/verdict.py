"""What two articles that share passages are to each other.

The shares were set on made archives of two thousand articles (``bench/stories.py``): reprints with rewritten leads,
cuts, moved quotes and paragraphs of their own on one side; monthly reports, price lists, weather, follow-ups, quoted
law, round-ups and footers on the other.
"""

from dataclasses import dataclass
from enum import Enum

from kliping.site.stories.overlap import Side

SOON_DAYS, WEEK_DAYS = 2, 7
"""Days within which outlets print a text again. Later ones must share more, since follow-ups, round-ups and quotations
of a known text come then."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Parts that must be shared, 0 to 1."""

    reprint: float
    """Of the shorter text, from which on both tell the same news …"""
    other_side: float
    """… if this much of the longer one is shared too; else it only stands in it, as in a round-up."""
    block: float
    """Of the shorter text, where all they share is one passage, as a quotation of the law would be."""
    part: float
    """Of the shorter text, to be cut from a far longer one."""


NEVER = 2.0
"""A later text that has an earlier one in it tells what came of it."""
SOON = Bounds(reprint=0.4, other_side=0.25, block=0.4, part=0.45)
WEEK = Bounds(reprint=0.5, other_side=0.25, block=0.55, part=0.8)
"""Also where a day is unknown."""
LATER = Bounds(reprint=0.5, other_side=0.35, block=0.75, part=NEVER)
FORM_DAYS = 5
"""Days after which other dates in the same sentences tell a form that was filled in anew, not another dateline."""
WHOLE = 0.85
"""Part of the shorter text that makes little evidence enough."""
EVIDENCE, SOLID = 12, 20
"""Words shared at least by any two printings, and by two that hold a story together: some two and three lines."""
FOLLOW_UP = 0.08
"""Part of the shorter text that a follow-up shares with what it follows: two or three sentences."""
ALIKE, ALIKE_SHORT, LONG = 0.5, 0.85, 40
"""Part of both texts that must be shared to know them for one story before it is known what is boilerplate; the second
where fewer words than LONG are shared, which may be a footer under two stubs."""
CONTRARY = 0.2
"""Part of the figures in the shared passages that differ in one and the same form filled in anew."""
MOST_FORMS = 1
"""A single differing figure tells a form where none agrees."""


class Link(Enum):
    """How two articles belong together."""

    NONE = "none"
    SAME = "same"
    """Printings of one text."""
    PART = "part"
    """One is cut from the other, or has it in it: they are one story, but hold no others together."""
    FOLLOW_UP = "follow-up"
    """Each has its own news; they share sentences of what went before."""


def alike(one: Side, other: Side, days: int | None) -> bool:
    """Tell whether two texts are so alike that they are one story, whatever in them may be boilerplate."""
    least = ALIKE if min(one.shared, other.shared) >= LONG else ALIKE_SHORT
    return min(one.share, other.share) >= least and not _is_form(one, other, days)


def judge(one: Side, other: Side, days: int | None) -> Link:
    """Return what two articles are to each other; ``days`` lie between them, None when a date is unknown."""
    short, long = (one, other) if one.length <= other.length else (other, one)
    shared = min(short.shared, long.shared)
    if shared < EVIDENCE or _is_form(short, long, days):
        return Link.NONE
    bounds = _bounds(days)
    is_block = len(short.passages) == len(long.passages) == 1
    if short.share >= (bounds.block if is_block else bounds.reprint) and long.share >= bounds.other_side:
        return Link.SAME if shared >= SOLID or short.share >= WHOLE else Link.NONE
    if short.share >= bounds.part and not _is_tail(short, long):
        return Link.PART
    return Link.FOLLOW_UP if FOLLOW_UP <= short.share < bounds.part else Link.NONE


def _bounds(days: int | None) -> Bounds:
    if days is None:
        return WEEK
    return SOON if days <= SOON_DAYS else WEEK if days <= WEEK_DAYS else LATER


def _is_form(one: Side, other: Side, days: int | None) -> bool:
    """Tell whether the shared passages are a form: the same words around other figures."""
    dates = days is not None and days > FORM_DAYS
    return all(_differs(side, side.contrary + side.moved * dates) for side in (one, other))


def _differs(side: Side, contrary: int) -> bool:
    known = contrary + side.agreeing
    return contrary > CONTRARY * known and (contrary > MOST_FORMS or not side.agreeing)


def _is_tail(short: Side, long: Side) -> bool:
    """Tell whether all they share is one passage at the end of both, as a footer is."""
    return all(len(side.passages) == 1 and side.passages[0][1] == side.length for side in (short, long)) and (
        short.passages[0][0] > 0
    )
