"""Captions and credits of photographs, told from paragraphs."""

import re

from kliping.model import Role
from kliping.parse.outlets import find_domains, find_outlet
from kliping.parse.sheet import Block, Sheet
from kliping.parse.vocabulary import any_of, button_words, listed
from kliping.places import is_place
from kliping.text import fold

CAPTION_WORDS = (5, 48)
LONGEST = 500
"""Characters."""
_CREDIT = re.compile(
    r"(?:[(\[|/]|(?<!\w)[–-])\s*(?:foto|photo|dok|dokumentasi|doc|ist|sumber|kredit|ilustrasi)\b[^()]{0,80}[)\]]?\.?$"
    r"|\.\s(?:dok|foto)\.?\s[\w ]{3,30}$"
    r"|\(\s*(?:foto|photo|dok|ist|istimewa|ANTARA|REUTERS|AFP|humas(?!/[a-z]{2,4}\)))\b[^()]{0,60}\)?\.?(?:--)?$"
    r"|(?:foto|photo|sumber foto)\s*:\s*(?:[^.]{2,60}|[^.]{0,20}\.\s?[^.]{2,60}(?:\.\w{2,5}){0,2})$"
    r"|\bfoto/\S.{2,50}$|\s©\s?\d{4}\s\S.{2,50}$|/HO-[\w .-]{2,40}[)\]]$"
    r"|\.-[^.-]{2,50}-(?:[^.-]{2,50})?$|\s\|\s(?:humas|dok|ist)\b[^|]{0,60}$|\)--$"
    r"|\w/(?:net|ist|istimewa|dok|rmol)[)\]]?\.?$",
    re.I,
)
_OFFICE_SIGNS = re.compile(r"\((?:humas\b[^()]*|[a-z]{2,6}/foto:\s?[\w.]{2,12})\)\.?$", re.I)
_PHOTO_AT_END = re.compile(r"\((?:foto|photo)\s?:[^()]{2,60}\)\.?$", re.I)
GLUED = 40
"""Words of a headline and its picture's caption in one line, with the photographer behind them."""
SHOUTED = 32
"""Words of a caption that begins with a label in capitals."""
HEAD = 5
"""Lines at the top in which the site names itself."""
NEAR_CREDIT = 30
"""Words of a line that is a caption only because a credit stands beside it; longer ones are text."""
CREDIT = 160
"""Characters at a line's end in which its credit stands."""
_SIGNS_OF_CREDIT = (
    *("oto", "dok", "doc", "ist", "sumber", "kredit", "ilustrasi", "antara", "reuters", "afp", "humas"),
    *("©", "/ho-", "/net", "/rmol", ".-", ")--"),
)
"""Every credit has one of these, in small letters: most paragraphs have none near their end."""
_LABEL_OF_CREDIT = (
    "foto|photo|istimewa|ist|dok|dokumentasi|sumber|sumber foto|humas(?=\\s*[:/)])|(?:credit|kredit)(?=\\s*[:/])|doc"
    "|hak atas foto|gambar hanya|ilustrasi(?=\\s*[:/])"
    "|(?:freepik|pixabay|pexels|unsplash|shutterstock|getty images)(?=\\s*/)"
)
_CREDIT_ALONE = re.compile(
    rf"[(\[]?\s*(?:(?:{_LABEL_OF_CREDIT})\b(?!-)[\s.:/|]*(?:[\w./@'’-]+\s*){{0,6}}|ilustrasi)[)\]]?(?:--)?", re.I
)
_NAME_AND_PAPER = re.compile(r"[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,2}\s?/\s?[A-Z][\w.' -]{2,40}")
_SLASH_CREDIT = re.compile(
    r"(?P<outlet>[\w.-]+(?: [\w.-]+)?)\s*/\s*(?P<name>[A-Za-zÀ-Þ][\w.' ]{2,40})(?P<rest>\s[^/]*)?"
)
_FIGURE = re.compile(r"\s\d+[.,]\d")
"""Of a rate, ``USD/IDR 15.873``, not of a credit."""
_FILE_GLUED = re.compile(r"[\w-]+\.(?:jpe?g|png|webp|gif)\s*[A-ZÀ-Þ]", re.I)
_LABELLED = re.compile(
    r"(?:image caption|image source|photo caption|keterangan (?:foto|gambar)|caption foto)\b[\s:,]"
    r"|(?:ilustrasi|foto|photo)[.:]\s+(?=\w)(?=(?:\S+\s+){4})(?=.*\s[a-z])",
    re.I,
)
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]/]{2,30})/([^()\[\]]{3,40})[)\]]\.?$")
_SLASHED_END = re.compile(r"\s([A-Z][\w.]+)/[A-ZÀ-Þ](?:[^\W\d]|[.' ]){2,40}(?:/[\d/]{6,10})?$")
_OUTLET_AND_NAME = re.compile(r"[.!?]\s+([\w.]+(?: [\w.]+)?)/[A-ZÀ-Þ][\w.' ]{2,40}$")
_CREDIT_BEHIND = re.compile(
    r"[.!?]\s+(?:F\.\s*|Foto:?\s*)?[A-Z][\w.]+(?: [A-Z][\w.]+){0,3}/[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}$"
)
_BEHIND_SLASH = re.compile(r"\w/([A-Z][\w.]+(?: [\w.]+)?)$")
_SHOUTED_LABEL = re.compile(r"([A-ZÀ-Þ]{3,}(?: [A-ZÀ-Þ]{2,}){0,4})\s?[:–-]\s+[A-ZÀ-Þ][a-zà-þ]")
_PHOTOGRAPHER = re.compile(r"\([A-Z]{2,6}/[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)+\)$")
"""An outlet's initials and a full name, as outlets nobody described credit their pictures."""
_BRACKETED = re.compile(r"^\[[^\]]{20,}\]$")
_PLACES_OF_PEOPLE = re.compile(
    r"\((?:[^()]*\s)?(?:kiri|kanan|tengah|berdiri|duduk|baju|batik|depan|belakang|dua dari)\b[^()]*\)", re.I
)
TOLD = re.compile(r"\bme(?:m|n|ng|ny|l|r)[a-z]{4,}\b")
"""A verb with its prefix: captions have it, headlines leave it off (``siapkan`` for ``menyiapkan``)."""
_VERB_OF_PICTURE = re.compile(
    r"\b(?:saat|ketika|usai|sedang|tampak|terlihat|bersama|berfoto|berpose|memberikan|menyerahkan|meninjau|suasana|menerima)\b",
    re.I,
)


def captions(sheet: Sheet) -> None:
    """Label captions and credits; runs before the paragraphs are found, so it names only what it is sure of."""
    heads = {block.folded for block in sheet.blocks[:HEAD]}
    for block in sheet.unlabelled():
        rule = _caption_rule(block) if len(block.text) <= LONGEST else ""
        if rule and (label := _SHOUTED_LABEL.match(block.text)) and fold(label[1]) in heads:
            rule = ""
        if not rule and _PHOTOGRAPHER.search(block.text[-CREDIT:]) and _stands_apart(sheet, block):
            rule = "caption-credit"
        if rule == "caption-credit" and _signs_text(sheet, block):
            continue
        if rule and (not block.dateline or _labels_picture(sheet, block)):
            sheet.put(block, Role.CAPTION, rule)
    _beside_credits(sheet)
    _twins(sheet)


def _stands_apart(sheet: Sheet, block: Block) -> bool:
    """Tell a few sentences with no paragraph right above them: those below one may be the text's signed end."""
    return block.length <= SHOUTED and (block.index == 0 or not sheet.blocks[block.index - 1].solid)


def _signs_text(sheet: Sheet, block: Block) -> bool:
    """Tell a text's last paragraph, signed ``(Humas Diskominfo)`` or ``(WDY/Foto:Asp)``, from a picture's credit."""
    above = sheet.blocks[max(0, block.index - 2) : block.index]
    signed = _OFFICE_SIGNS.search(block.text) and any(mark.kind == "names" for mark in block.signatures)
    return bool(signed) and len(above) == 2 and all(other.closed and sheet.role(other) is None for other in above)


def _labels_picture(sheet: Sheet, block: Block) -> bool:
    """Tell «JERIKEN - Warga membawa …» from a dateline: no known place, one sentence, and a dateline follows below."""
    label = _SHOUTED_LABEL.match(block.text)
    if not label or is_place(label[1]) or block.several:
        return False
    return any(below.dateline for below in sheet.blocks[block.index + 1 : block.index + 5])


def _caption_rule(block: Block) -> str:
    """Name the rule that knows a caption or credit by itself; empty for none."""
    if block.length <= 8 and (_CREDIT_ALONE.fullmatch(block.text) or _slash_credit(block)):
        return "credit-alone"
    if _FILE_GLUED.match(block.text) or _LABELLED.match(block.text):
        return "caption-credit"
    if block.length > CAPTION_WORDS[1] or _quotes(block):
        return ""
    tail = block.text[-CREDIT:]
    if (
        _may_be_credited_at_end(tail)
        and _CREDIT.search(tail)
        and not (block.several and block.length > (GLUED if _PHOTO_AT_END.search(tail) else 25))
    ):
        return "caption-credit"
    if _outlet_credit(block):
        return "caption-credit"
    if _BRACKETED.match(block.text):
        return "caption-in-brackets"
    placed = "(" in block.text and _PLACES_OF_PEOPLE.search(block.text) and not block.several
    return "caption-places" if placed and looks_like_caption(block) else ""


def _quotes(block: Block) -> bool:
    """Tell a quotation and who said it: text, whatever closes it."""
    return block.text[0] in '"“' and (block.several or ',"' in block.text or ",”" in block.text)


def _may_be_credited_at_end(tail: str) -> bool:
    small = tail.lower()
    return any([sign in small for sign in _SIGNS_OF_CREDIT])  # noqa: C419 - a list is built faster than asked for


def _outlet_credit(block: Block) -> bool:
    """Tell a caption by its label, or its end: ``(IDN Times/Rizka Amalina)``, ``TEMPO/Bram Setiaji``."""
    text = block.text
    slashed = "/" in text
    match = slashed and (_IN_BRACKETS.search(text) or _OUTLET_AND_NAME.search(text) or _BEHIND_SLASH.search(text))
    if (
        match
        and not block.several
        and (match[0][0] in "([" or all(part.strip()[0].isupper() or "." in part for part in match.groups()))
        and _names_outlet(match)
    ):
        return True
    if slashed and (ended := _SLASHED_END.search(text)) and (ended[1].isupper() or find_outlet(ended[1])):
        return not (block.several and block.length > 25)
    if slashed and _CREDIT_BEHIND.search(text) and not text.endswith(")"):
        return True
    shouted = _SHOUTED_LABEL.match(text)
    labelled = bool(shouted and fold(shouted[1]) not in listed("running_labels"))
    return labelled and block.length <= SHOUTED and not (block.several and block.length > 25)


def _names_outlet(match: re.Match[str]) -> bool:
    """Tell whether a part is an outlet as credits print it; in small letters and round brackets it signs a text."""
    parts = [part.strip() for part in match.groups()]
    small = match[0].startswith("[")
    return any(((small or part[:1].isupper()) and find_outlet(part)) or find_domains(part) for part in parts)


def _beside_credits(sheet: Sheet) -> None:
    """A caption follows its credit where the credit stands alone above it, or stands above it (``Foto: Dok …``)."""
    for block in tuple(sheet.having(Role.CAPTION)):
        label = sheet.labels[block.index]
        if not label or label.rule not in ("credit-alone", "picture-label"):
            continue
        below = sheet.blocks[block.index + 1 : block.index + 2]
        above = sheet.blocks[max(0, block.index - 1) : block.index]
        if any(
            sheet.role(other) is Role.CAPTION
            for other in (*below, *above)
            if other.index != block.index + 1 or label.rule == "credit-alone"
        ):
            continue
        near = above if label.rule == "picture-label" else (*below, *above)
        caption = next(
            (other for other in near if sheet.role(other) is None and _may_be_credited(other, label.rule)), None
        )
        if caption:
            sheet.put(caption, Role.CAPTION, "caption-beside-credit")


def _may_be_credited(block: Block, rule: str) -> bool:
    """Tell whether a line beside a credit can be its caption: short, not opening the text, no headline."""
    long = block.several and block.closed and block.length > 14 and not pictures(block.text)
    fits = 5 <= block.length <= CAPTION_WORDS[1] and not long and not block.dateline
    if rule == "picture-label":
        return fits and not block.closed
    return fits and (block.closed or block.title_share < 0.7) and block.length <= NEAR_CREDIT


def _slash_credit(block: Block) -> bool:
    if any(word.lower() in button_words() for word in block.words):
        return False
    outlet, _, name = block.text.rpartition("/")
    if fold(name) in listed("sections") or any(map(str.isdigit, outlet)) or _FIGURE.search(name):
        return False
    if _NAME_AND_PAPER.fullmatch(block.text) and not block.closed:
        return True
    match = _SLASH_CREDIT.fullmatch(block.text.lstrip("•· "))
    if not match or any(map(str.isdigit, match["name"])):
        return False
    known = bool(find_outlet(match["outlet"]) or find_domains(match["outlet"]))
    return known or (match["outlet"].isupper() and match["name"][0].isupper())


def _twins(sheet: Sheet) -> None:
    """A caption is often saved twice, as the picture's text and below it."""
    for block in tuple(sheet.having(Role.CAPTION)):
        for near in sheet.blocks[max(0, block.index - 2) : block.index + 3]:
            if sheet.role(near) is None and near.length >= 5 and near.title_share <= 0.8 and same_words(near, block):
                sheet.put(near, Role.CAPTION, "caption-twin")


def same_words(one: Block, other: Block) -> bool:
    """Tell whether two lines say the same but for a word or a credit."""
    shared = len(one.content & other.content)
    return shared >= 4 and shared >= 0.8 * min(len(one.content), len(other.content)) and not (one.solid and one.several)


def printed_twice(sheet: Sheet, block: Block) -> bool:
    """Tell a picture's text that is saved from beside it and again from below it: the next line says the same."""
    near = sheet.blocks[block.index + 1]
    return not block.closed and sheet.role(near) is None and block.folded != near.folded and same_words(block, near)


def pictures(text: str) -> bool:
    """Tell whether a sentence speaks of what a picture shows."""
    return bool(_VERB_OF_PICTURE.search(text) or _PLACES_OF_PEOPLE.search(text))


def looks_like_caption(block: Block) -> bool:
    """Tell a caption by its form: one open sentence, mostly in small letters, that describes a picture or people."""
    if block.several or block.closed or not CAPTION_WORDS[0] <= block.length <= CAPTION_WORDS[1]:
        return False
    if block.text[0] in '“"' or block.text[-1] in ":;," or block.lower_share < 0.2:
        return False
    if _PLACES_OF_PEOPLE.search(block.text) or any_of("caption_signs").search(block.text):
        return True
    told = _VERB_OF_PICTURE.search(block.text) and block.length >= 6 and block.title_share < 0.95
    return bool(told) or (block.length >= 10 and block.title_share < 0.75)
