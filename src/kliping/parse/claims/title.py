"""The title: printed, or made from the lead where none is."""

import re
from collections.abc import Iterator

from kliping import data
from kliping.annotate.abbreviations import find_pairs
from kliping.mentions import find_mentions
from kliping.model import Role
from kliping.parse.claim import Claim
from kliping.parse.page import Page
from kliping.parse.roles.headlines import clean_headline
from kliping.parse.roles.sections import section_of_crumbs
from kliping.parse.sheet import Block
from kliping.parse.sitenames import site_names
from kliping.text import fold, sentences, squeeze

LONGEST_DERIVED = 100
"""Characters; printed headlines of the sites looked at are shorter."""
LEAD = 800
"""Characters of a lead in which its first sentence ends."""
SHORTEST_DERIVED = 30
FULL_DERIVED = 55
"""Long enough to be cut at the next clause."""


def claim_title(page: Page) -> Iterator[Claim]:
    """Claim the headline; surer when printed more than once or near its date line."""
    blocks = tuple(page.sheet.having(Role.HEADLINE))
    if not blocks:
        yield from _derived(page)
        return
    first = [block for block in blocks if page.sheet.labels[block.index].rule == "headline"]  # type: ignore[union-attr]
    text = clean_headline(squeeze(" ".join(block.text for block in first or blocks[:1])), site_names(page.sheet))
    confidence = 0.97 if len(blocks) > len(first) else 0.92 if page.sheet.first - blocks[-1].index <= 4 else 0.8
    yield Claim(
        "title",
        text,
        confidence,
        "headline-again" if len(blocks) > len(first) else "headline",
        tuple(map(page.place, blocks)),
    )


def _derived(page: Page) -> Iterator[Claim]:
    for paragraph in page.paragraphs[:3]:
        if not paragraph.heading and (text := derive_title(paragraph.text)):
            yield Claim("title", text, 0.4, "derived-lead", (page.place(paragraph.block),), _note(page.language))
            return


def _note(language: str) -> str:
    return str(data.load(f"notes.{language}.yaml")["derived-title"])


def derive_title(lead: str) -> str:
    """Make a headline of a lead: abbreviations for long forms, no dates, cut before a clause of place or time."""
    first = sentences(lead[:LEAD])[0] if lead else ""
    text = _without_dates(_shortened(first)).strip(' .,“”"')
    text = squeeze(re.sub(r"\s+([,.])", r"\1", text))
    if len(text) > LONGEST_DERIVED or _CLAUSE_EARLY.search(text, SHORTEST_DERIVED):
        text = _cut(text)
    return text[:1].upper() + text[1:] if len(text) >= 8 else ""


def _shortened(text: str) -> str:
    for pair in reversed(find_pairs(text)):
        text = text[: pair.start] + pair.short + text[pair.end :]
    return re.sub(r"\s*\([^()]*\)", "", text) if not find_mentions(text) else text


def _without_dates(text: str) -> str:
    for mention in reversed(find_mentions(text)):
        before = re.sub(r"(?:,|\bpada|\bhari|\btanggal|\bsejak|\s)+$", "", text[: mention.start])
        text = before + text[mention.end :].lstrip(")")
    return re.sub(r"\s*\([^()]*\)", "", text)


_CLAUSES = "|".join(re.escape(word) for word in data.load("language.yaml")["clause_starts"])
_CLAUSE = re.compile(rf",?\s(?:{_CLAUSES})\s|,\s|\s[–-]\s")
_CLAUSE_EARLY = re.compile(r"\s(?:di|bertempat di|pada)\s(?:[A-Z]|aula|gedung|kantor|ruang|lapangan|hotel)")


def _cut(text: str) -> str:
    """Cut at the first clause of place behind the news, else at the last clause that fits."""
    if (place := _CLAUSE_EARLY.search(text, SHORTEST_DERIVED)) and place.start() <= LONGEST_DERIVED:
        return text[: place.start()].rstrip(" ,")
    fits = [match.start() for match in _CLAUSE.finditer(text, SHORTEST_DERIVED) if match.start() <= LONGEST_DERIVED]
    if fits:
        return text[: next((start for start in fits if start >= FULL_DERIVED), fits[-1])].rstrip(" ,")
    cut = text[:LONGEST_DERIVED].rsplit(" ", 1)[0].rstrip(" ,")
    return cut + " …" if len(cut) < len(text) else cut


def claim_section(page: Page) -> Iterator[Claim]:
    """Claim the label above the headline, a breadcrumb's last part, or the dateline's rubric."""
    headline = page.headline.text if page.headline else ""
    for block in page.sheet.having(Role.SECTION):
        crumbs = section_of_crumbs(block.text, headline, site_names(page.sheet))
        yield Claim(
            "section",
            crumbs or _label(block),
            0.9 if crumbs else 0.8,
            "breadcrumb" if crumbs else "section-label",
            (page.place(block),),
        )
    if page.dateline and page.dateline.section and page.dateline_block:
        part = page.dateline.section
        yield Claim("section", part.text, 0.9, "dateline", (page.place(page.dateline_block, part.start, part.end),))


def _label(block: Block) -> str:
    text = re.split(r"\s[-|–—»>]\s", block.text.strip(" |»>•-"))[-1]
    return text.capitalize() if text.isupper() and len(text) > 4 and fold(text) else text
