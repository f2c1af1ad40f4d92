"""Parts of the pages that compare the printings of one piece of news."""

from dataclasses import dataclass

from kliping.site.views.parts import Card, Link


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story as lists show it."""

    path: str
    first: Card
    """Its first printing, whose headline stands for it."""
    figures: str
    """``5 artikel, 4 media``."""
    outlets: tuple[Link, ...]
    """Who printed it, oldest first."""


@dataclass(frozen=True, slots=True)
class FollowUps:
    """What an article's news follows up, and what followed it up, oldest first."""

    before: tuple[Card, ...]
    after: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stand in both texts (``=``), only in the first printing (``-``), only in this one (``+``)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Printing:
    """A story as one outlet printed it, compared with its first printing."""

    card: Card
    first: bool
    """It is what the others are compared with."""
    later: str
    """``2 hari kemudian``; empty where a day is unknown."""
    headline: tuple[Change, ...]
    """Empty where it is the same or has nothing of the first one."""
    same_headline: bool
    lead: str
    """The first paragraph; empty where the outlet's rights withhold it."""
    lead_changes: tuple[Change, ...]
    """As ``headline``."""
    same_lead: bool
    kept: int
    """Percent of the first printing's text that stands in this one."""
    own: int
    """Percent of this text that does not stand in the first one; 0 where it is next to nothing."""
    bands: tuple[tuple[int, int], ...]
    """Where the kept parts stand in the first printing: start and width, in thousandths of its length."""
