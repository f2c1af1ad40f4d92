"""Captions, the page's own tags, and the marks of paid text."""

import re
from collections.abc import Iterator

from kliping.model import Role
from kliping.parse.claim import Claim
from kliping.parse.page import Page
from kliping.parse.sheet import Block
from kliping.parse.signature import alone
from kliping.parse.vocabulary import listed
from kliping.text import fold

_TAG_LABEL = re.compile(r"^(?:tags?|topik(?: terkait)?|kata kunci|keywords?|label|tagar)\s*:?\s*", re.I)
LONGEST_TAG = 40
NEAR = 5
"""Captions that are compared: one saved twice stands near itself."""


def claim_captions(page: Page) -> Iterator[Claim]:
    """Claim every caption once, credits that stand alone and doubles left out."""
    seen: list[Block] = []
    for block in page.sheet.having(Role.CAPTION):
        label = page.sheet.labels[block.index]
        twin = any(
            len(block.content & other.content) >= 0.8 * min(len(block.content), len(other.content))
            for other in seen[-NEAR:]
            if block.content and other.content
        )
        if not twin and block.length > 2 and label and label.rule != "file-name":
            yield Claim("captions", block.text.strip(), 0.9, label.rule, (page.place(block),))
        seen.append(block)


def claim_advertorial(page: Page) -> Iterator[Claim]:
    """Claim that the text was paid for: ``(adv)`` at its end, a label, a rubric such as INFO NASIONAL."""
    for block, mark in page.signatures:
        if mark.kind == "paid":
            yield Claim("advertorial", True, 0.95, "paid-mark", (page.place(block, mark.start, mark.end),))
    for block in page.sheet.having(Role.MARK, Role.SECTION, Role.ADVERT):
        paid = fold(block.text) in listed("advertorial.line") or any(mark.kind == "paid" for mark in alone(block.text))
        if paid and (block.index <= page.sheet.first or page.sheet.role(block) is Role.MARK):
            yield Claim("advertorial", True, 0.9, "paid-label", (page.place(block),))
    if page.dateline and page.dateline.paid and page.dateline_block:
        yield Claim(
            "advertorial",
            True,
            0.9,
            "paid-dateline",
            (page.place(page.dateline_block, 0, page.dateline.end),),
        )


def claim_tags(page: Page) -> Iterator[Claim]:
    """Claim the tags that the page itself prints."""
    for block in page.sheet.having(Role.TAGS):
        text = _TAG_LABEL.sub("", block.text)
        for piece in re.split(r"[,#;|•]", text):
            tag = piece.strip(" .-")
            if 2 < len(tag) <= LONGEST_TAG:
                yield Claim("tags", tag, 0.9, "tag-list", (page.place(block),))
