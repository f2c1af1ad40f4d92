"""The headline, and what stands about it: section label and deck."""

import re
from dataclasses import dataclass
from itertools import pairwise

from kliping.model import Role
from kliping.parse.dateline import opens_with_dateline
from kliping.parse.outlets import domain_in, find_outlet
from kliping.parse.recognise import recognised, rubrics
from kliping.parse.roles.captions import looks_like_caption, same_words
from kliping.parse.sheet import Block, Sheet
from kliping.parse.sitenames import names_site, site_names
from kliping.parse.vocabulary import any_of, listed
from kliping.text import content_words, fold

HEADLINE_WORDS = (2, 26)
ENOUGH = 2.2
"""Least score of a headline; 2.0 to 2.6 give the same headlines in the written articles."""
MOST = 60
"""Lines above the text that are weighed, the nearest."""
CLOSE = 7
"""Within so many blocks above the text all lines are equally near: headline, deck, date, buttons."""
NEAR = 14
"""A headline stands within so many blocks of the text, or is printed again there."""

_SUFFIX = re.compile(r"\s[-|–—»:]+\s+((?:(?!\s[-|–—»]).){2,40})$")
_TOLD = re.compile(r"\bme(?:m|n|ng|ny|l|r)[a-z]{4,}\b")
"""A verb with its prefix: captions have it, headlines leave it off (``siapkan`` for ``menyiapkan``)."""
_CRUMBS = re.compile(r"\s*(?:/|>|»|›|→|\\)\s*")
DATE_PREFIX = re.compile(r"^\s*date\s+\d{4}-\d\d-\d\d\s*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line, or lines that are one headline, with its score."""

    blocks: tuple[Block, ...]
    text: str
    score: float
    copies: int


def headlines(sheet: Sheet) -> None:
    """Find the headline above the text; label it and its copies. Many pages have none."""
    found = find_headline(sheet)
    if found is None:
        return
    for block in found.blocks:
        sheet.put(block, Role.HEADLINE, "headline")
    wanted = fold(found.text)
    for block in sheet.unlabelled(0, sheet.first):
        if fold(clean_headline(block.text, site_names(sheet))) == wanted or (
            block.length > 4 and wanted == block.folded
        ):
            sheet.put(block, Role.HEADLINE, "headline-again")


def find_headline(sheet: Sheet) -> Candidate | None:
    """Choose the best line above the text; ties go to the upper one."""
    if sheet.last < 0:
        return None
    subject = _subject(sheet)
    seen: dict[str, int] = {}
    names = site_names(sheet)
    above = [block for block in sheet.blocks[: sheet.first] if _eligible(sheet, block)][-MOST:]
    for block in above:
        text = fold(clean_headline(block.text, names))
        seen[text] = seen.get(text, 0) + 1
    candidates = [_candidate(sheet, blocks, subject, seen) for blocks in _joined(sheet, above)]
    best = max(candidates, key=lambda candidate: (round(candidate.score, 3), -candidate.blocks[0].index), default=None)
    return best if best and best.score >= ENOUGH else None


def _eligible(sheet: Sheet, block: Block) -> bool:
    role = sheet.role(block)
    if role is Role.DATE:
        return bool(DATE_PREFIX.match(block.text)) and len(DATE_PREFIX.sub("", block.text).split()) >= 3
    return role is None and HEADLINE_WORDS[0] <= block.length <= HEADLINE_WORDS[1]


def _subject(sheet: Sheet) -> set[str]:
    """Weighty words of the first paragraphs and those that recur."""
    body = [block for block in sheet.blocks[sheet.first : sheet.last + 1] if sheet.role(block) is Role.BODY]
    return set().union(*(block.content for block in body)) if body else set()


def _joined(sheet: Sheet, above: list[Block]) -> list[tuple[Block, ...]]:
    """Each line alone, and neighbours in one run that may be a headline broken over two lines."""
    found: list[tuple[Block, ...]] = [(block,) for block in above]
    whole = {block.folded for block in above}
    for one, two in pairwise(above):
        if (
            two.index == one.index + 1
            and not two.apart
            and not one.closed
            and (_breaks_off(one, two) or fold(f"{one.text} {two.text}") in whole or _stands_alone(sheet, one, two))
            and one.length + two.length <= HEADLINE_WORDS[1]
        ):
            found.append((one, two))
    return found


def _stands_alone(sheet: Sheet, one: Block, two: Block) -> bool:
    """Tell whether two lines in a headline's capitals stand together between blank lines."""
    below = sheet.blocks[two.index + 1] if two.index + 1 < len(sheet.blocks) else None
    capitals = min(one.title_share, two.title_share) >= 0.7 and min(one.length, two.length) >= 3
    return capitals and one.apart and bool(below and below.apart) and one.folded not in listed("sections")


def _breaks_off(one: Block, two: Block) -> bool:
    """Tell whether a line cannot end there: a small word or a comma last, or the next begins small."""
    last = one.words[-1].lower() if one.words else ""
    return last in listed("joining_words") or one.text[-1] in ",&-" or (two.text[0].islower() and one.length >= 3)


def _candidate(sheet: Sheet, blocks: tuple[Block, ...], subject: set[str], seen: dict[str, int]) -> Candidate:
    text = clean_headline(" ".join(block.text for block in blocks), site_names(sheet))
    content = content_words(text)
    length = len(text.split())
    overlap = len(content & subject) / len(content) if content else 0.0
    folded = fold(text)
    copies = seen.get(folded, 0) + (len(blocks) > 1)
    holds_other = any(len(other.split()) >= 3 and other != folded and other in folded for other in seen)
    first, last = blocks[0], blocks[-1]
    distance = sheet.first - last.index
    score = 3.2 * overlap + 1.6 * (copies > 1) + 0.7 * holds_other - 0.06 * min(max(distance - CLOSE, 0), NEAR)
    score += 0.8 if 5 <= length <= 18 else 0.2 if length >= 4 else -0.6
    score += 0.8 * (first.title_share >= 0.7 and length >= 4)
    score += 0.9 * _has_beside(sheet, last) + 0.6 * (len(blocks) > 1)
    score -= 1.5 * (last.text[-1] == "." and not text.endswith("...")) + 0.9 * looks_like_caption(first)
    score -= 2.0 * _menu_like(first) + 1.2 * (fold(text) in listed("sections"))
    if any(same_words(first, block) and not copies > 1 and block is not first for block in sheet.having(Role.CAPTION)):
        score -= 0.8
    return Candidate(blocks, text, score, copies)


def _has_beside(sheet: Sheet, block: Block) -> bool:
    """Tell whether a date line, byline or share bar follows: it does behind headlines."""
    beside = [sheet.role(near) for near in sheet.blocks[block.index + 1 : block.index + 3]]
    return any(role in (Role.DATE, Role.BYLINE, Role.SHARE) for role in beside)


def _menu_like(block: Block) -> bool:
    if block.words and block.words[0].lower() in ("home", "beranda") and block.length >= 4:
        return True
    labels = sum(word.lower() in listed("sections") for word in block.words)
    return len(_CRUMBS.split(block.text)) >= 3 or (block.length >= 4 and labels >= 0.8 * block.length)


def clean_headline(text: str, names: frozenset[str] = frozenset()) -> str:
    """Take off what is not the headline: an extractor's date, the site's name behind, ``BREAKING NEWS:`` before."""
    text = DATE_PREFIX.sub("", text).strip()
    label, colon, rest = text.partition(":")
    if colon and fold(label) in listed("running_labels") and len(rest.split()) >= 3:
        text = rest.strip()
    while match := _SUFFIX.search(text):
        tail = match[1].strip()
        if not (
            domain_in(tail)
            or find_outlet(tail)
            or find_outlet(" ".join(tail.split()[:2]))
            or find_outlet(tail.split()[-1])
            or names_site(tail, names)
            or (fold(tail) in listed("sections") and len(text[: match.start()].split()) >= 4)
        ):
            break
        text = text[: match.start()].rstrip()
    return text


def sections(sheet: Sheet) -> None:
    """Label the section above the headline (or above a text without one), and the last part of a breadcrumb."""
    found = list(sheet.having(Role.HEADLINE))
    headline = found[-1].text if found else ""
    tops = [block.index for block in found] or [sheet.first]
    own = rubrics(page.outlet) if (page := recognised(sheet)) else frozenset()
    for block in _above(sheet, tops):
        free = sheet.role(block) is None
        right_above = free and bool(found) and block.index + 1 in tops
        if (free or sheet.role(block) is Role.RELATED) and (
            block.folded in own or is_section(block, listed_only=not right_above)
        ):
            sheet.put(block, Role.SECTION, "section-label")
            return
    for block in sheet.blocks[: tops[-1]]:
        if sheet.role(block) in (None, Role.MENU) and section_of_crumbs(block.text, headline):
            sheet.put(block, Role.SECTION, "breadcrumb")


def _above(sheet: Sheet, tops: list[int]) -> list[Block]:
    """Blocks within three above a headline, the nearest first."""
    indexes = dict.fromkeys(top - step for step in (1, 2, 3) for top in tops if top >= step)
    return [sheet.blocks[index] for index in indexes]


def is_section(block: Block, *, listed_only: bool) -> bool:
    """Tell whether a short line names a part of the paper; right above the headline any short label does."""
    if block.length > 4 or block.closed:
        return False
    if block.folded in listed("sections"):
        return True
    if listed_only or block.length > 3 or any_of("media_words").search(block.text):
        return False
    return (
        block.title_share >= 0.6
        and block.text[0].isupper()
        and not any(character.isdigit() for character in block.text)
    )


def section_of_crumbs(text: str, headline: str) -> str:
    """Return the last part of a breadcrumb that is not the headline; empty when the line is none."""
    parts = [part.strip() for part in _CRUMBS.split(text) if part.strip()]
    first, _, rest = text.strip().partition(" ")
    if len(parts) == 1 and fold(first) in ("home", "beranda") and 1 <= len(rest.split()) <= 3:
        parts = [first, rest.strip()]
    if len(parts) < 2 or fold(parts[0]) not in ("home", "beranda", "depan", "halaman depan"):
        return ""
    kept = [part for part in parts[1:] if len(part.split()) <= 4 and fold(part) != fold(headline)]
    return kept[-1] if kept else ""


def decks(sheet: Sheet) -> None:
    """Label the sentence under a headline that stands above the dateline, or says the lead once more."""
    headline = max((block.index for block in sheet.having(Role.HEADLINE)), default=-1)
    for block in sheet.unlabelled(headline + 1 if headline >= 0 else sheet.first, sheet.first):
        if looks_like_caption(block) and not block.closed:
            repeats = headline >= 0 and _says_again(block, sheet.blocks[headline])
            sheet.put(block, Role.DECK if repeats else Role.CAPTION, "deck" if repeats else "caption-above-text")
        elif headline >= 0 and not block.closed and block.length >= 6 and block.lower_share >= 0.5:
            sheet.put(block, Role.CAPTION, "caption-above-text")
        elif headline >= 0 and block.closed and 5 <= block.length <= 40:
            sheet.put(block, Role.DECK, "deck")
    _deck_in_text(sheet, headline)


def _says_again(block: Block, headline: Block) -> bool:
    """Tell whether a sentence below the headline only says it in other words."""
    return len(block.content & headline.content) >= 0.75 * len(headline.content) and not any_of("caption_signs").search(
        block.text
    )


def _deck_in_text(sheet: Sheet, headline: int) -> None:
    """A first paragraph that the second, with its dateline, begins with again is a deck."""
    body = sheet.body()
    if headline < 0 or len(body) < 3 or opens_with_dateline(body[0].text) or body[0].several:
        return
    repeated = len(body[0].content & body[1].content) >= 0.6 * len(body[0].content)
    if opens_with_dateline(body[1].text) or (repeated and len(body[0].content) >= 5):
        sheet.put(body[0], Role.DECK, "deck")
        sheet.first = body[1].index
