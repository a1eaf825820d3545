"""What has become of a posting, for those who follow the board: opened, extended, closed, filled, withdrawn.

Derived from the content alone, so that any build at an instant announces the same; no build remembers another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from jobboard.board.board import BoardPosting
from jobboard.board.deadline_changes import deadline_changes
from jobboard.board.status import Lifecycle, to_zone
from jobboard.model.closing import Because, Rolling
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
    return posting.life.closes_at + KEPT


def one_of_each_group(postings: Iterable[BoardPosting]) -> list[BoardPosting]:
    """The member that speaks for its translation group: the original, or the first there is where that is not."""
    chosen: dict[str, BoardPosting] = {}
    for posting in postings:
        if posting.group not in chosen or posting.id == posting.group:
            chosen[posting.group] = posting
    return list(chosen.values())


def history_of(posting: BoardPosting) -> Iterator[Change]:
    """Every change of a posting from its opening to its closing, those to come included, oldest first.

    One withdrawn on the day it was published was never open by its own dates, but readers may have seen it for some
    hours: its closing is told. A translation that came after the closing, of an original nobody sees, has none.
    """
    life = posting.life
    if life.closes_at < life.opens_at:
        return
    if life.opens_at < life.closes_at:
        yield Change(What.OPENED, life.opens_at, life.opens_at)
        yield from (Change(What(each.what), each.at, each.told_from) for each in posting.synopsis.told)
    yield Change(_closing_word(posting), life.closes_at, life.closes_at)


def deadlines_of(posting: BoardPosting, change: Change) -> tuple[Moment | None, Moment | None]:
    """The deadlines before and after a change: None where something else closed it, or it has no fixed one."""
    content, life = posting.content, posting.life
    last = None if isinstance(content.deadline, Rolling) else content.deadline
    if change.what is What.OPENED:
        earlier = deadline_changes(content, posting.deadline_zone)
        return None, earlier[0].was if earlier else last
    for each, before, after in reversed(list(changes_of_deadline(content, life, posting.zone, posting.deadline_zone))):
        if each == change:
            return before, after
    return None if life.closed_early else last, None


def changes_of_deadline(
    content: Posting, life: Lifecycle, zone: str, deadline_zone: str
) -> Iterator[tuple[Change, Moment, Moment | None]]:
    """What came of earlier deadlines while it was open, oldest first, each with the deadlines before and after it.

    A change is told only if it is known when it was made (DESIGN section 4).
    """
    since = life.opens_at
    for each in deadline_changes(content, deadline_zone):
        at = each.on.starts_at(to_zone(zone)) if each.on else life.opens_at
        if not life.opens_at < at < life.closes_at:
            continue
        ended = each.was.ends_at(to_zone(deadline_zone))
        if since < ended <= at:  # it had passed when it was changed, so the posting was closed in between
            yield Change(What.CLOSED, ended, at), each.was, None
        yield Change(What.EXTENDED if each.is_extension else What.BROUGHT_FORWARD, at, at), each.was, each.became
        since = at


def _closing_word(posting: BoardPosting) -> What:
    early = posting.life.closed_early
    return What(early.value) if early in (Because.FILLED, Because.WITHDRAWN) else What.CLOSED
