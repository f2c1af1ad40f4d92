"""What the page's outlet, by its file, prints around every article of its own."""

import re
from functools import cache

from kliping.model import Role
from kliping.parse.outlets import Outlet
from kliping.parse.recognise import LINE, drops, recognised
from kliping.parse.sheet import Sheet
from kliping.text import fold

CAPTION, LEAST = 400, 4
"""Characters of the longest caption, words of the shortest."""


def outlet_drop(sheet: Sheet) -> None:
    """Label the lines that the file drops: the outlet's promotion, its newsletter, its login."""
    found = recognised(sheet)
    if not found or not found.outlet.drop:
        return
    lines = drops(found.outlet)
    for block in sheet.unlabelled():
        if lines.hold(block.folded if len(block.text) <= LINE else fold(block.text[:LINE])):
            sheet.put(block, Role.NOISE, "outlet-drop")


def outlet_captions(sheet: Sheet) -> None:
    """Label the lines that begin or end as the outlet's captions do."""
    found = recognised(sheet)
    pattern = _captions(found.outlet) if found else None
    if not pattern:
        return
    for block in sheet.unlabelled():
        if len(block.text) <= CAPTION and pattern.search(block.text) and block.length >= LEAST:
            sheet.put(block, Role.CAPTION, "outlet-caption")


@cache
def _captions(outlet: Outlet) -> re.Pattern[str] | None:
    begins = [f"^{re.escape(beginning)}" for beginning in outlet.captions]
    ends = [rf"\({re.escape(credit)}/[^()]{{2,60}}\)\s*$" for credit in outlet.credits]
    return re.compile("|".join(begins + ends)) if begins or ends else None
