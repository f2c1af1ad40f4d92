"""The headline, and what stands about it: section label and deck."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from kliping.annotate.topics import stem
from kliping.model import Role
from kliping.parse.dateline import DATE_PREFIX
from kliping.parse.outlets import domain_in, find_outlet
from kliping.parse.recognise import recognised, rubrics
from kliping.parse.roles.captions import looks_like_caption, pictures, same_words
from kliping.parse.sheet import Block, Sheet
from kliping.parse.sitenames import heads_site, names_site, site_names
from kliping.parse.vocabulary import any_of, listed
from kliping.text import content_words, fold

HEADLINE_WORDS = (2, 26)
ENOUGH = 2.2
"""Least score of a headline; 2.0 to 2.6 give the same headlines in the written articles."""
CAPTION = 30
"""Words of a picture's sentences above the text."""
DECK = 2.0
"""A headline in capitals may share so much less with the text than the sentence below it."""
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
    subject, names = _subject(sheet), site_names(sheet)
    seen = Counter(fold(clean_headline(block.text, names)) for block in above)
    candidates = [_candidate(sheet, blocks, subject, seen) for blocks in _joined(sheet, above)]
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
    if role is Role.DATE:
        return bool(DATE_PREFIX.match(block.text)) and len(DATE_PREFIX.sub("", block.text).split()) >= 3
    if role in (Role.PROMO, Role.CAPTION, Role.BYLINE) and LABELLED.match(block.text) and not block.closed:
        return 6 <= block.length <= HEADLINE_WORDS[1] and block.title_share >= 0.7
    return role is None and HEADLINE_WORDS[0] <= block.length <= HEADLINE_WORDS[1]


def _subject(sheet: Sheet) -> set[str]:
    """Weighty words of the first paragraphs and those that recur."""
    body = [block for block in sheet.blocks[sheet.first : sheet.last + 1] if sheet.role(block) is Role.BODY]
    return set().union(*(block.content for block in body)) if body else set()


def _joined(sheet: Sheet, above: list[Block]) -> list[tuple[Block, ...]]:
    """Each line alone, and neighbours in one run that may be a headline broken over two lines."""
    found: list[tuple[Block, ...]] = [(block,) for block in above]
    whole = {block.folded for block in above}
    for at, one in enumerate(above):
        for three in (above[at : at + 2], above[at : at + 3]):
            if len(three) > 1 and _may_be_one(three) and _is_one(sheet, three, whole):
                found.append(tuple(three))
    return found


def _may_be_one(blocks: list[Block]) -> bool:
    """Tell whether lines stand together, all but the last open, and are no more than a headline's words."""
    together = all(two.index == one.index + 1 and not two.apart and not one.closed for one, two in pairwise(blocks))
    return together and sum(block.length for block in blocks) <= HEADLINE_WORDS[1]


def _is_one(sheet: Sheet, blocks: list[Block], whole: set[str]) -> bool:
    if all(_breaks_off(one, two) for one, two in pairwise(blocks)):
        return True
    if _wrapped(blocks) and _goes_on(sheet, blocks[-1]) and _stands_alone(sheet, blocks):
        return True
    return fold(" ".join(block.text for block in blocks)) in whole


def _goes_on(sheet: Sheet, last: Block) -> bool:
    """Tell a headline's last words from a name: the text prints some of them in small letters."""
    return any(last.content.intersection(filter(str.islower, block.words)) for block in sheet.body())


def _wrapped(blocks: list[Block]) -> bool:
    """Tell whether each line is so long that the next one's first word had no room in it, and none says the same."""
    width = max(len(block.text) for block in blocks)
    full = all(len(one.text) + len(two.text.split()[0]) >= width for one, two in pairwise(blocks))
    return full and len({block.folded for block in blocks}) == len(blocks)


def _stands_alone(sheet: Sheet, blocks: list[Block]) -> bool:
    """Tell whether lines in a headline's capitals stand together, a blank line, date or byline before what follows."""
    first, last = blocks[0], blocks[-1]
    below = sheet.blocks[last.index + 1] if last.index + 1 < len(sheet.blocks) else None
    if not below or first.folded in listed("sections") or not all(block.title_share >= 0.7 for block in blocks):
        return False
    if all(block.text.isupper() and block.length >= 3 for block in blocks):
        return True
    long = min(block.length for block in blocks[:-1]) >= 3 and last.length >= 2
    ended = below.apart or sheet.role(below) in (Role.DATE, Role.BYLINE)
    return long and ended and (first.apart or _is_label(sheet, first.index - 1))


def _is_label(sheet: Sheet, index: int) -> bool:
    return index >= 0 and sheet.blocks[index].length <= 2


def _breaks_off(one: Block, two: Block) -> bool:
    """Tell whether a line cannot end there: a small word or a comma last, or the next begins small."""
    last = one.words[-1].lower() if one.words else ""
    return last in listed("joining_words") or one.text[-1] in ",&-" or (two.text[0].islower() and one.length >= 3)


def _candidate(sheet: Sheet, blocks: tuple[Block, ...], subject: set[str], seen: Counter[str]) -> Candidate:
    text = clean_headline(" ".join(block.text for block in blocks), site_names(sheet))
    content = content_words(text)
    length = len(text.split())
    overlap = _overlap(content, subject)
    folded = fold(text)
    copies = seen[folded] + (len(blocks) > 1)
    holds_other = any(other in folded and other != folded and other.count(" ") >= 2 for other in seen)
    first, last = blocks[0], blocks[-1]
    distance = sheet.first - last.index
    score = 3.2 * overlap + 1.6 * (copies > 1) + 0.7 * holds_other - 0.06 * min(max(distance - CLOSE, 0), NEAR)
    score += 0.8 if 5 <= length <= 18 else 0.2 if length >= 4 else -0.6
    score -= 1.2 * (length <= 4 and copies <= 1 and not _has_beside(sheet, last))
    sentence = first.title_share < 0.5 or (first.title_share < 0.8 and bool(_TOLD.search(text)))
    if sentence and last.text[-1] != "?" and copies <= 1:
        score -= 1.2 * _below_date(sheet, first)
        score -= 0 if _above_date(sheet, last) else 2.0 if _TOLD.search(text) else 1.2
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
    if sentence and length >= 6 and folded in sheet.blocks[sheet.first].folded:
        score -= 4.0
    return Candidate(blocks, text, score, copies)


def _overlap(content: set[str], subject: set[str]) -> float:
    """Share of a line's weighty words that the text uses, in whatever form."""
    shared = len(content & subject)
    if shared < 0.7 * len(content):
        stems = set(map(stem, subject))
        shared = sum(word in subject or stem(word) in stems for word in content)
    return shared / len(content) if content else 0.0


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
    return len(_CRUMBS.split(block.text)) >= 3 or (block.length >= 4 and labels >= 0.8 * block.length)


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
        if block.text.startswith(("...", "…")) or _heads_the_date(sheet, block, headline):
            sheet.put(block, Role.DECK, "deck")
        elif block.closed and _tells_of_picture(sheet, block, headline):
            sheet.put(block, Role.CAPTION, "caption-above-text")
        elif looks_like_caption(block) and not block.closed:
            repeats = headline >= 0 and _says_again(block, sheet.blocks[headline])
            sheet.put(block, Role.DECK if repeats else Role.CAPTION, "deck" if repeats else "caption-above-text")
        elif headline >= 0 and not block.closed and block.length >= 6 and block.lower_share >= 0.5:
            sheet.put(block, Role.CAPTION, "caption-above-text")
        elif headline >= 0 and block.closed and 5 <= block.length <= 40:
            sheet.put(block, Role.DECK, "deck")
    _deck_in_text(sheet, headline)
    _points(sheet)


def _points(sheet: Sheet) -> None:
    """Bulleted sentences above the first paragraph sum the article up: a deck."""
    body = sheet.body()
    pointed = next((at for at, block in enumerate(body) if block.text[0] not in "•▪●"), 0)
    if 2 <= pointed < len(body) - 2:
        for block in body[:pointed]:
            sheet.put(block, Role.DECK, "deck")
        sheet.first = body[pointed].index


def _heads_the_date(sheet: Sheet, block: Block, headline: int) -> bool:
    """Tell an open line right below the headline with date or byline below it: a deck, since pictures follow those."""
    if headline < 0 or block.index != headline + 1 or block.closed or block.length < 4:
        return False
    below = sheet.blocks[block.index + 1 : block.index + 4]
    return any(sheet.role(other) in (Role.DATE, Role.BYLINE) for other in below)


def _tells_of_picture(sheet: Sheet, block: Block, headline: int) -> bool:
    """Tell a sentence that is a picture's: with its own day right above the dateline, or below the date line."""
    lead = sheet.blocks[sheet.first]
    if block.length > CAPTION:
        return False
    if block.index == sheet.first - 1 and lead.dateline and any(mention.day for mention in block.mentions):
        return True
    between = sheet.blocks[headline + 1 : block.index]
    dated = any(sheet.role(other) in (Role.DATE, Role.BYLINE) for other in between)
    return dated and (pictures(block.text) or bool(lead.dateline))


def _says_again(block: Block, headline: Block) -> bool:
    """Tell whether a sentence below the headline only says it in other words."""
    same = len(block.content & headline.content) >= 0.75 * len(headline.content)
    return same and not any_of("caption_signs").search(block.text) and not _TOLD.search(block.text)


def _deck_in_text(sheet: Sheet, headline: int) -> None:
    """A first paragraph that the second, with its dateline, begins with again is a deck."""
    body = sheet.body()
    if headline < 0 or len(body) < 3 or body[0].dateline or body[0].several:
        return
    repeated = len(body[0].content & body[1].content) >= 0.6 * len(body[0].content)
    if body[1].dateline or (repeated and len(body[0].content) >= 5):
        sheet.put(body[0], Role.DECK, "deck")
        sheet.first = body[1].index
