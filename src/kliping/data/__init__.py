"""Vocabularies: what a reader who is no programmer can mend."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> Any:
    """Read one of our own YAML files, such as ``calendar.yaml``; callers must not change it."""
    return yaml.load(files(__name__).joinpath(name).read_text("utf-8"), _Loader)  # noqa: S506 - a safe loader


@cache
def load_all(folder: str) -> dict[str, Any]:
    """Read all YAML files of one of our folders, by name without ending, in order of names."""
    found = sorted(entry.name for entry in files(__name__).joinpath(folder).iterdir() if entry.name.endswith(".yaml"))
    return {name.removesuffix(".yaml"): load(f"{folder}/{name}") for name in found}
