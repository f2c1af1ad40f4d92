"""Sentences between the headline and the text: decks, and pictures' captions among them."""

from kliping.model import Role
from kliping.parse.roles.captions import TOLD, looks_like_caption, pictures, printed_twice
from kliping.parse.roles.names import tells_position
from kliping.parse.sheet import Block, Sheet
from kliping.parse.vocabulary import any_of

CAPTION = 30
"""Words of a picture's sentences above the text."""


def decks(sheet: Sheet) -> None:
    """Label the sentence under a headline that stands above the dateline, or says the lead once more."""
    headline = max((block.index for block in sheet.having(Role.HEADLINE)), default=-1)
    for block in sheet.unlabelled(headline + 1 if headline >= 0 else sheet.first, sheet.first):
        if block.text[-1] == "!":
            continue
        if block.text.startswith(("...", "…")) or _heads_the_date(sheet, block, headline) or _is_lead(sheet, block):
            sheet.put(block, Role.DECK, "deck")
        elif block.closed and (_tells_of_picture(sheet, block, headline) or _below_buttons(sheet, block)):
            sheet.put(block, Role.CAPTION, "caption-above-text")
        elif headline >= 0 and block.index + 1 < sheet.first and printed_twice(sheet, block):
            sheet.put(block, Role.CAPTION, "caption-twin")
        elif looks_like_caption(block) and not block.closed:
            repeats = headline >= 0 and _says_again(block, sheet.blocks[headline])
            sheet.put(block, Role.DECK if repeats else Role.CAPTION, "deck" if repeats else "caption-above-text")
        elif headline >= 0 and not block.closed and _shows(sheet, block, headline):
            sheet.put(block, Role.CAPTION, "caption-above-text")
        elif headline >= 0 and block.closed and 5 <= block.length <= 40:
            sheet.put(block, Role.DECK, "deck")
    if headline < 0:
        _without_headline(sheet)
    _deck_in_text(sheet, headline)
    _points(sheet)


def _is_lead(sheet: Sheet, block: Block) -> bool:
    """Tell the text's own first sentence, printed above it once more."""
    said = block.folded.rstrip(". ")
    return block.length >= 8 and said in sheet.blocks[sheet.first].folded


def _below_buttons(sheet: Sheet, block: Block) -> bool:
    """Tell a picture's sentence by the share buttons above it: a deck stands right below its headline."""
    above = sheet.role(sheet.blocks[block.index - 1]) if block.index else None
    return above is Role.SHARE and block.length <= CAPTION and bool(TOLD.search(block.text) or pictures(block.text))


def _shows(sheet: Sheet, block: Block, headline: int) -> bool:
    """Tell an open line that shows what a picture does from a label: words in small letters, a verb, no position."""
    if block.length < 5 or not block.text[0].isupper() or _is_position(block):
        return False
    if block.length >= 6 and (block.lower_share >= 0.5 or bool(TOLD.search(block.text))):
        return True
    dated = any(sheet.role(other) in (Role.DATE, Role.BYLINE) for other in sheet.blocks[headline + 1 : block.index])
    return dated and block.lower_share >= 0.3 and block.title_share < 0.8


def _is_position(block: Block) -> bool:
    """Tell «Dosen Teknik Lingkungan dan pegiat komunitas» from «Dosen menunjukkan alat buatannya»."""
    return tells_position(block) and not TOLD.search(block.text) and not pictures(block.text)


def _without_headline(sheet: Sheet) -> None:
    """Label the picture's lines right above a text that has no headline."""
    for block in reversed(sheet.blocks[: sheet.first]):
        told = block.lower_share >= 0.3 and (
            TOLD.search(block.text) or (block.lower_share >= 0.5 and block.length >= 8)
        )
        if sheet.role(block) is not None or block.closed or block.length < 6 or not told:
            return
        if block.text[0].isupper() and not _is_position(block):
            sheet.put(block, Role.CAPTION, "caption-above-text")


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
    dated = any(mention.day for mention in block.mentions)
    if block.index == sheet.first - 1 and lead.dateline and (dated or block.signatures):
        return True
    between = sheet.blocks[headline + 1 : block.index]
    headed = any(sheet.role(other) in (Role.DATE, Role.BYLINE) for other in between)
    return headed and (pictures(block.text) or bool(lead.dateline))


def _says_again(block: Block, headline: Block) -> bool:
    """Tell whether a sentence below the headline only says it in other words."""
    same = len(block.content & headline.content) >= 0.75 * len(headline.content)
    return same and not any_of("caption_signs").search(block.text) and not TOLD.search(block.text)


def _deck_in_text(sheet: Sheet, headline: int) -> None:
    """A first paragraph that the second, with its dateline, begins with again is a deck."""
    body = sheet.body()
    if len(body) < 3 or body[0].dateline or body[0].several:
        return
    quoted = body[0].text[0] in '"“' and any(body[0].folded in block.folded for block in body[1:])
    if headline < 0 and not quoted:
        return
    repeated = len(body[0].content & body[1].content) >= 0.6 * len(body[0].content)
    line = body[1].dateline
    headed = line is not None and (line.place or line.outlet or line.domain)
    if headed or (repeated and len(body[0].content) >= 5):
        sheet.put(body[0], Role.DECK, "deck")
        sheet.first = body[1].index
