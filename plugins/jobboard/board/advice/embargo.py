"""Advice on news and events that wait for their hour: the site keeps them back, their folder does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from jobboard.board.checks import Checker
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.board.timing import zone_of
from jobboard.board.translations import with_originals
from jobboard.model.event import Event, EventStatus
from jobboard.model.library import Library
from jobboard.model.news import NewsItem
from jobboard.source.problem import Level, Problem


def advise_on_embargo(library: Library, site: Site, now: datetime) -> Iterator[Problem]:
    """A news item or event whose `published` is still to come at `now` (aware). A draft is held by its author."""
    checker, library = Checker(library), with_originals(library)
    waiting: list[NewsItem | Event] = [each for each in library.news.values() if each.status is None]
    waiting += [each for each in library.events.values() if each.status is not EventStatus.DRAFT]
    for item in waiting:
        zone = zone_of(item, library.organisations, site)
        if item.published.starts_at(to_zone(zone)) > now:
            yield checker.at(
                item,
                "published",
                f"the site keeps this back until {item.published}, but whoever can read the repository can read "
                "this file and its pictures today",
                "if nobody may know before that hour, keep it on a private branch until then: see docs/embargo.md",
                Level.ADVICE,
            )
