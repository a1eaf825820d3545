"""Advice on news that waits for its hour: the site keeps it back, the folder it is kept in does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from jobboard.board.checks import Checker
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.board.timing import zone_of
from jobboard.model.library import Library
from jobboard.source.problem import Level, Problem


def advise_on_embargo(library: Library, site: Site, now: datetime) -> Iterator[Problem]:
    """A news item whose `published` is still to come at `now` (aware); a draft is held back by its author alone."""
    checker = Checker(library)
    for item in library.news.values():
        zone = zone_of(item, library.organisations, site)
        if item.status is None and item.published.starts_at(to_zone(zone)) > now:
            yield checker.at(
                item,
                "published",
                f"the site keeps this back until {item.published}, but whoever can read the repository can read "
                "this file and its pictures today",
                "if nobody may know before that hour, keep it on a private branch until then: see docs/embargo.md",
                Level.ADVICE,
            )
