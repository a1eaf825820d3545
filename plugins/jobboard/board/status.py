"""When a posting opens and closes, and the one function that says what it is at an instant (docs/standards.md#time)."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct

from jobboard.model.fields.values import AOE
from jobboard.model.parts.closing import Because, Closed, EarlierClosing, Reopened, Rolling
from jobboard.model.posting import Posting

CLOSING_SOON_DAYS = 7
TICK = timedelta(microseconds=1)
"""The least there is between two instants: the last one that is open is a tick before `closes_at`."""


class Status(StrEnum):
    """What a posting is. Derived from dates and never stored; `listed` ones are in listings and feeds."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSING_SOON = "closing-soon"
    CLOSED = "closed"
    FILLED = "filled"
    WITHDRAWN = "withdrawn"
    ARCHIVED = "archived"

    is_listed: bool
    is_visible: bool
    """True if the item has any page at all."""
    is_closed: bool

    def __init__(self, value: str) -> None:
        self.is_listed = value in ("open", "closing-soon")
        self.is_visible = value not in ("draft", "scheduled")
        self.is_closed = self.is_visible and not self.is_listed


class Lifecycle(Struct, frozen=True, kw_only=True, array_like=True):
    """The instants (aware, UTC) of a posting. Intervals are half open: open while opens_at <= now < closes_at.

    One that was closed and opened again has a life for each time it was open. `opens_at` is the same in all of them;
    `since` is when this one began.
    """

    is_draft: bool
    opens_at: datetime
    since: datetime
    closing_soon_at: datetime
    closes_at: datetime
    archived_at: datetime
    closed_early: Because | None
    last_day: date
    """The last day, in the posting's zone, on any part of which it is open; its year is its archive."""


@functools.cache
def to_zone(name: str) -> tzinfo:
    """The zone of that IANA name, or anywhere on Earth (UTC-12)."""
    return timezone(timedelta(hours=-12), AOE) if name == AOE else ZoneInfo(name)


def deadline_zone(posting: Posting, zone_name: str) -> str:
    """The zone a posting's deadline is meant in: its zone, or anywhere on Earth where it says so."""
    return AOE if posting.timezone == AOE else zone_name


def lives_of(posting: Posting, zone_name: str, retention_days: int) -> tuple[Lifecycle, ...]:
    """Every time a posting is open, oldest first. It closes at the earlier of its deadline and `closed.on`."""
    return tuple(_lives(posting, zone_name, retention_days))


def life_at(lives: tuple[Lifecycle, ...], now: datetime) -> Lifecycle:
    """The one that counts at `now` (aware): the last that has begun. The only place that decides it."""
    if len(lives) == 1:
        return lives[0]
    return next((each for each in reversed(lives) if each.since <= now), lives[0])


def standing_of(status: Status, lives: tuple[Lifecycle, ...], life: Lifecycle) -> str:
    """A status, and of a posting that was opened again which of its lives counts, so that no two are taken for one."""
    return status.value if len(lives) == 1 else f"{status.value}@{life.since.isoformat()}"


def in_order(reopened: Iterable[Reopened], zone: tzinfo) -> list[Reopened]:
    """The times a posting was opened again, oldest first."""
    return sorted(reopened, key=lambda each: each.on.starts_at(zone))


def _lives(posting: Posting, zone_name: str, retention_days: int) -> Iterator[Lifecycle]:
    zone, closing_zone = to_zone(zone_name), to_zone(deadline_zone(posting, zone_name))
    opens_at = since = posting.published.starts_at(zone)
    opening_day = opens_at.astimezone(zone).date()

    def life(closes_at: datetime, closed_early: Because | None, closing_zone: tzinfo) -> Lifecycle:
        last_open_day = (closes_at - TICK).astimezone(closing_zone).date()
        is_first_day = closed_early is not None and closes_at.astimezone(zone).date() == opening_day
        soon = datetime.combine(last_open_day - timedelta(days=CLOSING_SOON_DAYS), time.min, closing_zone)
        return Lifecycle(
            is_draft=posting.status is not None,
            opens_at=opens_at,
            since=since,
            closing_soon_at=soon.astimezone(UTC),
            closes_at=closes_at,
            archived_at=closes_at + timedelta(days=retention_days),
            closed_early=closed_early,
            last_day=max(last_open_day, opening_day) if is_first_day else last_open_day,
        )

    for each in in_order(posting.reopened, zone):
        yield life(_closing_of(each.was, posting, zone), each.was.because, zone)
        since = each.on.starts_at(zone)
    closes_at = _deadline_end(posting, closing_zone)
    if posting.closed is not None and (early := _closing_of(posting.closed, posting, zone)) < closes_at:
        yield life(early, posting.closed.because, zone)
    else:
        yield life(closes_at, None, closing_zone)


def _closing_of(closed: Closed | EarlierClosing, posting: Posting, zone: tzinfo) -> datetime:
    """When it closed early. On the day it was published it was open till then, if at all, and closes no earlier."""
    closes_at, opens_at = closed.on.starts_at(zone), posting.published.starts_at(zone)
    is_same_day = closes_at.astimezone(zone).date() == opens_at.astimezone(zone).date()
    return max(closes_at, opens_at) if is_same_day else closes_at


def _deadline_end(posting: Posting, zone: tzinfo) -> datetime:
    """The end of the deadline, or of the day a rolling posting must be looked at again."""
    last = posting.review_by if isinstance(posting.deadline, Rolling) else posting.deadline
    if last is None or isinstance(last, Rolling):
        raise ValueError(f"{posting.path} has neither a deadline nor a day of review")
    return last.ends_at(zone)


def status_at(life: Lifecycle, now: datetime) -> Status:
    """The status at `now` (aware). The only place that decides it: everything else asks."""
    if life.is_draft:
        return Status.DRAFT
    if now < life.opens_at:
        return Status.SCHEDULED
    if now < life.closes_at:
        return Status.OPEN if now < life.closing_soon_at else Status.CLOSING_SOON
    if now >= life.archived_at:
        return Status.ARCHIVED
    if life.closed_early in (Because.FILLED, Because.WITHDRAWN):
        return Status(life.closed_early.value)
    return Status.CLOSED
