"""The rules that say what each block is for, in their order.

A rule is a named function of the sheet. Early rules know blocks by themselves (a button, a date line), later
ones by their place around the text; what none of them knows is cut by where it stands.
"""

from collections.abc import Callable

from kliping.parse.roles.bylines import byline_lines, lone_marks
from kliping.parse.roles.captions import captions
from kliping.parse.roles.datelines import date_lines, outlet_lines
from kliping.parse.roles.decks import decks
from kliping.parse.roles.furniture import leftovers, phrases, tag_lines
from kliping.parse.roles.headlines import headlines
from kliping.parse.roles.inside import inside, promo_lists
from kliping.parse.roles.names import lone_names
from kliping.parse.roles.of_outlet import outlet_captions, outlet_drop
from kliping.parse.roles.outside import outside
from kliping.parse.roles.region import region
from kliping.parse.roles.repeated import repeated
from kliping.parse.roles.sections import sections
from kliping.parse.sheet import Sheet

Rule = Callable[[Sheet], None]

ROLE_RULES: tuple[tuple[str, Rule], ...] = (
    ("phrases", phrases),
    ("outlet-drop", outlet_drop),
    ("outlet-captions", outlet_captions),
    ("leftovers", leftovers),
    ("tag-lines", tag_lines),
    ("date-lines", date_lines),
    ("byline-lines", byline_lines),
    ("lone-marks", lone_marks),
    ("captions", captions),
    ("promo-lists", promo_lists),
    ("repeated", repeated),
    ("region", region),
    ("outlet-lines", outlet_lines),
    ("headlines", headlines),
    ("lone-names", lone_names),
    ("sections", sections),
    ("decks", decks),
    ("inside", inside),
    ("outside", outside),
)


def give_roles(sheet: Sheet) -> None:
    """Apply every rule once, in order."""
    for _, rule in ROLE_RULES:
        rule(sheet)
