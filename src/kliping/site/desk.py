"""What all page makers work with, and the parts that every page has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from kliping.config import Settings
from kliping.site import format as written
from kliping.site import jsonld
from kliping.site.cards import Cards, make_cards
from kliping.site.catalogue import Catalogue
from kliping.site.chrome import make_chrome
from kliping.site.events import event_views, events_by_article
from kliping.site.names import canonical_names, key, slugs_for
from kliping.site.strings import Words, words
from kliping.site.terms import Term
from kliping.site.theme import Theme
from kliping.site.views.parts import Card, Chrome, EventView, Link, QuoteView
from kliping.when import When


@dataclass(frozen=True)
class Desk:
    """The catalogue, the settings and all that is made once for many pages."""

    catalogue: Catalogue
    settings: Settings
    theme: Theme
    cards: Cards
    chrome: Chrome
    words: Words

    @classmethod
    def open(cls, catalogue: Catalogue, settings: Settings, theme: Theme) -> "Desk":
        """Return a desk with everything laid out."""
        say = words(settings.language)
        cards = make_cards(catalogue, settings.language)
        chrome = make_chrome(settings, theme, say, stories=bool(catalogue.stories.stories))
        return cls(catalogue, settings, theme, cards, chrome, say)

    def has(self, feature: str) -> bool:
        """Tell whether the site has the feature."""
        return feature in self.settings.features

    @property
    def language(self) -> str:
        """The site's language."""
        return self.settings.language

    def address(self, path: str) -> str:
        """Return the absolute address of a page, of a folder for its own page; empty without a base."""
        base = self.settings.base_url
        return (
            base + (path.removesuffix("index.html") if path.endswith(("/index.html", "index.html")) else path)
            if base
            else ""
        )

    def of(self, places: Iterable[int]) -> tuple[Card, ...]:
        """Return the cards of the articles at those places."""
        return tuple(self.cards.cards[place] for place in places)

    def newest(self, places: Sequence[int]) -> str:
        """Return the date of the newest article at those places as ISO text; empty if none has a date."""
        when = self.catalogue.articles[max(places)].record.date if places else None
        return when.iso() if when else ""

    def span(self, places: tuple[int, ...]) -> str:
        """Return the time from oldest to newest in months: ``Maret 2016 sampai November 2025``."""
        first, last = self.ends(places)
        if first is None or last is None:
            return self.words.say("undated") if places else ""
        start, end = (written.day(When(when.year, when.month), self.language) for when in (first, last))
        return start if start == end else self.words.say("from_to", start=start, end=end)

    def ends(self, places: tuple[int, ...]) -> tuple[When | None, When | None]:
        """Return the first and the last date at those places, which are in order."""
        dated = [place for place in (places[0], places[-1]) if place >= self.catalogue.undated] if places else []
        if dated and dated[0] == places[-1] != places[0]:
            dated.insert(0, next(place for place in places if place >= self.catalogue.undated))
        dates = [self.catalogue.articles[place].record.date for place in dated]
        return (dates[0], dates[-1]) if dates else (None, None)

    def figures(self, places: tuple[int, ...], *more: str) -> str:
        """Return ``5 artikel, Maret 2016 sampai November 2025``, and whatever is to follow."""
        parts = [self.words.say("article_count", n=len(places)), self.span(places), *more]
        return ", ".join(part for part in parts if part)

    @cached_property
    def people_by_key(self) -> dict[str, int]:
        """Places of the people by the keys of their names."""
        return {term.key: place for place, term in enumerate(self.catalogue.people.terms)}

    def person(self, name: str) -> int | None:
        """Return the place of the person who goes by that name, if there is a page for it."""
        folded = key(name)
        known = canonical_names(self.settings.names).get(folded)
        return self.people_by_key.get(key(known.name) if known else self.catalogue.joined.get(folded, folded))

    def speaker(self, name: str) -> Link | None:
        """Return who spoke, with the person's page if there is one; None if nobody knows."""
        if not name:
            return None
        place = self.person(name)
        return Link(name) if place is None else self.cards.people[place]

    @cached_property
    def voices(self) -> dict[int, tuple[tuple[int, int], ...]]:
        """By person: article and number of each quotation, oldest first."""
        found: dict[int, list[tuple[int, int]]] = {}
        if self.has("names"):
            for place, article in enumerate(self.catalogue.articles):
                for number, quote in enumerate(article.quotes):
                    person = self.person(quote.speaker) if quote.speaker else None
                    if person is not None:
                        found.setdefault(person, []).append((place, number))
        return {person: tuple(quotes) for person, quotes in found.items()}

    @cached_property
    def sources(self) -> dict[int, str]:
        """Paths of the source views, by article; only of those whose seed may be shown."""
        drawn = {place: article for place, article in enumerate(self.catalogue.articles) if article.source_html}
        slugs = slugs_for(article.id for article in drawn.values())
        return {place: f"sources/{slugs[article.id]}.html" for place, article in drawn.items()}

    @cached_property
    def events(self) -> tuple[EventView, ...]:
        """All events, in the catalogue's order."""
        return event_views(self.catalogue, self.cards.cards, self.language)

    @cached_property
    def events_of(self) -> dict[int, tuple[EventView, ...]]:
        """The events that each article tells of."""
        return events_by_article(self.catalogue, self.events)

    @cached_property
    def story_of(self) -> dict[int, tuple[int, ...]]:
        """The articles of each article's story, of those that are part of one."""
        return {place: story for story in self.catalogue.stories.stories for place in story}

    @cached_property
    def followed(self) -> dict[int, list[int]]:
        """What each article follows up, oldest first; stories stand under their first article."""
        return _lists(self.catalogue.stories.follow_ups)

    @cached_property
    def following(self) -> dict[int, list[int]]:
        """What followed each article up, oldest first."""
        return _lists((earlier, later) for later, earlier in self.catalogue.stories.follow_ups)

    @cached_property
    def image(self) -> str:
        """Absolute address of the picture that stands for the site where its pages are shared; empty without one."""
        card = self.theme.asset("card.png") if self.has("cards") else ""
        return self.address(card) if card else ""

    @cached_property
    def scripts(self) -> tuple[str, ...]:
        """Scripts of every page; without them all can be read and reached."""
        script = self.theme.asset("site.js")
        return (script,) if script else ()

    def quote(self, place: int, number: int) -> QuoteView:
        """Return a quotation with its speaker and where it was printed."""
        quote = self.catalogue.articles[place].quotes[number]
        return QuoteView(quote.text, self.speaker(quote.speaker), self.cards.cards[place])

    def frame(
        self,
        path: str,
        title: str,
        description: str,
        *,
        modified: str = "",
        menu: str = "",
        crumbs: tuple[Link, ...] = (),
        graph: jsonld.Graph | None = None,
        about: jsonld.Graph | None = None,
        kind_of_page: str = jsonld.LIST,
        **more: Any,
    ) -> dict[str, Any]:
        """Return what every view has; ``graph`` is the page's JSON-LD.

        Without one it is that of a page of its kind, which tells about something where ``about`` is given.
        """
        address = self.address(path)
        home = Link(self.words.say("home"), "index.html")
        crumbs = (home, *crumbs) if path != "index.html" else ()
        data = ""
        if address:
            graph = graph or jsonld.page(address, title, description, self.settings, kind_of_page, about)
            trail = [(crumb.label, self.address(crumb.path)) for crumb in crumbs]
            data = jsonld.script(graph, jsonld.breadcrumbs([*trail, (title, address)]))
        return {
            "site": self.chrome,
            "root": "../" * path.count("/"),
            "path": path,
            "title": title,
            "description": description,
            "modified": modified,
            "menu": menu,
            "crumbs": crumbs,
            "canonical": address,
            "jsonld": data,
            "scripts": self.scripts,
            "image": self.image,
            "image_alt": self.settings.title if self.image else "",
            **more,
        }


def base_path(settings: Settings) -> str:
    """Return the path of the base address, from the server's root; empty without one."""
    return (urlsplit(settings.base_url).path or "/") if settings.base_url else ""


def counted(folder: str, terms: Iterable[Term]) -> tuple[Link, ...]:
    """Return links with their counts."""
    return tuple(Link(term.name, f"{folder}/{term.slug}.html", len(term.members)) for term in terms)


def _lists(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for one, other in sorted(pairs):
        found.setdefault(one, []).append(other)
    return found
