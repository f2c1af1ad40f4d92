"""Record and reading to Article: the dear step, done once a record and kept."""

import re
from dataclasses import replace
from pathlib import PurePosixPath

from kliping.annotate.candidates import find_candidates
from kliping.annotate.identity import same_person
from kliping.annotate.organisations import find_known, find_organisations
from kliping.annotate.people import find_people
from kliping.annotate.quotes import find_quotes
from kliping.annotate.regions import find_regions
from kliping.annotate.summary import summarise
from kliping.config import Settings
from kliping.edits import is_persons
from kliping.model import Article, Body, Candidate, Held, Quote, Reading, Record, Role
from kliping.site import markdown
from kliping.site.hygiene import clean_record, line
from kliping.site.rights import FULL, LINK, rights_of, shown
from kliping.site.search.places import places, searched
from kliping.site.sourcetext import draw
from kliping.site.stories.prints import fingerprint
from kliping.slugs import slug
from kliping.text import words

UNTITLED = {"id": "Tanpa judul", "en": "Untitled"}


def compose(record: Record, file: str, reading: Reading | None, settings: Settings) -> Article:
    """Return the article, holding nothing that its rights do not allow to be shown."""
    own_tags = is_persons(record, "tags")
    record = clean_record(record)
    article_id = _id(record, file, settings)
    title = record.title or UNTITLED[settings.language]
    rights = rights_of(record, settings)
    body = markdown.read(record.body)
    first = next(iter(body.paragraphs), "")
    summary = record.summary or summarise(body.paragraphs if rights == FULL else body.paragraphs[:1])
    seen = shown(replace(record, title=title), first, summary, rights)
    quotes: tuple[Quote, ...] = ()
    if rights == FULL and "quotes" in settings.features:
        quotes = _quotes(body, reading, record)
    named = rights == FULL and "names" in settings.features
    visible = body if rights == FULL else markdown.plain(first if rights != LINK else "")
    text = "\n".join(visible.paragraphs)
    open_source = reading if rights == FULL and "sources" in settings.features else None
    return Article(
        record=replace(seen.record, body="" if rights == LINK else seen.record.body),
        file=file,
        id=article_id,
        path=_path(record, title, article_id),
        html=visible.html,
        text=text,
        summary=seen.summary,
        words=sum(len(words(paragraph)) for paragraph in body.paragraphs),
        quotes=quotes,
        candidates=_candidates(seen.record, visible.paragraphs, settings, own=own_tags),
        own_tags=own_tags,
        offices=_offices(body, record) if named else (),
        bodies=_bodies(body) if named else (),
        regions=find_regions(body.paragraphs, record.place) if named else (),
        reading=open_source,
        source_html=draw(open_source, settings.language) if open_source else "",
        fingerprint=fingerprint(body.paragraphs) if "stories" in settings.features else None,
        places=places(searched(text, seen.record.captions)) if "search" in settings.features else "",
    )


def _candidates(record: Record, paragraphs: tuple[str, ...], settings: Settings, *, own: bool) -> tuple[Candidate, ...]:
    """Find what the part of the article that may be seen could be tagged with.

    A person's ``own`` tags stand; then what else is named only relates articles, where the site shows names.
    """
    if own and "names" not in settings.features:
        return ()
    record = replace(record, tags=()) if own else record
    refused = (record.outlet, record.domain, record.section, *record.authors, *record.editors, *record.photographers)
    return find_candidates(record.title, paragraphs, record.people, record.tags, refused)


def _id(record: Record, file: str, settings: Settings) -> str:
    """Name of the seed, else of the record below its folder, without the ending."""
    name = record.seed or file.removeprefix(f"{settings.records_dir.strip('/')}/")
    return line(PurePosixPath(name).with_suffix("").as_posix()) or "x"


def _path(record: Record, title: str, article_id: str) -> str:
    name = slug(record.slug or title, article_id)
    if not record.date:
        return f"undated/{name}.html"
    parts = [f"{record.date.year:04d}"]
    parts += [f"{part:02d}" for part in (record.date.month, record.date.day) if part]
    return f"{'/'.join(parts)}/{name}.html"


def _quotes(body: markdown.Body, reading: Reading | None, record: Record) -> tuple[Quote, ...]:
    """Find the quotations, each with its line of the seed, or its paragraph's number where there is none."""
    numbers = _line_numbers(body.paragraphs, reading) if reading else range(1, len(body.paragraphs) + 1)
    return find_quotes(tuple(zip(numbers, body.paragraphs, strict=True)), record.people)


def _offices(body: markdown.Body, record: Record) -> tuple[Held, ...]:
    """Return the offices that the text gives the record's people where it prints their names in full."""
    naming = [text for text in (*body.paragraphs, *record.captions) if any(name in text for name in record.people)]
    found = find_people(enumerate(naming))
    return tuple(
        Held(name, person.office)
        for name in record.people
        if (person := next((one for one in found if one.office and same_person(one.name, name)), None))
    )


def _bodies(body: markdown.Body) -> tuple[Body, ...]:
    """Return the organisations that the text names, each once; of a city's office the name with its place."""
    passages = tuple(enumerate(body.paragraphs))
    placed = {one.name: one for one in find_known(passages)}
    found = {one.name: one for one in find_organisations(passages)}
    shorts = {one.name: one.short for one in found.values()}
    for name in placed:
        if kind := next((other for other in found if name.startswith(f"{other} ")), ""):
            shorts[name] = found.pop(kind).short
    return tuple(Body(name, shorts.get(name, one.short)) for name, one in (found | placed).items())


def _line_numbers(paragraphs: tuple[str, ...], reading: Reading) -> list[int]:
    """Return for each paragraph the line of the seed that holds it (or begins it), 0 where none does.

    Only letters are compared: a line has its dateline and initials still, and marks that Markdown took.
    """
    lines = [(found.number, _letters(found.text)) for found in reading.lines if found.role is Role.BODY]
    numbers, at = [], 0
    for paragraph in map(_letters, paragraphs):
        hit = next(
            (
                here
                for here in range(at, len(lines))
                if (text := lines[here][1]) and (paragraph in text or text in paragraph)
            ),
            None,
        )
        numbers.append(0 if hit is None else lines[hit][0])
        at = at if hit is None else hit
    return numbers


_NO_LETTER = re.compile(r"\W+")


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text)
