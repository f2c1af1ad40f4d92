"""All articles in one total order, and every way into them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from kliping.config import Settings
from kliping.errors import Problem
from kliping.model import Article
from kliping.site.apart import told_apart
from kliping.site.happenings import Happening, happenings
from kliping.site.names import canonical_names, key
from kliping.site.namesakes import Joined, join_people
from kliping.site.related import Relation, related
from kliping.site.stories.grouping import Stories, group
from kliping.site.tagging import tagged
from kliping.site.terms import (
    Index,
    body_index,
    outlet_domains,
    outlet_index,
    people_index,
    region_index,
    tag_index,
    topic_index,
)
from kliping.slugs import slug

Period = tuple[int, ...]
"""Year; year and month; or year, month and day."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The archive. Articles are known by their places in ``articles``."""

    articles: tuple[Article, ...]
    """The undated by path, then the dated, oldest first, those of one time by path."""
    undated: int
    """How many have no date: the places below this number."""
    periods: Mapping[Period, tuple[int, ...]]
    """Places of the articles of each year, month and day, oldest first; periods in order."""
    tags: Index
    topics: Index
    outlets: Index
    people: Index
    """Empty where the site shows no names."""
    bodies: Index
    regions: Index
    joined: Joined
    """People's names that are filed under fuller ones."""
    domains: Mapping[str, str]
    """Of outlets, by their keys."""
    happenings: tuple[Happening, ...]
    """Empty where the site shows no events."""
    related: tuple[tuple[Relation, ...], ...]
    """For each article."""
    stories: Stories
    """Empty where the site shows no stories."""
    problems: tuple[Problem, ...] = ()

    @property
    def dated(self) -> range:
        """Places of the dated articles."""
        return range(self.undated, len(self.articles))

    def of_length(self, parts: int) -> tuple[Period, ...]:
        """Return the years (1), months (2) or days (3) with articles, in order."""
        return tuple(period for period in self.periods if len(period) == parts)


def catalogue(articles: Iterable[Article], settings: Settings, *, drafts: bool = False) -> Catalogue:
    """Return the catalogue of the articles; drafts are as if they were not there, unless asked for."""
    chosen = [article for article in articles if drafts or not article.record.draft]
    addressed, problems = _addressed(chosen)
    names = "names" in settings.features
    ordered = tagged(told_apart(addressed, _settled(settings)) if names else addressed)
    tags, topics = tag_index(ordered), topic_index(ordered, settings.topics)
    outlets = outlet_index(ordered, settings)
    nobody = Index((), ((),) * len(ordered))
    joined = join_people(ordered, _settled(settings)) if names else {}
    people = people_index(ordered, settings, joined) if names else nobody
    return Catalogue(
        articles=ordered,
        undated=sum(article.record.date is None for article in ordered),
        periods=_periods(ordered),
        tags=tags,
        topics=topics,
        outlets=outlets,
        people=people,
        bodies=body_index(ordered, settings) if names else nobody,
        regions=region_index(ordered, settings) if names else nobody,
        joined=joined,
        domains=outlet_domains(ordered, outlets, settings),
        happenings=happenings(ordered) if "events" in settings.features else (),
        related=related(ordered, people, tags, topics),
        stories=group(ordered) if "stories" in settings.features else Stories(),
        problems=problems,
    )


def _settled(settings: Settings) -> set[str]:
    """Return the keys of names that the settings decide."""
    return set(canonical_names(settings.names)) | {key(name) for name in settings.reject_names}


def _addressed(articles: list[Article]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Give every article an id and a path of its own, and put all in order."""
    ids, paths, kept, problems = (
        set[str](),
        {article.path for article in articles},
        list[Article](),
        list[Problem](),
    )
    holders: dict[str, Article] = {}
    for article in sorted(articles, key=lambda found: (found.id, found.file)):
        if article.id in ids:
            problems.append(_same_seed(article))
            article = replace(article, id=f"{article.id} {slug(article.file, '')}")
        ids.add(article.id)
        if article.path in holders:
            path = _other_path(article, paths)
            problems.append(_same_path(article, holders[article.path], path))
            article = replace(article, path=path)
            paths.add(path)
        holders[article.path] = article
        kept.append(article)
    return in_order(kept), tuple(sorted(problems))


def in_order(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the articles as the catalogue has them."""
    return tuple(sorted(articles, key=_order))


def _order(article: Article) -> tuple[tuple[int, ...], str]:
    return (article.record.date.key() if article.record.date else (), article.path)


def _other_path(article: Article, taken: set[str]) -> str:
    """Return a path that says more: the outlet's name, else the id, else a number behind it."""
    path = PurePosixPath(article.path)
    ends = [part for part in (article.record.outlet or article.record.domain, article.id) if part]
    tries = [path.with_name(f"{path.stem}-{slug(end, '')}.html").as_posix() for end in ends]
    number = 2
    while tries[0] in taken:
        tries.pop(0)
        if not tries:
            tries.append(path.with_name(f"{path.stem}-{number}.html").as_posix())
            number += 1
    return tries[0]


def _same_path(article: Article, other: Article, path: str) -> Problem:
    return Problem(
        article.file,
        0,
        "same-path",
        f"wants the address {other.path}, which {other.file} has; its address is {path}",
        "give one of the two records a slug of its own",
    )


def _same_seed(article: Article) -> Problem:
    return Problem(
        article.file,
        0,
        "same-seed",
        f"another record is made from {article.id} too",
        "remove one of the two records",
    )


def _periods(articles: tuple[Article, ...]) -> dict[Period, tuple[int, ...]]:
    found: dict[Period, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        date = article.record.date
        if date:
            found[(date.year,)].append(place)
            if date.month:
                found[date.year, date.month].append(place)
            if date.day:
                found[date.year, date.month, date.day].append(place)
    return {period: tuple(places) for period, places in sorted(found.items())}
