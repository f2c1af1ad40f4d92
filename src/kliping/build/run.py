"""One build, top to bottom: ``build``, ``serve`` and the tests all run this."""

from collections.abc import Collection
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path

from kliping.build.articles import compose_all
from kliping.build.output import Output
from kliping.build.pages import write_pages
from kliping.build.records import Updated, update_records
from kliping.build.result import BuildOptions, BuildResult, Clock
from kliping.build.sources import pair, read_sources
from kliping.build.store import DamagedStore, Store
from kliping.build.work import Workers
from kliping.config import Settings
from kliping.site.catalogue import catalogue
from kliping.site.plan import plan
from kliping.site.theme import load_theme


def build(
    root: Path, settings: Settings, options: BuildOptions | None = None, executor: Executor | None = None
) -> BuildResult:
    """Build the site; BuildError when it cannot go on, else all problems are in the result."""
    options = options or BuildOptions()
    workers = Workers(options.jobs, executor)
    store = Store(root, options.cache)
    try:
        result = _build(root, settings, options, store, workers)
        store.close(prune=True)
    except DamagedStore:
        store.clear()
        result = _build(root, settings, options, store, workers)
    finally:
        workers.close()
        store.close(prune=False)
    return result


def _build(root: Path, settings: Settings, options: BuildOptions, store: Store, workers: Workers) -> BuildResult:
    clock = Clock()
    with clock.phase("read"):
        sources = read_sources(root, settings)
        pairs = pair(sources, settings)
        theme = load_theme(root)
        output = Output(root, settings)
    with clock.phase("parse"):
        updated = update_records(root, settings, sources, pairs, store, workers)
    with clock.phase("compose"):
        articles, faults = compose_all(updated.entries, settings, store, workers)
    with clock.phase("plan"):
        archive = catalogue(articles, settings, drafts=options.drafts)
        site = plan(archive, settings, theme)
        paths = [page.path for page in site.pages]
        output.claim(paths)
    with clock.phase("write"):
        written, template_faults = write_pages(site.pages, theme, settings.language, output, store, workers)
        removed = output.finish(paths)
    problems = {*sources.problems, *pairs.problems, *updated.problems, *faults}
    problems |= {*archive.problems, *site.problems, *template_faults}
    return BuildResult(
        articles=len(archive.articles),
        pages=len(site.pages),
        written=written,
        removed=removed,
        records=updated.written,
        problems=tuple(sorted(problems)),
        seconds=clock.seconds,
    )


def parse(root: Path, settings: Settings, names: Collection[str] | None = None) -> tuple[Updated, int]:
    """Write the records of the seeds, or of those named; return what was done and how many were read."""
    sources = read_sources(root, settings)
    pairs = pair(sources, settings)
    workers, store = Workers(0), Store(root)
    try:
        updated = update_records(root, settings, sources, pairs, store, workers, names)
    finally:
        workers.close()
        store.close(prune=False)
    problems = {*sources.problems, *pairs.problems, *updated.problems}
    return replace(updated, problems=tuple(sorted(problems))), len(sources.seeds if names is None else names)
