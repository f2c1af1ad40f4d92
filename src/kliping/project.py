"""A folder with seeds and settings, as the commands find it."""

from dataclasses import dataclass, replace
from pathlib import Path

from kliping import config, config_checks
from kliping.config import Settings
from kliping.errors import ConfigError, KlipingError, Problem, Severity

CONFIG = "kliping.yaml"
_ALSO = "kliping.yml"


@dataclass(frozen=True, slots=True)
class Project:
    """Where it is and what its settings say."""

    root: Path
    config: Path
    """The settings' file, whether it exists or not."""
    settings: Settings


def open_project(
    root: Path, config_file: Path | None = None, output_dir: str | None = None, base_url: str | None = None
) -> Project:
    """Read the settings; what the command line says goes before them."""
    file = config_file or _default(root)
    settings = load_settings(root, file, must_exist=config_file is not None)
    if output_dir is not None:
        settings = replace(settings, output_dir=_from_here(root, output_dir))
    if base_url is not None:
        try:
            settings = replace(settings, base_url=config_checks.base_url(base_url) if base_url else "")
        except ValueError as error:
            raise KlipingError(str(error)) from None
    return Project(root, file, settings)


def load_settings(root: Path, file: Path, must_exist: bool = False) -> Settings:
    """Return the settings of a file; the defaults where there is none."""
    shown = file.name if file.parent.resolve() == root.resolve() else str(file)
    try:
        return config.load(file.read_text("utf-8"), shown)
    except FileNotFoundError:
        if must_exist:
            raise KlipingError(f"there is no settings file {file}") from None
        return Settings()
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problem = Problem(shown, line, "encoding", "this is no UTF-8 text", "save the file as UTF-8", Severity.ERROR)
        raise ConfigError((problem,)) from None
    except OSError as error:
        raise KlipingError(f"cannot read {shown}: {error.strerror}") from error


def is_empty(project: Project) -> bool:
    """Tell whether there is nothing to build: no settings, seeds or records."""
    folders = (project.settings.seeds_dir, project.settings.records_dir)
    return not project.config.exists() and not any(_has_files(project.root / folder) for folder in folders)


def _has_files(folder: Path) -> bool:
    return folder.is_dir() and any(not path.name.startswith(".") for path in folder.iterdir())


def _default(root: Path) -> Path:
    """Return the settings file's usual place; ``.yml`` will do."""
    usual, also = root / CONFIG, root / _ALSO
    return also if also.exists() and not usual.exists() else usual


def _from_here(root: Path, folder: str) -> str:
    """Return a folder given on the command line, relative to the project where it lies in it."""
    path, home = Path(folder).absolute().resolve(), root.resolve()
    return path.relative_to(home).as_posix() if path.is_relative_to(home) else str(path)
