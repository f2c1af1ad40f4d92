"""What the words around a date say of it: that somebody spoke then, that it is a limit, that it is still to come."""

import re
from functools import cache

from kliping import data
from kliping.annotate.lexicon import said, says

NEAR = 120
"""Characters before a date in which a cue speaks of it: a long clause."""
BEHIND = 16
"""Characters behind a date: room for «mendatang»."""
OPENING = 90
"""Characters behind a date that opens its sentence: room for who speaks then."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|^[^“\"]*[”\"]")
_BEHIND_QUOTE = re.compile(r"(?:^|”)\W*$")
_QUOTE_THEN_VERB = re.compile(r"”[\s,]*[a-z]+\b(?![^”]*”)")
"""Speech is followed by its verb, whichever it is: ``,” kenang putranya``; a title in marks ends without a comma."""
_TO_BE_DONE = re.compile(r"\b(?:akan|bakal|hendak|segera) di[a-z]{3,}")
_DAY_WORDS = re.compile(r"(?:\b(?:pada|hari|tanggal|tgl|on|here)\b\.?|[\s,(])+$", re.I)


@cache
def words(*keys: str) -> re.Pattern[str]:
    """Match any entry of some lists of ``events.yaml``, as whole words."""
    entries = sorted(
        {str(entry) for key in keys for entry in data.load("events.yaml")[key]}, key=lambda e: (-len(e), e)
    )
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(re.escape(entry).replace(chr(92) + ' ', ' +') for entry in entries)})(?![\w-])", re.I
    )


@cache
def _right_before(*keys: str) -> re.Pattern[str]:
    return re.compile(rf"{words(*keys).pattern}\W{{0,3}}(?:(?:hari|tanggal|tgl\.?|pada)\s+){{0,2}}\W?$", re.I)


def is_spoken(before: str, behind: str) -> bool:
    """Tell whether a date is only that of somebody's words; what is said at a named happening tells of that."""
    free = _QUOTED.sub(_mark, before)
    spoken = _QUOTE_THEN_VERB.search(free)
    verbs = [match for match in says().finditer(free) if not words("not_told").fullmatch(match[0])]
    verbs += words("told").finditer(free)
    verbs += [match for match in said().finditer(free) if _BEHIND_QUOTE.search(free, 0, match.start())]
    verb = max((*verbs, *([spoken] if spoken else [])), key=lambda match: match.end(), default=None)
    tail = free[verb.end() :] if verb else free
    if words("interviews").search(tail):
        return True
    if says().match(behind.lstrip(" ),")) or (verb is None and _opens(free) and says().search(behind[:OPENING])):
        return True
    if verb is None or _at_happening().search(tail):
        return False
    if spoken or not says().fullmatch(verb[0]):
        return True
    subject = _DAY_WORDS.sub("", tail)
    return not subject or ("," in tail[len(subject) :] and not words("happens").search(subject))


def _mark(quoted: re.Match[str]) -> str:
    """Keep of a quotation that it was speech."""
    return "”" if quoted[0].rstrip('”"').rstrip().endswith((",", ".", "?", "!")) else " "


def _opens(before: str) -> bool:
    """Tell whether a date opens its sentence."""
    return not _DAY_WORDS.sub("", before).strip()


@cache
def _at_happening() -> re.Pattern[str]:
    at, what, doing = (words(key).pattern for key in ("at", "happenings", "doing"))
    return re.compile(rf"{at}\s+(?:[\w-]+\s+){{0,2}}?{what}|{at}\s+{doing}", re.I)


def is_limit(before: str) -> bool:
    """Tell whether a date ends, begins or repeats something, or is a birth's or a paper's."""
    near = before[-NEAR:]
    if _right_before("limits", "every").search(near):
        return True
    if _right_before("since").search(near) and not words("happens").search(near):
        return True
    return bool(_born().search(near) or _paper().search(near))


@cache
def _born() -> re.Pattern[str]:
    return re.compile(rf"{words('born').pattern}[^.;:]{{0,60}}$", re.I)


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{words('papers').pattern}[^.;]{{0,60}}|\b(?:nomor|no)\b\.?\s?[\w./-]{{1,30}}\s+)\b(?:tanggal|tertanggal|bertanggal)\W*$|"
        rf"\b(?:tertanggal|bertanggal|bercap|terbitan|edisi)\W*(?:tanggal\W*)?$",
        re.I,
    )


def is_planned(before: str, behind: str) -> bool:
    """Tell whether the words beside a date put it into the future."""
    return bool(words("planned").search(before[-NEAR:]) or words("coming").match(behind[:BEHIND].lstrip(" ).,")))


def happens(clause: str) -> bool:
    """Tell whether a clause says that something takes place: by a word for it, or by what is going to be done."""
    return bool(words("happens").search(clause) or _TO_BE_DONE.search(clause))


def days_long(clause: str) -> int:
    """Return how many days a clause says that something lasts from the date behind it on; 1 when it does not say."""
    found = _lasting().search(clause)
    if not found:
        return 1
    count = found["count"].lower()
    return int(count) if count.isdigit() else int(data.load("events.yaml")["counted"][count])


@cache
def _lasting() -> re.Pattern[str]:
    counted = "|".join(data.load("events.yaml")["counted"])
    return re.compile(
        rf"\b(?P<count>{counted}|[1-2]?\d)\s+hari\b[^.;]{{0,20}}?\b(?:mulai|sejak)\b[\s,]*(?:(?:hari|tanggal|pada)\s+){{0,2}}$",
        re.I,
    )
