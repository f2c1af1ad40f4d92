"""Records into articles: the dear step, kept by the record, its reading and the settings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kliping import frontmatter
from kliping.build.records import Entry
from kliping.build.store import Store, remember
from kliping.build.work import Workers
from kliping.config import Settings
from kliping.digest import digest
from kliping.errors import Problem
from kliping.model import Article, Reading, Record
from kliping.site.compose import compose


@dataclass(frozen=True, slots=True)
class Composed:
    """An article, or why there is none."""

    article: Article | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What a worker needs to compose one article."""

    file: str
    text: str
    record: Record | None
    reading: Reading | None


def compose_all(
    entries: Sequence[Entry], settings: Settings, store: Store, workers: Workers
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the articles in order of their files; a record that cannot be read gives problems instead."""
    common = digest(settings)
    keyed = [(digest((entry.file, entry.text, entry.key, common)), entry) for entry in entries]

    def compute(missing: Sequence[Entry]) -> Iterator[Composed]:
        return workers.each(partial(compose_one, settings=settings), [_draft(entry) for entry in missing])

    found = [kept.value for kept in remember(store, "article", Composed, keyed, compute)]
    articles = tuple(composed.article for composed in found if composed.article)
    return articles, tuple(problem for composed in found for problem in composed.problems)


def compose_one(draft: Draft, settings: Settings) -> Composed:
    """Compose one article; pure."""
    record, problems = (draft.record, ()) if draft.record else frontmatter.load(draft.text, draft.file)
    if record is None:
        return Composed(None, problems)
    return Composed(compose(record, draft.file, draft.reading, settings), problems)


def _draft(entry: Entry) -> Draft:
    reading = entry.parsed.value.reading if entry.parsed else None
    return Draft(entry.file, entry.text, entry.record, reading)
