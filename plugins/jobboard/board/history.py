"""What came of a posting between its opening and its last closing, step by step, as its front matter tells it.

An earlier deadline that was moved while it held is an extension, or was brought forward. One that had passed by then
did close the posting, which is open again from the change on; so is one that was closed early and then `reopened`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import NamedTuple

from jobboard.board.deadline_changes import DeadlineChange, deadline_changes, review_changes
from jobboard.board.status import Lifecycle, life_at, to_zone
from jobboard.model.moments.moment import Moment
from jobboard.model.parts.closing import Because, Rolling
from jobboard.model.posting import Posting


class What(StrEnum):
    """The kinds of change. Part of feed ids, so never renamed."""

    OPENED = "opened"
    EXTENDED = "extended"
    BROUGHT_FORWARD = "brought-forward"
    CLOSED = "closed"
    FILLED = "filled"
    WITHDRAWN = "withdrawn"
    REOPENED = "reopened"
    REINSTATED = "reinstated"
    """Of an event: it takes place after all."""


class Change(NamedTuple):
    """One change, at the instant `at` (UTC), announced from `told_from` on.

    The two differ only for a deadline that had passed before it was extended: nobody can know before `told_from`
    that it will have been an earlier one.
    """

    what: What
    at: datetime
    told_from: datetime


class _Step(NamedTuple):
    """A change with the deadlines before and after it: None where there is no fixed one, or that did not close it."""

    change: Change
    before: Moment | None
    after: Moment | None


_EXPLAINED = {Because.FILLED: What.FILLED, Because.WITHDRAWN: What.WITHDRAWN}


def closing_word(life: Lifecycle) -> What:
    """What the end of a life is called."""
    return What.CLOSED if life.closed_early is None else _EXPLAINED.get(life.closed_early, What.CLOSED)


def steps_of(content: Posting, lives: tuple[Lifecycle, ...], zone: str, deadline_zone: str) -> tuple[_Step, ...]:
    """Every step after the opening and before the last closing that a reader could see, oldest first.

    A change is told only if it is known when it was made (docs/standards.md#time).
    """
    if len(lives) == 1 and not content.deadline_was and not content.review_was:
        return ()
    moves = list(_moves(content, lives, zone, deadline_zone))
    steps = [*_taken_back(content, lives, zone, deadline_zone), *moves]
    return tuple(sorted(steps, key=lambda each: (each.change.at, each.change.what is What.REOPENED)))


def dated_changes(content: Posting, zone: str) -> tuple[datetime, ...]:
    """The instants (UTC) at which somebody changed a posting, oldest first; its closings are no changes of it."""
    moments = [content.updated, *(each.on for each in content.reopened)]
    moments += [each.changed for each in content.deadline_was]
    moments += [each.changed for each in content.review_was]
    return tuple(sorted({each.starts_at(to_zone(zone)) for each in moments if each is not None}))


def _taken_back(content: Posting, lives: tuple[Lifecycle, ...], zone: str, deadline_zone: str) -> Iterator[_Step]:
    """The early closings that were taken back, and the openings that followed them, from its first opening on."""
    for life, following in itertools.pairwise(lives):
        if life.closes_at >= life.opens_at:
            yield _Step(Change(closing_word(life), life.closes_at, life.closes_at), None, None)
        if following.since >= life.opens_at:
            deadline = _deadline_at(content, following.since, to_zone(zone), deadline_zone)
            yield _Step(Change(What.REOPENED, following.since, following.since), None, deadline)


def _deadline_at(content: Posting, instant: datetime, zone: tzinfo, deadline_zone: str) -> Moment | None:
    """The deadline that held from an instant on."""
    changes = deadline_changes(content, deadline_zone)
    later = next((each for each in changes if each.on is not None and each.on.starts_at(zone) > instant), None)
    if later is not None:
        return later.was
    return None if isinstance(content.deadline, Rolling) else content.deadline


def _moves(content: Posting, lives: tuple[Lifecycle, ...], zone: str, deadline_zone: str) -> Iterator[_Step]:
    """What came of earlier deadlines and days of review while it was open."""
    own, closing = to_zone(zone), to_zone(deadline_zone)
    opens_at = lives[0].opens_at
    moves = [(each, True) for each in deadline_changes(content, deadline_zone)]
    moves += [(each, False) for each in review_changes(content, deadline_zone)]
    timed = [(each.on.starts_at(own) if each.on else opens_at, each, is_fixed) for each, is_fixed in moves]
    since = opens_at
    for at, each, is_fixed in sorted(timed, key=lambda move: move[0]):
        life = life_at(lives, at)
        begins = max(life.since, opens_at)
        if not begins < at < life.closes_at:
            continue
        ended = each.was.ends_at(closing)
        if max(since, begins) < ended <= at:  # it had passed when it was changed, so the posting was closed in between
            yield from _after_it_passed(each, at, ended, closing, is_fixed=is_fixed)
        elif is_fixed:
            word = What.EXTENDED if each.is_extension else What.BROUGHT_FORWARD
            yield _Step(Change(word, at, at), each.was, each.became)
        since = at


def _after_it_passed(
    move: DeadlineChange, at: datetime, ended: datetime, zone: tzinfo, *, is_fixed: bool
) -> Iterator[_Step]:
    yield _Step(Change(What.CLOSED, ended, at), move.was if is_fixed else None, None)
    if move.became is None or move.became.ends_at(zone) > at:
        yield _Step(Change(What.REOPENED, at, at), None, move.became if is_fixed else None)
