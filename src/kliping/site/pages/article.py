"""Article pages."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from kliping.model import Article
from kliping.site import format as written
from kliping.site import jsonld
from kliping.site.cards import language_of
from kliping.site.catalogue import Period
from kliping.site.cite import cite, file_number, meta_tags
from kliping.site.desk import Desk
from kliping.site.markdown import safe_address
from kliping.site.names import key
from kliping.site.page import Page
from kliping.site.pages import digest, stories
from kliping.site.pages.evidence import evidence, repairs
from kliping.site.pages.outlets import domain_of
from kliping.site.related import Relation
from kliping.site.rights import EXCERPT
from kliping.site.views.pages import ArticleView
from kliping.site.views.parts import Field, Link, QuoteView, RelatedView, Stamp

PULL_SHORTEST, PULL_LONGEST = 60, 220
"""Characters of a quotation set in the margin: enough to say something, few enough for its width."""
DESCRIPTION = 300
"""A longer summary is no description; its first words up to here are."""


def pages(desk: Desk) -> Iterator[Page]:
    """Yield every article's page."""
    for place, article in enumerate(desk.catalogue.articles):
        view = _view(desk, place, article)
        yield Page(article.path, "article.html", view if article.record.date else _unmarked(view), article.file)


def _unmarked(part: Any) -> Any:
    """Return a part of an undated article's page with its dates for readers only.

    What else such a page tells of has its days, and search engines would take the first for the article's own.
    """
    if isinstance(part, Stamp):
        return replace(part, iso="")
    if isinstance(part, tuple):
        return tuple(map(_unmarked, part))
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{field.name: _unmarked(getattr(part, field.name)) for field in fields(part)})
    return part


def _view(desk: Desk, place: int, article: Article) -> ArticleView:
    record, card, address = article.record, desk.cards.cards[place], desk.address(article.path)
    outlet = card.outlet.label if card.outlet else ""
    source = desk.sources.get(place)
    quotes = tuple(QuoteView(quote.text, desk.speaker(quote.speaker), None) for quote in article.quotes)
    description = _description(desk, article, outlet)
    changed = record.updated or record.date
    frame = desk.frame(
        article.path,
        record.title,
        description,
        modified=changed.iso() if changed else "",
        menu=digest.ARCHIVE,
        crumbs=_crumbs(desk, article),
        graph=_graph(desk, place, description) if address else None,
        og_type="article",
    )
    return ArticleView(
        **frame,
        card=card,
        form=_form(desk, place, article),
        lang=language_of(record),
        summary="" if _repeats(article) else article.summary,
        body_html=article.html,
        excerpt=record.rights == EXCERPT,
        captions=record.captions,
        pull=_pull(quotes),
        quotes=quotes,
        events=desk.events_of.get(place, ()),
        topics=card.topics,
        tags=_tags(desk, place),
        people=tuple(desk.cards.people[term] for term in desk.catalogue.people.of[place]),
        organisations=tuple(desk.cards.bodies[term] for term in desk.catalogue.bodies.of[place]),
        places=tuple(desk.cards.regions[term] for term in desk.catalogue.regions.of[place]),
        evidence=evidence(desk, place, source or ""),
        repairs=repairs(desk, article),
        source=Link(desk.words.say("source_of", title=record.title), source) if source else None,
        original=record.url if safe_address(record.url) else "",
        older=desk.cards.cards[place - 1] if place > desk.catalogue.undated else None,
        newer=desk.cards.cards[place + 1] if place in desk.catalogue.dated[:-1] else None,
        related=tuple(
            _related(desk, relation)
            for relation in desk.catalogue.related[place]
            if relation.article not in desk.story_of.get(place, ())
        ),
        cite=cite(article, outlet, desk.settings.title, address, desk.words),
        meta=meta_tags(article, outlet, address),
        story=stories.card_of(desk, place),
        elsewhere=desk.of(other for other in desk.story_of.get(place, ()) if other != place),
        follow_ups=stories.follow_ups(desk, place),
    )


def _graph(desk: Desk, place: int, description: str) -> jsonld.Graph:
    article, card = desk.catalogue.articles[place], desk.cards.cards[place]
    named = (
        (jsonld.PERSON, desk.catalogue.people, desk.cards.people),
        (jsonld.BODY, desk.catalogue.bodies, desk.cards.bodies),
        (jsonld.REGION, desk.catalogue.regions, desk.cards.regions),
    )
    return jsonld.news_article(
        article,
        desk.address(article.path),
        card.outlet.label if card.outlet else "",
        _domain(desk, place),
        desk.settings,
        description=description,
        about=[jsonld.thing(jsonld.TOPIC, topic.label, desk.address(topic.path)) for topic in card.topics],
        mentions=[
            jsonld.thing(kind, links[term].label, desk.address(links[term].path))
            for kind, index, links in named
            for term in index.of[place]
        ],
        image=desk.image,
    )


def _tags(desk: Desk, place: int) -> tuple[Link, ...]:
    """Return the article's tags; one that no other article has leads nowhere."""
    filed = {desk.catalogue.tags.terms[term].key: desk.cards.tags[term] for term in desk.catalogue.tags.of[place]}
    named = {key(tag): tag for tag in desk.catalogue.articles[place].record.tags}
    return tuple(filed.get(folded, Link(tag)) for folded, tag in named.items())


def _domain(desk: Desk, place: int) -> str:
    mine = desk.catalogue.outlets.of_article(place)
    return domain_of(desk, mine[0]) if mine else ""


def _description(desk: Desk, article: Article, outlet: str) -> str:
    """Return the summary, or for an article whose text may not be shown who printed it when."""
    summary = article.summary
    if not summary:
        stamp = article.record.date
        when = written.day(stamp.on_day(), desk.language) if stamp else desk.words.say("cite_undated")
        who = outlet or desk.words.say("outlet_unknown")
        return desk.words.say("about_article", outlet=who, date=when, title=article.record.title)
    return summary if len(summary) <= DESCRIPTION else summary[:DESCRIPTION].rpartition(" ")[0] + " …"


def _crumbs(desk: Desk, article: Article) -> tuple[Link, ...]:
    date = article.record.date
    if not date:
        return (Link(desk.words.say("undated"), digest.UNDATED),)
    whole: Period = tuple(part for part in (date.year, date.month, date.day) if part)
    return tuple(Link(_crumb(desk, whole[:length]), digest.path(whole[:length])) for length in range(1, len(whole) + 1))


def _crumb(desk: Desk, period: Period) -> str:
    """Return the last part of the period: the crumbs before it say the rest."""
    if len(period) == 2:
        return written.month_name(period[1], desk.language)
    return str(period[-1])


def _form(desk: Desk, place: int, article: Article) -> tuple[Field, ...]:
    record, card = article.record, desk.cards.cards[place]
    date: tuple[Link, ...] = ()
    if record.date and card.stamp:
        period = tuple(part for part in (record.date.year, record.date.month, record.date.day) if part)
        date = (Link(card.stamp.text, digest.path(period)),)
    fields = (
        ("outlet", (card.outlet,) if card.outlet else ()),
        ("date", date),
        ("section", _plain(record.section)),
        ("byline", _plain(*record.authors)),
        ("editor", _plain(*record.editors)),
        ("photo", _plain(*record.photographers)),
        ("place", _plain(record.place)),
        ("number", _plain(file_number(article))),
        ("advertorial", _plain(desk.words.say("yes") if record.advertorial else "")),
    )
    return tuple(Field(key, links) for key, links in fields if links)


def _plain(*labels: str) -> tuple[Link, ...]:
    return tuple(Link(label) for label in labels if label)


def _repeats(article: Article) -> bool:
    """Tell whether the text begins with the summary."""
    return " ".join(article.text.split()).startswith(article.summary)


def _pull(quotes: tuple[QuoteView, ...]) -> QuoteView | None:
    """Return the longest quotation that fits the margin and whose speaker is known; of equals the first."""
    fit = [quote for quote in quotes if quote.speaker and PULL_SHORTEST <= len(quote.text) <= PULL_LONGEST]
    return max(fit, key=lambda quote: len(quote.text), default=None)


def _related(desk: Desk, relation: Relation) -> RelatedView:
    kind = relation.by[0][0]
    links = {"person": desk.cards.people, "tag": desk.cards.tags, "topic": desk.cards.topics}.get(kind, ())
    labels = tuple(_label(kind, name, links) for _, name in relation.by)
    key = {"person": "related_names", "name": "related_names", "word": "related_words"}.get(kind, "related_tags")
    return RelatedView(desk.cards.cards[relation.article], desk.words.say(key, names=desk.words.join(labels)))


def _label(kind: str, name: int | str, links: tuple[Link, ...]) -> str:
    """Return what two articles share: a term or name as it is, a word in quotation marks."""
    if isinstance(name, int):
        return links[name].label
    return f"“{name}”" if kind == "word" else name
