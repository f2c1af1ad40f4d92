"""A page's metadata beside what is printed on it: one day in two zones, one title in two spellings, contradictions."""

from collections.abc import Iterator
from dataclasses import replace

from kliping.parse.claim import Claim
from kliping.parse.sitenames import names_site
from kliping.text import fold
from kliping.when import When

SPELT = frozenset({"authors", "editors", "photographers", "tags"})
"""Lists of names, of which a page has its own spelling in each place."""
PRINTED = 0.9
"""A printed date this sure is believed against a page's metadata, or said against it."""
_LOCAL = (420, 480, 540)
"""Minutes east of UTC of WIB, WITA and WIT."""


def settle(metadata: tuple[Claim, ...], printed: tuple[Claim, ...], conflict: str) -> tuple[Claim, ...]:
    """Return all claims: dates in UTC as the day that is printed, titles as printed, contradictions noted.

    ``conflict`` is the note, with a place for ``{other}``.
    """
    days = [claim for claim in printed if claim.field == "date" and claim.confidence >= PRINTED and _is_line(claim)]
    titles = {fold(str(claim.value)): str(claim.value) for claim in printed if claim.field == "title"}
    settled = tuple(_settled(claim, days, titles, conflict) for claim in metadata)
    stated = [claim for claim in settled if claim.field == "date" and claim.rule != "date-updated"]
    against = [claim for claim in stated if claim.note]
    agreed = {claim.value.on_day() for claim in stated if not claim.note}
    noted = [
        _noted(claim, against, conflict) if claim in days and claim.value.on_day() not in agreed else claim
        for claim in printed
    ]
    sites = frozenset(fold(claim.value) for claim in metadata if claim.field == "outlet")
    named = [claim for claim in noted if claim.field != "authors" or not names_site(claim.value, sites)]
    return tuple(_without_doubles([*named, *settled]))


def _without_doubles(claims: list[Claim]) -> Iterator[Claim]:
    """Leave out names and tags that are only spelt otherwise; of two spellings the one not in capitals stays."""
    chosen: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        if claim.field in SPELT:
            key = (claim.field, fold(claim.value))
            if key not in chosen or (chosen[key].value.isupper() and not claim.value.isupper()):
                chosen[key] = claim
    for claim in claims:
        if claim.field not in SPELT or chosen[claim.field, fold(claim.value)].value == claim.value:
            yield claim


def _is_line(claim: Claim) -> bool:
    return claim.rule in ("date-line", "date-prefix", "date-dateline")


def _settled(claim: Claim, days: list[Claim], titles: dict[str, str], conflict: str) -> Claim:
    if claim.field == "title":
        return replace(claim, value=titles.get(fold(str(claim.value)), claim.value))
    if claim.field not in ("date", "updated") or claim.rule == "date-updated" or not days:
        return claim
    printed = {day.value.on_day() for day in days}
    if claim.value.on_day() in printed:
        return claim
    local = [moved for offset in _LOCAL if (moved := _moved(claim.value, offset)) and moved.on_day() in printed]
    if local:
        return replace(claim, value=local[0])
    return _noted(claim, days, conflict) if claim.field == "date" else claim


def _moved(when: When, offset: int) -> When | None:
    """Return a moment of UTC by another zone's clock; None for others."""
    if when.offset != 0 or when.hour < 0:
        return None
    days, minute = divmod(when.hour * 60 + when.minute + offset, 24 * 60)
    day = when.date().fromordinal(when.date().toordinal() + days)
    return When(day.year, day.month, day.day, *divmod(minute, 60), offset)


def _noted(claim: Claim, others: list[Claim], conflict: str) -> Claim:
    other = next((other.value for other in others if other.value.on_day() != claim.value.on_day()), None)
    note = conflict.format(other=other) if other is not None else claim.note
    return replace(claim, note=note)
