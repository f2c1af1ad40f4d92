"""Which lists have feeds of their own, and how their pages announce them."""

from dataclasses import dataclass

from kliping.site.chrome import ATOM, JSON_FEED
from kliping.site.desk import Desk
from kliping.site.terms import Term
from kliping.site.views.parts import Feed

ENOUGH = 3
"""Most names stand in one or two articles; a feed for each of them would cost more files than the articles do."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One kind of lists that have feeds."""

    folder: str
    kind: str
    """tag, topic, outlet or person: part of the keys of what is said."""
    fewest: int = ENOUGH
    """Dated articles that a list needs for feeds."""


TOPICS = Listed("topics", "topic", fewest=1)
"""A person chose them, so they are few."""
TAGS = Listed("tags", "tag")
OUTLETS = Listed("outlets", "outlet")
PEOPLE = Listed("people", "person")


def feeds(desk: Desk, listed: Listed, term: Term) -> tuple[Feed, ...]:
    """Return the list's feed in Atom and as JSON Feed, where the site has such feeds and there is enough to feed."""
    if not (desk.settings.base_url and desk.has("list_feeds")):
        return ()
    if len(term.members) < listed.fewest or term.members[-listed.fewest] < desk.catalogue.undated:
        return ()
    name, path = desk.words.say(f"{listed.kind}_feed", title=term.name), f"{listed.folder}/{term.slug}"
    return (
        Feed(desk.words.say("feed_atom", title=name), f"{path}.xml", ATOM),
        Feed(desk.words.say("feed_json", title=name), f"{path}.json", JSON_FEED),
    )
