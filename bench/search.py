"""How well the search finds, how little it loads, how fast it answers, and what its index costs the build.

    python bench/search.py                     1,000 articles
    python bench/search.py --count 10000       as many articles
    python bench/search.py --pagefind          Pagefind's figures too, on the same articles (fetched by npm)
    python bench/search.py --pagefind 1.4.0    those of another version, which may load less or more
    python bench/search.py --misses            the queries that were answered badly

The articles are those written for the tests, read by the parser; where more are asked for, paragraphs of several are
put together under a headline of their own, with names that no other has. Queries are drawn by chance, always the same
ones, and asked of the search page in Chromium; every article that holds what was drawn is a right answer.
"""

import argparse
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from search_asking import Answers, ask_kliping, ask_pagefind
from search_queries import Query, queries
from search_site import Built, build_site

TOP = 10


def main() -> None:
    """Build the site, ask all queries, print the figures."""
    options = _options()
    with TemporaryDirectory(prefix="kliping-search-") as folder:
        root = Path(options.keep or folder)
        built = build_site(root, options.count)
        asked = queries(built.articles, options.seed)
        _tell_build(built)
        _tell("kliping", asked, ask_kliping(root / "public", asked), options.misses)
        if options.pagefind:
            answers = ask_pagefind(root / "pagefind", built.articles, asked, options.pagefind)
            if isinstance(answers, str):
                print(f"\npagefind {options.pagefind}: skipped, {answers}")
            else:
                _tell("pagefind", asked, answers, options.misses)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pagefind", nargs="?", const="1.5.2", metavar="VERSION")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--keep", help="folder in which to leave the site")
    return parser.parse_args()


def _tell_build(built: Built) -> None:
    print(f"{len(built.articles)} articles, {built.text / 1000:.0f} KB of text")
    print(
        f"whole build {built.build_seconds:.2f} s, its index {built.index_seconds:.2f} s "
        f"({built.index_seconds / built.build_seconds:.0%}), memory {built.megabytes:.0f} MB; "
        f"index {built.index_files} files, {built.index_bytes / 1000:.0f} KB "
        f"({built.index_packed / 1000:.0f} KB packed)"
    )


def _tell(name: str, asked: list[Query], answers: Answers, misses: bool) -> None:
    print(f"\n{name:10} queries  recall@{TOP}   MRR")
    kinds = list(dict.fromkeys(query.kind for query in asked))
    for kind in [*kinds, "all"]:
        of = [number for number, query in enumerate(asked) if kind in (query.kind, "all")]
        recalls = [_recall(asked[number], answers.found[number]) for number in of]
        ranks = [_rank(asked[number], answers.found[number]) for number in of]
        print(f"{kind:10} {len(of):7} {sum(recalls) / len(of):10.3f} {sum(ranks) / len(of):5.3f}")
    loaded, waited = sorted(answers.loaded), answers.milliseconds
    print(
        f"first query loads {loaded[len(loaded) // 2] / 1000:.0f} KB packed (median of {len(loaded)}; most "
        f"{loaded[-1] / 1000:.0f}); first result after {median(waited):.0f} ms (most {max(waited):.0f})"
    )
    if misses:
        for query, found in zip(asked, answers.found, strict=True):
            if _recall(query, found) < 1 or _rank(query, found) < 1:
                right = len(query.right)
                print(f"  {query.kind}: {query.text!r} from {query.drawn!r}: rank {_rank(query, found):.2f}, "
                      f"recall {_recall(query, found):.2f} of {right}")  # fmt: skip


def _recall(query: Query, found: list[str]) -> float:
    return len(query.right & set(found[:TOP])) / min(TOP, len(query.right))


def _rank(query: Query, found: list[str]) -> float:
    return next((1 / place for place, path in enumerate(found[:TOP], 1) if path in query.right), 0.0)


if __name__ == "__main__":
    main()
