"""The values that pass between the phases: Seed → Reading and Record → Article.

All are frozen; a new phase is a new type. Nothing here does I/O.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kliping.when import When


@dataclass(frozen=True, slots=True)
class Seed:
    """A saved article, as found on disk; never changed by the program."""

    name: str
    """Path below the seeds folder, with forward slashes."""
    data: bytes


class Role(StrEnum):
    """What a line of a saved page is for."""

    HEADLINE = "headline"
    SECTION = "section"
    DATE = "date"
    BYLINE = "byline"
    OUTLET = "outlet"
    DECK = "deck"
    CAPTION = "caption"
    BODY = "body"
    TAGS = "tags"
    MARK = "mark"
    """Advertorial or end marks that stand alone."""
    PROMO = "promo"
    RELATED = "related"
    COMMENTS = "comments"
    SHARE = "share"
    MENU = "menu"
    ADVERT = "advert"
    PAGES = "pages"
    FOOTER = "footer"
    BLANK = "blank"
    NOISE = "noise"
    """Cut for another reason, which is said."""


KEPT_ROLES = frozenset(
    {
        Role.HEADLINE,
        Role.SECTION,
        Role.DATE,
        Role.BYLINE,
        Role.OUTLET,
        Role.DECK,
        Role.CAPTION,
        Role.BODY,
        Role.TAGS,
        Role.MARK,
    }
)
"""Roles whose lines give something to the record; all others but BLANK are cut."""


@dataclass(frozen=True, slots=True)
class Span:
    """Part of a line that gave a field its value."""

    start: int
    end: int
    field: str


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of a seed and what the parser made of it."""

    number: int
    """From 1, as an editor shows it."""
    text: str
    """After repairs."""
    role: Role
    rule: str
    """Name of the rule that gave the role."""
    heading: bool = False
    """A subheading inside the body."""
    spans: tuple[Span, ...] = ()
    """Used parts, in order, not overlapping; offsets in ``text``."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A change the parser made to the saved text before reading it."""

    line: int
    rule: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a field's value comes from."""

    rule: str
    """The parser's rule, or ``person`` for a field that a person gave."""
    line: int = 0
    """Line of the seed, from 1; 0 when the value stands on no single line."""
    confidence: float = 1.0
    """0 to 1, two decimals."""
    check: str = ""
    """Short digest of the value the parser wrote; another value in the record is a person's."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All the parser saw in a seed: the evidence behind a record."""

    seed: str
    lines: tuple[ReadLine, ...]
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the text says happened, or will, on given days."""

    start: When
    end: When
    label: str
    """The sentence that says so, as printed."""
    line: int = 0
    place: str = ""
    """Where, as that sentence prints it."""
    planned: bool = False
    """Still to come, as the article sees it."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words printed in quotation marks and who said them."""

    text: str
    """Without the marks."""
    speaker: str
    """Fullest name in the article; empty when unknown."""
    line: int = 0
    """Line of the seed (or number of the body's paragraph for a record without one)."""
    verb: str = ""
    """The verb of saying beside it, as printed: ``ujar``; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Held:
    """An office that a person holds, as the article prints it."""

    person: str
    """One of the record's people."""
    office: str
    """``Kepala Bidang Perindustrian Disperindag Kota Malang``."""


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation that the article names."""

    name: str
    short: str = ""
    """Its short form; empty where the article gives none."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What an article may be tagged with, and how much it makes of it."""

    name: str
    """As printed."""
    key: str
    """What its plural and its other spellings share."""
    stem: str
    """What a phrase of common words shares with its other affixes; empty for a name."""
    short: str
    """Key of the abbreviation that the article prints with it; empty without one."""
    level: int
    """0 to 3; 9 for what the page prints as a tag."""


@dataclass(frozen=True, slots=True)
class Record:
    """One article as its Markdown file says it."""

    title: str
    body: str
    """Markdown: paragraphs parted by blank lines."""
    date: When | None = None
    updated: When | None = None
    outlet: str = ""
    domain: str = ""
    url: str = ""
    """Address the article was printed at, when known."""
    place: str = ""
    section: str = ""
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    advertorial: bool = False
    captions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """Ids of the site's topics."""
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    summary: str = ""
    slug: str = ""
    lang: str = ""
    rights: str = ""
    draft: bool = False
    seed: str = ""
    """Name of the seed; empty for a record written by hand."""
    provenance: Mapping[str, Provenance] = field(default_factory=dict)
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys that Kliping does not know; they survive."""


@dataclass(frozen=True, slots=True)
class Print:
    """What a text is recognised by where it is printed again; no word of it can be read back."""

    whole: str
    """Digest of all its words; empty without any."""
    size: int
    """Words it was made from."""
    shingles: str
    """Hashes of three words each in the text's order, 32 bits, in base64."""
    figures: str
    """Of each number its place among the words and its hash, 32 bits each, in base64."""


@dataclass(frozen=True, slots=True)
class Article:
    """A record made ready for pages: the dear step, done once a record."""

    record: Record
    file: str
    """The record's file, relative to the project's root, for messages."""
    id: str
    """Stable: the seed's or record's name without ending; never shown as an address."""
    path: str
    """Address below the site's root: ``2016/03/23/slug.html``; ``undated/slug.html`` without a date."""
    html: str
    """The body, safe to show."""
    text: str
    """The body as plain text, paragraphs parted by newlines."""
    summary: str
    words: int
    quotes: tuple[Quote, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    """For tags, the strongest first."""
    own_tags: bool = False
    """A person wrote the tags."""
    reading: Reading | None = None
    """The evidence, for the source view; None without a seed, or where it may not be shown."""
    source_html: str = ""
    """The seed's lines drawn with their roles and used spans; empty where there is no reading."""
    fingerprint: Print | None = None
    """What other printings are known by; None where the site shows no stories."""
    offices: tuple[Held, ...] = ()
    bodies: tuple[Body, ...] = ()
    regions: tuple[str, ...] = ()
    """Provinces, cities and regencies that the article names: ``Kota Malang``."""
    places: str = ""
    """Where the text has its words, for the search; empty where the site has none."""
