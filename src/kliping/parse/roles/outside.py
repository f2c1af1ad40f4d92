"""What no rule named: cut by where it stands."""

from kliping.model import Role
from kliping.parse.sheet import Sheet


def outside(sheet: Sheet) -> None:
    """Label what is left above and below the text."""
    if sheet.last < 0:
        for block in sheet.unlabelled():
            sheet.put(block, Role.NOISE, "no-text")
        return
    for block in sheet.unlabelled(0, sheet.first):
        sheet.put(block, Role.MENU, "above-text")
    for block in sheet.unlabelled(sheet.last + 1):
        before = sheet.labels[block.index - 1]
        role = before.role if before and before.role in (Role.COMMENTS, Role.FOOTER, Role.RELATED) else Role.RELATED
        sheet.put(block, role, "below-text")
