"""A page to be: where it goes, how it is rendered and from what."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site before rendering."""

    path: str
    """Below the site's root."""
    renderer: str
    """Name of a template, or ``json``, ``csv`` or ``raw`` (text, bytes, or a view with a method ``text``)."""
    view: Any
    """A frozen value: all that the file depends on beside the theme and the code."""
    source: str
    """What it is made from, for messages: a record's file, or ``tag “UMKM”``."""
