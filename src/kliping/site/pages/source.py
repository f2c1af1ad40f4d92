"""Source views: each seed as saved, with what was used and what was cut."""

from collections.abc import Iterator

from kliping.site import jsonld
from kliping.site.desk import Desk
from kliping.site.page import Page
from kliping.site.pages.evidence import counts, evidence, repairs
from kliping.site.views.pages import SourceView
from kliping.site.views.parts import Link


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the source view of every article whose seed may be shown."""
    for place, path in desk.sources.items():
        article = desk.catalogue.articles[place]
        title = desk.words.say("source_of", title=article.record.title)
        said = counts(desk, article)
        view = SourceView(
            **desk.frame(
                path,
                title,
                desk.words.say("about_source", title=article.record.title, counts=said),
                modified=desk.newest((place,)),
                crumbs=(Link(article.record.title, article.path),),
                kind_of_page=jsonld.PLAIN,
            ),
            article=desk.cards.cards[place],
            lines_html=article.source_html,
            evidence=evidence(desk, place, path),
            repairs=repairs(desk, article),
            counts=said,
        )
        yield Page(path, "source.html", view, article.record.seed or article.file)
