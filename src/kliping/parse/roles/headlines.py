"""The headline: which of the lines above the text it is, and what of the line is not part of it."""

import re
from collections import Counter
from dataclasses import dataclass

from kliping.model import Role
from kliping.parse.dateline import DATE_PREFIX
from kliping.parse.outlets import domain_in, find_outlet
from kliping.parse.roles.captions import TOLD, looks_like_caption, same_words
from kliping.parse.roles.joined import LONGEST, joined_lines
from kliping.parse.roles.sections import CRUMBS
from kliping.parse.roles.subject import Subject
from kliping.parse.sheet import Block, Sheet
from kliping.parse.sitenames import heads_site, names_site, site_names
from kliping.parse.vocabulary import any_of, listed
from kliping.text import content_words, fold

HEADLINE_WORDS = (2, LONGEST)
ENOUGH = 2.2
"""Least score of a headline; 2.0 to 2.6 give the same headlines in the written articles."""
DECK = 2.0
"""A headline in capitals may share so much less with the text than the sentence below it."""
ALONE = 1.2
"""Added for the only line above the text: in a headline's capitals it is one, whatever its words."""
MOST = 60
"""Lines above the text that are weighed, the nearest."""
CLOSE = 7
"""Within so many blocks above the text all lines are equally near: headline, deck, date, buttons."""
NEAR = 14
"""A headline stands within so many blocks of the text, or is printed again there."""

_SUFFIX = re.compile(r"\s[-|–—»:]+\s+((?:(?!\s[-|–—»]).){2,40})$")
LABELLED = re.compile(r"(?:video|foto|infografis|photo|galeri)\s?:\s", re.I)
"""A headline's running label that otherwise heads a promo or a caption."""
_BRACKET_LABEL = re.compile(r"\[([^\]]{2,20})\]\s*")
_CAPITAL_LABEL = re.compile(r"[A-Z][A-Z0-9]+(?: [A-Z0-9]+){0,2} :\s+(?=[A-Z][a-z])")
"""The running label of a series, set off by blanks on both sides of its colon: ``PEMILU 2014 : ``."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line, or lines that are one headline, with its score."""

    blocks: tuple[Block, ...]
    text: str
    score: float
    copies: int


MENU_BARS = 3
"""So many bars part a menu's buttons."""
_BULLETED = re.compile(r"[•▪●*]\s")


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
    above = [block for block in sheet.blocks[: sheet.first] if _eligible(sheet, block)][-MOST:]
    if not above:
        return None
    subject, names = Subject(sheet), site_names(sheet)
    seen = Counter(fold(clean_headline(block.text, names)) for block in above)
    candidates = [_candidate(sheet, blocks, subject, seen, names) for blocks in joined_lines(sheet, above)]
    best = max(candidates, key=lambda candidate: (round(candidate.score, 3), -candidate.blocks[0].index), default=None)
    return _over_deck(candidates, best) if best and best.score >= ENOUGH else None


def _over_deck(candidates: list[Candidate], best: Candidate) -> Candidate:
    """Prefer the line above in a headline's capitals to the sentence below it, which is its deck."""
    if best.copies > 1 or best.blocks[0].title_share >= 0.5:
        return best
    above = best.blocks[0].index - 1
    fitting = (one for one in candidates if one.blocks[-1].index == above and one.blocks[0].title_share >= 0.7)
    return next((one for one in fitting if one.score >= best.score - DECK and len(one.text.split()) >= 4), best)


def _eligible(sheet: Sheet, block: Block) -> bool:
    role = sheet.role(block)
    if (
        _BULLETED.match(block.text)
        or block.text.count(" | ") >= MENU_BARS
        or (role is Role.CAPTION and block.text.endswith(")"))
    ):
        return False
    if role is Role.DATE:
        return bool(DATE_PREFIX.match(block.text)) and len(DATE_PREFIX.sub("", block.text).split()) >= 3
    if role in (Role.PROMO, Role.CAPTION, Role.BYLINE) and LABELLED.match(block.text) and not block.closed:
        return 6 <= block.length <= HEADLINE_WORDS[1] and block.title_share >= 0.7
    return role is None and HEADLINE_WORDS[0] <= block.length <= HEADLINE_WORDS[1]


def _candidate(
    sheet: Sheet, blocks: tuple[Block, ...], subject: Subject, seen: Counter[str], names: frozenset[str]
) -> Candidate:
    text = clean_headline(" ".join(block.text for block in blocks), names)
    content = content_words(text)
    length = len(text.split())
    overlap = subject.share_of(content)
    folded = fold(text)
    first, last = blocks[0], blocks[-1]
    copies = seen[folded] + (len(blocks) > 1)
    if copies > 1 and _pictured_twice(sheet, first):
        copies = 1
    holds_other = any(other in folded and other != folded and other.count(" ") >= 2 for other in seen)
    distance = sheet.first - last.index
    score = 3.2 * overlap + 1.6 * (copies > 1) + 0.7 * holds_other - 0.06 * min(max(distance - CLOSE, 0), NEAR)
    score += 0.8 if 5 <= length <= 18 else 0.2 if length >= 4 else -0.6
    score -= 1.2 * (length <= 4 and copies <= 1 and not _has_beside(sheet, last))
    sentence = first.title_share < 0.5 or (first.title_share < 0.8 and bool(TOLD.search(text)))
    if sentence and last.text[-1] != "?" and copies <= 1:
        score -= 1.2 * _below_date(sheet, first)
        score -= 0 if _above_date(sheet, last) else 2.0 if TOLD.search(text) else 1.2
    score += 0.8 * (first.title_share >= 0.7 and length >= 4)
    score += 0.9 * _has_beside(sheet, last) + 0.6 * (len(blocks) > 1)
    score -= 1.5 * (last.text[-1] == "." and not text.endswith("...")) + 0.9 * looks_like_caption(first)
    score -= (
        2.0 * _menu_like(first)
        + 2.4 * (fold(text) in listed("sections"))
        + 3.0 * (len(blocks) == 1 and heads_site(first))
    )
    if copies <= 1 and any(same_words(first, block) for block in sheet.having(Role.CAPTION) if block is not first):
        score -= 0.8
    score += ALONE * (seen.total() == 1 and first.title_share >= 0.7 and length >= 4 and distance == 1)
    if sentence and length >= 6 and folded in sheet.blocks[sheet.first].folded:
        score -= 4.0
    return Candidate(blocks, text, score, copies)


def _pictured_twice(sheet: Sheet, block: Block) -> bool:
    """Tell a sentence that stands twice in a row, as pictures' texts are saved: beside them and below."""
    near = (*sheet.blocks[block.index + 1 : block.index + 2], *sheet.blocks[max(0, block.index - 1) : block.index])
    return block.title_share < 0.5 and any(other.folded == block.folded for other in near)


def _has_beside(sheet: Sheet, block: Block) -> bool:
    """Tell whether a date line, byline or share bar follows: it does behind headlines."""
    beside = sheet.blocks[block.index + 1 : block.index + 3]
    return any(sheet.role(near) is Role.SHARE for near in beside) or _above_date(sheet, block)


def _below_date(sheet: Sheet, block: Block) -> bool:
    """Tell whether the date line, or a byline, stands right above: headlines seldom follow those, pictures do."""
    above = sheet.blocks[max(0, block.index - 1) : block.index]
    return any(sheet.role(other) in (Role.DATE, Role.BYLINE) for other in above)


def _above_date(sheet: Sheet, block: Block) -> bool:
    """Tell whether the date line or a byline follows soon, as it does behind headlines."""
    below = sheet.blocks[block.index + 1 : block.index + 4]
    return any(sheet.role(other) in (Role.DATE, Role.BYLINE) for other in below)


def _menu_like(block: Block) -> bool:
    if block.words and block.words[0].lower() in ("home", "beranda") and block.length >= 4:
        return True
    labels = sum(word.lower() in listed("sections") for word in block.words)
    return len(CRUMBS.split(block.text)) >= 3 or (block.length >= 4 and labels >= 0.8 * block.length)


def clean_headline(text: str, names: frozenset[str] = frozenset()) -> str:
    """Take off what is not the headline: an extractor's date, the site's name behind, ``BREAKING NEWS:`` before."""
    text = DATE_PREFIX.sub("", text).strip()
    if (bracket := _BRACKET_LABEL.match(text)) and fold(bracket[1]) in listed("running_labels"):
        text = text[bracket.end() :]
    text = _CAPITAL_LABEL.sub("", text, count=1) if _CAPITAL_LABEL.match(text) else text
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
            or any_of("institutions").match(tail)
            or (fold(tail) in listed("sections") and len(text[: match.start()].split()) >= 4)
        ):
            break
        text = text[: match.start()].rstrip()
    return text
