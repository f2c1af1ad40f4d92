"""What articles are filed under: tags, topics, outlets, people; one entry for each name, however spelled."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kliping.annotate.candidates import PRINTED
from kliping.config import Settings, Topic
from kliping.model import Article, Record
from kliping.site.names import canonical_names, commonest, key, slugs_for
from kliping.site.namesakes import Joined, join_bodies
from kliping.site.rights import bare_domain, outlet_setting
from kliping.slugs import slug


@dataclass(frozen=True, slots=True)
class Term:
    """One name and the articles filed under it."""

    key: str
    name: str
    """As shown: the settings' spelling, else the commonest."""
    slug: str
    members: tuple[int, ...]
    """Places of its articles in the catalogue, oldest first."""


@dataclass(frozen=True, slots=True)
class Index:
    """All terms of one kind, and which of them each article has."""

    terms: tuple[Term, ...]
    """In order of names."""
    of: tuple[tuple[int, ...], ...]
    """For each article the places of its terms, in the article's own order."""

    def of_article(self, place: int) -> tuple[Term, ...]:
        """Return the article's terms."""
        return tuple(self.terms[term] for term in self.of[place])


Naming = tuple[str, str]
"""A key and the spelling that stood in the article."""


def tag_index(articles: Sequence[Article]) -> Index:
    """File the articles under their tags.

    What was found in one article only files nothing: it stands on the article, and leads nowhere. What a page printed
    or a person wrote is filed all the same.
    """
    counts = Counter(key(tag) for article in articles for tag in dict.fromkeys(article.record.tags))

    def naming(article: Article) -> Iterable[Naming]:
        written = {key(one.name) for one in article.candidates if one.level == PRINTED}
        for tag in article.record.tags:
            folded = key(tag)
            if counts[folded] > 1 or folded in written or article.own_tags:
                yield folded, tag

    return _index(articles, naming)


def people_index(articles: Sequence[Article], settings: Settings, joined: Joined) -> Index:
    """File the articles under the people they name or quote, known by any of their names."""
    known = canonical_names(settings.names)
    rejected = {key(name) for name in settings.reject_names}

    def naming(article: Article) -> Iterable[Naming]:
        for name in (*article.record.people, *(quote.speaker for quote in article.quotes)):
            folded = key(name)
            if folded and folded not in rejected:
                person = known.get(folded)
                yield (key(person.name), person.name) if person else (joined.get(folded, folded), name)

    return _index(articles, naming)


def body_index(articles: Sequence[Article], settings: Settings) -> Index:
    """File the articles under the organisations they name; names in the settings go before, rejected ones are none."""
    known = canonical_names(settings.names)
    rejected = {key(name) for name in settings.reject_names}
    joined = join_bodies(body.name for article in articles for body in article.bodies)

    def naming(article: Article) -> Iterable[Naming]:
        for body in article.bodies:
            folded = key(body.name)
            if rejected & {folded, key(body.short)}:
                continue
            setting = known.get(folded) or known.get(key(body.short))
            yield (key(setting.name), setting.name) if setting else (joined.get(folded, folded), body.name)

    return _index(articles, naming)


def region_index(articles: Sequence[Article], settings: Settings) -> Index:
    """File the articles under the provinces, cities and regencies they name."""
    rejected = {key(name) for name in settings.reject_names}
    return _index(
        articles, lambda article: ((key(name), name) for name in article.regions if key(name) not in rejected)
    )


def topic_index(articles: Sequence[Article], topics: tuple[Topic, ...]) -> Index:
    """File the articles under the site's topics, in the settings' order; topics without articles are kept."""
    members: dict[str, list[int]] = {topic.id: [] for topic in topics}
    order = {topic.id: place for place, topic in enumerate(topics)}
    of = []
    for place, article in enumerate(articles):
        mine = tuple(dict.fromkeys(name for name in article.record.topics if name in order))
        for name in mine:
            members[name].append(place)
        of.append(tuple(order[name] for name in mine))
    slugs = slugs_for(order)
    terms = (Term(topic.id, topic.title or topic.id, slugs[topic.id], tuple(members[topic.id])) for topic in topics)
    return Index(tuple(terms), tuple(of))


def outlet_index(articles: Sequence[Article], settings: Settings) -> Index:
    """File the articles under who printed them: the settings' outlet, else the name, else the domain."""
    names = _names_of_domains(articles)

    def naming(article: Article) -> Iterable[Naming]:
        record = article.record
        setting = outlet_setting(record, settings.outlets)
        if setting:
            yield key(setting.id), setting.name or record.outlet or setting.domain or setting.id
        elif record.outlet:
            yield key(record.outlet), record.outlet
        elif domain := bare_domain(record.domain):
            name = names.get(domain, domain)
            yield key(name), name

    return _index(articles, naming)


def outlet_domains(articles: Sequence[Article], outlets: Index, settings: Settings) -> dict[str, str]:
    """Return the commonest domain of each outlet that has one, by the outlet's key."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for place, article in enumerate(articles):
        if article.record.domain:
            for term in outlets.of_article(place):
                counts[term.key][bare_domain(article.record.domain)] += 1
    found = {name: commonest(counter) for name, counter in counts.items()}
    return found | {key(outlet.id): bare_domain(outlet.domain) for outlet in settings.outlets if outlet.domain}


def _names_of_domains(articles: Iterable[Article]) -> dict[str, str]:
    """Return what outlets with a domain call themselves, learned from the records that give both."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        record: Record = article.record
        if record.outlet and record.domain:
            counts[bare_domain(record.domain)][record.outlet] += 1
    return {domain: commonest(names) for domain, names in counts.items()}


def _index(articles: Sequence[Article], naming: Callable[[Article], Iterable[Naming]]) -> Index:
    spellings: dict[str, dict[str, int]] = {}
    members: dict[str, list[int]] = {}
    of: list[tuple[str, ...]] = []
    for place, article in enumerate(articles):
        mine: dict[str, None] = {}
        for name, spelling in naming(article):
            if not name:
                continue
            counts = spellings.setdefault(name, {})
            counts[spelling] = counts.get(spelling, 0) + 1
            if name not in mine:
                mine[name] = None
                members.setdefault(name, []).append(place)
        of.append(tuple(mine))
    terms = _terms(spellings, members)
    places = {term.key: place for place, term in enumerate(terms)}
    return Index(terms, tuple(tuple(places[name] for name in mine) for mine in of))


def _terms(spellings: Mapping[str, dict[str, int]], members: Mapping[str, list[int]]) -> tuple[Term, ...]:
    slugs = slugs_for(spellings)
    made = (Term(name, commonest(counts), slugs[name], tuple(members[name])) for name, counts in spellings.items())
    return tuple(sorted(made, key=lambda term: (slug(term.name, ""), term.key)))
