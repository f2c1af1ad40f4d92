"""The look as one value: templates, strings and static files, the site's own before the built-in ones.

Built-in static files get names with a digest of their content (``assets/style.3f2a91c0.css``); files that
only the site has are copied as they are.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path, PurePosixPath

from jinja2 import Environment, TemplateSyntaxError, meta

from kliping.digest import digest
from kliping.errors import BuildError
from kliping.site.strings import Phrase, read_phrases

ORIGINAL = "!kliping/"
"""Before a template's name: the built-in one, so that a site's own template may extend what it replaces."""

_PROPERTY = re.compile(r"[a-z][a-z0-9-]*")
_VALUE = re.compile(r"[\w\s.,#%()/'\"+*-]+")
"""What a value may be made of: nothing that could end the declaration or fetch something."""


@dataclass(frozen=True)
class Theme:
    """Everything that decides how a page looks; holds no paths of this machine."""

    templates: Mapping[str, str]
    strings: Mapping[str, Mapping[str, Phrase]]
    """By language, then key."""
    assets: Mapping[str, bytes]
    """Built-in static files (or what replaces them) by name."""
    copies: Mapping[str, bytes] = field(default_factory=dict)
    """The site's own other static files, which keep their names."""

    @cached_property
    def digest(self) -> str:
        """Digest of the templates and strings, which decide how views become pages."""
        return digest((dict(self.templates), {key: dict(value) for key, value in self.strings.items()}))

    def asset(self, name: str) -> str:
        """Return the path of a static file below the site's root; empty where the theme has no such file."""
        return asset_path(name, self.assets[name]) if name in self.assets else ""

    def template_digest(self, name: str) -> str:
        """Digest of all that a template's result depends on beside its view."""
        cache = self.__dict__.setdefault("_template_digests", {})
        if name not in cache:
            names = self._reach(name)
            texts = self.templates if names is None else {name: self.templates[name] for name in names}
            cache[name] = digest((dict(texts), {key: dict(value) for key, value in self.strings.items()}))
        return str(cache[name])

    def _reach(self, name: str) -> frozenset[str] | None:
        """Return the template and those it extends, includes or imports; None where only a run could tell."""
        seen, open_names = set[str](), [name]
        while open_names:
            current = open_names.pop()
            if current in seen or current not in self.templates:
                continue
            seen.add(current)
            found = _references(self.templates[current])
            if None in found:
                return None
            open_names.extend(reference for reference in found if reference)
        return frozenset(seen)


@cache
def _references(text: str) -> tuple[str | None, ...]:
    """Return the templates that a text names, None where it computes one; nothing when it is broken."""
    try:
        return tuple(meta.find_referenced_templates(Environment(autoescape=True).parse(text)))
    except TemplateSyntaxError:
        return ()


def asset_path(name: str, data: bytes) -> str:
    """Return the address of a static file, which changes with its content."""
    path = PurePosixPath(name)
    short = hashlib.sha256(data).hexdigest()[:8]
    return f"assets/{path.with_name(f'{path.stem}.{short}{path.suffix}')}"


def custom_properties(theme: Mapping[str, str]) -> tuple[str, bytes]:
    """Return path and content of the style sheet with the settings' custom properties; empty without any."""
    lines = [
        f"  --{name}: {value.strip()};\n"
        for name, value in sorted(theme.items())
        if _PROPERTY.fullmatch(name) and _VALUE.fullmatch(value) and "url(" not in value.casefold()
    ]
    data = f":root {{\n{''.join(lines)}}}\n".encode() if lines else b""
    return (asset_path("theme.css", data), data) if data else ("", b"")


def load_theme(root: Path | None) -> Theme:
    """Read the built-in theme and, over it, the site's own ``templates`` and ``static``."""
    built_in = _built_in()
    templates, strings = _texts(built_in / "templates")
    templates |= {ORIGINAL + name: text for name, text in templates.items()}
    assets, copies = _static(built_in / "static"), dict[str, bytes]()
    if root and not _same(root, built_in):
        own_templates, own_strings = _texts(root / "templates")
        templates |= own_templates
        for language, phrases in own_strings.items():
            strings[language] = {**strings.get(language, {}), **phrases}
        for name, data in _static(root / "static").items():
            (assets if name in assets else copies)[name] = data
    return Theme(templates, strings, assets, copies)


def _built_in() -> Path:
    """Folder of the built-in theme: inside an installed package, else beside ``src``."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "_theme"
    return inside if (inside / "templates").is_dir() else package.parents[1]


def _same(root: Path, built_in: Path) -> bool:
    return root.resolve() == built_in


def _texts(folder: Path) -> tuple[dict[str, str], dict[str, dict[str, Phrase]]]:
    templates: dict[str, str] = {}
    strings: dict[str, dict[str, Phrase]] = {}
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        shown = f"templates/{name}"
        try:
            text = path.read_text("utf-8-sig")
            if name.startswith("strings/") and path.suffix == ".yaml":
                strings[path.stem] = read_phrases(text)
            else:
                templates[name] = text
        except UnicodeDecodeError as error:
            raise BuildError(f"{shown}: not UTF-8 text (byte {error.start}); save the file as UTF-8") from error
        except ValueError as error:
            raise BuildError(f"{shown}: {error}") from error
    return templates, strings


def _static(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder)}


def _files(folder: Path) -> list[Path]:
    """All files below the folder, in order of names, editors' leavings left out."""
    if not folder.is_dir():
        return []
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if not path.name.endswith(("~", ".swp", ".DS_Store")))
