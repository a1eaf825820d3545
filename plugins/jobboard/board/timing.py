"""Which zone an item's times are meant in, and the instants that follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from jobboard.board.chains import chain_from
from jobboard.board.checks import Item, Locator
from jobboard.board.site import Site
from jobboard.board.status import Lifecycle, lives_of, to_zone
from jobboard.model.fields.values import AOE
from jobboard.model.library import Library
from jobboard.model.organisation import Organisation
from jobboard.model.posting import Posting
from jobboard.source.message import in_turn, message, phrase
from jobboard.source.problem import Problem

OVER_BEFORE_PUBLISHED = message("over-before-published", "%(day)s is before it is published (%(published)s)")
NEVER_OPEN = message("never-open", "closed from %(on)s but published %(published)s: it would never be open")

SECOND_ROUND = phrase("a second round of a vacancy is a file of its own")


class Timed(Struct, frozen=True):
    """A posting, its zone, and its lives; none where it has no deadline."""

    posting: Posting
    zone: str
    lives: tuple[Lifecycle, ...]

    @property
    def life(self) -> Lifecycle | None:
        """The last of its lives."""
        return self.lives[-1] if self.lives else None


def time_posting(posting: Posting, organisations: Mapping[str, Organisation], site: Site) -> Timed:
    """Work out the instants of a posting, a translation completed. It opens by itself and closes with its original."""
    zone = zone_of(posting, organisations, site)
    return Timed(posting, zone, () if posting.deadline is None else lives_of(posting, zone, site.retention_days))


def zone_of(item: Item, organisations: Mapping[str, Organisation], site: Site) -> str:
    """An item's zone: its own, else its first organisation's, else that of those above it, else the site's."""
    own: str | None = getattr(item, "timezone", None)
    if own and own != AOE:  # which is for deadlines only
        return own
    first = item if isinstance(item, Organisation) else organisations.get(next(iter(organisation_ids(item)), ""))
    chain = (first, *above(first, organisations)) if first else ()
    return next((each.timezone for each in chain if each.timezone), site.zone)


def above(organisation: Organisation, organisations: Mapping[str, Organisation]) -> Iterator[Organisation]:
    """The organisations this one is part of, nearest first; of a cycle, which `check` reports, each once."""

    def parent_of(id_: str) -> str | None:
        each = organisations.get(id_)
        return each.part_of if each else None

    yield from (organisations[id_] for id_ in chain_from(organisation.id, parent_of) if id_ in organisations)


def organisation_ids(item: Item) -> tuple[str, ...]:
    """The ids an item names, first the one that hires or issues; none of a kind that names none."""
    named: Any = getattr(item, "organisation", None) or getattr(item, "organisations", ())
    return (named,) if isinstance(named, str) else tuple(named)


def _is_closed_before_its_day(posting: Posting, zone_name: str) -> bool:
    """True if it closed on a day before the one it was published on; on that very day somebody may withdraw it."""
    if posting.closed is None:
        return False
    zone = to_zone(zone_name)
    closed, opened = (each.starts_at(zone).astimezone(zone) for each in (posting.closed.on, posting.published))
    return closed.date() < opened.date()


def check_times(library: Library, timed: Iterable[Timed], site: Site, locator: Locator) -> Iterator[Problem]:
    """A posting that closes before it opens, by its deadline or by `closed`, and news that leaves before it appears."""
    for each in timed:
        posting, life = each.posting, each.life
        if life is not None and life.closed_early is None and life.closes_at <= life.opens_at:
            field = "review_by" if posting.review_by else "deadline"
            message = OVER_BEFORE_PUBLISHED(day=str(getattr(posting, field)), published=str(posting.published))
            yield locator.at(posting, field, message, phrase("exchange them, or correct the year"))
        elif posting.closed and posting.translation_of is None and _is_closed_before_its_day(posting, each.zone):
            message = NEVER_OPEN(on=str(posting.closed.on), published=str(posting.published))
            yield locator.at(
                posting,
                "closed.on",
                message,
                in_turn(phrase("correct one of them, or write 'status: draft'"), SECOND_ROUND),
            )
    for item in library.changed["news"]:
        zone = to_zone(zone_of(item, library.organisations, site))
        if item.expires and item.expires.ends_at(zone) <= item.published.starts_at(zone):
            message = OVER_BEFORE_PUBLISHED(day=str(item.expires), published=str(item.published))
            yield locator.at(item, "expires", message, phrase("correct one of them"))
