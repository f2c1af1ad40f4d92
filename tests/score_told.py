"""Prints how well names and quotations are read in the marked articles, beside what has to be reached.

``make told``; with options: ``.venv/bin/python tests/score_told.py --help``.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from scoring.floor import raise_part
from scoring.told import PARTS, figures, halves, marked, read


def main(arguments: list[str] | None = None) -> int:
    """Score both halves, print, and write the floor if asked."""
    options = _options(arguments)
    worked, held = halves(marked())
    if options.misses:
        for article in held if options.held_back else worked:
            found = read(article).get(options.misses)
            if found and (found.missed or found.wrong):
                print(f"{article.name}: missed {list(found.missed)}, wrong {list(found.wrong)}")
        return 0
    read_worked, read_held = ([read(article) for article in half] for half in (worked, held))
    seen, unseen = figures(read_worked), figures(read_held)
    print(f"{'':30}{len(worked):>8}{len(held):>11}   articles\n{'':30}{'seen':>8}{'held back':>11}")
    for name, share in seen.items():
        print(f"{name:30}{share:8.3f}{unseen[name]:11.3f}")
    if options.raise_floor:
        raise_part("told", figures([*read_worked, *read_held]))
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", metavar="PART", choices=PARTS, help="list each article where PART is wrong")
    parser.add_argument("--held-back", action="store_true", help="with --misses: those of the half held back")
    parser.add_argument("--raise-floor", action="store_true", help="write tests/expected/floor.yaml where figures rose")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
