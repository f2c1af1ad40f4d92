"""Markdown seeds with front matter: what a person gave stands, what is missing is found in the text below.

The body is kept as given but for the repairs; no line of it is cut. Markdown without front matter is read as text is.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from kliping import frontmatter
from kliping.edits import PERSON
from kliping.frontmatter import Front
from kliping.model import KEPT_ROLES, Role, Seed
from kliping.parse.draft import Draft, Given, Refused
from kliping.parse.emit import FIELDS
from kliping.parse.outlets import tidy_domain
from kliping.parse.problems import seed_problem
from kliping.parse.repairs import WORD_REPAIRS, decode, repair
from kliping.parse.roles import give_roles
from kliping.parse.sheet import Label, Sheet
from kliping.text import fold, squeeze

_ROLES: Mapping[str, Role] = {
    "title": Role.HEADLINE, "date": Role.DATE, "date_precision": Role.DATE, "updated": Role.DATE,
    "authors": Role.BYLINE, "editors": Role.BYLINE, "photographers": Role.BYLINE, "section": Role.SECTION,
    "outlet": Role.OUTLET, "domain": Role.OUTLET, "url": Role.OUTLET, "tags": Role.TAGS, "topics": Role.TAGS,
    "captions": Role.CAPTION,
}  # fmt: skip
"""Roles of the lines of the front matter, by field; the others are marks."""
_TITLE = re.compile(r"#\s+(.+?)\s*#*")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
"""``[[Name]]``, as Obsidian links names."""


def read_markdown(seed: Seed) -> Draft | Refused | None:
    """Read a seed with front matter; None when it has none."""
    decoded = decode(seed.data)
    if decoded is None:
        return Refused((seed_problem(seed, "binary-seed"),))
    text, decode_notes = decoded
    if not frontmatter.has_front(text):
        return None
    front, problems = frontmatter.load_front(text, seed.name)
    if front is None:
        return Refused(problems)
    lines, _ = repair(text)
    plain, repairs = repair(text, WORD_REPAIRS)
    sheet = Sheet(lines, head=_head(front, lines))
    give_roles(sheet)
    body = list(plain[front.first - 1 :])
    heading = _take_heading(body, sheet, front)
    _keep_all(sheet)
    given = dict(_given(front))
    if heading:
        given.setdefault("title", heading)
    paragraphs = tuple(_paragraphs(body, front.first))
    return Draft(
        sheet,
        decode_notes + repairs,
        given=given,
        body="\n".join(body).strip("\n").rstrip(),
        paragraphs=paragraphs,
        problems=problems,
    )


def _head(front: Front, lines: tuple[str, ...]) -> tuple[Label | None, ...]:
    """Label the lines of the front matter by the fields that they give; a list's items belong to its key."""
    by_line = {line: name for name, line in front.lines.items()}
    found: list[Label | None] = []
    role = Role.MARK
    for number, line in enumerate(lines[: front.first - 1], 1):
        role = _ROLES.get(by_line[number], Role.MARK) if number in by_line else role
        closing = line.strip() == "---"
        found.append(Label(Role.MARK if closing else role, PERSON) if line.strip() else None)
    return tuple(found)


def _take_heading(body: list[str], sheet: Sheet, front: Front) -> Given | None:
    """Take off a first line ``# Title`` that is the title given, or the only one there is; return it."""
    at = next((at for at, line in enumerate(body) if line.strip()), None)
    match = _TITLE.fullmatch(body[at].strip()) if at is not None else None
    if at is None or match is None:
        return None
    title = str(front.fields.get("title") or match[1])
    if fold(title) != fold(match[1]):
        return None
    body[at] = ""
    number = front.first + at
    for block in sheet.blocks:
        if number in block.numbers:
            sheet.put(block, Role.HEADLINE, "headline")
    return Given(squeeze(match[1]), number)


def _keep_all(sheet: Sheet) -> None:
    """Take every line for text that no rule uses: none is cut."""
    for block in sheet.blocks:
        if sheet.role(block) not in KEPT_ROLES:
            sheet.put(block, Role.BODY, "as-given")
    kept = [block.index for block in sheet.body()]
    sheet.first, sheet.last = (kept[0], kept[-1]) if kept else (len(sheet.blocks), -1)


def _given(front: Front) -> Iterator[tuple[str, Given]]:
    """Yield the fields that have a value: an empty one in a form is not filled in yet."""
    fields = {name: _without_links(value) for name, value in front.fields.items()}
    outlet = str(fields.get("outlet") or "")
    if outlet.startswith(("http://", "https://")):
        fields["outlet"] = ""
        fields["url"] = fields.get("url") or outlet
    lines = {"url": front.lines.get("outlet", 0), **front.lines}
    for name in (*FIELDS, "slug"):
        value = fields.get(name)
        if value or (name == "advertorial" and name in fields):
            yield name, Given(value, lines.get(name, 0))
    if not fields.get("domain") and (domain := _domain(str(fields.get("url") or ""))):
        yield "domain", Given(domain, lines.get("url", 0))


def _without_links(value: Any) -> Any:
    if isinstance(value, str):
        return _WIKI_LINK.sub(r"\1", value)
    if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
        return tuple(_WIKI_LINK.sub(r"\1", item) for item in value)
    return value


def _domain(url: str) -> str:
    try:
        return tidy_domain(urlsplit(url).hostname or "") if url.startswith(("http://", "https://")) else ""
    except ValueError:
        return ""


def _paragraphs(body: list[str], first: int) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of the paragraphs, as blank lines part them."""
    start, parts = 0, list[str]()
    for number, line in enumerate([*body, ""], first):
        if line.strip():
            start = start if parts else number
            parts.append(line)
        elif parts:
            yield start, squeeze(" ".join(parts))
            parts = []
