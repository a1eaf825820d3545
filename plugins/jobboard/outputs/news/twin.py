"""A news item as Markdown: the view of its page in, what a reader of text is told out."""

from __future__ import annotations

from jobboard.board.board import BoardNews
from jobboard.board.site import Site
from jobboard.outputs.news.page import news_page
from jobboard.outputs.page.people import Extras
from jobboard.outputs.page.twin import Twin, told_links
from jobboard.outputs.text.plain_markdown import escaped_markdown


def news_twin(site: Site, item: BoardNews, extras: Extras, members: tuple[tuple[str, str], ...]) -> Twin:
    """The twin of a visible item's page; `extras` and `members` as for that."""
    page = news_page(site, item, (), extras, members)
    told = (
        (site.say("Kind"), escaped_markdown(page.kind)),
        (site.say("Published"), f"{escaped_markdown(page.published.text)} ({page.published_time})"),
        (site.say("Organisation"), told_links(site, page.organisations)),
        (site.say("Topics"), told_links(site, page.topics)),
    )
    shown = tuple(each for each in told if each[1])
    return Twin(title=page.title, told=shown, body=page.body, address=page.head.canonical)
