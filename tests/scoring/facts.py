"""What a careful reader finds on a page, and whether the parser found the same."""

from dataclasses import dataclass
from typing import Any

from kliping.parse.outlets import find_by_domain, find_outlet
from kliping.text import fold, squeeze

Values = dict[str, Any]
_QUOTES = str.maketrans("“”„«»‘’‚`´", '"""""' + "'" * 5)

NEEDED = (
    *("title", "date", "date_basis", "place", "outlet", "domain", "section", "authors", "editors", "captions"),
    *("body_lines", "noise_lines", "first_words", "last_words", "advertorial"),
)
"""Keys of an expectation that must be there, null or empty where the page has no such thing."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a page says: also that there is no headline, or nobody named."""

    name: str
    right: bool
    got: Any
    want: Any


def facts(got: Values, want: Values) -> list[Fact]:
    """Compare what ``as_json`` made of a page with what was expected; a null in the expectation is a fact too."""
    date = _iso(want["date"])
    first, last = squeeze(want["first_words"]), squeeze(want["last_words"])
    paragraphs = [squeeze(text) for text in got["paragraphs"]] or [""]
    stated = got["title"] if got.get("title_basis") == "stated" else None
    writers = want.get("authors", want.get("bylines", []))
    wrong_lines = sorted(set(want["noise_lines"]) & {*lines_of(got, "headline"), *lines_of(got, "body")})
    found = [
        Fact("title", same_title(stated, want["title"]), stated, want["title"]),
        _equal("day", (got["date"] or "")[:10], date[:10]),
        _alike("place", got.get("place"), want["place"]),
        Fact("authors", _names(got.get("authors")) == _names(writers), got.get("authors"), writers),
        _equal("advertorial", got.get("advertorial", False), want["advertorial"]),
        _equal("captions", lines_of(got, "caption"), want["captions"]),
        Fact("first paragraph", paragraphs[0].startswith(first), paragraphs[0][: len(first) + 30], first),
        Fact("last paragraph", paragraphs[-1].endswith(last), paragraphs[-1][-len(last) - 30 :], last),
        _equal("body", lines_of(got, "body"), want["body_lines"]),
        Fact("noise", not wrong_lines, wrong_lines, want["noise_lines"]),
    ]
    if "editors" in want:
        editors = want["editors"]
        found.append(Fact("editors", _names(got.get("editors")) == _names(editors), got.get("editors"), editors))
    if "T" in date:
        found.append(_equal("time and zone", got["date"], date))
    found += [
        _alike(field, got.get(field), want[field]) for field in ("outlet", "domain", "section") if want.get(field)
    ]
    if "people" in want:
        found.append(_equal("people", sorted(got["people"]), sorted(want["people"])))
    for event in want.get("events", ()):
        span = {"start": str(event["start"]), "end": str(event["end"])}
        right = any(span.items() <= other.items() for other in got["events"])
        found.append(Fact(f"event {span['start']}", right, got["events"], span))
    for before, after in want.get("repairs", ()):
        right = any((before, after) == (one["before"], one["after"]) for one in got["repairs"])
        found.append(Fact(f"repair of {before}", right, got["repairs"], after))
    return found


def wrong_year(got: Values, want: Values) -> bool:
    """Tell whether the article was given a year that is not its own, or one where none can be known."""
    return bool(got["date"]) and got["date"][:4] != _iso(want["date"])[:4]


def stated_as_found(got: Values, want: Values) -> dict[str, bool]:
    """Each field the parser filled in, and whether it should have been, and so."""
    right = {fact.name: fact.right for fact in facts(got, want)}
    return {
        "title": right["title"],
        "date": right["day"] and right.get("time and zone", True),
        "outlet": _is_outlet(got.get("outlet"), want),
        "domain": _is_domain(got.get("domain"), want),
        "place": right["place"],
        "section": right.get("section", False),
        "authors": right["authors"],
        "editors": right.get("editors", False),
        "advertorial": right["advertorial"],
        "captions": right["captions"],
        "body": right["body"],
    }


def lines_of(got: Values, role: str) -> list[int]:
    """Lines of the page that were given a role."""
    return [line["line"] for line in got["lines"] if line["role"] == role]


def same_title(got: str | None, want: str | None) -> bool:
    """Compare headlines to the letter, but for spaces and the shape of quotation marks."""
    return _plain(got) == _plain(want)


def _plain(text: str | None) -> str | None:
    return squeeze(text.translate(_QUOTES)) if text else None


def _is_outlet(got: str | None, want: Values) -> bool:
    """An outlet that is printed, or the name that goes with the printed domain."""
    if want["outlet"]:
        return _same(got, want["outlet"])
    known = find_by_domain(want["domain"]) if want["domain"] else None
    label = (want["domain"] or "").split(".")[0].replace("-", "")
    return bool(got) and (_same(got, known and known.name) or fold(got or "").replace(" ", "") == label)


def _is_domain(got: str | None, want: Values) -> bool:
    """A domain that is printed, or the one that goes with the printed outlet."""
    if want["domain"]:
        return _same(got, want["domain"])
    known = find_outlet(want["outlet"]) if want["outlet"] else None
    return bool(got and known and known.owns(got))


def _iso(date: object) -> str:
    return str(date).replace(" ", "T") if date else ""


def _equal(name: str, got: Any, want: Any) -> Fact:
    return Fact(name, got == want, got, want)


def _alike(name: str, got: str | None, want: str | None) -> Fact:
    return Fact(name, _same(got, want), got, want)


def _names(printed: list[str] | None) -> list[str]:
    return [fold(name) for name in printed or []]


def _same(got: str | None, want: str | None) -> bool:
    return (fold(got) if got else None) == (fold(want) if want else None)
