"""What the text tells: people, events, topics and the summary; made after the date is decided."""

from collections.abc import Iterator
from functools import partial

from kliping import data
from kliping.annotate.events import Passage, find_events
from kliping.annotate.organisations import names_a_body
from kliping.annotate.people import find_people
from kliping.annotate.summary import summarise
from kliping.annotate.topics import assign, told
from kliping.config import Name, Topic
from kliping.mentions import Mention
from kliping.model import Event, Role
from kliping.parse.claim import Claim, Place
from kliping.parse.page import Page
from kliping.parse.years import Years
from kliping.text import sentences
from kliping.when import When

OFFICE, SAYER = 0.95, 0.85
"""How sure a name is with an office and without: somewhat less than the share that is right in ``tests/told``."""


def claim_people(page: Page, names: tuple[Name, ...], rejected: tuple[str, ...]) -> Iterator[Claim]:
    """Claim the people named with an office or quoted, from the text and then the captions."""
    passages = [(paragraph.line, paragraph.text) for paragraph in page.paragraphs if not paragraph.heading]
    passages += [(block.numbers[0], block.text) for block in page.sheet.having(Role.CAPTION)]
    known = tuple(name.name for name in names if " " in name.name and not names_a_body(name.name))
    for person in find_people(passages, known, rejected):
        yield Claim(
            "people",
            person.name,
            OFFICE if person.office else SAYER,
            "office-name" if person.office else "sayer",
            (_find(page, person.line, person.name),),
        )


def _find(page: Page, line: int, text: str) -> Place:
    at = page.sheet.lines[line - 1].find(text)
    return Place(line, at, at + len(text)) if at >= 0 else Place(line)


def claim_events(page: Page, years: Years, printed: When | None) -> Iterator[Claim]:
    """Claim what the text tells to happen, each time once with its sentence."""
    seen: set[tuple[When, When]] = set()
    for found in find_events(_passages(page), partial(_in_year, years, printed), printed):
        event = found.event
        seen.add((event.start, event.end))
        rule, sure = ("period-in-text", 0.7) if found.coarse else ("date-in-text", 0.85)
        yield Claim("events", event, sure, rule, (_find(page, event.line, found.text),))
    yield from _report_day(page, printed, seen)


def _passages(page: Page) -> Iterator[Passage]:
    """Yield the paragraphs, then the captions that give a day with its weekday."""
    for paragraph in page.paragraphs:
        yield Passage(paragraph.line, paragraph.text)
    for block in page.sheet.having(Role.CAPTION):
        if any(mention.weekday >= 0 for mention in block.mentions) and block.index <= page.sheet.last:
            yield Passage(block.numbers[0], block.text)


def _in_year(years: Years, printed: When | None, mention: Mention, planned: bool) -> Mention | None:
    """Give a date its year: that of the article close by, else the one that the text proves."""
    proof = (years.near(mention, printed, planned=planned) if printed else None) or years.prove(mention)
    return mention.in_year(proof.year) if proof else None


def _report_day(page: Page, printed: When | None, seen: set[tuple[When, When]]) -> Iterator[Claim]:
    """A printed publication day inside a range that the text names is a day of what it reports."""
    if printed is None or not printed.day:
        return
    day = printed.on_day()
    span = next(((start, end) for start, end in sorted(seen) if start != end and start <= day <= end), None)
    if span is None or (day, day) in seen or not page.paragraphs:
        return
    note = str(data.load(f"notes.{page.language}.yaml")["report-day"]).format(range=f"{span[0]}–{span[1]}")
    lead = page.paragraphs[0]
    yield Claim(
        "events",
        Event(day, day, sentences(lead.text)[0], lead.line),
        0.7,
        "report-day",
        (Place(lead.line),),
        note,
    )


def claim_topics(page: Page, title: str, topics: tuple[Topic, ...]) -> Iterator[Claim]:
    """Claim the site's topics whose words the text holds."""
    say = data.load(f"notes.{page.language}.yaml")
    for found in assign(topics, title, ((paragraph.line, paragraph.text) for paragraph in page.paragraphs)):
        lines = [line for hit in found.hits for line in hit.lines]
        places = (Place(min(lines)),) if lines else ()
        yield Claim("topics", found.topic.id, 0.9, "topic-words", places, told(found, say))


def claim_summary(page: Page) -> Iterator[Claim]:
    """Claim the first whole sentences."""
    lead = [paragraph for paragraph in page.paragraphs if not paragraph.heading]
    if lead:
        yield Claim(
            "summary",
            summarise(tuple(paragraph.text for paragraph in lead)),
            0.9,
            "first-sentences",
            (page.place(lead[0].block),),
        )
