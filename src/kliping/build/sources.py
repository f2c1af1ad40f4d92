"""The seeds and records of a project, and which record belongs to which seed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from yaml.nodes import ScalarNode

from kliping import frontmatter
from kliping.build.disk import read_tree
from kliping.config import Settings
from kliping.errors import Problem, Severity
from kliping.model import Seed
from kliping.parse.kinds import ENDINGS, Kind, kind_of
from kliping.yamltext import compose

_READ = (".txt", ".text", *ENDINGS)
"""Endings that a record's name leaves off."""
_UNREAD = (".pdf", ".doc", ".docx", ".odt", ".rtf", ".eml")
"""Endings of what is likely an article, though not one that is read."""
_NO_ARTICLE = (
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff", ".heic", ".mp3", ".m4a",
    ".wav", ".ogg", ".mp4", ".avi", ".mov", ".mkv", ".webm", ".zip", ".gz", ".7z", ".rar", ".tar",
    ".xz", ".css", ".js", ".json", ".csv", ".tsv", ".xls", ".xlsx", ".ods", ".yaml", ".yml", ".xml",
    ".toml", ".ini", ".py", ".sh", ".db", ".sqlite", ".sqlite3", ".lnk", ".url", ".log",
)  # fmt: skip
"""Endings of what lies beside articles. Whatever is in neither list is taken for an article."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What lies in the seeds and records folders."""

    seeds: Mapping[str, Seed]
    """By name, in order."""
    records: Mapping[str, str]
    """Texts of the record files by path relative to the root, in order."""
    garbled: frozenset[str]
    """Record files that are no text, which must be left as they are."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which record file is made from which seed."""

    files: Mapping[str, str]
    """Record file by the seed's name, for each seed that has or gets one."""
    others: tuple[str, ...]
    """Record files without a seed: written by hand, or their seed is gone."""
    problems: tuple[Problem, ...]


def read_sources(root: Path, settings: Settings) -> Sources:
    """Read both folders."""
    files, problems = read_tree(root / settings.seeds_dir, settings.seeds_dir)
    seeds = {file.name: Seed(file.name, file.data) for file in files if _may_be_article(file.name)}
    unread = [_not_read(f"{settings.seeds_dir}/{file.name}") for file in files if _ending(file.name) in _UNREAD]
    found, record_problems = read_tree(root / settings.records_dir, settings.records_dir)
    records: dict[str, str] = {}
    garbled: list[Problem] = []
    for file in found:
        if _ending(file.name) in (".md", ".markdown"):
            shown = f"{settings.records_dir}/{file.name}"
            records[shown] = file.data.decode("utf-8-sig", "replace")
            garbled += _garbled(shown, file.data)
    spoilt = frozenset(problem.file for problem in garbled)
    return Sources(seeds, records, spoilt, (*problems, *unread, *record_problems, *garbled))


def pair(sources: Sources, settings: Settings) -> Pairs:
    """Find the record file of each seed: the one that names it, else a new one under the seed's own name.

    When two records name one seed, the first by name is used and the other left out.
    """
    claims: dict[str, list[str]] = defaultdict(list)
    for file, text in sources.records.items():
        claims[named_seed(text)].append(file)
    by_hand = claims.pop("", [])
    problems = [_claimed_twice(seed, files) for seed, files in claims.items() if len(files) > 1]
    files = {seed: claimed[0] for seed, claimed in claims.items() if seed in sources.seeds}
    gone = [(seed, claimed[0]) for seed, claimed in claims.items() if seed not in sources.seeds]
    if sources.seeds:
        problems += [_seed_gone(seed, file, settings) for seed, file in gone]
    taken = {*sources.records, *files.values()}
    for seed in sources.seeds:
        if seed not in files:
            files[seed] = _new_file(seed, taken, sources.records, settings)
            taken.add(files[seed])
    used = set(files.values())
    others = sorted(file for file in (*by_hand, *(file for _, file in gone)) if file not in used)
    return Pairs(files, tuple(others), tuple(problems))


def named_seed(text: str) -> str:
    """Return the seed that a record names, even when the record is broken; empty for none."""
    front = text[: end.start()] if (end := re.search(r"\n---[ \t]*\r?(?:\n|\Z)", text)) else text
    if "seed" not in front.lower():
        return ""
    line = re.search(r"^seed:[^\n]*", front, re.MULTILINE | re.IGNORECASE)
    if not line:
        record, _ = frontmatter.load(text, "")
        return record.seed if record else ""
    node, _ = compose(line[0].rstrip("\r"))
    value = node.value[0][1] if node and node.value else None
    return value.value if isinstance(value, ScalarNode) else ""


def _new_file(seed: str, taken: Iterable[str], records: Mapping[str, str], settings: Settings) -> str:
    """Return the file that the seed's record shall be written to."""
    path = PurePosixPath(settings.records_dir, seed)
    stem = path.stem if path.suffix.lower() in _READ else path.name
    for name in (path.with_name(f"{stem}.md"), path.with_name(f"{path.name}.md")):
        file = str(name)
        if file not in taken or _may_be_its_own(records.get(file, "")):
            return file
    number = 2
    while str(path.with_name(f"{path.name}-{number}.md")) in taken:
        number += 1
    return str(path.with_name(f"{path.name}-{number}.md"))


def _may_be_its_own(text: str) -> bool:
    """Tell whether a record is so broken that its seed cannot be known: it must not be doubled."""
    return bool(text) and not named_seed(text) and frontmatter.load(text, "")[0] is None


def _garbled(file: str, data: bytes) -> Iterator[Problem]:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        yield Problem(file, line, "encoding", "this is no UTF-8 text", "save the file as UTF-8", Severity.ERROR)


def _may_be_article(name: str) -> bool:
    """Tell a seed by its name; a ``README.md`` speaks of the folder."""
    about = PurePosixPath(name).stem.lower() == "readme" and kind_of(name) is Kind.MARKDOWN
    return not about and _ending(name) not in _UNREAD + _NO_ARTICLE


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _not_read(file: str) -> Problem:
    hint = "save the article as text (.txt), web page (.html) or Markdown (.md)"
    return Problem(file, 0, "unread-format", "files of this kind are not read", hint, Severity.WARNING)


def _claimed_twice(seed: str, files: list[str]) -> Problem:
    message = f"{', '.join(files[1:])} and {files[0]} both name the seed {seed}; only {files[0]} is used"
    return Problem(files[1], 0, "same-seed", message, "remove one, or the line seed: from one", Severity.ERROR)


def _seed_gone(seed: str, file: str, settings: Settings) -> Problem:
    message = f"its seed {settings.seeds_dir}/{seed} is gone; the record is used as it is"
    return Problem(file, 0, "seed-gone", message, "put the seed back, or remove the line seed: (or the record)")
