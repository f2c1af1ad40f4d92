"""The publication date: which of the page's dates it is, and the year that a weekday proves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kliping.annotate.lexicon import said, says
from kliping.mentions import Mention
from kliping.model import Role
from kliping.parse.claim import Claim
from kliping.parse.dateline import DATE_PREFIX
from kliping.parse.page import Page
from kliping.parse.recognise import has_date_line, recognised
from kliping.parse.sheet import Block
from kliping.parse.years import Years, years_of
from kliping.when import When

NEAR_HEADLINE = 4
"""A date line within so many blocks of headline or text is the article's; farther up it is the day of saving."""
TOLD = 0.8
"""Least confidence of a day in the text for it to weigh on the date lines."""
BEHIND = 14
"""Characters behind a date: room for «mendatang»."""
HISTORY = 0.5
"""Taken off a date that somebody was born on, or of a year before the latest that the text names."""
PLANNED = 0.45
"""Taken off a day on which something will be: the article is older, nobody knows how much."""
CLAUSE = 90
"""Characters before a date in which «akan» or «sejak» speaks of it."""
UPDATED_WITHIN = 3
"""Days after the day told on which an update is still the publication's."""
CAPTIONED = 0.6
"""A picture's full day with its weekday: that of the event, where the text gives none."""
SAVED_LATER = 10
"""Days: a bare date line above the headline this much later than the text's own day is the day of saving."""
OTHER_SHAPE = 0.6
"""Most for a date line that looks otherwise than the outlet's own, when one of those is on the page."""

_UPDATED = re.compile(
    r"(?:diperbarui|diperbaharui|updated?|update|last modified|pembaruan|diubah)\W*(?:pada|on|at)?\W*$", re.I
)
_FUTURE = re.compile(r"\b(?:akan|rencananya|bakal|dijadwalkan|sebelum)\b", re.I)
_COMING = re.compile(r"^\W*(?:mendatang|nanti|besok|lusa|depan)\b", re.I)
_BORN = re.compile(r"\b(?:lahir|kelahiran|dilahirkan|born)\b", re.I)
_SAID = re.compile(rf"{said().pattern}|{says().pattern}", re.I)
_PAST = re.compile(r"\b(?:sejak|lalu|sebelumnya|silam|tertanggal|terakhir kali)\b", re.I)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in the text, its year known or found."""

    block: Block
    mention: Mention
    confidence: float
    rule: str
    note: str = ""


def claim_dates(page: Page) -> Iterator[Claim]:
    """Claim publication and update dates from the page's header, the dateline and the text."""
    years = years_of(page)
    inline = list(_inline(page, years))
    yield from _header(page, inline)
    yield from _captioned(page)
    if page.dateline and page.dateline.date and page.dateline_block and (when := page.dateline.date.when()):
        mention = page.dateline.date
        yield Claim(
            "date",
            when,
            0.93,
            "date-dateline",
            (page.place(page.dateline_block, 0, page.dateline.end),),
            Years.warn(mention, page.language),
        )
    for dated in inline:
        when = dated.mention.until.when() if dated.mention.until and not dated.mention.when() else dated.mention.when()
        if when:
            yield Claim(
                "date",
                when,
                dated.confidence,
                dated.rule,
                (page.place(dated.block, dated.mention.start, dated.mention.end),),
                dated.note,
            )


def _captioned(page: Page) -> Iterator[Claim]:
    """Claim the full day, with its weekday, that a picture of the article gives."""
    for block in page.sheet.having(Role.CAPTION):
        for mention in block.mentions if block.index <= page.sheet.last else ():
            when = mention.when()
            if when and mention.weekday >= 0 and not mention.contradicts():
                yield Claim("date", when, CAPTIONED, "date-caption", (page.place(block, mention.start, mention.end),))


def _header(page: Page, inline: list[Dated]) -> Iterator[Claim]:
    """Claim from lines that hold little but a date."""
    told = next((dated.mention.when() for dated in inline if dated.confidence >= TOLD and dated.mention.when()), None)
    own = _of_own_shape(page)
    alone = _only_updated(page)
    for block in page.sheet.having(Role.DATE, Role.HEADLINE):
        prefixed = bool(DATE_PREFIX.match(block.text))
        if page.sheet.role(block) is Role.HEADLINE and not prefixed:
            continue
        for mention in block.mentions:
            when = mention.when(timed=True)
            if when is None:
                continue
            place = (page.place(block, mention.start, mention.end),)
            if _UPDATED.search(block.text[: mention.start]):
                near = alone and (told is None or 0 <= (when.date() - told.date()).days <= UPDATED_WITHIN)
                yield Claim("updated", when, 0.9, "date-line", place)
                yield Claim("date", when, 0.93 if near else 0.56, "date-updated", place)
                continue
            confidence = 0.9 if prefixed else _line_confidence(page, block, when, told)
            if own and block.index not in own:
                confidence = min(confidence, OTHER_SHAPE)
            if mention.contradicts():
                confidence = min(confidence, 0.85)
            rule = "date-prefix" if prefixed else "date-line"
            yield Claim("date", when, confidence, rule, place, Years.warn(mention, page.language))


def _of_own_shape(page: Page) -> frozenset[int]:
    """Indexes of the date lines above the text's end that look as the outlet's file says they do."""
    found = recognised(page.sheet)
    if not found or not found.outlet.date_lines:
        return frozenset()
    lines = page.sheet.having(Role.DATE)
    return frozenset(
        block.index for block in lines if block.index <= page.sheet.last and has_date_line(found.outlet, block.text)
    )


def _only_updated(page: Page) -> bool:
    """Tell whether the page's only date is that of its update, as short versions for phones print it."""
    lines = [block for block in page.sheet.having(Role.DATE) if block.index < page.sheet.first]
    dated = [(block, mention) for block in lines for mention in block.mentions if mention.year]
    return len(dated) == 1 and bool(_UPDATED.search(dated[0][0].text[: dated[0][1].start]))


def _line_confidence(page: Page, block: Block, when: When, told: When | None) -> float:
    """Tell how sure a date line is by where it stands; one older than the day that the text tells is less so.

    A day alone above the headline is the page's or that of its saving: the text's own day tells.
    """
    headline = page.headline.index if page.headline else page.sheet.first
    timed = when.hour >= 0
    if block.index > page.sheet.last:
        return 0.3
    follows = told is not None and 0 <= (when.date() - told.date()).days <= SAVED_LATER
    if block.index < headline and _heads_teasers(page, block):
        return 0.3
    confidence = 0.97 if timed or (follows and block.index > headline) else 0.92
    if _apart(page, block.index + 1, headline) >= NEAR_HEADLINE:
        confidence = 0.8 if timed else 0.3
    elif block.index < headline and not timed:
        outlet = recognised(page.sheet)
        saved = outlet is not None and outlet.outlet.header_date == "saved"
        confidence = 0.3 if saved else 0.75 if told is None else 0.93 if follows else 0.3
    return min(confidence, 0.7) if told is not None and when.date() < told.date() else confidence


def _heads_teasers(page: Page, block: Block) -> bool:
    """Tell one of several dates in a list of other news at the page's head."""
    listed = max((other.index for other in page.sheet.having(Role.RELATED) if other.index < block.index), default=-1)
    headline = page.headline.index if page.headline else page.sheet.first
    dates = [other for other in page.sheet.having(Role.DATE) if listed < other.index < headline]
    return listed >= 0 and len(dates) > 1


def _apart(page: Page, start: int, end: int) -> int:
    """Count the lines between a date line and the headline, buttons and pictures left out."""
    return sum(page.sheet.role(block) in (None, Role.MENU, Role.RELATED) for block in page.sheet.blocks[start:end])


def _inline(page: Page, years: Years) -> Iterator[Dated]:
    """Find the day that the text reports, best first by the press's manner of printing it."""
    for order, (block, mention) in enumerate(_mentions(page)):
        base = _weight(block, mention, order, max(years.named, default=0))
        if mention.until and mention.weekday < 0:
            continue
        if mention.year:
            if mention.year > 2099 or not mention.when():
                continue
            rule = "date-inline"
            note = Years.warn(mention, page.language)
            if note:
                base = min(base, 0.55)
            yield Dated(block, mention, base, rule, note)
        elif found := years.prove(mention):
            yield Dated(block, mention.in_year(found.year), min(base, found.confidence), found.rule, found.note)


def _mentions(page: Page) -> Iterator[tuple[Block, Mention]]:
    for block in page.sheet.having(Role.BODY):
        for mention in block.mentions:
            if mention.day and not (
                page.dateline_block is block and page.dateline and mention.end <= page.dateline.end
            ):
                yield block, mention


def _weight(block: Block, mention: Mention, order: int, latest: int) -> float:
    """Weigh a date: in brackets with a weekday it is the day of the news, in words any, of an earlier year history."""
    if mention.bracketed:
        weight = 0.9 if mention.weekday >= 0 else 0.78
    else:
        weight = 0.8 if mention.weekday >= 0 else 0.45
        if mention.year and mention.year < latest:
            weight -= HISTORY
    clause = _around(block.text, mention)
    if _BORN.search(clause):
        weight -= HISTORY
    elif _FUTURE.search(clause) or _COMING.search(block.text[mention.end : mention.end + BEHIND]):
        weight -= 0.1 if _SAID.search(clause) else PLANNED
    elif _PAST.search(clause) and not mention.bracketed:
        weight -= 0.15
    return round(weight - 0.02 * min(order, 5), 2)


def _around(text: str, mention: Mention) -> str:
    """Return the clause that a date closes, quoted words left out."""
    nearest = max(mention.start - CLAUSE, 0)
    start = max(text.rfind(". ", nearest, mention.start), text.rfind("”", nearest, mention.start), nearest)
    return text[start : mention.end]
