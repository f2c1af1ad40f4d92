"""Values → YAML that every reader takes alike: one line a value, text quoted when in doubt."""

import re
from collections.abc import Mapping
from decimal import Decimal

_BARE = re.compile(r"\w(?:[\w .’()/&+@-]*[\w.)])?")
"""Cannot be taken for YAML's punctuation, inside a list either."""

_OTHER_TYPE = re.compile(
    r"(?:true|false|yes|no|on|off|y|n|null|nan|inf"
    r"|[\d_.]+(?:e[-+]?\d+)?|0x[\da-f_]+|0o[0-7_]+|0b[01_]+|\d{4}-\d\d?(?:-.*)?)",
    re.IGNORECASE,
)
"""Some reader of YAML would not take it for text."""

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
"""Characters that break a line, cannot be seen, or turn the text around."""

_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def quoted(text: str) -> str:
    """Return the text in double quotes, on one line, with what cannot be seen written as escapes."""
    return '"' + _UNSEEN.sub(_escape, text.replace("\\", "\\\\").replace('"', '\\"')) + '"'


def scalar(text: str) -> str:
    """Return the text bare where every reader takes it for that text, else quoted."""
    return text if _BARE.fullmatch(text) and not _OTHER_TYPE.fullmatch(text) else quoted(text)


def inline(value: object) -> str:
    """Return any plain value on one line; TypeError for another type."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return scalar(str(value))
        case int():
            return str(value)
        case float():
            return _decimal(value)
        case tuple() | list():
            return "[" + ", ".join(inline(item) for item in value) + "]"
        case Mapping():
            return "{" + ", ".join(f"{scalar(str(key))}: {inline(item)}" for key, item in value.items()) + "}"
    raise TypeError(f"YAML has no way to write {type(value).__qualname__}")


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"  # half a pair: no file can hold it
    if character in _SHORT:
        return _SHORT[character]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _decimal(value: float) -> str:
    """Return a number without exponent, which our loader reads back exactly."""
    if value != value or value in (float("inf"), float("-inf")):
        raise TypeError(f"YAML as we read it has no {value}")
    text = format(Decimal(repr(value)), "f")
    return text if "." in text else text + ".0"
