"""What has become of a posting, for those who follow the board: opened, extended, closed, filled, withdrawn.

Derived from the content alone, so that any build at an instant announces the same; no build remembers another.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from jobboard.board.board import BoardPosting
from jobboard.board.status import Lifecycle, to_zone
from jobboard.model.closing import Because, EarlierDeadline, Rolling
from jobboard.model.moment import Moment
from jobboard.model.posting import Posting

KEPT = timedelta(days=90)
"""How long a change is announced."""


class What(StrEnum):
    """The kinds of change. Part of feed ids, so never renamed."""

    OPENED = "opened"
    EXTENDED = "extended"
    BROUGHT_FORWARD = "brought-forward"
    CLOSED = "closed"
    FILLED = "filled"
    WITHDRAWN = "withdrawn"


class Change(NamedTuple):
    """One change, at the instant `at` (UTC), announced from `told_from` on.

    The two differ only for a deadline that had passed before it was extended: nobody can know before `told_from`
    that it will have been an earlier one.
    """

    what: What
    at: datetime
    told_from: datetime


def changes_of(posting: BoardPosting, now: datetime) -> tuple[Change, ...]:
    """The changes of a posting that are announced at `now` (aware), oldest first; none of one that is not visible."""
    if not posting.status.is_visible or forgotten_at(posting) <= now:
        return ()
    told = (each for each in history_of(posting) if each.told_from <= now < each.at + KEPT)
    return tuple({(each.what, each.at): each for each in told}.values())  # one of a kind at an instant: the last


def forgotten_at(posting: BoardPosting) -> datetime:
    """The instant (UTC) from which none of its changes is announced; a quick answer that spares most the long one."""
    return max(posting.life.opens_at, posting.life.closes_at) + KEPT


def instants_of(posting: BoardPosting) -> Iterator[datetime]:
    """When an announcement appears or leaves, past and to come."""
    for change in history_of(posting):
        yield change.told_from
        yield change.at + KEPT


def one_of_each_group(postings: Iterable[BoardPosting]) -> list[BoardPosting]:
    """The member that speaks for its translation group: the original, or the first there is where that is not."""
    chosen: dict[str, BoardPosting] = {}
    for posting in postings:
        if posting.group not in chosen or posting.id == posting.group:
            chosen[posting.group] = posting
    return list(chosen.values())


def history_of(posting: BoardPosting) -> Iterator[Change]:
    """Every change of a posting from its opening to its closing, those to come included, oldest first.

    One that was never open by its own dates has none; only if it closed on the very day it opened is that told, since
    readers may have seen it for some hours.
    """
    life = posting.life
    if life.closes_at <= life.opens_at:
        if _is_same_day(posting):
            yield Change(_closing_word(posting), life.opens_at, life.opens_at)
        return
    at = datetime.fromisoformat
    yield Change(What.OPENED, life.opens_at, life.opens_at)
    yield from (Change(What(what), at(since), at(told)) for what, since, told in posting.synopsis.deadline_changes)
    yield Change(_closing_word(posting), life.closes_at, life.closes_at)


def deadlines_of(posting: BoardPosting, change: Change) -> tuple[Moment | None, Moment | Rolling | None]:
    """The deadlines a change is about, before and after it: None where something else closed or nothing held before."""
    content, life = posting.content, posting.life
    zones = posting.zone, posting.deadline_zone
    if change.what is What.OPENED:
        return None, _deadlines(content, posting.zone)[0][0]
    for each, before, after in changes_of_deadline(content, life, *zones):
        if each == change:
            return before, after
    return (content.deadline if isinstance(content.deadline, Moment) and not life.closed_early else None), None


_Deadlines = list[tuple[Moment | Rolling | None, datetime | None]]
"""Deadlines in the order they held, each with the instant it was given up; None for the last, and where nobody said."""


def changes_of_deadline(
    content: Posting, life: Lifecycle, zone: str, deadline_zone: str
) -> Iterator[tuple[Change, Moment, Moment | Rolling | None]]:
    """What came of earlier deadlines while it was open, oldest first, each with the deadlines before and after it."""
    since, last = life.opens_at, to_zone(deadline_zone)
    for (before, at), (after, _) in itertools.pairwise(_deadlines(content, zone)):
        if at is None or not isinstance(before, Moment) or not life.opens_at < at < life.closes_at:
            continue
        ended = before.ends_at(last)
        if since < ended <= at:  # it had passed when it was changed, so the posting was closed in between
            yield Change(What.CLOSED, ended, at), before, None
        if after != before:
            is_later = not isinstance(after, Moment) or after.ends_at(last) >= ended
            yield Change(What.EXTENDED if is_later else What.BROUGHT_FORWARD, at, at), before, after
        since = at


def _deadlines(content: Posting, zone: str) -> _Deadlines:
    given_up = [
        moment.starts_at(to_zone(zone)) if (moment := _changed(each, content)) is not None else None
        for each in content.deadline_was
    ]
    found: _Deadlines = [(each.deadline, at) for each, at in zip(content.deadline_was, given_up, strict=True)]
    if None not in given_up:
        found.sort(key=lambda each: (each[1] is None, each[1]))
    return [*found, (content.deadline, None)]


def _changed(earlier: EarlierDeadline, content: Posting) -> Moment | None:
    """When a deadline was changed: `updated` stands in only for the one change there is (DESIGN section 4)."""
    if earlier.changed is None and len(content.deadline_was) == 1:
        return content.updated
    return earlier.changed


def _closing_word(posting: BoardPosting) -> What:
    early = posting.life.closed_early
    return What(early.value) if early in (Because.FILLED, Because.WITHDRAWN) else What.CLOSED


def _is_same_day(posting: BoardPosting) -> bool:
    zone = to_zone(posting.zone)
    return posting.life.opens_at.astimezone(zone).date() == posting.life.closes_at.astimezone(zone).date()
