"""A number becomes a page and the record it must give."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from scoring.pages import Case, Scored, score

from maker import article, furniture
from maker.damage import Page, damaged, laid_out
from maker.draft import Draft
from maker.story import outlet, stories
from maker.telling import ZONES

PLANS = ("full", "full", "full", "part", "year proved", "weekday", "none")
"""How the text tells the day: in full, without year, without year but with its proof, by weekday, not at all."""
SURE_DATE_LINES = ("D2", "D3", "D15", "D18")
"""Those that no one takes for the day of saving, for pages that print that too."""
ABOVE_THE_TEXT = (("shares", 0.5), ("counts", 0.2), ("consents", 0.08))
BELOW_THE_TEXT = (
    *(("pages", 0.1), ("tags", 0.5), ("shares", 0.2), ("related", 0.6)),
    *(("comments", 0.4), ("related", 0.3), ("footers", 0.8)),
)
FIRST_DAY, LAST_DAY = datetime(2012, 1, 1), datetime(2025, 12, 31)


def make(number: int) -> Case:
    """Make the page of a number."""
    random = Random(number)  # noqa: S311
    draft = _begin(random)
    extraction = random.random() < 0.3
    (_extraction if extraction else _dump)(draft)
    page = laid_out(draft.blocks, random, airy=not extraction)
    data, codes = damaged(page, random)
    draft.codes += codes
    return Case(f"made-{number}", data, _record(draft, page), tuple(dict.fromkeys(draft.codes)))


def score_made(count: int) -> list[Scored]:
    """Make the first pages and score the parser on them."""
    return [score(make(number)) for number in range(count)]


def _begin(random: Random) -> Draft:
    zone = random.choice(["WIB"] * 8 + ["WITA", "WIT"])
    days = (LAST_DAY - FIRST_DAY).days
    when = FIRST_DAY + timedelta(days=random.randint(0, days), minutes=random.randint(300, 1380))
    told_with_captions = [story for story in stories() if story.captions]
    chosen = told_with_captions if random.random() < 0.4 else stories()
    return Draft(random, random.choice(chosen), outlet(random), when.replace(tzinfo=ZONES[zone]), zone)


def _extraction(draft: Draft) -> None:
    """One paragraph a line, next to nothing around."""
    random = draft.random
    if random.random() < 0.1:
        draft.codes.append("D13")
        draft.title = draft.story.title
        draft.date, draft.basis = draft.when.date().isoformat(), "stated"
        draft.add("headline", [f" date {draft.date} {draft.title}"])
    elif random.random() < 0.25:
        article.headline(draft, "once")
    if random.random() < 0.3:
        article.captions(draft)
    article.text(draft, random.choice(PLANS), promos=random.random() < 0.4)
    if random.random() < 0.15:
        article.byline(draft, "bylines_below")


def _dump(draft: Draft) -> None:
    """Everything that the browser showed."""
    random = draft.random
    if random.random() < 0.5:
        furniture.site_name(draft)
    for _ in range(random.choice([0, 1, 1, 2])):
        furniture.furnish(draft, "heads")
    if random.random() < 0.08:
        furniture.furnish(draft, "before")
    stated = random.random() < 0.6
    saved = stated and random.random() < 0.15
    if saved:
        furniture.saved_day(draft)
    if random.random() < 0.88:
        article.head(draft)
    _below_headline(draft, stated, random.choice(SURE_DATE_LINES) if saved else None)
    _some(draft, ABOVE_THE_TEXT)
    if random.random() < 0.7:
        article.captions(draft)
    plans = (*PLANS, "wrong weekday") if draft.basis == "stated" else PLANS
    article.text(draft, random.choice(plans), promos=True)
    if not (draft.authors or draft.editors) and random.random() < 0.5:
        article.byline(draft, "bylines_below")
    _some(draft, BELOW_THE_TEXT)


def _below_headline(draft: Draft, stated: bool, date_line: str | None) -> None:
    """Byline and date line, in either order, or one of them, or none."""
    order = draft.random.choice(["none", "none", "before", "after"])
    if order == "before":
        article.byline(draft, "bylines_above")
    if stated:
        article.date_line(draft, date_line)
    if order == "after" and not draft.authors:
        article.byline(draft, "bylines_above")


def _some(draft: Draft, chances: tuple[tuple[str, float], ...]) -> None:
    for kind, chance in chances:
        if draft.random.random() < chance:
            furniture.furnish(draft, kind)


def _record(draft: Draft, page: Page) -> dict[str, Any]:
    lead, last = draft.story.paragraphs[0].split(), draft.story.paragraphs[-1].split()
    date = draft.date and draft.date.replace("T", " ")
    return {
        "shape": " ".join(draft.codes),
        "title": draft.title,
        "date": date,
        "date_basis": draft.basis,
        "section": draft.section,
        "place": draft.story.place if "place" in draft.printed else None,
        "outlet": draft.outlet.name if "outlet" in draft.printed else None,
        "domain": draft.outlet.domain if "domain" in draft.printed else None,
        "authors": list(dict.fromkeys(draft.authors)),
        "editors": list(dict.fromkeys(draft.editors)),
        "captions": page.of("caption"),
        "body_lines": page.of("body"),
        "noise_lines": page.of("noise"),
        "first_words": " ".join(lead[: article.FIRST_WORDS]),
        "last_words": " ".join(last[-article.FIRST_WORDS :]),
        "advertorial": False,
    }
