"""Record and reading to Article: the dear step, done once a record and kept."""

import re
from dataclasses import replace
from pathlib import PurePosixPath

from kliping.annotate.quotes import find_quotes
from kliping.annotate.summary import summarise
from kliping.config import Settings
from kliping.model import Article, Quote, Reading, Record, Role
from kliping.site import markdown
from kliping.site.hygiene import clean_record, line
from kliping.site.rights import FULL, LINK, rights_of, shown
from kliping.site.search.places import places, searched
from kliping.site.sourcetext import draw
from kliping.slugs import slug
from kliping.text import words

UNTITLED = {"id": "Tanpa judul", "en": "Untitled"}


def compose(record: Record, file: str, reading: Reading | None, settings: Settings) -> Article:
    """Return the article, holding nothing that its rights do not allow to be shown."""
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
        reading=open_source,
        source_html=draw(open_source, settings.language) if open_source else "",
        places=places(searched(text, seen.record.captions)) if "search" in settings.features else "",
    )


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
