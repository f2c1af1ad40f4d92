"""The lines that a reader of the page sees, in their order, as if selected and pasted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kliping.text import squeeze

MOST = 6000
"""Lines of a page that are looked at; long ones of news sites have some hundreds."""
_UNSEEN = frozenset(
    "script style noscript template head title meta link svg math iframe object embed canvas audio video map "
    "select option textarea button input datalist dialog source".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody tfoot thead "
    "tr ul".split()
)
_TELLING = {"h1": "h1", "h2": "subhead", "h3": "subhead", "h4": "subhead", "figcaption": "figcaption", "nav": "nav"}


@dataclass(frozen=True, slots=True)
class Line:
    """One visible line."""

    text: str
    tag: str = ""
    """``h1``, ``subhead``, ``figcaption`` or ``nav`` where it stands in such; empty otherwise.

    A breadcrumb is no menu, and a heading with a link in it leads elsewhere.
    """


def visible_lines(tree: Any) -> tuple[Line, ...]:
    """Return the page's lines; elements that show nothing, or are marked hidden, give none."""
    found: list[Line] = []
    parts: list[str] = []
    within: list[str] = [""]

    def end_line() -> None:
        if text := squeeze("".join(parts)):
            found.append(Line(text, within[-1]))
        parts.clear()

    for event, element in _walk(tree):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if _is_block(element, tag):
                end_line()
            within.append(_told(element, tag) or within[-1])
            parts.append((element.text or "") if tag and not _is_unseen(element, tag) else "")
        elif event == "end":
            if _is_block(element, tag):
                end_line()
            elif tag in ("td", "th"):
                parts.append(" ")
            within.pop()
            parts.append(element.tail or "")
        if len(found) >= MOST:
            break
    end_line()
    return tuple(found[:MOST])


def _walk(tree: Any) -> Iterator[tuple[str, Any]]:
    """Yield each element twice, when it begins and ends, without going into unseen ones; no depth is too deep."""
    stack: list[tuple[Any, Iterator[Any]]] = [(tree, _children(tree))]
    yield "start", tree
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
        else:
            yield "start", child
            stack.append((child, _children(child)))


def _children(element: Any) -> Iterator[Any]:
    tag = element.tag if isinstance(element.tag, str) else ""
    return iter(()) if not tag or _is_unseen(element, tag) else iter(element)


def _is_block(element: Any, tag: str) -> bool:
    """Tell whether an element's text stands on lines of its own; a cell's does where the table is a layout."""
    return tag in _BLOCKS or (tag in ("td", "th") and any(child.tag in _BLOCKS for child in element))


def _told(element: Any, tag: str) -> str:
    """Return what an element says of the lines in it; empty for nothing."""
    told = _TELLING.get(tag, "")
    if told == "subhead" and element.find(".//a") is not None:
        return ""
    marks = " ".join(element.get(name) or "" for name in ("class", "id", "aria-label")) if told == "nav" else ""
    return "" if "crumb" in marks.lower() else told


def _is_unseen(element: Any, tag: str) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return tag in _UNSEEN or element.get("hidden") is not None or "display:none" in style
