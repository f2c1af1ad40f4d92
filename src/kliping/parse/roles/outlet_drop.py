"""What the page's outlet prints around every article of its own."""

from kliping.model import Role
from kliping.parse.recognise import LINE, drops, recognised
from kliping.parse.sheet import Sheet
from kliping.text import fold


def outlet_drop(sheet: Sheet) -> None:
    """Label the lines that the outlet's file names: its promotion, its newsletter, its login."""
    found = recognised(sheet)
    if not found or not found.outlet.drop:
        return
    lines = drops(found.outlet)
    for block in sheet.unlabelled():
        if lines.hold(block.folded if len(block.text) <= LINE else fold(block.text[:LINE])):
            sheet.put(block, Role.NOISE, "outlet-drop")
