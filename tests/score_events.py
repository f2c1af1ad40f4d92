"""Prints how well the parser finds what happened when, where and whether it was only planned.

``python tests/score_events.py``; ``--misses SET`` lists what is wrong in one of the sets.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from scoring.events import SETS, Compared, compare, raise_floor, together


def main(arguments: list[str] | None = None) -> int:
    """Score, print, and write the floor if asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", metavar="SET", choices=SETS, help="list what one set has wrong")
    parser.add_argument("--raise-floor", action="store_true", help="write tests/events/floor.yaml where figures rose")
    options = parser.parse_args(arguments)
    if options.misses:
        _print_misses(compare(options.misses))
        return 0
    sets = {name: compare(name) for name in SETS}
    halves = {half: together(found for name, found in sets.items() if name.endswith(half)) for half in ("open", "held")}
    for name, found in (sets | halves).items():
        shares = "  ".join(f"{key} {share:.3f}" for key, share in found.figures().items())
        print(f"{name:<12} {len(found.right):>3} of {len(found.right) + len(found.missed):>3}  {shares}")
    if options.raise_floor:
        raise_floor({half: found.figures() for half, found in halves.items()})
    return 0


def _print_misses(found: Compared) -> None:
    for told in found.missed:
        print("missed  ", told)
    for told in found.invented:
        print("invented", told)
    for want, got in found.right:
        if want.kind != got.kind or want.place != got.place:
            print("differs ", want, "| found:", got.kind, got.place)


if __name__ == "__main__":
    sys.exit(main())
