"""An event as Markdown: the view of its page in, what a reader of text is told out."""

from __future__ import annotations

from jobboard.board.board import BoardEvent
from jobboard.board.site import Site
from jobboard.outputs.events.page import event_page
from jobboard.outputs.page.people import Extras
from jobboard.outputs.page.twin import Twin, told_facts
from jobboard.outputs.text.plain_markdown import escaped_markdown


def event_twin(site: Site, event: BoardEvent, extras: Extras, members: tuple[tuple[str, str], ...]) -> Twin:
    """The twin of a visible event's page; `extras` and `members` as for that."""
    page = event_page(site, event, extras, members)
    told = (
        (site.say("Status"), f"{escaped_markdown(page.status_words)} ({page.when.datetime})"),
        *told_facts(site, page.facts),
    )
    return Twin(title=page.title, told=told, body=page.body, address=page.head.canonical)
