"""JSON as the site writes it: compact, and lists with an entry a line, so that two versions can be compared."""

import json
from collections.abc import Iterable
from typing import Any


def compact(value: Any) -> str:
    """Return the value on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def lines(values: Iterable[Any]) -> str:
    """Return a list, an entry a line."""
    return "[\n" + ",\n".join(map(compact, values)) + "\n]"
