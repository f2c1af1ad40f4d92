"""Lines between the first and the last paragraph that are no paragraphs: subheads, list items, other headlines."""

import re

from kliping.model import Role
from kliping.parse.outlets import domain_in, find_outlet
from kliping.parse.roles.captions import TOLD, looks_like_caption, pictures, printed_twice
from kliping.parse.roles.subject import Subject
from kliping.parse.sheet import Block, Sheet
from kliping.parse.vocabulary import any_of, button_words

PROMO_ITEMS = 6
RECURS = 0.5
"""Share of a subhead's weighty words that the rest of the text uses; headlines of other articles share fewer."""
SUBHEAD_WORDS = 12
DATE_WORDS = 4
"""So short a line with a date in it is of another list."""
VERSE_LINES = 8
"""Lines to either side that are looked at."""
VERSES, VERSE_WORDS = 3, 8
"""Lines of the shortest poem, and words of its longest line; one line at least begins small."""
ASKED = 120
"""Characters in which an aside asks its question."""
TEASER_WORDS = 14
"""Words of another article's beginning, cut off with dots, between two paragraphs."""
CAPTION_WORDS = 5
"""Words of the shortest open line that is taken for a picture's when nothing else is known of it."""
OPEN_SMALL = 0.35
"""Share of words in small letters in a picture's text that is full of names."""
TOLD_WORDS = 7
"""Words of an open line whose verb has its prefix, as a picture's text has and a subhead has not."""
SENTENCE_SUBHEAD = 6
"""Words of a subhead that is written as a sentence; longer ones are pictures'."""
SHORT_SUBHEAD = 5
"""Words: so short a line between paragraphs heads what follows; foreign headlines say more."""
_BULLET = re.compile(r"^\s*(?:[-•·*–▪●]|\d{1,2}[.)]|[a-z][.)])\s+")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+\S")
_ROW = re.compile(r"[^\W\d][\w ()/-]{1,40}?(?:\s+[\d.,%]+){2,6}")
_SCORE = re.compile(r"\bvs\.?\s.{1,120}?\d|\d{1,3}[-–:]\d{1,3}(?:,\s*\d{1,3}[-–:]\d{1,3})+")
_LABELLED = re.compile(r"[^\W\d][^:.!?]{1,30}:\s+\S")
_DOES = re.compile(r"\b(?:me|ber|di|ter)[a-z]{4,}\b")
_OWN_WORDS = re.compile(r"[“\"].+[”\"]")


def promo_lists(sheet: Sheet) -> None:
    """Label the headlines that follow a promo's label which stands alone (``BACA LAGI:``)."""
    for block in sheet.blocks:
        label = sheet.labels[block.index]
        if label and label.role is Role.PROMO and block.length <= 3:
            _label_list(sheet, block)


def _label_list(sheet: Sheet, label: Block) -> None:
    """Label the headlines below a label."""
    bulleted = None
    for item in sheet.blocks[label.index + 1 : label.index + 1 + PROMO_ITEMS]:
        bullet = bool(_BULLET.match(item.text))
        if (
            sheet.role(item) is not None
            or item.solid
            or (item.closed and item.text[-1] not in "?!")
            or not (_headlinelike(item) or _hangs_on(label, item))
        ):
            break
        if bulleted is not None and (bullet != bulleted or (not bullet and item.apart)):
            break
        sheet.put(item, Role.PROMO, "promo-list")
        bulleted = bullet


def _hangs_on(label: Block, item: Block) -> bool:
    """Tell a headline in small letters right below a label, on a page that has blank lines between paragraphs."""
    return label.apart and not item.apart and 3 <= item.length <= 12 and item.text[0].isupper()


def _headlinelike(block: Block) -> bool:
    return 3 <= block.length <= 22 and (block.title_share >= 0.5 or bool(_BULLET.match(block.text)))


def inside(sheet: Sheet) -> None:
    """Tell what the unlabelled lines inside the text are."""
    for block in sheet.blocks[sheet.first : sheet.last + 1]:
        if sheet.role(block) is Role.RELATED and block.length <= 3:
            _label_list(sheet, block)
    subject = Subject(sheet)
    _asides(sheet)
    for block in sheet.unlabelled(sheet.first, sheet.last + 1):
        rule = _by_form(sheet, block) or (
            "caption-inside" if printed_twice(sheet, block) else _by_words(sheet, block, subject)
        )
        sheet.put(block, _ROLES.get(rule, Role.BODY), rule, heading=rule == "subhead")


def _asides(sheet: Sheet) -> None:
    """Cut the question and answer about something else that a dash on a line of its own sets off."""
    for dash in sheet.blocks[sheet.first : sheet.last]:
        below = sheet.blocks[dash.index + 1]
        if dash.text not in ("-", "–", "—") or sheet.role(below) is not Role.BODY or "?" not in below.text[:ASKED]:
            continue
        others = set().union(*(block.content for block in sheet.body() if block is not below))
        if len(below.content & others) < RECURS * len(below.content):
            sheet.put(below, Role.PROMO, "aside")


_TO_READERS = frozenset({"anda", "kami"})
"""Words in which a site, and no picture's text, speaks to its readers."""
_ROLES = {
    "outlet-alone": Role.NOISE,
    "caption-inside": Role.CAPTION,
    "foreign-headline": Role.PROMO,
    "teaser": Role.PROMO,
    "scrap": Role.NOISE,
    "unknown-inside": Role.NOISE,
}
"""Roles of the rules that do not keep a line as text."""


def _by_form(sheet: Sheet, block: Block) -> str:
    """Name the rule that knows a line by its form and the line above; empty for none."""
    above = sheet.labels[block.index - 1]
    short = block.length <= SUBHEAD_WORDS
    if foreign := _foreign(block):
        return foreign
    if _ROW.fullmatch(block.text) or _SCORE.search(block.text) or _heads_rows(sheet, block):
        return "table-row"
    if _LABELLED.match(block.text) and any(_LABELLED.match(near.text) for near in _neighbours(sheet, block)):
        return "list-item"
    if (
        _continues_list(sheet, block)
        or _in_bullets(sheet, block)
        or (_NUMBERED.match(block.text) and (block.closed or short))
    ):
        return "list-item"
    if block.closed and block.length >= 2 and not _called_out(block):
        return "short-paragraph"
    if block.text[-1] == ":" and (block.length >= 3 or _heads_list(sheet, block)):
        return "leads-on"
    if above and above.rule in ("leads-on", "list-run") and short:
        return "list-run"
    if _in_verse(sheet, block):
        return "verse"
    return "quotation" if _OWN_WORDS.search(block.text) or block.text[0] in '“"' else ""


def _foreign(block: Block) -> str:
    """Name the rule that knows a line to be none of the text by its form; empty for none."""
    if block.length <= 4 and not block.closed and _names_outlet(block):
        return "outlet-alone"
    if block.length <= TEASER_WORDS and block.text.endswith(("…", "...")) and block.text[0] not in '“"':
        return "teaser"
    return "scrap" if block.mentions and block.length <= DATE_WORDS and not block.closed else ""


def _in_verse(sheet: Sheet, block: Block) -> bool:
    """Tell a line of a poem: three open lines and more without a blank between, not in a headline's capitals."""
    run = [block]
    for step in (-1, 1):
        at = block.index + step
        while (
            sheet.first <= at <= sheet.last and abs(at - block.index) < VERSE_LINES and _may_be_verse(sheet.blocks[at])
        ):
            run.append(sheet.blocks[at])
            at += step
    small = sum(line.text[0].islower() for line in run)
    return len(run) >= VERSES and _may_be_verse(block) and small >= 1


def _may_be_verse(block: Block) -> bool:
    return not block.closed and 2 <= block.length <= VERSE_WORDS and block.lower_share >= 0.5


def _names_outlet(block: Block) -> bool:
    if domain_in(block.text) or find_outlet(block.text):
        return block.length <= 3
    return block.title_share == 1.0 and bool(any_of("media_words").match(block.text)) and block.length >= 2


def _neighbours(sheet: Sheet, block: Block) -> list[Block]:
    return [sheet.blocks[at] for at in (block.index - 1, block.index + 1) if sheet.first <= at <= sheet.last]


def _heads_rows(sheet: Sheet, block: Block) -> bool:
    """Tell the head of a table: capitals above two rows, no figures in it."""
    below = sheet.blocks[block.index + 1 : block.index + 3]
    rows = [other for other in below if _ROW.fullmatch(other.text) or _SCORE.search(other.text)]
    return len(rows) == 2 and not any(character.isdigit() for character in block.text)


def _by_words(sheet: Sheet, block: Block, subject: Subject) -> str:
    """Name the rule that knows a line by its words: a subhead's recur in the text, those of another headline do not."""
    recurs = subject.share_of(block.content)
    if (
        (_tells(block) or looks_like_caption(block))
        and not block.closed
        and not (block.length <= SENTENCE_SUBHEAD and recurs >= RECURS and not pictures(block.text))
    ):
        return "caption-inside"
    if _a_subhead(block, recurs) or _set_apart(sheet, block):
        return "subhead"
    if block.lower_share > 0.5 and (block.length >= 14 or (block.several and block.length >= 8)):
        return "open-paragraph"
    if block.title_share >= 0.6 and block.length >= 4:
        return "foreign-headline"
    if (
        block.length >= CAPTION_WORDS
        and block.title_share < 0.6
        and block.text[0].isupper()
        and not _of_a_button(block)
        and _TO_READERS.isdisjoint(block.folded.split())
    ):
        return "caption-inside"
    return "scrap" if block.length <= 2 else "unknown-inside"


def _tells(block: Block) -> bool:
    """Tell what somebody does, with the verb's prefix, from a headline: in small letters, or longer and open."""
    small = block.length >= 6 and block.lower_share >= 0.5 and block.title_share < 0.7
    if small and _DOES.search(block.text):
        return True
    return block.length >= TOLD_WORDS and bool(TOLD.search(block.text)) and _is_open(block)


def _is_open(block: Block) -> bool:
    """Tell a line of some small letters that no mark closes, and that asks nothing."""
    return block.text[-1].isalnum() and block.lower_share >= OPEN_SMALL and block.title_share < 0.8


def _of_a_button(block: Block) -> bool:
    return sum(word.lower() in button_words() for word in block.words) >= 2


def _a_subhead(block: Block, recurs: float) -> bool:
    plain = block.text[-1].isalnum() and (block.length >= 3 or not any(map(str.isdigit, block.text)))
    if block.length <= 2:
        named = block.length == 2 and plain and block.title_share == 1.0 and block.text[0].isupper()
        return recurs >= 1.0 if block.content and not named else named and (recurs > 0 or not block.content)
    longest = SUBHEAD_WORDS if block.title_share >= 0.6 or block.text[-1] in "?!" else SENTENCE_SUBHEAD
    if block.length <= longest and recurs >= RECURS and not _a_headline(block, recurs):
        return True
    heads = block.length < SHORT_SUBHEAD or (block.length == SHORT_SUBHEAD and recurs > 0)
    return (
        heads and plain and block.text[0].isupper() and not any(word.lower() in button_words() for word in block.words)
    )


def _set_apart(sheet: Sheet, block: Block) -> bool:
    """Tell two words with a blank line on either side that no button has, between two paragraphs."""
    above, below = sheet.blocks[block.index - 1], sheet.blocks[block.index + 1]
    alone = block.length == 2 and block.apart and below.apart and above.solid and below.solid
    plain = block.text[0].isupper() and block.text.replace(" ", "").isalpha()
    return alone and plain and button_words().isdisjoint(block.folded.split())


def _called_out(block: Block) -> bool:
    """Tell a headline that ends in «!» or «?» from a sentence."""
    return block.text[-1] in "?!" and block.title_share > 0.8 and block.length > 3


def _a_headline(block: Block, recurs: float) -> bool:
    """Longer lines in capitals of a headline must recur more surely to be a subhead."""
    return block.length >= 6 and block.title_share >= 0.8 and recurs < 0.75


def _heads_list(sheet: Sheet, block: Block) -> bool:
    """Tell two words with a colon right above a list's items from a leftover."""
    below = sheet.blocks[block.index + 1]
    item = _LABELLED.match(below.text) or _BULLET.match(below.text)
    return bool(item) or (block.length == 2 and block.apart and not below.apart and not below.solid)


def _in_bullets(sheet: Sheet, block: Block) -> bool:
    """Tell a line with a bullet beside another with the same."""
    if not _BULLET.match(block.text):
        return False
    return any(near.text[0] == block.text[0] and _BULLET.match(near.text) for near in _neighbours(sheet, block))


def _continues_list(sheet: Sheet, block: Block) -> bool:
    """Tell whether a line with a bullet belongs to a list of the text: what leads to it is text."""
    if not _BULLET.match(block.text):
        return False
    index = block.index - 1
    while index >= sheet.first and sheet.role(sheet.blocks[index]) is None and _BULLET.match(sheet.blocks[index].text):
        index -= 1
    before = sheet.blocks[index]
    return sheet.role(before) is Role.BODY and (
        before.text[-1] in ":" or bool(_BULLET.match(before.text)) or bool(_NUMBERED.match(block.text))
    )
