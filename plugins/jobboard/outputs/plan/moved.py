"""What leads on to where something is now: addresses of what was renamed, and frames of what has been translated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.engine.output import Output
from jobboard.outputs.addresses import HOME
from jobboard.outputs.framed import framed_path
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.page.moved import moved_page
from jobboard.outputs.plan.kinds import Part, lists_there, parts
from jobboard.outputs.plan.selection import Selection, all_ids
from jobboard.outputs.topics.page import moved_topics
from jobboard.source.kinds import Kind


class Move(Struct, frozen=True):
    """An old address, the new one, and what is there, told in the words of `site`."""

    site: Site
    old: str
    new: str
    title: str


def moves_of(chosen: Selection) -> tuple[Move, ...]:
    """Everything that was renamed, with its frames."""
    found = (
        move
        for kind, part, item in _items(chosen)
        for old in all_ids(item)[1:]
        for move in _moves(chosen, kind, part, item, old)
    )
    topics = moved_topics(chosen.site, chosen.topics, chosen.on_topics)
    return (*found, *(Move(chosen.site, *each) for each in topics))


def translated(chosen: Selection) -> tuple[Move, ...]:
    """Where an item would have a frame, or had one, and a translation is what readers are shown: by all its ids."""
    return tuple(
        Move(site, framed_path(site.lang, kind.path(id_)), page, _title(site, item, kind, part))
        for kind, part, item in _items(chosen)
        if not kind.in_editions
        for site, page in chosen.translated(item)
        for id_ in all_ids(item)
    )


def trimmed(chosen: Selection) -> Iterator[Move]:
    """Above the frames of the root's edition, where its lists are not: home and the lists of what is framed."""
    site = chosen.site
    if site.has_frames:
        yield Move(site, framed_path(site.lang, HOME), HOME, site.name)
        for kind, part in lists_there(chosen):
            if not kind.in_editions:
                yield Move(site, framed_path(site.lang, kind.root), kind.root, site.say(part.menu))


def plan_moves(pages: Mapping[str, PageMaker], moves: Iterable[Move]) -> Iterator[Output]:
    """A page at each of these addresses."""
    for each in moves:
        yield pages[each.site.lang](each.old, moved_page, each.site, each.title, each.new)


def _items(chosen: Selection) -> Iterator[tuple[Kind, Part, Any]]:
    return ((kind, part, each) for kind, part in parts() for each in chosen.items[kind.folder])


def _moves(chosen: Selection, kind: Kind, part: Part, item: Any, old: str) -> Iterator[Move]:
    """The page of an item, which the root's edition speaks of, and its frames."""
    yield Move(chosen.site, kind.path(old), kind.path(item.id), _title(chosen.site, item, kind, part))
    if not kind.in_editions:
        for site in chosen.framing(item):
            before, now = (framed_path(site.lang, kind.path(id_)) for id_ in (old, item.id))
            yield Move(site, before, now, _title(site, item, kind, part))


def _title(site: Site, item: Any, kind: Kind, part: Part) -> str:
    return part.title(site, item) if part.title else str(getattr(item.content, kind.title))
