"""Prints how well the parser reads the tests' pages, beside what it has to reach.

``make score``; with options: ``.venv/bin/python tests/score.py --help``.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from maker.page import make, score_made
from scoring import tables
from scoring.facts import NEEDED
from scoring.floor import MADE, MADE_PAGES, SURELY, raise_floor
from scoring.pages import ARTICLES, OUTLETS, cases, fresh_processes, score, score_folders, without_files
from scoring.tally import ROWS
from scoring.world import score_world


def main(arguments: list[str] | None = None) -> int:
    """Score, print, and write the floor if asked."""
    options = _options(arguments)
    folders = tuple(options.folder or (ARTICLES, OUTLETS))
    if fault := _fault(folders):
        print(fault, file=sys.stderr)
        return 2
    if options.misses:
        return _print_misses(folders, options.misses, 0 if options.folder else options.made)
    with fresh_processes(options.jobs) as processes:
        all_passes = {
            "articles": processes.submit(score_folders, folders),
            "without outlets' files": without_files(processes, folders),
        }
        if not options.folder:
            all_passes[MADE] = processes.submit(score_made, options.made)
        world = processes.submit(score_world)
        passes = {name: future.result() for name, future in all_passes.items()}
        pages = passes["articles"]
        print(tables.main_table(passes), end="\n\n")
        print(tables.group_table(pages), end="\n\n")
        if options.shapes and MADE in passes:
            print(tables.group_table(passes[MADE]), end="\n\n")
        print(tables.confidence_table(pages), end="\n\n")
        print(tables.rule_table(pages, options.rules), end="\n\n")
        print(tables.world_table(world.result()))
        if options.pages:
            print("", tables.world_pages(world.result()["parser"]), sep="\n")
        if options.raise_floor and not options.folder and options.made >= MADE_PAGES:
            raise_floor(passes, world.result()["parser"])
    return 0


def _fault(folders: tuple[Path, ...]) -> str:
    """Say which expectation cannot be compared, and why; empty when all can."""
    for folder in folders:
        pages = cases(folder)
        if not pages:
            return f"{folder}: no page there\n    put NAME.txt and NAME.yaml beside each other, as in tests/articles"
        for case in pages:
            if missing := [key for key in NEEDED if key not in case.want]:
                return (
                    f"{folder / case.name}.yaml: no {', '.join(missing)}\n    write null or [] where the page has none"
                )
    return ""


def _print_misses(folders: tuple[Path, ...], field: str, made: int) -> int:
    pages = [*cases(*folders), *map(make, range(made))]
    for line in tables.misses(map(score, pages), {case.name: case for case in pages}, field):
        print(line)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--misses", metavar="FIELD", choices=["lines", SURELY, *ROWS], help="list each page where FIELD is wrong"
    )
    parser.add_argument("--folder", type=Path, action="append", help="score the pages of another folder (repeatable)")
    parser.add_argument("--rules", action="store_true", help="list every rule's confidence, not only those overdone")
    parser.add_argument("--made", type=int, default=1000, help="so many pages put together at random (default: 1000)")
    parser.add_argument("--shapes", action="store_true", help="list every shape of which pages were made")
    parser.add_argument("--pages", action="store_true", help="list every page of the world")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time (default: 2)")
    parser.add_argument("--raise-floor", action="store_true", help="write tests/expected/floor.yaml where figures rose")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
