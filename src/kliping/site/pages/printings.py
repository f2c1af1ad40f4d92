"""One piece of news, printing by printing, beside the first one: what became of its headline, its lead and its text."""

from kliping import wordiff
from kliping.model import Article
from kliping.site.desk import Desk
from kliping.site.rights import FULL
from kliping.site.stories.overlap import Side, compare, lay_open
from kliping.site.views.stories import Change, Printing

THOUSAND = 1000
LEAST_OWN = 5
"""Percent; less is a changed word at an end."""
LONGEST = 400
"""Words of a lead; a longer one is a whole text without paragraphs, and comparing takes the square of it."""


def printings(desk: Desk, story: tuple[int, ...]) -> tuple[Printing, ...]:
    """Return the printings in their order. No word of a lead is shown or compared that its rights withhold."""
    articles = [desk.catalogue.articles[place] for place in story]
    base = _base(articles)
    return tuple(_printing(desk, place, article, base) for place, article in zip(story, articles, strict=True))


def _base(articles: list[Article]) -> Article:
    """Return what the others are compared with: the first printing whose text may be shown, else the first."""
    return next((article for article in articles if article.record.rights == FULL), articles[0])


def _printing(desk: Desk, place: int, article: Article, base: Article) -> Printing:
    lead, first_lead = _lead(article), _lead(base)
    title, first_title = article.record.title, base.record.title
    text, first_text = _sides(article, base)
    return Printing(
        card=desk.cards.cards[place],
        first=article is base,
        later=_later(desk, article, base),
        headline=_changes(first_title, title),
        same_headline=title.split() == first_title.split(),
        lead=lead,
        lead_changes=_changes(first_lead, lead),
        same_lead=bool(lead) and lead.split() == first_lead.split(),
        kept=round(100 * first_text.share),
        own=own if (own := 100 - round(100 * text.share)) >= LEAST_OWN else 0,
        bands=_bands(first_text),
    )


def _lead(article: Article) -> str:
    return article.text.partition("\n")[0] if article.record.rights == FULL else ""


def _changes(before: str, after: str) -> tuple[Change, ...]:
    """Return the words' changes; none where one text is empty, both are equal, or they have too little in common."""
    if not (before and after) or before.split() == after.split() or not wordiff.alike(before, after):
        return ()
    if max(len(before.split()), len(after.split())) > LONGEST:
        return ()
    return tuple(Change(kind, text) for kind, text in wordiff.words(before, after))


def _sides(article: Article, base: Article) -> tuple[Side, Side]:
    """Return what the article's text and the first one share; copies share all, however short."""
    mine, first = article.fingerprint, base.fingerprint
    assert mine is not None and first is not None  # noqa: S101, PT018 - only texts with a print make a story
    if mine.whole == first.whole:
        whole = Side(1, ((0, 1),), 0, 0, 0)
        return whole, whole
    return compare(lay_open(mine), lay_open(first))


def _bands(side: Side) -> tuple[tuple[int, int], ...]:
    edges = [(start * THOUSAND // side.length, end * THOUSAND // side.length) for start, end in side.passages]
    return tuple((start, end - start) for start, end in edges)


def _later(desk: Desk, article: Article, base: Article) -> str:
    first, this = base.record.date, article.record.date
    if article is base or not (first and this and first.day and this.day):
        return ""
    days = (this.date() - first.date()).days
    if days < 0:
        return desk.words.say("story_earlier", n=-days)
    return desk.words.say("story_later", n=days) if days else desk.words.say("story_same_day")
