"""From a seed to a record: evidence first, decision after.

    bytes → repairs → blocks → roles → claims → one resolver → record and reading

Text seeds are read so from the first step on; saved pages (``html``) and Markdown (``markdown``) come to the claims by
their own way, as a ``Draft`` like the others.

Every step is an ordered list of named rules (``repairs.LINE_REPAIRS``, ``roles.ROLE_RULES``, ``claims.CLAIM_RULES``).
"""

from dataclasses import dataclass

from kliping import data
from kliping.config import Name, Settings, Topic
from kliping.edits import PERSON
from kliping.errors import Problem
from kliping.model import Reading, Record, Seed
from kliping.parse import emit
from kliping.parse.claim import Claim, Place
from kliping.parse.claims import collect
from kliping.parse.claims.told import claim_events, claim_people, claim_summary, claim_topics
from kliping.parse.draft import Draft, Given, Refused
from kliping.parse.html.read import read_html
from kliping.parse.html.settle import settle
from kliping.parse.kinds import Kind, kind_of
from kliping.parse.markdown import read_markdown
from kliping.parse.outlets import outlet_files
from kliping.parse.page import Page
from kliping.parse.problems import seed_problem, warnings
from kliping.parse.repairs import decode, repair
from kliping.parse.resolve import Decision, resolve
from kliping.parse.roles import give_roles
from kliping.parse.sheet import Sheet, joined
from kliping.parse.years import years_of

MOST_LINES = 20_000
"""A seed with more is no page: whole pages dumped as text have a few hundred, the longest met 3,000."""
TEASER = 2
"""Paragraphs of an article's teaser, as WordPress offers it for other sites."""
_EMBEDDED = "into your wordpress site to embed"
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

    ``boilerplate`` has the numbers of a text's lines that its folder repeats, as ``boilerplate.learn`` finds them.
    """
    with outlet_files(used=options.outlet_files):
        return _parse(seed, options, boilerplate)


def _parse(seed: Seed, options: ParseOptions, boilerplate: frozenset[int]) -> Parsed:
    draft = _read(seed, boilerplate)
    if isinstance(draft, Refused):
        return Parsed(None, Reading(seed.name, ()), draft.problems)
    sheet, repairs = draft.sheet, draft.repairs
    if code := _refusal(draft, kind_of(seed.name)):
        return Parsed(None, emit.reading(seed, sheet, repairs, ()), (seed_problem(seed, code),))
    page = Page(sheet, options.language)
    decisions = _decide(page, draft, options)
    record = emit.record(seed, page, repairs, decisions, draft.body)
    paragraphs = tuple((paragraph.line, paragraph.text) for paragraph in page.paragraphs)
    return Parsed(
        record,
        emit.reading(seed, sheet, repairs, decisions.values()),
        (*draft.problems, *warnings(seed, record, repairs)),
        draft.paragraphs or paragraphs,
    )


def _read(seed: Seed, boilerplate: frozenset[int]) -> Draft | Refused:
    """Lay a seed out and label it, by its kind; Markdown without front matter is text."""
    match kind_of(seed.name):
        case Kind.HTML:
            return read_html(seed)
        case Kind.MARKDOWN:
            return read_markdown(seed) or _read_text(seed, boilerplate)
        case _:
            return _read_text(seed, boilerplate)


def _read_text(seed: Seed, boilerplate: frozenset[int]) -> Draft | Refused:
    decoded = decode(seed.data)
    if decoded is None:
        return Refused((seed_problem(seed, "binary-seed"),))
    text, decode_notes = decoded
    if text.count("\n") > MOST_LINES:
        return Refused((seed_problem(seed, "too-many-lines"),))
    lines, repairs = repair(text)
    sheet = Sheet(lines, boilerplate)
    give_roles(sheet)
    return Draft(sheet, (*decode_notes, *repairs, *joined(sheet)))


def _refusal(draft: Draft, kind: Kind) -> str:
    """Say why a seed gives no record; empty when it does. A text that a person gave fields to is an article."""
    sheet = draft.sheet
    if draft.body is not None:
        return ""
    if not sheet.blocks:
        return "unreadable-page" if kind is Kind.HTML else "empty-seed"
    body = sheet.body()
    if not body:
        return "no-article"
    if kind is Kind.HTML:
        return ""
    if len(body) <= TEASER and any(_EMBEDDED in block.folded for block in sheet.blocks):
        return "embedded-teaser"
    datelines = sum(
        bool((found := block.dateline) and (found.domain or (found.place and found.outlet))) for block in body
    )
    return "several-articles" if datelines >= SEVERAL_ARTICLES else ""


def _decide(page: Page, draft: Draft, options: ParseOptions) -> dict[str, Decision]:
    """Decide the printed fields first; what the text tells needs the title and the date. Given fields stand."""
    printed = collect(page)
    if draft.claims:
        conflict = str(data.load(f"notes.{options.language}.yaml")["conflict"])
        printed = settle(draft.claims, printed, conflict)
    given = {field: _given(field, value) for field, value in draft.given.items()}
    decisions = resolve(printed) | given
    title = str(decisions["title"].value) if "title" in decisions else ""
    date = decisions["date"].value if "date" in decisions else None
    told = (
        *(claim for claim in printed if claim.field == "tags"),
        *claim_people(page, options.names, options.reject_names),
        *claim_events(page, years_of(page), date),
        *claim_topics(page, title, options.topics),
        *claim_summary(page),
    )
    return decisions | resolve(told) | given


def _given(field: str, given: Given) -> Decision:
    place = (Place(given.line),) if given.line else ()
    return Decision(field, given.value, 1.0, (Claim(field, given.value, 1.0, PERSON, place),))


__all__ = ["ParseOptions", "Parsed", "parse"]
