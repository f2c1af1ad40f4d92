"""The search index: plain scripts that the search page loads piece by piece, from a server or from disk."""

from collections.abc import Iterator

from kliping.config import Settings
from kliping.site.cards import Cards
from kliping.site.catalogue import Catalogue
from kliping.site.names import canonical_names
from kliping.site.page import Page
from kliping.site.search.document import Document
from kliping.site.search.index import pages
from kliping.site.search.places import searched

__all__ = ["documents", "index_pages"]


def index_pages(catalogue: Catalogue, settings: Settings, cards: Cards) -> Iterator[Page]:
    """Yield the index's scripts; the first is the one that the search page names."""
    return pages(documents(catalogue, settings, cards))


def documents(catalogue: Catalogue, settings: Settings, cards: Cards) -> tuple[Document, ...]:
    """Return what the search sees of each article, oldest first; what rights withhold is no longer there."""
    known = canonical_names(settings.names)
    spellings = {
        place: (term.name, *(known[term.key].aliases if term.key in known else ()))
        for place, term in enumerate(catalogue.people.terms)
    }
    made = []
    for place, article in enumerate(catalogue.articles):
        record = article.record
        made.append(
            Document(
                card=cards.cards[place],
                year=str(record.date.year) if record.date else "",
                tags=article.record.tags,
                people=tuple(name for term in catalogue.people.of[place] for name in spellings[term]),
                authors=record.authors,
                text="\n".join(searched(article.text, record.captions)),
                places=article.places,
            )
        )
    return tuple(made)
