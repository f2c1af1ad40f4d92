"""What the commands have in common: their options, and how errors become exit codes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Common:
    """The options that every command takes, before its name or after."""

    root: Path = Path()
    config: Path | None = None
    verbose: int = 0
    quiet: bool = False


class Commands(click.Group):
    """Turns our errors into messages and exit codes; a bug stays a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        from kliping.errors import KlipingError

        try:
            return super().invoke(ctx)
        except KlipingError as error:
            from kliping import messages

            messages.fail(str(error))
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the common options; the function gets them as one value, its own before the group's."""

    @click.option(
        "-C",
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="The project's folder.",
    )
    @click.option(
        "-c",
        "--config",
        type=click.Path(dir_okay=False, path_type=Path),
        help="The settings, if not kliping.yaml.",
    )
    @click.option("-v", "--verbose", count=True, help="Say more.")
    @click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
    @click.pass_context
    @wraps(command)
    def wrapped(
        ctx: click.Context,
        /,
        root: Path | None,
        config: Path | None,
        verbose: int,
        quiet: bool,
        **options: Any,
    ) -> Any:
        above = ctx.obj if isinstance(ctx.obj, Common) else Common()
        ctx.obj = Common(root or above.root, config or above.config, verbose or above.verbose, quiet or above.quiet)
        return command(ctx.obj, **options)

    return wrapped


def building(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of build and serve."""
    for option in (
        click.option("--explain", is_flag=True, help="Say why each file was written."),
        click.option("-D", "--drafts", is_flag=True, help="Build drafts too."),
        click.option("--strict", is_flag=True, help="Warnings fail the build."),
        click.option(
            "-j",
            "--jobs",
            type=click.IntRange(min=0),
            default=0,
            help="Worker processes (default: one a core).",
        ),
        click.option("-u", "--base-url", help="Where the site will live."),
        click.option("-o", "--output-dir", type=click.Path(file_okay=False), help="Where to write the site."),
    ):
        command = option(command)
    return command
