"""How fast the parser is, whether its memory stays flat, and that hostile text costs linear time.

    python bench/parsing.py            all three
    python bench/parsing.py speed | memory | hostile

Speed is told as articles a second, and as a ratio to finding the words of the same texts with one pattern in the same
run, which is what stays comparable between machines.
"""

import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kliping.model import Seed
from kliping.parse import ParseOptions, parse

ROOT = Path(__file__).parents[1]
ROUNDS = 5
SIZE = (2500, 3600)
"""Bytes of the pages that are timed: about 3 KB."""
LONG_RUN = (1_000, 10_000)
"""Articles after which the memory is looked at."""
MEGABYTE = 1_000_000
UNITS = (
    *(
        "a",
        "Aa ",
        "aa\n",
        "Aa bb.\n",
        "(",
        "( a ",
        "[a/b",
        "“",
        "”, ",
        "1 ",
        "(1/1",
        "2016-",
        "Senin (1/1) ",
        "a.co.id ",
    ),
    *("Aa – ", "Aa, Bb – ", "a/A ", "(Foto: ", "kata ", "Wali Kota Malang, ", "Baca juga: a\n", "Penulis: Aa Bb | "),
    *("*", "**a", "\\", "# a\n", "Â", "â€", "\u00a0", "\n", "PEMILU 2014 : ", "Aaaa’Aaaa ", "S.Pd, ", "HUT Aa ke-1 "),
    *(
        "produkproduk ",
        "Copyright © ",
        "Dinas Aa (A) ",
        "vs 1 ",
        "1-1, ",
        "Aa: b\n",
        ", x\n",
        "中。",
        "date 2016-01-01 ",
    ),
    *(
        "[a.id, ",
        "Aa | ",
        "Wangi-Wangi",
        "(adv) ",
        "(a/b) ",
        "Ab, Cd, Ef\n",
        "Januari 1, 2016 ",
        "18-20 Juli ",
        "10.00 WIB ",
    ),
)
"""What is repeated to make hostile texts."""


def speed() -> None:
    """Print articles a second over the pages written for the tests, and over the first site's seeds."""
    written = [path for path in sorted((ROOT / "tests" / "articles").glob("*.txt")) if _fits(path)]
    for name, paths in (("written pages of 3 KB", written), ("the five seeds", sorted((ROOT / "seeds").glob("*.txt")))):
        seeds = [Seed(path.name, path.read_bytes()) for path in paths]
        size = sum(len(seed.data) for seed in seeds) / len(seeds)
        texts = [seed.data.decode("utf-8", "replace") for seed in seeds]
        parsing = _fastest(lambda seeds=seeds: [parse(seed, ParseOptions()) for seed in seeds]) / len(seeds)
        words = _fastest(lambda texts=texts: [re.findall(r"\w+", text) for text in texts]) / len(seeds)
        rate, ratio = 1 / parsing, parsing / words
        print(f"{name}: {rate:.0f} articles of {size:.0f} bytes a second; finding words is {ratio:.0f} times faster")


def memory() -> None:
    """Print the largest memory after many articles; it grows with the caches at first and then no more."""
    paths = sorted((ROOT / "tests" / "articles").glob("*.txt"))
    seeds = [Seed(path.name, path.read_bytes()) for path in paths]
    for at in range(1, LONG_RUN[-1] + 1):
        parse(seeds[at % len(seeds)], ParseOptions())
        if at in LONG_RUN:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"after {at} articles: {peak:.0f} MiB at most")


def hostile() -> None:
    """Print the kinds of hostile text that cost most for a megabyte, and how that grows when the text doubles."""
    costs = []
    for unit in UNITS:
        once, twice = (_cost(unit, size) for size in (MEGABYTE, 2 * MEGABYTE))
        costs.append((twice, twice / max(once, 1e-9), unit))
    for cost, growth, unit in sorted(costs, reverse=True)[:8]:
        print(f"{cost:.2f} s a megabyte, {growth:.2f} times that of half as much: {unit!r} repeated")


def _fits(path: Path) -> bool:
    return SIZE[0] <= path.stat().st_size <= SIZE[1]


def _fastest(work: Callable[[], object]) -> float:
    """Seconds of processor time of the fastest round, after one that is not counted."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def _cost(unit: str, size: int) -> float:
    """Seconds a megabyte for a text of about ``size`` bytes."""
    data = (unit * (size // len(unit) + 1))[:size].encode("utf-8")
    start = time.process_time()
    parse(Seed("hostile", data), ParseOptions())
    return (time.process_time() - start) / len(data) * MEGABYTE


PARTS = {"speed": speed, "memory": memory, "hostile": hostile}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
