"""An event as feeds say it."""

from __future__ import annotations

from html import escape

from jobboard.board.board import BoardEvent
from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    absolute,
    event_path,
)
from jobboard.outputs.events.words import EVENT_KINDS, announced_title, occasion, session_lines, summary_of_event
from jobboard.outputs.feeds.entry import Category, Entry
from jobboard.outputs.feeds.item import FeedItem, topic_categories
from jobboard.outputs.text.bodies import html_elsewhere, in_direction
from jobboard.source.direction import isolated


def event_entry(site: Site, item: BoardEvent, known_as: FeedItem) -> Entry:
    """The entry of an event: when and where it is stands before its text."""
    path, kind = event_path(item.id), site.say(EVENT_KINDS[item.content.kind])
    body = html_elsewhere(site, item.body, item.links, path)
    return Entry(
        id=known_as.id,
        title=announced_title(site, item),
        href=absolute(site, path),
        published=known_as.published,
        updated=known_as.updated,
        summary=f"{occasion(site, item)} {isolated(summary_of_event(site, item), site.lang)}".strip(),
        html="\n".join((in_direction(_when_and_where(site, item), site.lang), in_direction(body, item.lang))),
        authors=tuple(each.content.name for each in item.organisations),
        categories=(
            Category(term=item.content.kind, label=kind, scheme=absolute(site, "events/kind/")),
            *topic_categories(site, item),
        ),
        lang=item.lang,
        summary_lang=site.lang,
        valid="",
    )


def _when_and_where(site: Site, item: BoardEvent) -> str:
    """HTML, as is that of each of its sessions."""
    lines = [
        f"<li>{escape(each.when.text)}{f': {escape(isolated(each.title, site.lang))}' if each.title else ''}</li>"
        for each in session_lines(site, item)
    ]
    return f"<p>{escape(occasion(site, item))}</p>" + (f"<ul>{''.join(lines)}</ul>" if lines else "")
