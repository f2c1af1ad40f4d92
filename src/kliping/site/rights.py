"""How much of an article may be shown. What may not is taken away here, before anything else sees it."""

from dataclasses import dataclass, replace
from functools import lru_cache

from kliping.config import RIGHTS, OutletSetting, Settings
from kliping.model import Provenance, Record
from kliping.site.names import key

FULL, EXCERPT, LINK = RIGHTS


def rights_of(record: Record, settings: Settings) -> str:
    """Return ``full``, ``excerpt`` or ``link``: the record's own word, else its outlet's, else the site's."""
    if record.rights in RIGHTS:
        return record.rights
    outlet = outlet_setting(record, settings.outlets)
    return (outlet.rights if outlet and outlet.rights in RIGHTS else "") or settings.rights


def outlet_setting(record: Record, outlets: tuple[OutletSetting, ...]) -> OutletSetting | None:
    """Return what the settings say about the record's outlet, known by its domain or its name."""
    known = _known(outlets)
    return known.get(bare_domain(record.domain)) or known.get(key(record.outlet)) if known else None


@lru_cache(8)
def _known(outlets: tuple[OutletSetting, ...]) -> dict[str, OutletSetting]:
    known: dict[str, OutletSetting] = {}
    for outlet in outlets:
        for name in (key(outlet.id), key(outlet.name), bare_domain(outlet.domain), bare_domain(outlet.id)):
            if name:
                known.setdefault(name, outlet)
    return known


def bare_domain(domain: str) -> str:
    """Return the domain in lower case without ``www.``, as records and settings are compared."""
    return domain.strip().casefold().removeprefix("www.").rstrip(".")


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of an article that may be seen."""

    record: Record
    body: str
    """Markdown."""
    summary: str


def shown(record: Record, first_paragraph: str, summary: str, rights: str) -> Shown:
    """Return the record with only what its rights allow; its ``rights`` field tells which they were."""
    record = replace(record, rights=rights)
    if rights == FULL:
        return Shown(record, record.body, summary)
    provenance = {name: _without_note(found) for name, found in record.provenance.items()}
    if rights == EXCERPT:
        visible = f"{summary}\n{first_paragraph}"
        events = tuple(event for event in record.events if event.label and event.label in visible)
        cut = replace(record, body=first_paragraph, captions=(), events=events, provenance=provenance, extra={})
        return Shown(cut, first_paragraph, summary)
    bare = replace(
        record,
        body="",
        captions=(),
        events=(),
        people=(),
        place="",
        summary="",
        provenance=provenance,
        extra={},
    )
    return Shown(bare, "", "")


def _without_note(found: Provenance) -> Provenance:
    """Return the evidence without its note, which may quote the text."""
    return replace(found, note="") if found.note else found
