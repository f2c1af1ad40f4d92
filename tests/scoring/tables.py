"""The figures as plain text."""

from collections.abc import Iterable, Iterator, Sequence

from scoring.confidence import BANDS, BAR, SURE, Trust, beliefs, by_field, by_rule, in_band, sure, trust
from scoring.floor import SURELY
from scoring.groups import Print
from scoring.pages import Case, Scored
from scoring.tally import BARS, PERCENT, WRONG_YEARS, Row, by_group, kind, tally, with_pairs
from scoring.world import BAR as WORLD_BAR
from scoring.world import Found, average

SHOWN = 200
"""Characters of a value in a list of misses."""
FEWEST = 5
"""Statements of a rule from which something can be said about it."""
LEAST = 0.5
"""Statements too many that are no accident."""
COLUMNS = {
    "title": "title",
    "day": "day",
    "time": "time and zone",
    "outl": "outlet or domain",
    "by": "authors and editors",
    "place": "place",
    "first": "first paragraph",
    "last": "last paragraph",
    "P": "lines: precision",
    "R": "lines: recall",
    "body": "body",
    "capt": "captions",
    "noise": "noise",
}
"""Of the table by groups."""


def percent(share: float) -> str:
    """One decimal, and 100.0 only where nothing is wrong."""
    return f"{int(share * PERCENT * 10 + 1e-9) / 10:.1f}"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as they must be, the first to the left."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    aligned = [
        [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        for row in rows
    ]
    return "\n".join("  ".join(row) for row in aligned)


def main_table(passes: dict[str, list[Scored]]) -> str:
    """Every row for the first pass, with the bar, and the shares of the others beside it."""
    tallies = {name: {**tally(pages), SURELY: _surely(pages)} for name, pages in passes.items()}
    (first, rows), *others = tallies.items()
    head = [f"{first} ({len(passes[first])})", "right", "asked", "%", "bar", "", "where printed", "%"]
    lines = [head + [f"{name} ({len(passes[name])})" for name, _ in others]]
    for name, row in rows.items():
        lines.append([*_cells(name, row), *(_share(more.get(name)) for _, more in others)])
    return table(lines)


def _surely(pages: list[Scored]) -> Row:
    stated = sure(beliefs(pages))
    return Row(SURELY, stated.right, stated.asked)


def _share(row: Row | None) -> str:
    if row is None:
        return ""
    return str(row.asked - row.right) if row.name == WRONG_YEARS else percent(row.share)


def _cells(name: str, row: Row) -> list[str]:
    bar = {**BARS, WRONG_YEARS: 1.0, SURELY: BAR}.get(name)
    reached = "" if bar is None else "reached" if row.share >= bar else "BELOW"
    shown = percent(bar) if bar else ""
    here = [f"{row.found}/{row.printed}", percent(row.found / row.printed)] if row.printed else ["", ""]
    if name == WRONG_YEARS:
        return [name, str(row.asked - row.right), str(row.asked), "", "0", reached, "", ""]
    return [name, str(row.right), str(row.asked), percent(row.share), shown, reached, *here]


def group_table(pages: list[Scored]) -> str:
    """Shares by kind of page."""
    lines = [["kind of page", "pages", *COLUMNS]]
    for group, members in {"all": pages, **by_group(pages)}.items():
        rows = tally(members)
        shares = [percent(rows[name].share) if name in rows else "" for name in COLUMNS.values()]
        lines.append([group, str(len(members)), *shares])
    return table(lines)


def confidence_table(pages: list[Scored]) -> str:
    """How often right at which confidence, by field."""
    found = beliefs(pages)
    lines = [["confidence", *(f"{low} – {min(high, 1)}" for low, high in BANDS)]]
    for field, group in {"all fields": found, **by_field(found)}.items():
        cells = [trust(field, in_band(group, band)) for band in BANDS]
        lines.append(
            [field, *(f"{cell.right}/{cell.asked} {percent(cell.share):>5}" if cell.asked else "" for cell in cells)]
        )
    total = sure(found)
    reached = "reached" if total.share >= BAR else "BELOW"
    return (
        f"{table(lines)}\nright where {SURE} or more is stated: {percent(total.share)} (bar {percent(BAR)}) {reached}"
    )


def rule_table(pages: list[Scored], every: bool = False) -> str:
    """Rules that are surer than they may be; or all of them."""
    lines = [["rule and the confidence it states", "right", "asked", "%", "too many"]]
    shown = [one for one in by_rule(beliefs(pages)) if every or _is_overdone(one)]
    lines += [[one.name, str(one.right), str(one.asked), percent(one.share), f"{one.overdone:+.1f}"] for one in shown]
    return table(lines)


def _is_overdone(one: Trust) -> bool:
    return one.overdone > LEAST and (one.asked >= FEWEST or one.right == 0)


def world_table(found: dict[str, list[Found]]) -> str:
    """Averages of the parser and of the baseline."""
    lines = [["world: shingles of four words", "pages", "precision", "recall", "F1", "bar", ""]]
    for name, pages in found.items():
        mean = average(pages)
        verdict = [percent(WORLD_BAR), "reached" if mean.f1 >= WORLD_BAR else "BELOW"] if name == "parser" else ["", ""]
        lines.append([name, str(len(pages)), percent(mean.precision), percent(mean.recall), percent(mean.f1), *verdict])
    return table(lines)


def world_pages(found: list[Found]) -> str:
    """Every page, the worst first."""
    lines = [["page", "precision", "recall"]]
    worst_first = sorted(found, key=lambda one: (one.precision or 0) * one.recall)
    lines += [[page.name, percent(page.precision or 0), percent(page.recall)] for page in worst_first]
    return table(lines)


def misses(pages: Iterable[Scored], cases: dict[str, Case], field: str) -> Iterator[str]:
    """Say of each page where a field is wrong what was found and what stands there."""
    for page in pages:
        if field in ("lines", "body", "lines: precision", "lines: recall"):
            shown = Print(cases[page.name].data, cases[page.name].want)
            wrong = dict.fromkeys(page.kept - page.wanted, "kept")
            wrong |= dict.fromkeys(page.wanted - page.kept, "lost")
            yield from (
                f"{page.name}:{number}: {wrong[number]}: {shown.line(number).strip()[:SHOWN]}"
                for number in sorted(wrong)
            )
        elif field == SURELY:
            wrongly = [belief for belief in page.beliefs if belief.confidence >= SURE and not belief.right]
            yield from (f"{page.name}: {one.field} {one.confidence} by {one.rule}" for one in wrongly)
        elif field == WRONG_YEARS and page.wrong_year:
            yield f"{page.name}: {WRONG_YEARS}"
        for fact in with_pairs(page.facts):
            if kind(fact) == field != "body" and not fact.right:
                yield f"{page.name}: got {str(fact.got)[:SHOWN]!r}\n    want {str(fact.want)[:SHOWN]!r}"
