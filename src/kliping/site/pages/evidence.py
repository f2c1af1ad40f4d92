"""What each field of an article rests on, said for readers."""

from collections.abc import Iterator

from kliping.annotate.candidates import PRINTED
from kliping.model import KEPT_ROLES, Article, Provenance, Role
from kliping.rules import sentence
from kliping.site import format as written
from kliping.site.desk import Desk
from kliping.site.hygiene import clean
from kliping.site.views.parts import EvidenceView

FIELDS = (
    "title", "date", "updated", "outlet", "domain", "url", "place", "section", "authors", "editors", "photographers",
    "advertorial", "captions", "topics", "tags", "people", "events", "body",
)  # fmt: skip
"""Fields whose evidence is shown, in this order."""


def evidence(desk: Desk, place: int, source: str) -> tuple[EvidenceView, ...]:
    """Return the evidence of each field that has a value; ``source`` is the source view's path, if any."""
    article = desk.catalogue.articles[place]
    found = []
    for name in FIELDS:
        basis = article.record.provenance.get(name)
        value = _value(desk, place, name) if basis else ""
        if basis and value:
            found.append(_view(desk, name, value, basis, source))
    return tuple(found)


def _view(desk: Desk, name: str, value: str, basis: Provenance, source: str) -> EvidenceView:
    return EvidenceView(
        key=name,
        value=value,
        text=sentence(basis.rule, desk.language),
        confidence=round(100 * basis.confidence),
        line=basis.line,
        path=f"{source}#L{basis.line}" if source and basis.line else "",
        note=clean(basis.note),
    )


def _value(desk: Desk, place: int, name: str) -> str:
    """Return the field's value in words; empty where there is none to show."""
    article, words = desk.catalogue.articles[place], desk.words
    record = article.record
    match name:
        case "date" | "updated":
            when = record.date if name == "date" else record.updated
            return written.full(when, desk.language) if when else ""
        case "advertorial":
            return words.say("yes") if record.advertorial else ""
        case "captions":
            return words.say("captions_count", n=len(record.captions)) if record.captions else ""
        case "topics":
            return ", ".join(desk.cards.topics[term].label for term in desk.catalogue.topics.of[place])
        case "events":
            return "; ".join(
                dict.fromkeys(written.span(event.start, event.end, desk.language) for event in record.events)
            )
        case "tags":
            printed = tuple(tag.name for tag in article.candidates if tag.level == PRINTED)
            return ", ".join(record.tags if article.own_tags else printed)
        case "body":
            return words.say("words_length", n=article.words) if article.html else ""
    value = getattr(record, name)
    return value if isinstance(value, str) else ", ".join(value)


def repairs(desk: Desk, article: Article) -> tuple[str, ...]:
    """Return a sentence for each change the parser made to the saved text."""
    return tuple(_repairs(desk, article))


def _repairs(desk: Desk, article: Article) -> Iterator[str]:
    for repair in article.reading.repairs if article.reading else ():
        key = "repair" if repair.after.strip() else "repair_cut"
        yield desk.words.say(key, line=str(repair.line), before=_visible(repair.before), after=_visible(repair.after))


def _visible(text: str) -> str:
    """Characters that cannot be seen are named by their numbers."""
    return "".join(char if char.isprintable() else f"[U+{ord(char):04X}]" for char in text)


def counts(desk: Desk, article: Article) -> str:
    """Return how many lines of the seed were used and how many cut."""
    lines = article.reading.lines if article.reading else ()
    kept = sum(line.role in KEPT_ROLES for line in lines)
    cut = sum(line.role not in KEPT_ROLES and line.role is not Role.BLANK for line in lines)
    return desk.words.say("counts", kept=kept, cut=cut)
