"""Pages in many languages: the text found against the text expected, in shingles of four words.

Counted as Scrapinghub's article-extraction-benchmark counts: shares of true, spare and missing shingles on each page,
precision and recall averaged over the pages, F1 from the averages.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import mean

from kliping.model import Seed
from kliping.parse import ParseOptions, parse
from kliping.parse.as_json import to_json
from scoring.facts import lines_of
from scoring.groups import Print
from scoring.pages import WORLD, Case, cases

BAR = 0.90
SHINGLE = 4
"""Words."""
LONG_LINE = 10
"""Words of a line that the baseline keeps."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Found:
    """How one page's text was found."""

    name: str
    precision: float | None
    """None where no text was found, which only recall counts."""
    recall: float


@dataclass(frozen=True, slots=True)
class Average:
    """How the texts of many pages were found."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """0 to 1."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score_world() -> dict[str, list[Found]]:
    """Score every page of the world as the parser reads it, and as a reader of long lines would."""
    pages = cases(WORLD)
    return {
        "parser": [_found(case, _by_parser(case)) for case in pages],
        "lines of ten words and more": [_found(case, _by_length(case)) for case in pages],
    }


def average(found: Iterable[Found]) -> Average:
    """Average over pages, so that a long one weighs no more."""
    pages = list(found)
    precisions = [page.precision for page in pages if page.precision is not None]
    return Average(mean(precisions or [0.0]), mean(page.recall for page in pages))


def _by_parser(case: Case) -> str:
    page = Print(case.data, case.want)
    got = to_json(parse(Seed(f"{case.name}.txt", case.data), ParseOptions()))
    return "\n".join(page.line(number) for number in lines_of(got, "body"))


def _by_length(case: Case) -> str:
    return "\n".join(line for line in Print(case.data, case.want).lines if len(line.split()) >= LONG_LINE)


def _found(case: Case, text: str) -> Found:
    want, got = shingles("\n".join(Print(case.data, case.want).body)), shingles(text)
    both = (want & got).total()
    return Found(case.name, both / got.total() if got else None, both / want.total())


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Every four words in succession; a shorter text is one shingle."""
    words = _WORD.findall(text)
    runs = (tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))
    return Counter(run for run in runs if run)
