"""What pages are made of, and what every page has."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A name and where it leads."""

    label: str
    path: str = ""
    """Empty: no page of its own."""
    count: int = 0
    """Articles behind it; 0 where no count is meant."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The date as offices stamp it on a clipping."""

    iso: str
    """For ``<time datetime>``: 2016, 2016-03, 2016-03-23 or with time and zone; empty where it is for readers only."""
    day: str
    """``23``; empty when the source gives no day."""
    month: str
    """``Mar``; empty when the source gives no month."""
    year: str
    text: str
    """In full: ``Rabu, 23 Maret 2016``; with time where printed: ``Kamis, 20 Juli 2017 pukul 20.42 WIB``."""
    printed: bool = True
    """False: inferred, so drawn with an open outline."""


@dataclass(frozen=True, slots=True)
class Card:
    """An article as lists show it."""

    path: str
    title: str
    derived: bool
    """The title was made from the lead; none was printed."""
    stamp: Stamp | None
    """None: undated."""
    outlet: Link | None
    section: str
    place: str
    summary: str
    topics: tuple[Link, ...]
    advertorial: bool
    lang: str = ""
    """What the article is written in; empty when that is the site's language."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that a page announces."""

    title: str
    path: str
    type: str
    """Media type."""


@dataclass(frozen=True, slots=True)
class Chrome:
    """What every page shows. Changes seldom, since it rewrites the whole site."""

    title: str
    description: str
    language: str
    """``id`` or ``en``."""
    menu: tuple[Link, ...]
    stylesheet: str
    theme_css: str
    """Path of the site's own custom properties; empty without any."""
    icon: str
    feeds: tuple[Feed, ...]
    """The site's own feeds; empty without a base address."""
    opensearch: str
    stats: str
    """Path of the page of numbers; empty where the site has none."""
    generator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What every template can count on."""

    site: Chrome
    root: str
    """``../`` for each folder the page is deep; empty at the top."""
    path: str
    title: str
    """The h1; the document's title adds the site's."""
    description: str
    """One sentence for machines and lists of results."""
    menu: str = ""
    """Path of the menu entry that is the current place; empty for none."""
    crumbs: tuple[Link, ...] = ()
    """From home to the parent."""
    canonical: str = ""
    """Absolute address; empty without a base address."""
    image: str = ""
    """Absolute address of the card image; empty without one."""
    image_alt: str = ""
    og_type: str = "website"
    jsonld: str = ""
    """JSON safe inside ``<script type="application/ld+json">``; empty without a base address."""
    scripts: tuple[str, ...] = ()
    """Paths of scripts this page loads, deferred."""
    feeds: tuple[Feed, ...] = ()
    """Feeds of this page beside the site's."""
    indexable: bool = True
    modified: str = ""
    """ISO date of the newest article on the page; empty where none has a date."""


@dataclass(frozen=True, slots=True)
class Pager:
    """Pages of a list are numbered from the oldest; the unnumbered one holds the newest."""

    number: int
    """0 for the unnumbered page."""
    newest: str
    newer: str
    """Path of the next newer page; empty on the newest."""
    older: str
    """Path of the next older page; empty on the oldest."""
    pages: tuple[Link, ...]
    """All pages, newest first, labelled by their span of dates; at most nine around the current."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of an overview: a year or a month."""

    label: str
    path: str
    count: int
    height: int
    """0 to 100, relative to the longest."""


@dataclass(frozen=True, slots=True)
class TopicBox:
    """A topic with its newest headlines, for the front page and the index."""

    topic: Link
    description: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the form beside an article."""

    key: str
    """outlet, date, section, byline, editor, photo, place, number …: the label is the theme's."""
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """What one field rests on."""

    key: str
    """title, date, place …"""
    value: str
    text: str
    """How it was found, in the site's language."""
    confidence: int
    """Percent."""
    line: int
    """Line of the seed; 0 when none."""
    path: str
    """Of that line in the source view; empty when the source is not shown."""
    note: str


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A related article and why."""

    card: Card
    reason: str
    """``sama-sama menyebut Bekraf``."""


@dataclass(frozen=True, slots=True)
class EventView:
    """Something that happened, as the text says."""

    anchor: str
    """Id on the timeline page."""
    stamp: Stamp
    """Of its first day."""
    span: str
    """``30 Maret–2 April 2016``."""
    label: str
    sources: tuple[Card, ...]
    path: str
    """Of its place on the timeline."""
    place: str = ""
    """Where, as the text prints it."""
    planned: bool = False
    """Announced; no article of the archive tells that it took place."""
    lang: str = ""
    """What its sentence is written in; empty when that is the site's language."""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quotation."""

    text: str
    speaker: Link | None
    card: Card | None
    """Where it was printed; None on that article's own page."""


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office somebody holds, as articles print it."""

    office: str
    person: Link | None
    """None on that person's own page."""
    span: str
    """``Januari 2025 sampai November 2025``: from the first article that says so to the last; empty without dates."""
    path: str
    """Of the newest article that says so."""


@dataclass(frozen=True, slots=True)
class Cite:
    """How to cite the article."""

    text: str
    bibtex: str
    ris: str


@dataclass(frozen=True, slots=True)
class Tag:
    """One citation tag of the head."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Group:
    """Part of a list under a heading of its own."""

    heading: Link
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """Entries under one letter (or year)."""

    heading: str
    anchor: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A field the parser was not sure of."""

    card: Card
    key: str
    text: str
