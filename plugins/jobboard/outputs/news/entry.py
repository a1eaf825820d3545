"""A news item as feeds say it."""

from __future__ import annotations

from jobboard.board.board import BoardNews
from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    absolute,
    news_path,
)
from jobboard.outputs.feeds.entry import Category, Entry
from jobboard.outputs.feeds.item import FeedItem, topic_categories
from jobboard.outputs.text import words
from jobboard.outputs.text.bodies import html_elsewhere, in_direction, summary_of


def news_entry(site: Site, item: BoardNews, known_as: FeedItem) -> Entry:
    """The entry of a news item."""
    content = item.content
    path = news_path(item.id)
    return Entry(
        id=known_as.id,
        title=content.title,
        href=absolute(site, path),
        published=known_as.published,
        updated=known_as.updated,
        summary=summary_of(content.summary, item.body) or content.title,
        html=in_direction(html_elsewhere(site, item.body, item.links, path), item.lang),
        authors=tuple(author.name for author in content.authors)
        or tuple(each.content.name for each in item.organisations),
        categories=(
            Category(
                term=content.kind, label=site.say(words.NEWS_KINDS[content.kind]), scheme=absolute(site, "news/kind/")
            ),
            *topic_categories(site, item),
        ),
        lang=item.lang,
        summary_lang=item.lang,
        valid="",
    )
