"""All that the commands say to people, and how: on stderr, in colour on a terminal, plain in a pipe."""

import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from kliping.build.result import BuildResult
from kliping.errors import Problem, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

WIDEST = 120
"""Characters of a line, whatever the terminal has."""

BEGIN = """there is nothing to build here: no kliping.yaml and no seeds
    put saved articles (.txt, .html, .md) into a folder seeds/ and say `kliping build` again,
    or begin with an example: kliping init --sample"""


def shown(text: str) -> str:
    """Return a text that cannot steer the terminal."""
    return _CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", text)


def say(text: str, quiet: bool = False) -> None:
    """Say something on stderr."""
    if not quiet:
        click.echo(shown(text), err=True)


def fail(text: str) -> None:
    """Say why a command ends."""
    known = text.startswith(("error:", "warning:"))
    click.echo(("" if known else click.style("error: ", fg="red", bold=True)) + shown(text), err=True)


def tell_problems(problems: Sequence[Problem], verbose: int, quiet: bool) -> None:
    """Print problems in order of place; what is only good to know with ``-v``, errors always."""
    for problem in problems:
        hidden = problem.severity is Severity.INFO and not verbose
        if not hidden and (not quiet or problem.severity is Severity.ERROR):
            severity, _, rest = str(problem).partition(":")
            click.echo(f"{click.style(severity, fg=_COLOURS[problem.severity], bold=True)}:{shown(rest)}", err=True)


def tally(problems: Sequence[Problem]) -> str:
    """Return how many errors and warnings there are; empty for none."""
    counts = [(severity, sum(problem.severity is severity for problem in problems)) for severity in _COLOURS]
    return ", ".join(number(count, str(severity)) for severity, count in counts if count and severity != "info")


def built(result: BuildResult, output: str, failed: bool) -> str:
    """Return the closing line of a build."""
    parts = [
        f"{number(result.articles, 'article')}, {number(result.pages, 'file')}",
        f"{len(result.written)} written" + (f", {len(result.removed)} removed" if result.removed else ""),
        f"{sum(result.seconds.values()):.2f} s",
    ]
    counts = tally(result.problems)
    verdict = "Built with faults" if failed else "Built"
    return f"{verdict}: {'; '.join(parts)}{f'; {counts}' if counts else ''}\nLook at {output}/index.html"


def phases(result: BuildResult) -> str:
    """Return how long each phase took."""
    return "  ".join(f"{name} {seconds:.2f} s" for name, seconds in result.seconds.items())


def kept(written: Sequence[str], seeds: int, problems: Sequence[Problem]) -> str:
    """Return the closing line of a parse."""
    parts = (f"{number(seeds, 'seed')} read", f"{number(len(written), 'record')} written", tally(problems))
    return "; ".join(part for part in parts if part)


def number(count: int, name: str) -> str:
    """Return a count with its noun."""
    return f"{count} {name}{'' if count == 1 else 's'}"


def width() -> int:
    """Return how many characters fit on a line of stdout; in a pipe, what reads well."""
    return min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else WIDEST


@contextmanager
def busy(text: str, quiet: bool) -> Iterator[None]:
    """Show on a terminal that work is being done."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(text):
        yield


def table(title: str, rows: Sequence[tuple[str, int]]) -> None:
    """Print names and counts on stdout."""
    if not rows:
        return
    if not sys.stdout.isatty():
        click.echo(title)
        for name, count in rows:
            click.echo(f"{count:>7}  {shown(name)}")
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table("", "", title=title, title_justify="left", show_header=False, box=None)
    for name, count in rows:
        drawn.add_row(str(count), Text(shown(name)))
    Console().print(drawn)
