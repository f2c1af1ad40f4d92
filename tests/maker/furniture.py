"""What stands around an article on a made page."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from maker.draft import Draft
from maker.story import load, stories
from maker.telling import told

NAMELESS = ("heads", "consents")
OTHER_DAYS = 40
"""An item of a list of other news is at most so many days younger than the article."""


def furnish(draft: Draft, kind: str) -> None:
    """Print one of the blocks of a kind."""
    forms = load("furniture.yaml")[kind]
    draft.codes.append(kind)
    unused = [lines for lines in forms if lines[0] not in {block.lines[0] for block in draft.blocks}]
    known = set(draft.printed)
    draft.add("noise", _filled(draft, draft.random.choice(unused or forms)))
    if kind in NAMELESS and not draft.blocks[-1].lines[0].startswith("https:"):
        draft.printed = known


def promo(draft: Draft) -> None:
    """Print a promotion inside the text."""
    forms = load("furniture.yaml")["promos"]
    code = draft.random.choice(list(forms))
    draft.codes.append(code)
    draft.add("noise", _filled(draft, draft.random.choice(forms[code])))


def site_name(draft: Draft) -> None:
    """Print the outlet's name or domain at the very top."""
    draft.add("noise", [draft.fill(draft.random.choice(["{Outlet}", "{OUTLET}", "{Domain}", "{DOMAIN}"]))])


def breadcrumb(draft: Draft) -> None:
    """Print the section, alone or as a path."""
    chance = draft.random.random()
    rubric = draft.random.choice(load("furniture.yaml")["rubrics"])
    if chance < 0.3:
        draft.codes.append("N11")
        draft.add("aside", [rubric])
        draft.section = rubric
    elif chance < 0.45:
        draft.codes.append("N12")
        draft.add("aside", [f"{draft.random.choice(['Home', 'Beranda'])} {draft.random.choice('>»/')} {rubric}"])
        draft.section = rubric


def saved_day(draft: Draft) -> None:
    """Print the day on which the page was saved, as the heads of some sites do."""
    later = told(draft.when + timedelta(days=draft.random.randint(2, 900)), draft.zone)
    draft.codes.append("D11p")
    draft.add("noise", ["{Hari}, {d} {Bulan} {y}".format(**later)])


def _filled(draft: Draft, lines: Sequence[str]) -> Iterator[str]:
    """Write the lines of a block: other headlines and tags differ, other days are later ones."""
    random = draft.random
    titles = iter(random.sample([story.title for story in stories() if story.title != draft.story.title], 12))
    tags = iter(random.sample(words := _tags(draft), len(words)) * 4)
    for line in lines:
        line = re.sub(r"\{judul\}", lambda _: next(titles), line)
        line = re.sub(r"\{tag\}", lambda _: next(tags), line)
        pieces = told(draft.when + timedelta(days=random.randint(1, OTHER_DAYS)), draft.zone)
        line = line.replace("{lain}", "{Hari}, {d} {Bulan} {y} {jam}".format(**pieces))
        line = line.replace("{simpan}", str(draft.when.year + random.randint(0, 4)))
        yield draft.fill(line)


def _tags(draft: Draft) -> list[str]:
    return sorted({word.lower() for word in draft.story.title.split() if len(word) > 4 and word.isalpha()}) or [
        "daerah"
    ]
