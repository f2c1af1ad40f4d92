"""The commands: options in, one library call each, messages out."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kliping import __version__
from kliping.cli_options import Commands, Common, building, common

if TYPE_CHECKING:
    from collections.abc import Callable

    from kliping.build.result import BuildResult
    from kliping.model import Seed
    from kliping.project import Project


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kliping")
@common
def cli(options: Common) -> None:
    """Turn a folder of saved news articles into a dated, sourced, tagged static website."""


@cli.command()
@common
@building
def build(
    options: Common,
    output_dir: str | None,
    base_url: str | None,
    jobs: int,
    strict: bool,
    drafts: bool,
    explain: bool,
) -> None:
    """Build the site from the seeds on."""
    from kliping import messages
    from kliping.build.result import BuildOptions
    from kliping.build.run import build as run

    project = _project(options, output_dir, base_url)
    with messages.busy("Building …", options.quiet):
        result = run(project.root, project.settings, BuildOptions(jobs, drafts))
    _tell(options, project, result, strict, explain)
    if result.failed(strict):
        raise SystemExit(1)


@cli.command()
@common
@building
@click.option(
    "-p",
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="0 takes any; a taken one, the next.",
)
@click.option("--bind", default="127.0.0.1", show_default=True, help="Address of this machine; no other is served.")
@click.option("--poll", is_flag=True, help="Look for changes instead of being told (network drives).")
@click.option("-O", "--open", "open_browser", is_flag=True, help="Open the browser.")
def serve(
    options: Common, output_dir: str | None, base_url: str | None, jobs: int, strict: bool, drafts: bool,
    explain: bool, port: int, bind: str, poll: bool, open_browser: bool,
) -> None:  # fmt: skip
    """Build and serve the site here; build and reload when something changes."""
    from kliping import messages
    from kliping.build.result import BuildOptions
    from kliping.build.run import build as run
    from kliping.project import open_project
    from kliping.serve.live import Live

    project = _project(options, output_dir, base_url)

    def rebuild() -> tuple[Any, "BuildResult"]:
        current = open_project(project.root, options.config, output_dir, base_url)
        return current.settings, run(current.root, current.settings, BuildOptions(jobs, drafts))

    live = Live(project.root, project.config, project.settings, rebuild, port=port, bind=bind, poll=poll)
    try:
        _told(live.build(), options, project, strict, explain)
        live.start()
        messages.say(f"Serving {live.server.url} (Ctrl-C ends it)", options.quiet)
        if open_browser:
            click.launch(live.server.url)
        while True:
            if live.wait():
                _told(live.build(), options, project, strict, explain)
    except KeyboardInterrupt:
        messages.say("", options.quiet)
    finally:
        live.stop()


@cli.command()
@common
@click.argument("seeds", nargs=-1, metavar="[SEED]...")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Write nothing; print what each seed says, one JSON object a line.",
)
@click.option("--diff", is_flag=True, help="Write nothing; show what would change in the records there are.")
def parse(options: Common, seeds: tuple[str, ...], as_json: bool, diff: bool) -> None:
    """Write the records of the seeds (of all, or those named), keeping what a person changed in them."""
    from kliping import messages

    if diff:
        _show_changes(options, seeds, as_json)
        return
    if as_json:
        raise SystemExit(_print_json(options, seeds))
    from kliping.build.run import parse as run

    project = _project(options)
    names = [_name_in(project, seed) for seed in seeds] or None
    with messages.busy("Parsing …", options.quiet):
        updated, count = run(project.root, project.settings, names)
    messages.tell_problems(updated.problems, max(1, options.verbose), options.quiet)
    for file in updated.written:
        messages.say(f"wrote {file}", options.quiet)
    messages.say(messages.kept(updated.written, count, updated.problems), options.quiet)
    if any(problem.severity == "error" for problem in updated.problems):
        raise SystemExit(1)


@cli.command()
@common
@click.argument("seed")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
def explain(options: Common, seed: str, as_json: bool) -> None:
    """Show what the parser saw in a seed: each line's role, what was cut and why, each field's evidence."""
    if as_json:
        raise SystemExit(_print_json(options, (seed,), in_folder=True))
    from kliping.parse import ParseOptions
    from kliping.parse import parse as read
    from kliping.parse.explain import explain as told

    project = _settings(options)
    found = _seed(project, seed)
    parsed = read(found, ParseOptions.of(project.settings), _repeated(project, [found], in_folder=True)(found))
    click.echo(told(parsed, sys.stdout.isatty(), project.settings.language))
    if parsed.record is None:
        raise SystemExit(1)


@cli.command()
@common
@click.option("--below", type=click.FloatRange(0, 1), help="List what is missing or less sure, the worst first.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each finding.")
@click.option("--strict", is_flag=True, help="Warnings fail the check.")
@click.option("-o", "--output-dir", type=click.Path(file_okay=False), help="Where the site was written.")
def check(options: Common, below: float | None, as_json: bool, strict: bool, output_dir: str | None) -> None:
    """Check settings, records and the links of the built site; change nothing."""
    from kliping import messages, messages_doubts
    from kliping.build.check import check_project

    project = _project(options, output_dir)
    checked = check_project(project.root, project.settings, below)
    if as_json:
        for found in messages_doubts.plain(checked.doubts, checked.problems):
            click.echo(json.dumps(found, ensure_ascii=False))
    else:
        width = messages.width()
        for doubt in checked.doubts:
            click.echo("\n".join(messages_doubts.told(doubt, project.settings.language, width)))
        messages.tell_problems(checked.problems, options.verbose, options.quiet)
    if below is not None:
        messages.say(messages_doubts.summary(checked.doubts, below), options.quiet)
    messages.say(messages.tally(checked.problems) or "No faults found", options.quiet)
    grave = ("error", "warning") if strict else ("error",)
    if any(problem.severity in grave for problem in checked.problems) or (strict and checked.doubts):
        raise SystemExit(1)


@cli.command()
@common
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--sample", is_flag=True, help="With a made-up article to look at.")
def init(options: Common, folder: Path | None, sample: bool) -> None:
    """Begin a project here or in a folder; nothing is overwritten."""
    from kliping import messages
    from kliping.starter import begin

    place = folder or options.root
    for file, made in begin(place, sample):
        messages.say(f"{'made' if made else 'kept'} {file}", options.quiet)
    where = "" if place == Path() else f" -C {place}"
    messages.say(f"Put saved articles into {place / 'seeds'}, then: kliping build{where}", options.quiet)


@cli.command()
@common
@click.option("--cache", "cache_only", is_flag=True, help="Remove the cache only.")
@click.option("-o", "--output-dir", type=click.Path(file_okay=False), help="Where the site was written.")
def clean(options: Common, cache_only: bool, output_dir: str | None) -> None:
    """Remove the site's files that Kliping wrote, and the cache; nothing else."""
    from kliping import messages
    from kliping.build import store
    from kliping.build.output import Output

    project = _settings(options, output_dir)
    removed = () if cache_only else Output(project.root, project.settings).remove_all()
    store.remove(project.root)
    what = "the cache" if cache_only else f"{messages.number(len(removed), 'file')} and the cache"
    messages.say(f"Removed {what}", options.quiet)


@cli.command()
@common
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
def stats(options: Common, as_json: bool) -> None:
    """Count by year, month, outlet, topic and person, who is quoted, who speaks on what, and the doubtful fields."""
    from kliping import messages
    from kliping.build.stats import count

    figures, problems = count((project := _project(options)).root, project.settings)
    messages.tell_problems(problems, options.verbose, options.quiet)
    if as_json:
        click.echo(json.dumps(figures.plain(), ensure_ascii=False))
        return
    click.echo(f"{messages.number(figures.articles, 'article')}, {messages.number(figures.doubts, 'doubtful field')}")
    for title, rows in figures.tables():
        messages.table(title, rows)
    for topic, rows in figures.voices:
        messages.table(f"Outlets on {topic}", rows)


@cli.command()
@common
@click.option("--suggest", is_flag=True, help="Propose topics, as settings to paste, each with what it would take.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def topics(options: Common, suggest: bool, as_json: bool) -> None:
    """Show what the site's topics take and by which words, or propose topics; writes nothing."""
    from kliping import messages, messages_topics
    from kliping.build.topics import current_records, ideas, take

    project = _project(options)
    with messages.busy("Reading …", options.quiet):
        records = current_records(project.root, project.settings)
        found = ideas(records, project.settings.language) if suggest else ()
        taken = () if suggest else take(records, project.settings.topics)
    if as_json:
        rows = [{"id": one.topic.id, "articles": one.articles, "words": dict(one.words)} for one in taken]
        click.echo(json.dumps(messages_topics.plain(found) if suggest else rows, ensure_ascii=False))
    elif found or taken:
        lines = messages_topics.as_yaml(found, records, every=options.verbose > 0)
        click.echo("\n".join(lines if found else map(messages_topics.told, taken)))
    elif suggest:
        messages.say("No words come together in enough articles to make a topic of", options.quiet)
    else:
        messages.say("The settings have no topics; kliping topics --suggest proposes some", options.quiet)


def _project(options: Common, output_dir: str | None = None, base_url: str | None = None) -> "Project":
    """Return the project; where there is none, the command cannot go on."""
    from kliping import messages
    from kliping.errors import KlipingError
    from kliping.project import is_empty

    project = _settings(options, output_dir, base_url)
    if is_empty(project):
        raise KlipingError(messages.BEGIN)
    return project


def _settings(options: Common, output_dir: str | None = None, base_url: str | None = None) -> "Project":
    from kliping.project import open_project

    return open_project(options.root, options.config, output_dir, base_url)


def _told(
    outcome: "tuple[BuildResult | None, str]",
    options: Common,
    project: "Project",
    strict: bool,
    explain: bool,
) -> None:
    from kliping import messages

    result, fault = outcome
    if result is None:
        messages.fail(fault)
    else:
        _tell(options, project, result, strict, explain)


def _tell(options: Common, project: "Project", result: "BuildResult", strict: bool, explain: bool) -> None:
    from kliping import messages

    messages.tell_problems(result.problems, options.verbose, options.quiet)
    if explain:
        for reason in result.written:
            click.echo(f"{reason.path}: {reason.why}")
        for path in result.removed:
            click.echo(f"{path}: removed")
    if options.verbose:
        messages.say(messages.phases(result), options.quiet)
    messages.say(
        messages.built(result, str(options.root / project.settings.output_dir), result.failed(strict)),
        options.quiet,
    )


def _print_json(options: Common, seeds: tuple[str, ...], in_folder: bool = False) -> int:
    """Print one JSON object for each seed, read beside each other or the whole folder; return the exit code."""
    from kliping import messages
    from kliping.parse import ParseOptions
    from kliping.parse import parse as read
    from kliping.parse.as_json import to_json

    project = _settings(options)
    chosen = [_seed(project, seed) for seed in seeds] or _all_seeds(project)
    boilerplate = _repeated(project, chosen, in_folder=in_folder)
    failed = 0
    for seed in chosen:
        parsed = read(seed, ParseOptions.of(project.settings), boilerplate(seed))
        click.echo(json.dumps(to_json(parsed), ensure_ascii=False))
        messages.tell_problems(parsed.problems, options.verbose, options.quiet)
        failed |= any(problem.severity == "error" for problem in parsed.problems)
    return failed


def _show_changes(options: Common, seeds: tuple[str, ...], as_json: bool) -> None:
    """Print what a parse would change in the records; as JSON, one object a record."""
    from kliping import messages, messages_diff
    from kliping.build.changes import find_changes

    project = _project(options)
    names = [_name_in(project, seed) for seed in seeds] or None
    with messages.busy("Parsing …", options.quiet):
        changes = find_changes(project.root, project.settings, names)
    if as_json:
        for record in messages_diff.plain(changes):
            click.echo(json.dumps(record, ensure_ascii=False))
    else:
        for changed in changes.records:
            click.echo("\n".join(messages_diff.told(changed, project.settings.language)))
    messages.tell_problems(changes.problems, options.verbose, options.quiet)
    messages.say(messages_diff.summary(changes), options.quiet)


def _repeated(project: "Project", seeds: "list[Seed]", *, in_folder: bool) -> "Callable[[Seed], frozenset[int]]":
    """Learn what the seeds repeat, with those of the folder or alone; return what tells each seed's lines."""
    from kliping.parse.boilerplate import learn

    beside = _all_seeds(project) if in_folder else []
    known = {seed.name: seed for seed in (*beside, *seeds)}
    learnt = learn(known.values())
    return lambda seed: learnt.get(seed.name, frozenset()) if known[seed.name] == seed else frozenset()


def _all_seeds(project: "Project") -> "list[Seed]":
    from kliping.build.sources import read_sources

    return list(read_sources(project.root, project.settings).seeds.values())


def _seed(project: "Project", given: str) -> "Seed":
    """Read a seed given by its path, or by its name below the seeds folder."""
    from kliping.errors import KlipingError
    from kliping.model import Seed

    folder = project.root / project.settings.seeds_dir
    path = Path(given) if Path(given).is_file() else folder / given
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
        name = path.resolve().relative_to(folder.resolve()).as_posix() if inside else path.name
        return Seed(name, path.read_bytes())
    except OSError as error:
        raise KlipingError(f"cannot read the seed {given}: {error.strerror}") from None


def _name_in(project: "Project", given: str) -> str:
    """Return the name of one of the project's seeds."""
    from kliping.errors import KlipingError

    folder = (project.root / project.settings.seeds_dir).resolve()
    for path in (Path(given), folder / given):
        if path.is_file() and path.resolve().is_relative_to(folder):
            return path.resolve().relative_to(folder).as_posix()
    hint = "to read a file from elsewhere, say kliping parse --json"
    raise KlipingError(f"{given} is no seed of this project ({project.settings.seeds_dir}/)\n    {hint}")


def main() -> None:
    """Run the command line."""
    cli(prog_name="kliping")
