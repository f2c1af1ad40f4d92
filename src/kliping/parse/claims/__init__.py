"""What the page says about each field: ordered functions from a read page to claims."""

from collections.abc import Callable, Iterator

from kliping.parse.claim import Claim
from kliping.parse.claims.bylines import claim_bylines
from kliping.parse.claims.dates import claim_dates
from kliping.parse.claims.marks import claim_advertorial, claim_captions, claim_tags
from kliping.parse.claims.origin import claim_origin
from kliping.parse.claims.site import claim_site
from kliping.parse.claims.title import claim_section, claim_title
from kliping.parse.page import Page

CLAIM_RULES: tuple[tuple[str, Callable[[Page], Iterator[Claim]]], ...] = (
    ("title", claim_title),
    ("section", claim_section),
    ("date", claim_dates),
    ("origin", claim_origin),
    ("site", claim_site),
    ("bylines", claim_bylines),
    ("captions", claim_captions),
    ("advertorial", claim_advertorial),
    ("tags", claim_tags),
)


def collect(page: Page) -> tuple[Claim, ...]:
    """Ask every rule, in order."""
    return tuple(claim for _, rule in CLAIM_RULES for claim in rule(page))
