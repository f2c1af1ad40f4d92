"""Where the article's text begins and ends on the page."""

import itertools
import re

from kliping.model import Role
from kliping.parse.roles.names import is_lone_name
from kliping.parse.sheet import SOLID_WORDS, Block, Sheet

STOP_AFTER = 0.4
"""Share of the page's paragraphs (in words) before a label that ends the article; labels with less stand above it."""
BANNERS = 3
"""Paragraphs at most that stand above the date line: teasers and notices of the page's head."""
HEADED = 4
"""Paragraphs of a text of which one may stand in the page's head."""
COMMENTED = 80
"""Words of the shortest article with comments that are longer than itself."""
SIGNED_AFTER = 0.5
"""Share of all paragraphs at which initials behind a sentence close the article."""
MOSTLY = 0.75
"""Share of all paragraphs before a name that heads the box about the author."""
RESUMES_WITHIN, RESUMES_WITH = 8, 0.25
"""A list label inside the text: paragraphs go on within so many blocks, with this share of all words."""
GAP, FOREIGN = 6, 3
"""More blocks than this between two paragraphs, more than these of them headlines or labels, part two texts."""
BIOGRAPHY = 2
"""Paragraphs at most that tell who the author is, below a name behind the text."""
LABELS, HANGING = 2, 0.75
"""Labels above a paragraph that show it to be one of a list; share of the paragraphs below that have them."""
DATED_AFTER = 0.6
"""Share of all paragraphs at which a date line, or «2 days ago», belongs to what stands below the article."""
OPEN_WORDS = 10
"""Words of a last paragraph without its full stop; shorter ones may be a picture's or a label."""
SMALL = 0.7
"""Share of words in small letters in a question that closes a text."""
WEAK_WORDS = 3
"""A closed line of so many words belongs to the text when it stands beside it."""
_CHANNEL = re.compile(r"\b(?:whatsapp|telegram|google news)\b", re.I)
"""What a line between paragraphs asks to follow; as a footer's it stands below the text."""
_ITEM = re.compile(r"(?:\d{1,2}[.)]|[a-z][.)]|[-–•*▪●])\s|.*;$")
"""A list's item: numbered, with a letter or bullet, or closed with a semicolon."""
_OF_WRITERS = ("Penulis", "penulis", "Menulis", "menulis")
_WHO = re.compile(r"(?:\w+ )?(?:is|adalah|merupakan|menulis|writes|covers|ist|est|es|è|är|er|é)\b")
"""What follows a writer's name in the note about the writer."""
SHORT_TEXT = 8
"""Fewer words in all are no article."""


def region(sheet: Sheet) -> None:
    """Find the first and last paragraph of the article and label its paragraphs."""
    solid = [block for block in sheet.unlabelled() if block.solid]
    if not solid:
        _region_of_short_text(sheet)
        return
    end = _end(sheet, solid)
    clusters = _clusters(sheet, [block for block in solid if block.index < end] or solid[:1])
    chosen = max(clusters, key=lambda cluster: sum(block.length for block in cluster))
    chosen = _without_teasers(_without_threads(sheet, _without_page_head(sheet, chosen)))
    sheet.first, sheet.last = chosen[0].index, chosen[-1].index
    _reach_out(sheet, end)
    for block in sheet.unlabelled(sheet.first, sheet.last + 1):
        if block.solid:
            sheet.put(block, Role.BODY, "paragraph")


def _end(sheet: Sheet, solid: list[Block]) -> int:
    """Index of the label at which the page's article is over."""
    total = sum(block.length for block in solid)
    before = 0
    for block in sheet.blocks:
        label = sheet.labels[block.index]
        if label is None and _heads_biography(sheet, block) and _biography_follows(block, solid, before, total):
            return block.index
        if label is None:
            if block.solid and before >= MOSTLY * total and _tells_of_writer(sheet, block):
                return block.index
            before += block.length if block.solid else 0
            if block.solid and block.signatures and before >= SIGNED_AFTER * total:
                return block.index + 1
        elif _ends(sheet, block, solid, before, total):
            return block.index
    return len(sheet.blocks)


def _heads_biography(sheet: Sheet, block: Block) -> bool:
    """Tell a writer's name from a subhead of three words: what stands below speaks of the writer."""
    below = sheet.blocks[block.index + 1 : block.index + 3]
    told = {word for other in below for word in other.words}
    return is_lone_name(block) and not told.isdisjoint({*block.words, *_OF_WRITERS})


def _tells_of_writer(sheet: Sheet, block: Block) -> bool:
    """Tell a paragraph that begins with the name in the byline above: «Odette Farraday is a staff writer»."""
    named = len(block.words) > 3 and bool(_WHO.match(" ".join(block.words[2:5]).lower()))
    name = " ".join(block.words[:2]).lower()
    above = (other for other in sheet.having(Role.BYLINE) if other.index < block.index)
    return named and any(name in other.folded for other in above)


def _ends(sheet: Sheet, block: Block, solid: list[Block], before: int, total: int) -> bool:
    """Tell whether the article is over at a labelled block."""
    label = sheet.labels[block.index]
    if label and label.rule == "mark-alone" and before >= SIGNED_AFTER * total:
        return True
    if label and label.rule == "no-words" and "***" in block.text:
        return _biography_follows(block, solid, before, total)
    if label and label.rule == "address" and before >= MOSTLY * total:
        return not _resumes(sheet, block.index, solid, total)
    if label and label.rule in ("date-line", "relative-time") and before >= DATED_AFTER * total:
        return not _resumes(sheet, block.index, solid, total)
    if label is None or not label.stops:
        return sheet.role(block) is Role.BYLINE and _biography_follows(block, solid, before, total)
    if _CHANNEL.search(block.text) and _goes_on_below(sheet, block):
        return False
    if label.role is Role.COMMENTS and before >= COMMENTED and _stands_below(block, solid):
        return True
    return before >= STOP_AFTER * total and not _resumes(sheet, block.index, solid, total)


def _goes_on_below(sheet: Sheet, block: Block) -> bool:
    """Tell whether a closed paragraph stands right below."""
    below = sheet.blocks[block.index + 1 : block.index + 2]
    return bool(below) and sheet.role(below[0]) is None and below[0].closed and below[0].length > WEAK_WORDS


def _stands_below(block: Block, solid: list[Block]) -> bool:
    """Tell whether paragraphs enough for an article are above: comments may be longer than all of it."""
    return sum(other.index < block.index for other in solid) >= HEADED


def _biography_follows(block: Block, solid: list[Block], before: int, total: int) -> bool:
    """Tell whether a name behind the text heads the box about its author: little text follows."""
    after = sum(other.index > block.index for other in solid)
    return before >= MOSTLY * total and 1 <= after <= BIOGRAPHY


def _resumes(sheet: Sheet, index: int, solid: list[Block], total: int) -> bool:
    label = sheet.labels[index]
    after = [block for block in solid if block.index > index]
    if not after or (label and label.role in (Role.COMMENTS, Role.FOOTER)):
        return False
    if after[0].index - index > RESUMES_WITHIN:
        return False
    signed = any(mark.kind == "names" for block in after[:HEADED] for mark in block.signatures)
    return signed or sum(block.length for block in after) >= RESUMES_WITH * total


def _clusters(sheet: Sheet, solid: list[Block]) -> list[list[Block]]:
    clusters = [[solid[0]]]
    for before, block in itertools.pairwise(solid):
        if _parted(sheet, before.index + 1, block.index):
            clusters.append([])
        clusters[-1].append(block)
    return clusters


def _without_page_head(sheet: Sheet, cluster: list[Block]) -> list[Block]:
    """Leave out paragraphs above the dateline, or above the date line: banners and notices, not the text's first."""
    if len(cluster) < HEADED or cluster[0].dateline:
        return cluster
    for at in (1, 2):
        if cluster[at].dateline and not cluster[at - 1].dateline:
            return cluster[at:]
    for at in range(min(BANNERS, len(cluster) - HEADED + 1), 0, -1):
        between = sheet.blocks[cluster[at - 1].index + 1 : cluster[at].index]
        if any(sheet.role(block) is Role.DATE for block in between):
            return cluster[at:]
    return _below_teasers(sheet, cluster)


def _below_teasers(sheet: Sheet, cluster: list[Block]) -> list[Block]:
    """Leave out paragraphs above the date line that each stand alone under a headline of their own."""
    for at in range(len(cluster) - 2, BANNERS, -1):
        between = sheet.blocks[cluster[at - 1].index + 1 : cluster[at].index]
        if any(sheet.role(block) is Role.DATE for block in between):
            alone = all(two.index > one.index + 1 for one, two in itertools.pairwise(cluster[:at]))
            return cluster[at:] if alone and cluster[at + 1].index == cluster[at].index + 1 else cluster
    return cluster


def _without_teasers(cluster: list[Block]) -> list[Block]:
    """Leave out the beginnings of other articles below the text, each cut off with dots; one may be the text's own."""
    whole = len(cluster)
    while whole and cluster[whole - 1].bare.endswith(("…", "...")):
        whole -= 1
    return cluster[:whole] if 0 < whole < len(cluster) - 1 else cluster


def _without_threads(sheet: Sheet, cluster: list[Block]) -> list[Block]:
    """Leave out what hangs below the text in single paragraphs, each under two labels or more: comments, teasers."""
    total, before = sum(block.length for block in cluster), 0
    for at, (one, two) in enumerate(itertools.pairwise(cluster), 1):
        before += one.length
        if before >= DATED_AFTER * total and at >= HEADED and _hangs(sheet, one, two):
            gaps = [_hangs(sheet, *pair) for pair in itertools.pairwise(cluster[at:])]
            if gaps and sum(gaps) >= HANGING * len(gaps):
                return cluster[:at]
    return cluster


def _hangs(sheet: Sheet, one: Block, two: Block) -> bool:
    """Tell whether two labels or more stand between two paragraphs."""
    between = sheet.blocks[one.index + 1 : two.index]
    labels = (block for block in between if not block.closed and sheet.role(block) not in _INSIDE)
    return sum(1 for _ in labels) >= LABELS


_INSIDE = (Role.CAPTION, Role.ADVERT, Role.PROMO)
"""What stands between an article's own paragraphs."""


def _parted(sheet: Sheet, start: int, end: int) -> bool:
    """Tell whether what stands between two paragraphs is a list of other news or a menu, not part of the text.

    A line that ends in a colon leads to a list of the text's own.
    """
    if end > start and sheet.blocks[start].text.endswith((":", "：")):
        return False
    foreign = 0
    for block in sheet.blocks[start:end]:
        label = sheet.labels[block.index]
        listed_there = label is not None and (label.stops or label.role is Role.MENU)
        foreign += listed_there or (
            label is None and not block.closed and block.length >= 4 and block.title_share >= 0.6
        )
    return end - start > GAP and foreign > FOREIGN


def _reach_out(sheet: Sheet, end: int) -> None:
    """Take in the short paragraphs beside the text: a lead of few words, a closing quotation."""
    while (
        sheet.first > 0
        and _belongs(sheet, sheet.blocks[sheet.first - 1])
        and _begins_text(sheet.blocks[sheet.first - 1])
    ):
        sheet.first -= 1
        sheet.put(sheet.blocks[sheet.first], Role.BODY, "short-paragraph")
    index = sheet.last + 1
    while index < end:
        block = sheet.blocks[index]
        if _belongs(sheet, block) and _ends_a_text(sheet, block):
            sheet.last = index
            sheet.put(block, Role.BODY, "short-paragraph")
        elif items := _listed_below(sheet, block, end):
            sheet.last = index = items[-1].index
        elif _breaks_off(sheet, block):
            sheet.last = index
            sheet.put(block, Role.BODY, "open-paragraph")
        elif sheet.role(block) not in (Role.ADVERT, Role.PROMO, Role.CAPTION, Role.NOISE, Role.PAGES):
            break
        index += 1


def _listed_below(sheet: Sheet, block: Block, end: int) -> list[Block]:
    """Items of a list that a line with a colon right below the text leads to; two at least."""
    if not block.text.endswith(":") or block.index != sheet.last + 1 or sheet.role(block) is not None:
        return []
    free = itertools.takewhile(lambda item: sheet.role(item) is None, sheet.blocks[block.index + 1 : end])
    items = list(itertools.takewhile(lambda item: _ITEM.match(item.text), free))
    return items if len(items) > 1 else []


def _ends_a_text(sheet: Sheet, block: Block) -> bool:
    """Tell a statement from a teaser or poll; a long question right below the text, in small letters, is its own."""
    if block.bare[-1] == "?":
        small = block.lower_share >= SMALL and block.length >= OPEN_WORDS
        return small and block.index == sheet.last + 1 and not block.apart
    return block.bare[-1] not in "!…" and not block.bare.endswith("...")


def _breaks_off(sheet: Sheet, block: Block) -> bool:
    """Tell a last paragraph that lost its full stop: small letters, right below the text, the article's end behind."""
    if sheet.role(block) is not None or block.index != sheet.last + 1 or block.closed or block.lower_share < 0.6:
        return False
    below = sheet.blocks[block.index + 1] if block.index + 1 < len(sheet.blocks) else None
    ended = below is None or sheet.role(below) in (Role.BYLINE, Role.MARK, Role.SHARE, Role.TAGS, Role.PAGES)
    return (
        ended
        and block.text[0].isupper()
        and (block.length >= OPEN_WORDS or (block.several and block.length > WEAK_WORDS))
    )


def _belongs(sheet: Sheet, block: Block) -> bool:
    small = block.title_share < 0.8 or block.length >= SOLID_WORDS
    return sheet.role(block) is None and block.closed and block.length >= WEAK_WORDS and small


def _begins_text(block: Block) -> bool:
    """A line above the first long paragraph opens the text only with a dateline, or when no headline could be it."""
    return bool(block.dateline) or (block.index == 0 and block.text[-1:] in '.”"')


def _region_of_short_text(sheet: Sheet) -> None:
    """A page without one long paragraph: its closed lines are the text, if they say something together."""
    weak = [
        block
        for block in sheet.unlabelled()
        if block.closed and block.length >= WEAK_WORDS and block.text[-1] not in "!?"
    ]
    if sum(block.length for block in weak) < SHORT_TEXT:
        return
    sheet.first, sheet.last = weak[0].index, weak[-1].index
    for block in weak:
        sheet.put(block, Role.BODY, "short-paragraph")
