"""From a seed to a record: evidence first, decision after.

    bytes → repairs → blocks → roles → claims → one resolver → record and reading

Every step is an ordered list of named rules (``repairs.LINE_REPAIRS``, ``roles.ROLE_RULES``, ``claims.CLAIM_RULES``).
"""

from dataclasses import dataclass

from kliping.config import Name, Settings, Topic
from kliping.errors import Problem
from kliping.model import Reading, Record, Seed
from kliping.parse import emit
from kliping.parse.claims import collect
from kliping.parse.claims.told import claim_events, claim_people, claim_summary, claim_tags, claim_topics
from kliping.parse.outlets import outlet_files
from kliping.parse.page import Page
from kliping.parse.problems import seed_problem, warnings
from kliping.parse.repairs import decode, repair
from kliping.parse.resolve import Decision, resolve
from kliping.parse.roles import give_roles
from kliping.parse.sheet import Sheet
from kliping.parse.years import years_of

MOST_LINES = 20_000
"""A seed with more is no page: whole pages dumped as text have a few hundred, the longest met 3,000."""
SEVERAL_ARTICLES = 3
"""So many paragraphs with an outlet's dateline make a page a list of articles, not one."""


@dataclass(frozen=True, slots=True)
class ParseOptions:
    """The part of the settings that the parser depends on."""

    language: str = "id"
    """Of notes and messages."""
    topics: tuple[Topic, ...] = ()
    names: tuple[Name, ...] = ()
    reject_names: tuple[str, ...] = ()
    outlet_files: bool = True
    """False reads every page as one of an outlet that has no file, to measure what the files do."""

    @classmethod
    def of(cls, settings: Settings) -> "ParseOptions":
        """Take what matters from the site's settings."""
        return cls(settings.language, settings.topics, settings.names, settings.reject_names)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the parser made of one seed."""

    record: Record | None
    """None when the seed holds no article."""
    reading: Reading
    problems: tuple[Problem, ...] = ()
    paragraphs: tuple[tuple[int, str], ...] = ()
    """The article's text: (line of the seed, paragraph) each."""


def parse(seed: Seed, options: ParseOptions, boilerplate: frozenset[int] = frozenset()) -> Parsed:
    """Read one seed; pure, and never raises whatever the bytes are.

    ``boilerplate`` has the numbers of its lines that its folder repeats, as ``boilerplate.learn`` finds them.
    """
    with outlet_files(used=options.outlet_files):
        return _parse(seed, options, boilerplate)


def _parse(seed: Seed, options: ParseOptions, boilerplate: frozenset[int]) -> Parsed:
    decoded = decode(seed.data)
    if decoded is None:
        return Parsed(None, Reading(seed.name, ()), (seed_problem(seed, "binary-seed"),))
    text, decode_notes = decoded
    if text.count("\n") > MOST_LINES:
        return Parsed(None, Reading(seed.name, ()), (seed_problem(seed, "too-many-lines"),))
    lines, repairs = repair(text)
    repairs = decode_notes + repairs
    sheet = Sheet(lines, boilerplate)
    give_roles(sheet)
    if code := _refusal(sheet):
        return Parsed(None, emit.reading(seed, sheet, repairs, ()), (seed_problem(seed, code),))
    page = Page(sheet, options.language)
    decisions = _decide(page, options)
    record = emit.record(seed, page, repairs, decisions)
    paragraphs = tuple((paragraph.line, paragraph.text) for paragraph in page.paragraphs)
    return Parsed(
        record,
        emit.reading(seed, sheet, repairs, decisions.values()),
        warnings(seed, record, repairs),
        paragraphs,
    )


def _refusal(sheet: Sheet) -> str:
    """Say why a page gives no record; empty when it does."""
    if not sheet.blocks:
        return "empty-seed"
    body = sheet.body()
    if not body:
        return "no-article"
    datelines = sum(
        bool((found := block.dateline) and (found.domain or (found.place and found.outlet))) for block in body
    )
    return "several-articles" if datelines >= SEVERAL_ARTICLES else ""


def _decide(page: Page, options: ParseOptions) -> dict[str, Decision]:
    """Decide the printed fields first; what the text tells needs the title and the date."""
    printed = collect(page)
    decisions = resolve(printed)
    title = str(decisions["title"].value) if "title" in decisions else ""
    date = decisions["date"].value if "date" in decisions else None
    own = decisions["tags"].value if "tags" in decisions else ()
    told = (
        *(claim for claim in printed if claim.field == "tags"),
        *claim_people(page, options.names, options.reject_names),
        *claim_events(page, years_of(page), date),
        *claim_tags(page, title, own),
        *claim_topics(page, title, options.topics),
        *claim_summary(page),
    )
    return decisions | resolve(told)


__all__ = ["ParseOptions", "Parsed", "parse"]
