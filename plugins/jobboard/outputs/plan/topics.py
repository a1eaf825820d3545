"""The part of the plan that is about topics: their list, a page for each, and all news on each."""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.board.board import BoardNews
from jobboard.board.files import files_led_to
from jobboard.engine.output import Output
from jobboard.model.topic import Topic
from jobboard.outputs import addresses
from jobboard.outputs.news import list as news_list
from jobboard.outputs.page.collection import collection_path
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.page.listing import cut_into_pages
from jobboard.outputs.page.moved import moved_page
from jobboard.outputs.plan.moves import plan_numbers_before
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.topics import page as topics

_MOST = 6
"""How many of each kind a topic's page shows, so that it depends on few; where lists are off, a page full."""


def plan_topics(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """An edition's topics. There is a page for each that has an introduction or any visible item, closed ones too:
    so none vanishes, and none tells of what is still to come."""
    if not chosen.topics:
        return
    site = chosen.site
    introductions = topics.introductions_of(site, chosen.introductions)
    cards = tuple(topics.topic_card(site, each, introductions.get(each.id)) for each in chosen.topics)
    yield page(addresses.here(site, addresses.TOPICS_PAGE), topics.topics_page, site, cards)
    most = _MOST if site.has_extras else site.page_size
    for each in chosen.topics:
        path = collection_path("topic", each.id)
        postings, news, events = (chosen.listed[folder].get(path, []) for folder in ("postings", "news", "events"))
        found, introduction = chosen.on_topics.get(each.id, topics.OnTopic()), introductions.get(each.id)
        yield page(
            addresses.here(site, addresses.topic_path(each.id)),
            topics.topic_page,
            site,
            each,
            introduction,
            found,
            chosen.cards(postings[:most]),
            chosen.news_cards(news[:most]),
            chosen.event_cards(events[:most]),
            chosen.files_named(files_led_to(introduction) if introduction else ()),
        )
        if found.has_news:
            yield from _plan_news(chosen, page, each, news)
    if site.prefix:  # the root's moves are among all others
        for old, new, name in topics.moved_topics(site, chosen.topics, chosen.on_topics):
            yield page(old, moved_page, site, name, new)


def topic_paths(chosen: Selection) -> list[str]:
    """The addresses of an edition's topics that a search engine should know: none whose page holds nothing now."""
    listed = topics.on_topics(chosen.listed, chosen.topics)
    introduced = {each.group for each in chosen.introductions}
    paths = [addresses.topic_path(each.id) for each in chosen.topics if each.id in listed or each.id in introduced]
    return [addresses.TOPICS_PAGE, *paths] if chosen.topics else []


def _plan_news(chosen: Selection, page: PageMaker, topic: Topic, items: list[BoardNews]) -> Iterator[Output]:
    site, listing = chosen.site, topics.topic_news(chosen.site, topic)
    for part, on_page in cut_into_pages(site, listing, items):
        cards = chosen.news_cards(on_page)
        yield page(part.path, news_list.news_list_page, site, listing, part, cards, news_list.NOTHING)
    ever = len(chosen.visible["news"].get(collection_path("topic", topic.id), ()))
    yield from plan_numbers_before(site, page, listing, ever)
