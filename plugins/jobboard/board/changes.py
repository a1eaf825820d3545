"""What has become of a posting, for those who follow the board: opened, extended, closed, filled, withdrawn.

Derived from the content alone, so that any build at an instant announces the same; no build remembers another.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from jobboard.board.board import BoardPosting
from jobboard.board.status import to_zone
from jobboard.model.closing import Because, EarlierDeadline, Rolling
from jobboard.model.moment import Moment

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change, at the instant `at` (UTC), announced from `told_from` on.

    The two differ only for a deadline that had passed before it was extended: nobody can know before `told_from`
    that it will have been an earlier one. `before` and `after` are the deadlines that it is about: that of a closing
    is `before`, None where something else closed it; that of an opening is `after`.
    """

    what: What
    at: datetime
    told_from: datetime
    before: Moment | None = None
    after: Moment | Rolling | None = None


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
    life = posting.life
    if life.opens_at < life.closes_at and not posting.content.deadline_was:  # most of them, and soon said
        yield from (life.opens_at, life.opens_at + KEPT, life.closes_at, life.closes_at + KEPT)
        return
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
    life, deadlines = posting.life, _deadlines(posting)
    if life.closes_at <= life.opens_at:
        if _is_same_day(posting):
            yield Change(what=_closing_word(posting), at=life.opens_at, told_from=life.opens_at)
        return
    yield Change(what=What.OPENED, at=life.opens_at, told_from=life.opens_at, after=deadlines[0][0])
    yield from _changes_of_deadline(posting, deadlines)
    last = posting.content.deadline
    yield Change(
        what=_closing_word(posting),
        at=life.closes_at,
        told_from=life.closes_at,
        before=None if life.closed_early or isinstance(last, Rolling) else last,
    )


_Deadlines = list[tuple[Moment | Rolling | None, datetime | None]]
"""Deadlines in the order they held, each with the instant it was given up; None for the last, and where nobody said."""


def _deadlines(posting: BoardPosting) -> _Deadlines:
    content, zone = posting.content, to_zone(posting.zone)
    earlier = content.deadline_was
    given_up = [moment.starts_at(zone) if (moment := _changed(each, posting)) is not None else None for each in earlier]
    found: _Deadlines = [(each.deadline, instant) for each, instant in zip(earlier, given_up, strict=True)]
    if None not in given_up:
        found.sort(key=lambda each: (each[1] is None, each[1]))
    return [*found, (content.deadline, None)]


def _changed(earlier: EarlierDeadline, posting: BoardPosting) -> Moment | None:
    """When a deadline was changed: `updated` stands in only for the one change there is (DESIGN section 4)."""
    if earlier.changed is None and len(posting.content.deadline_was) == 1:
        return posting.content.updated
    return earlier.changed


def _changes_of_deadline(posting: BoardPosting, deadlines: _Deadlines) -> Iterator[Change]:
    life, zone = posting.life, to_zone(posting.deadline_zone)
    since = life.opens_at
    for (before, at), (after, _) in itertools.pairwise(deadlines):
        if at is None or not isinstance(before, Moment):
            continue
        if not life.opens_at < at < life.closes_at:
            continue
        ended = before.ends_at(zone)
        if since < ended <= at:  # it had passed when it was changed, so the posting was closed in between
            yield Change(what=What.CLOSED, at=ended, told_from=at, before=before)
        if after != before:
            yield Change(what=_direction(ended, after, posting), at=at, told_from=at, before=before, after=after)
        since = at


def _direction(ended: datetime, after: Moment | Rolling | None, posting: BoardPosting) -> What:
    is_later = not isinstance(after, Moment) or after.ends_at(to_zone(posting.deadline_zone)) >= ended
    return What.EXTENDED if is_later else What.BROUGHT_FORWARD


def _closing_word(posting: BoardPosting) -> What:
    early = posting.life.closed_early
    return What(early.value) if early in (Because.FILLED, Because.WITHDRAWN) else What.CLOSED


def _is_same_day(posting: BoardPosting) -> bool:
    zone = to_zone(posting.zone)
    return posting.life.opens_at.astimezone(zone).date() == posting.life.closes_at.astimezone(zone).date()
