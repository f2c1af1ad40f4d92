"""Texts made safe for every kind of file that the site writes."""

import re
from dataclasses import replace

from kliping.model import Record

ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # no character of XML, or none that HTML allows
    "\u202a-\u202e\u2066-\u2069"  # would turn the direction of what stands behind them
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # no characters at all
    "]"
)
_BLANK = re.compile(r"\s+")


def clean(text: str) -> str:
    """Return the text without characters that XML or HTML forbid or that turn its direction."""
    return ILLEGAL.sub("", text) if ILLEGAL.search(text) else text


def line(text: str) -> str:
    """Return the text cleaned, in one line, with single spaces."""
    return _BLANK.sub(" ", clean(text)).strip()


def lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return each text as one line, the empty ones left out and each once."""
    return tuple(dict.fromkeys(found for text in texts if (found := line(text))))


def clean_record(record: Record) -> Record:
    """Return the record with every text of it safe to write anywhere."""
    return replace(
        record,
        title=line(record.title),
        body=clean(record.body),
        outlet=line(record.outlet),
        domain=line(record.domain),
        url=line(record.url),
        place=line(record.place),
        section=line(record.section),
        authors=lines(record.authors),
        editors=lines(record.editors),
        photographers=lines(record.photographers),
        captions=lines(record.captions),
        topics=lines(record.topics),
        tags=lines(record.tags),
        people=lines(record.people),
        events=tuple(replace(event, label=line(event.label), place=line(event.place)) for event in record.events),
        summary=line(record.summary),
        lang=line(record.lang),
    )
