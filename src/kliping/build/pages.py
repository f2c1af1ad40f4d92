"""Pages into files: rendered only where the view, the template or the file has changed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import partial

from kliping.build.output import Output
from kliping.build.result import Reason
from kliping.build.store import Store
from kliping.build.work import Workers
from kliping.digest import digest
from kliping.errors import Problem
from kliping.site.page import Page
from kliping.site.render import RenderError, render
from kliping.site.theme import Theme

_SHORT = 16
"""Hexadecimal digits of a part's digest."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of a page, kept for the next build."""

    parts: Mapping[str, str]
    """Digests of all that went into it, by name."""
    digest: str
    """Of the file."""


def write_pages(
    pages: Sequence[Page], theme: Theme, language: str, output: Output, store: Store, workers: Workers
) -> tuple[tuple[Reason, ...], tuple[Problem, ...]]:
    """Bring the output up to date; return what was written and why, and the templates' faults."""
    before = _known(store.get("page", [page.path for page in pages]))
    templates = _template_digests(pages, theme, store)
    parts = {page.path: _parts(page, templates, language) for page in pages}
    standing = {page.path: output.digest(page.path) for page in pages}
    due = [page for page in pages if not _is_done(before.get(page.path), parts[page.path], standing[page.path])]
    written: list[Reason] = []
    made: dict[str, Made] = {}
    faults: dict[tuple[str, int], Problem] = {}
    for page, result in zip(due, workers.each(partial(_render, theme=theme, language=language), due), strict=True):
        if isinstance(result, Problem):
            faults.setdefault((result.file, result.line), result)
            continue
        if output.put(page.path, result):
            written.append(Reason(page.path, _why(before.get(page.path), parts[page.path], standing[page.path])))
        made[page.path] = Made(parts[page.path], output.written(page.path))
    store.put("page", ((path, json.dumps([dict(done.parts), done.digest])) for path, done in made.items()))
    return tuple(sorted(written, key=lambda reason: reason.path)), tuple(faults.values())


def _render(page: Page, theme: Theme, language: str) -> bytes | Problem:
    try:
        return render(page, theme, language)
    except RenderError as error:
        return error.problem


def _template_digests(pages: Sequence[Page], theme: Theme, store: Store) -> Mapping[str, str]:
    """Return the digest of each template in use, kept, since finding what one includes takes a parse."""
    names = sorted({page.renderer for page in pages} & theme.templates.keys())
    key = digest((theme.digest, names))
    known = store.get("templates", [key]).get(key, "").split()
    if len(known) == len(names):
        return dict(zip(names, known, strict=True))
    found = {name: theme.template_digest(name)[:_SHORT] for name in names}
    store.put("templates", [(key, " ".join(found.values()))])
    return found


def _parts(page: Page, templates: Mapping[str, str], language: str) -> dict[str, str]:
    """Digest a page's ingredients by name, so that a change can be told."""
    parts = {"language": language, "template": templates.get(page.renderer, page.renderer)}
    if is_dataclass(page.view):
        parts |= {field.name: digest(getattr(page.view, field.name))[:_SHORT] for field in fields(page.view)}
    else:
        parts["content"] = digest(page.view)[:_SHORT]
    return parts


def _is_done(before: Made | None, parts: Mapping[str, str], standing: str) -> bool:
    return before is not None and before.parts == parts and before.digest == standing


def _why(before: Made | None, parts: Mapping[str, str], standing: str) -> str:
    if not standing:
        return "new"
    if before is None:
        return "nothing is known of its last build"
    changed = sorted(name for name in before.parts.keys() | parts.keys() if before.parts.get(name) != parts.get(name))
    return f"changed: {', '.join(changed)}" if changed else "the file was altered"


def _known(texts: Mapping[str, str]) -> dict[str, Made]:
    found = {}
    for path, text in texts.items():
        try:
            parts, kept = json.loads(text)
            found[path] = Made(dict(parts), str(kept))
        except (ValueError, TypeError):
            continue
    return found
