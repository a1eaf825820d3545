"""Advice on news, events and the like that wait for their hour: the site keeps them back, their folder does not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from jobboard.board.checks import Locator
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.board.timing import zone_of
from jobboard.board.translations import with_originals
from jobboard.model.common import Visibility
from jobboard.model.kinds import has_field
from jobboard.model.library import Library
from jobboard.source.message import message, phrase
from jobboard.source.problem import Level, Problem

EMBARGO = message(
    "embargo",
    "the site keeps this back until %(published)s, but whoever can read the repository can read this "
    "file and its pictures today",
)


def advise_on_embargo(
    library: Library, site: Site, now: datetime, about: Collection[str] | None = None
) -> Iterator[Problem]:
    """An item whose `published` is still to come at `now` (aware). A draft is held by its author.

    `about` are the files that are asked about; None for all.
    """
    locator, library = Locator(library), with_originals(library)
    for item in _waiting(library, about):
        zone = zone_of(item, library.organisations, site)
        if item.published.starts_at(to_zone(zone)) > now:
            yield locator.at(
                item,
                "published",
                EMBARGO(published=str(item.published)),
                phrase(
                    "if nobody may know before that hour, keep it on a private branch until then: see docs/embargo.md"
                ),
                Level.ADVICE,
            )


def _waiting(library: Library, about: Collection[str] | None) -> Iterator[Any]:
    """What may wait for its hour: whatever appears on a day, but postings, which anybody may read early."""
    for folder, items in library.items.items():
        if folder != "postings" and has_field(folder, "published"):
            yield from (each for each in items.at(about) if each.status != Visibility.DRAFT)
