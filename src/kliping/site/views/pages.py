"""What each kind of page is given, by the name of its template."""

from dataclasses import dataclass

from kliping.site.views.numbers import CountTable, VoiceRow, YearRow
from kliping.site.views.parts import (
    Bar,
    Card,
    Cite,
    Doubt,
    EventView,
    EvidenceView,
    Feed,
    Field,
    Group,
    IndexGroup,
    Link,
    OfficeView,
    Pager,
    QuoteView,
    RelatedView,
    Tag,
    TopicBox,
    View,
)
from kliping.site.views.stories import FollowUps, Printing, StoryCard
from kliping.site.views.timeline import TimelineYear, YearBar


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(View):
    """home.html: the front page and its older pages."""

    figures: str
    """``5 artikel, Maret 2016 sampai November 2025, 3 media``."""
    lead: Card | None
    """None on an empty site and on numbered pages."""
    next: tuple[Card, ...]
    """Four to six after the lead, in order of importance; on numbered pages empty."""
    rest: tuple[Card, ...]
    topics: tuple[TopicBox, ...]
    years: tuple[Bar, ...]
    voices: tuple[Link, ...]
    """Who is quoted most; the count is that of quotes."""
    pager: Pager | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView(View):
    """article.html."""

    card: Card
    form: tuple[Field, ...]
    lang: str
    summary: str
    """Empty when it is only the first paragraph again."""
    body_html: str
    """Empty where rights allow a link only."""
    excerpt: bool
    """The body is cut short for the outlet's rights."""
    captions: tuple[str, ...]
    pull: QuoteView | None
    """A quotation set in the margin."""
    quotes: tuple[QuoteView, ...]
    events: tuple[EventView, ...]
    topics: tuple[Link, ...]
    tags: tuple[Link, ...]
    people: tuple[Link, ...]
    organisations: tuple[Link, ...]
    places: tuple[Link, ...]
    evidence: tuple[EvidenceView, ...]
    repairs: tuple[str, ...]
    source: Link | None
    original: str
    """Address of the printed article; empty when unknown."""
    older: Card | None
    newer: Card | None
    related: tuple[RelatedView, ...]
    cite: Cite
    meta: tuple[Tag, ...]
    story: StoryCard | None
    """The story it is part of."""
    elsewhere: tuple[Card, ...]
    """The story's other printings, oldest first."""
    follow_ups: FollowUps


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestView(View):
    """digest.html: a day, a month (grouped by topic), a year (grouped by month), or the undated."""

    kind: str
    """day, month, year or undated."""
    figures: str
    groups: tuple[Group, ...]
    bars: tuple[Bar, ...]
    """Days of a month or months of a year; empty for a day."""
    older: Link | None
    newer: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView(View):
    """list.html: the articles of a tag or outlet."""

    kind: str
    """tag or outlet."""
    figures: str
    cards: tuple[Card, ...]
    near: tuple[Link, ...]
    """Tags (or people) that often stand beside it."""
    external: Link | None
    """The outlet's own site; the path is an absolute address."""
    pager: Pager | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView(View):
    """topic.html: a topic tells its story by date, oldest first."""

    intro: str
    figures: str
    years: tuple[Group, ...]
    voices: tuple[QuoteView, ...]
    outlets: tuple[Link, ...]
    bars: tuple[Bar, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView(View):
    """person.html: a person, an organisation or a place."""

    kind: str
    """person, organisation or place."""
    remark: str
    """The province of a city or regency, the short form of an organisation; else empty."""
    aliases: tuple[str, ...]
    offices: tuple[str, ...]
    """As the settings say."""
    held: tuple[OfficeView, ...]
    """As articles say, newest first: a person's offices, or who holds one in the organisation or place."""
    figures: str
    quotes: tuple[QuoteView, ...]
    cards: tuple[Card, ...]
    near: tuple[Link, ...]
    """Named together with."""
    pager: Pager | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView(View):
    """index.html of tags, outlets, people, topics, years (the archive)."""

    kind: str
    figures: str
    groups: tuple[IndexGroup, ...]
    boxes: tuple[TopicBox, ...]
    """Topics only."""
    beside: tuple[Link, ...] = ()
    """The other indexes of names, for those of people, organisations and places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView(View):
    """timeline.html."""

    figures: str
    years: tuple[TimelineYear, ...]
    """Oldest first."""
    months: tuple[Link, ...]
    """The months of a page of one year, with their counts."""
    overview: tuple[YearBar, ...]
    """On a timeline's first page."""
    other_years: tuple[Link, ...]
    """On the pages of a year and its months: what a new article of another year does not change."""
    line: str
    """Path of this timeline's first page, by which the filters know it."""
    topics: tuple[Link, ...]
    """The same for one topic; the first is that of all."""
    outlets: tuple[Link, ...]
    """The same for one outlet; the first is that of all."""
    older: Link | None
    newer: Link | None
    data: tuple[Link, ...]
    """The whole timeline for other programs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesView(View):
    """stories.html: all stories, the newest first."""

    figures: str
    stories: tuple[StoryCard, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView(View):
    """story.html: one piece of news as several outlets printed it."""

    figures: str
    first: str
    """Who printed it first, as far as the dates tell, in a sentence."""
    advertorial: str
    """Which outlets mark it as paid for; empty where none or all do."""
    printings: tuple[Printing, ...]
    """Oldest first; the others are compared with the first."""
    follow_ups: FollowUps


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView(View):
    """source.html: the seed as saved, used spans marked, cut lines greyed."""

    article: Card
    lines_html: str
    """Drawn by Pygments: ``<ol class="lines">`` of ``<li id="L3" class="line kept role-headline">``
    (``kept``, ``cut`` or ``blank``), each with ``<a class="n">`` (its number), ``<span class="role">``,
    ``<span class="text">`` with ``<mark class="f-title">`` around
    used spans (``f-`` and the field's name) and, where cut, ``<span class="why">``."""
    evidence: tuple[EvidenceView, ...]
    repairs: tuple[str, ...]
    counts: str
    """``11 baris dipakai, 5 baris dipotong``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(View):
    """search.html: works before a key is pressed."""

    newest: tuple[Card, ...]
    topics: tuple[Link, ...]
    outlets: tuple[Link, ...]
    years: tuple[Link, ...]
    index: str
    """Path of the index's first script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView(View):
    """about.html: what the archive is, how it was made, its figures and its data."""

    figures: str
    outlets: tuple[Link, ...]
    stats: Link | None
    """The page of numbers; None where the site has none."""
    data: tuple[Link, ...]
    feeds_list: tuple[Feed, ...]
    doubts: tuple[Doubt, ...]
    """Articles with a field that a person should look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatsView(View):
    """stats.html: the archive in numbers."""

    figures: str
    glance: tuple[tuple[str, int], ...]
    """articles, outlets, topics, people, quotes, tags: those that there are."""
    undated: Link | None
    months: tuple[str, ...]
    """Short names of the twelve."""
    years: tuple[YearRow, ...]
    """Newest first."""
    tables: tuple[CountTable, ...]
    voices: tuple[VoiceRow, ...]
    """Share of voice by outlet within each topic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView(View):
    """404.html: shown at any depth, so its links start at the base address."""
