"""What the text tells: people, events, tags, topics and the summary; made after the date is decided."""

from collections.abc import Iterator

from kliping import data
from kliping.annotate.organisations import names_a_body
from kliping.annotate.people import find_people
from kliping.annotate.summary import summarise
from kliping.annotate.tags import find_tags
from kliping.annotate.topics import assign
from kliping.config import Name, Topic
from kliping.mentions import Mention
from kliping.model import Event, Role
from kliping.parse.claim import Claim, Place
from kliping.parse.page import Page
from kliping.parse.sheet import Block
from kliping.parse.years import Years
from kliping.text import sentences
from kliping.when import When

OFFICE, SAYER = 0.95, 0.85
"""How sure a name is with an office and without: somewhat less than the share that is right in ``tests/told``."""
LONGEST_SPAN = 366
"""Days; longer ranges are periods, not events."""


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
    """Claim the days and ranges of days that the text gives, each once with its sentence."""
    seen: set[tuple[When, When]] = set()
    for block in page.sheet.having(Role.BODY):
        for mention in block.mentions:
            event = _event(page, block, mention, years)
            if event and (event.start, event.end) not in seen:
                seen.add((event.start, event.end))
                yield Claim("events", event, 0.85, "date-in-text", (page.place(block, mention.start, mention.end),))
    yield from _report_day(page, printed, seen)


def _event(page: Page, block: Block, mention: Mention, years: Years) -> Event | None:
    if not mention.day or (page.dateline_block is block and page.dateline and mention.end <= page.dateline.end):
        return None
    if not mention.year and (proof := years.prove(mention)):
        mention = mention.in_year(proof.year)
    start = mention.when()
    end = mention.until.when() if mention.until else start
    if not start or not end or end < start or (end.date() - start.date()).days > LONGEST_SPAN or mention.contradicts():
        return None
    return Event(start, end, _sentence(page, block, mention), block.numbers[0])


def _sentence(page: Page, block: Block, mention: Mention) -> str:
    """Return the sentence that holds the date, without dateline and signature."""
    return next((sentence for sentence in page.sentences(block) if mention.text in sentence), block.text)


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


def claim_tags(page: Page, title: str, own: tuple[str, ...]) -> Iterator[Claim]:
    """Claim the tags that the text names."""
    for tag in find_tags(title, (paragraph.text for paragraph in page.paragraphs), own):
        if tag not in own:
            line = next((paragraph.line for paragraph in page.paragraphs if tag in paragraph.text), 0)
            yield Claim("tags", tag, 0.7, "named-often", (Place(line),) if line else ())


def claim_topics(page: Page, title: str, topics: tuple[Topic, ...]) -> Iterator[Claim]:
    """Claim the site's topics whose words the text holds."""
    for topic in assign(topics, title, "\n".join(paragraph.text for paragraph in page.paragraphs)):
        yield Claim("topics", topic, 0.9, "topic-words")


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
