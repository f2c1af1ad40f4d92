"""Stories: their index, and one page each that compares how outlets printed the same news."""

from collections.abc import Iterator

from kliping.model import Article
from kliping.site.desk import Desk
from kliping.site.page import Page
from kliping.site.pages.printings import printings
from kliping.site.sheets import Sheet, numbered_title, sheets
from kliping.site.stories.earliest import earliest
from kliping.site.views.pages import StoriesView, StoryView
from kliping.site.views.parts import Link
from kliping.site.views.stories import FollowUps, StoryCard

INDEX = "stories/index.html"
Story = tuple[int, ...]
"""Places of its articles, oldest first."""


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the index of stories and each one's page, where there are any."""
    stories = desk.catalogue.stories.stories
    if not stories:
        return
    firsts = tuple(sorted(story[0] for story in stories))
    for sheet in sheets(desk, firsts, INDEX, "stories/page"):
        yield Page(sheet.path, "stories.html", _index(desk, firsts, sheet), "stories")
    for story in stories:
        yield Page(path(desk, story), "story.html", _view(desk, story), f"story of {_first(desk, story).file}")


def path(desk: Desk, story: Story) -> str:
    """Return the story's address: that of its first article, below ``stories/``."""
    return f"stories/{_first(desk, story).path}"


def card_of(desk: Desk, place: int) -> StoryCard | None:
    """Return the story that an article is part of."""
    story = desk.story_of.get(place)
    return _card(desk, story) if story else None


def follow_ups(desk: Desk, place: int) -> FollowUps:
    """Return what an article's news follows up and what followed it up; a story is shown by its first article."""
    head = desk.story_of.get(place, (place,))[0]
    return FollowUps(desk.of(desk.followed.get(head, ())), desk.of(desk.following.get(head, ())))


def _first(desk: Desk, story: Story) -> Article:
    return desk.catalogue.articles[story[0]]


def _card(desk: Desk, story: Story) -> StoryCard:
    return StoryCard(path(desk, story), desk.cards.cards[story[0]], _figures(desk, story), _outlets(desk, story))


def _outlets(desk: Desk, story: Story) -> tuple[Link, ...]:
    links = dict.fromkeys(desk.cards.cards[place].outlet for place in story)
    return tuple(link for link in links if link)


def _figures(desk: Desk, story: Story) -> str:
    outlets = _outlets(desk, story)
    parts = [desk.words.say("article_count", n=len(story))]
    parts += [desk.words.say("outlet_count", n=len(outlets))] if outlets else []
    return ", ".join(parts)


def _index(desk: Desk, firsts: tuple[int, ...], sheet: Sheet) -> StoriesView:
    title = desk.words.say("stories_title")
    figures = desk.words.say("story_count", n=len(firsts if sheet.top else sheet.places))
    return StoriesView(
        **desk.frame(
            sheet.path,
            numbered_title(desk, title, sheet),
            desk.words.say("about_index", title=title, site=desk.settings.title, figures=figures),
            modified=desk.newest(sheet.places),
            menu=INDEX,
            crumbs=() if sheet.top else (Link(desk.words.say("stories"), INDEX),),
        ),
        figures=figures,
        stories=tuple(_card(desk, desk.story_of[place]) for place in sheet.places),
        pager=sheet.pager,
    )


def _view(desk: Desk, story: Story) -> StoryView:
    title, figures = desk.cards.cards[story[0]].title, _figures(desk, story)
    return StoryView(
        **desk.frame(
            path(desk, story),
            title,
            desk.words.say("about_story", title=title, figures=figures),
            modified=desk.newest(story),
            menu=INDEX,
            crumbs=(Link(desk.words.say("stories"), INDEX),),
        ),
        figures=figures,
        first=_who_was_first(desk, story),
        advertorial=_who_was_paid(desk, story),
        printings=printings(desk, story),
        follow_ups=follow_ups(desk, story[0]),
    )


def _names(desk: Desk, places: tuple[int, ...]) -> str:
    cards = desk.of(places)
    names = dict.fromkeys(card.outlet.label if card.outlet else desk.words.say("story_unnamed") for card in cards)
    return desk.words.join(tuple(names))


def _who_was_first(desk: Desk, story: Story) -> str:
    """Return a sentence that claims no more than the dates tell; empty where they tell nothing."""
    dates = [desk.catalogue.articles[place].record.date for place in story]
    found = earliest(dates)
    if not found.places:
        return ""
    stamp = desk.cards.cards[story[found.places[0]]].stamp
    assert stamp is not None  # noqa: S101 - the earliest are dated
    names = _names(desk, tuple(story[at] for at in found.places))
    key = "story_first" if len(found.places) == 1 else "story_first_together"
    return desk.words.say(key if found.sure else f"{key}_known", names=names, date=stamp.text)


def _who_was_paid(desk: Desk, story: Story) -> str:
    paid = tuple(place for place in story if desk.catalogue.articles[place].record.advertorial)
    if not paid or len(paid) == len(story):
        return ""
    return desk.words.say("story_advertorial", names=_names(desk, paid))
