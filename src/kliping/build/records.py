"""Seeds into record files, with a person's edits kept."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from kliping import frontmatter
from kliping.build.codec import encode
from kliping.build.disk import told, write_if_changed
from kliping.build.sources import Pairs, Sources
from kliping.build.store import Kept, Store, remember
from kliping.build.work import Workers
from kliping.comments import carry
from kliping.config import Settings
from kliping.digest import digest
from kliping.errors import Problem
from kliping.model import Record, Seed
from kliping.parse import Parsed, ParseOptions, parse
from kliping.parse.boilerplate import learn
from kliping.parse.merge import keep_edits


@dataclass(frozen=True, slots=True)
class Entry:
    """A record file as it is now, and the reading of its seed."""

    file: str
    text: str
    record: Record | None = None
    """What the text says, where that is known already."""
    parsed: Kept[Parsed] | None = None
    """None without a seed."""
    key: str = ""
    """Key of the reading; empty without a seed."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of one record: its new text where it must change, and what there is to say."""

    text: str = ""
    """Empty: the file stays as it is."""
    problems: tuple[Problem, ...] = ()
    record: Record | None = None
    """What the file says then, where that is known."""


@dataclass(frozen=True, slots=True)
class Updated:
    """All records, ready to be composed."""

    entries: tuple[Entry, ...]
    """In order of their files."""
    written: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Learnt:
    """What the folder repeats: for each seed that has any, the numbers of its boilerplate lines."""

    lines: Mapping[str, frozenset[int]]


Job = tuple[Seed, frozenset[int]]
"""A seed and its boilerplate lines."""


def parse_seeds(
    folder: Collection[Seed], options: ParseOptions, store: Store, workers: Workers, only: Collection[str] | None = None
) -> dict[str, tuple[str, Kept[Parsed]]]:
    """Return each seed's reading (or those of the seeds named) and its key, by the seed's name.

    What the folder repeats is learnt from all seeds, but only a seed's own part of it is in its key.
    """
    digests = {seed.name: sha256(seed.data).hexdigest() for seed in folder}
    (learnt,) = remember(store, "boilerplate", Learnt, [(digest(digests), folder)], _learn)
    common, lines = digest(options), learnt.value.lines
    jobs = [(seed, frozenset(lines.get(seed.name, ()))) for seed in folder if only is None or seed.name in only]
    keyed = [(digest((seed.name, digests[seed.name], common, sorted(own))), (seed, own)) for seed, own in jobs]
    found = remember(store, "parse", Parsed, keyed, partial(workers.each, partial(_parse, options=options)))
    return {seed.name: (key, parsed) for (key, (seed, _)), parsed in zip(keyed, found, strict=True)}


def _learn(folders: Sequence[Collection[Seed]]) -> Iterator[Learnt]:
    return (Learnt(learn(folder)) for folder in folders)


def _parse(job: Job, options: ParseOptions) -> Parsed:
    seed, boilerplate = job
    return parse(seed, options, boilerplate)


def merge_records(
    settings: Settings, sources: Sources, pairs: Pairs, store: Store, workers: Workers,
    only: Collection[str] | None = None,
) -> Iterator[tuple[Entry, Merged]]:  # fmt: skip
    """Parse the seeds (or only those named) and yield what each reading makes of its record; write nothing."""
    readings = parse_seeds(sources.seeds.values(), ParseOptions.of(settings), store, workers, only)
    jobs = [
        Entry(pairs.files[name], sources.records.get(pairs.files[name], ""), None, parsed, key)
        for name, (key, parsed) in readings.items()
        if pairs.files[name] not in sources.garbled
    ]
    return zip(jobs, _merge_all(jobs, store), strict=True)


def update_records(
    root: Path, settings: Settings, sources: Sources, pairs: Pairs, store: Store, workers: Workers,
    only: Collection[str] | None = None,
) -> Updated:  # fmt: skip
    """Parse the seeds (or only those named) and write the records that change."""
    entries = [Entry(file, sources.records[file]) for file in pairs.others if file not in sources.garbled]
    problems: list[Problem] = []
    written: list[str] = []
    for entry, merged in merge_records(settings, sources, pairs, store, workers, only):
        problems += (located(problem, sources, settings) for problem in merged.problems)
        if merged.text and _write(root, entry.file, merged.text, sources.records):
            written.append(entry.file)
        text = merged.text or entry.text
        if text and (root / entry.file).is_file():
            entries.append(replace(entry, text=text, record=merged.record))
    return Updated(tuple(sorted(entries, key=lambda entry: entry.file)), tuple(sorted(written)), tuple(problems))


def _merge_all(entries: Sequence[Entry], store: Store) -> Iterator[Merged]:
    """Merge each reading with its record; what is known to change nothing is not merged again."""
    keys = [digest((entry.key, entry.file, entry.text)) for entry in entries]
    settled = store.get("settled", keys)
    fresh: list[tuple[str, str]] = []
    for key, entry in zip(keys, entries, strict=True):
        if key in settled:
            yield Merged("", Kept(Merged, text=settled[key]).value.problems)
            continue
        merged = merge(entry)
        if not merged.text:
            fresh.append((key, encode(replace(merged, record=None))))
        yield merged
    store.put("settled", fresh)


def merge(entry: Entry) -> Merged:
    """Return what a reading makes of the record there is; a broken record stays as it is."""
    if not entry.parsed:
        return Merged()
    parsed = entry.parsed.value
    if not entry.text:
        return Merged(frontmatter.dump(parsed.record) if parsed.record else "", parsed.problems, parsed.record)
    previous, _ = frontmatter.load(entry.text, entry.file)
    if previous is None or parsed.record is None:
        return Merged("", parsed.problems, previous)
    record, problems = keep_edits(previous, parsed.record)
    new = "" if record == previous else carry(entry.text, frontmatter.dump(record))
    placed = (replace(problem, file=problem.file or entry.file) for problem in problems)
    return Merged(new, (*parsed.problems, *placed), record)


def located(problem: Problem, sources: Sources, settings: Settings) -> Problem:
    """Name a seed by its path in the project; the parser knows its name only."""
    return replace(problem, file=f"{settings.seeds_dir}/{problem.file}") if problem.file in sources.seeds else problem


def _write(root: Path, file: str, text: str, records: Mapping[str, str]) -> bool:
    """Write a record file, unless one that could not be read stands there."""
    path = root / file
    if file not in records and (path.exists() or path.is_symlink()):
        return False
    with told(f"write {file}", "mend the permissions of the folder"):
        return write_if_changed(path, text.encode("utf-8"))
