"""Which zone an item's times are meant in, and the instants that follow."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from jobboard.board.checks import Checker
from jobboard.board.site import Site
from jobboard.board.status import Lifecycle, lives_of, to_zone
from jobboard.model.event import Event
from jobboard.model.library import Library
from jobboard.model.news import NewsItem
from jobboard.model.organisation import Organisation
from jobboard.model.posting import Posting
from jobboard.model.values import AOE
from jobboard.source.problem import Problem

SECOND_ROUND = "a second round of a vacancy is a file of its own"


class Timed(Struct, frozen=True):
    """A posting with what it takes from its original, its zone, and its lives; none where it has no deadline."""

    posting: Posting
    zone: str
    lives: tuple[Lifecycle, ...]

    @property
    def life(self) -> Lifecycle | None:
        """The last of its lives."""
        return self.lives[-1] if self.lives else None


def time_posting(posting: Posting, library: Library, site: Site) -> Timed:
    """Work out a posting's instants. A translation opens by itself and closes with its original, in its zone."""
    original = library.postings.get(posting.translation_of or "")
    if original is not None:
        posting = dataclasses.replace(
            posting,
            deadline=original.deadline,
            review_by=original.review_by,
            deadline_was=original.deadline_was,
            closed=original.closed,
            review_was=original.review_was,
            reopened=original.reopened,
            apply=posting.apply or original.apply,
            timezone=original.timezone,
        )
    zone = zone_of(original or posting, library.organisations, site)
    return Timed(posting, zone, () if posting.deadline is None else lives_of(posting, zone, site.retention_days))


def zone_of(
    item: Posting | NewsItem | Event | Organisation, organisations: Mapping[str, Organisation], site: Site
) -> str:
    """An item's zone: its own, else its first organisation's, else that of those above it, else the site's."""
    if item.timezone and item.timezone != AOE:  # which is for deadlines only
        return item.timezone
    first = item if isinstance(item, Organisation) else organisations.get(organisation_ids(item)[0])
    while first is not None:
        if first.timezone:
            return first.timezone
        first = organisations.get(first.part_of or "")
    return site.zone


def above(organisation: Organisation, organisations: Mapping[str, Organisation]) -> Iterator[Organisation]:
    """The organisations this one is part of, nearest first. The tree is known to have no circle."""
    parent = organisations.get(organisation.part_of or "")
    while parent is not None:
        yield parent
        parent = organisations.get(parent.part_of or "")


def organisation_ids(item: Posting | NewsItem | Event) -> tuple[str, ...]:
    """The ids an item names, first the one that hires or issues."""
    return item.organisation if isinstance(item, Posting) else item.organisations


def check_times(library: Library, timed: Iterable[Timed], site: Site, checker: Checker) -> Iterator[Problem]:
    """A posting that closes before it opens, by its deadline or by `closed`, and news that leaves before it appears."""
    for each in timed:
        posting, life = each.posting, each.life
        if life is not None and life.closed_early is None and life.closes_at <= life.opens_at:
            field = "review_by" if posting.review_by else "deadline"
            message = f"{getattr(posting, field)} is before it is published ({posting.published})"
            yield checker.at(posting, field, message, "exchange them, or correct the year")
        elif life is not None and posting.closed and posting.translation_of is None and life.closes_at < life.opens_at:
            message = f"closed from {posting.closed.on} but published {posting.published}: it would never be open"
            yield checker.at(
                posting, "closed.on", message, f"correct one of them, or write 'status: draft'; {SECOND_ROUND}"
            )
    for item in library.news.values():
        if item.path in library.settled:
            continue
        zone = to_zone(zone_of(item, library.organisations, site))
        if item.expires and item.expires.ends_at(zone) <= item.published.starts_at(zone):
            yield checker.at(
                item, "expires", f"{item.expires} is before it is published ({item.published})", "correct one of them"
            )
