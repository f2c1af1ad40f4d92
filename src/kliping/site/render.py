"""Page and theme to bytes. Pure: the same page and theme give the same bytes in every process."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Protocol, runtime_checkable

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)

from kliping.errors import BuildError, Problem, Severity
from kliping.site.format import number
from kliping.site.page import Page
from kliping.site.strings import Words
from kliping.site.theme import ORIGINAL, Theme

_KEPT = 4
"""Environments kept in a process; a site needs one, ``serve`` one for each change of a template."""
_ITEMS = 8192
"""Items of lists kept in a process: ``once(card, …)`` draws what stands in many lists once, as its links lead from
anywhere (see ``_HERE``)."""
_FOLDER = "templates/"
_HERE = "\ufdd0"
"""Stands in a template's links for the way to the site's root, which differs by page; no text can hold it."""
_ABSOLUTE = ("#", "https://", "http://")


class RenderError(BuildError):
    """A template could not be rendered; the problem names its file and line."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        return str(self.problem)


@runtime_checkable
class Written(Protocol):
    """A view that knows its own text: feeds and other files that no template makes."""

    def text(self) -> str:
        """Return the file's content."""


def render(page: Page, theme: Theme, settings_language: str) -> bytes:
    """Return the page's bytes; RenderError where its template is at fault."""
    plain = _PLAIN.get(page.renderer)
    if plain:
        return plain(page.view)
    try:
        template = _environment(theme, settings_language).get_template(page.renderer)
        text = template.render(page=page.view, site=page.view.site)
    except (TemplateError, TypeError, KeyError, AttributeError, ValueError) as error:
        problem = _problem(error, page)
        if problem is None:
            raise
        raise RenderError(problem) from error
    return text.replace(_HERE, page.view.root).encode()


def _raw(view: Any) -> bytes:
    if isinstance(view, bytes):
        return view
    return (view.text() if isinstance(view, Written) else str(view)).encode()


def _json(view: Any) -> bytes:
    return (json.dumps(view, ensure_ascii=False, indent=1, default=_plain) + "\n").encode()


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def _csv(view: Sequence[Sequence[object]]) -> bytes:
    sheet = io.StringIO()
    csv.writer(sheet, lineterminator="\r\n").writerows(view)
    return sheet.getvalue().encode("utf-8-sig")


_PLAIN: dict[str, Callable[[Any], bytes]] = {"raw": _raw, "json": _json, "csv": _csv}


class _Key:
    """A theme and a language, equal by the theme's digest, so that environments are made once for each."""

    __slots__ = ("language", "theme")

    def __init__(self, theme: Theme, language: str) -> None:
        self.theme, self.language = theme, language

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and (self.theme.digest, self.language) == (
            other.theme.digest,
            other.language,
        )

    def __hash__(self) -> int:
        return hash((self.theme.digest, self.language))


def _environment(theme: Theme, language: str) -> Environment:
    return _made(_Key(theme, language))


@lru_cache(_KEPT)
def _made(key: _Key) -> Environment:
    words = Words(key.language, key.theme.strings.get(key.language, {}))

    def t(name: str, **values: object) -> str:
        try:
            return words.say(name, **values)
        except KeyError as error:
            raise UndefinedError(
                f"templates/strings/{words.language}.yaml has no text {name!r} (or it lacks a value: {error})"
            ) from error

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        text = key.theme.templates.get(name)
        return None if text is None else (text, _FOLDER + name, lambda: True)

    environment = Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )

    @lru_cache(_ITEMS)
    def once(macro: Callable[..., str], *arguments: Any) -> str:
        return macro(*arguments)

    environment.globals["t"] = t
    environment.globals["once"] = once
    environment.filters["href"] = lambda path: path if path.startswith(_ABSOLUTE) else _HERE + path
    environment.filters["number"] = lambda value: number(value, words.language)
    return environment


def _problem(error: Exception, page: Page) -> Problem | None:
    """Say where in the templates the error arose; None if it did not arise in a template."""
    name, line = "", 0
    if isinstance(error, TemplateNotFound):
        name = str(error.name)
    elif isinstance(error, TemplateSyntaxError):
        name, line = error.name or "", error.lineno
    trace = error.__traceback__
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(_FOLDER) and not isinstance(error, TemplateSyntaxError):
            name, line = file.removeprefix(_FOLDER), trace.tb_lineno
        trace = trace.tb_next
    if not name and not isinstance(error, TemplateError):
        return None
    return Problem(
        _FOLDER + (name or page.renderer).removeprefix(ORIGINAL),
        line,
        "template",
        f"{error} (in {page.path}, made from {page.source})",
        "mend the template, or remove your own one to get the built-in one back",
        Severity.ERROR,
    )
