"""What has become of a posting or event, for those who follow the board: opened, extended, closed, open again, …

Derived from the content alone, so that any build at an instant announces the same; no build remembers another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import TypeVar

from jobboard.board.board import BoardEvent, BoardPosting
from jobboard.board.deadline_changes import deadline_changes
from jobboard.board.history import Change, What, closing_word, steps_of
from jobboard.board.status import life_at, to_zone
from jobboard.model.moments.moment import Moment
from jobboard.model.parts.closing import Rolling

KEPT = timedelta(days=90)
"""How long a change is announced."""

T = TypeVar("T", BoardPosting, BoardEvent)


def changes_of(item: BoardPosting | BoardEvent, now: datetime) -> tuple[Change, ...]:
    """The changes of an item that are announced at `now` (aware), oldest first; none of one that is not visible."""
    if isinstance(item, BoardEvent):
        return tuple(each for each in event_history_of(item) if each.at <= now < each.at + KEPT)
    if not item.status.is_visible or forgotten_at(item) <= now:
        return ()
    told = (each for each in history_of(item) if each.told_from <= now < each.at + KEPT)
    return tuple({(each.what, each.at): each for each in told}.values())  # one of a kind at an instant: the last


def last_change_of(item: BoardPosting | BoardEvent, now: datetime) -> Change | None:
    """The latest of what has ever been announced of a visible item up to `now` (aware)."""
    if isinstance(item, BoardEvent):
        return max((each for each in event_history_of(item) if each.at <= now), default=None, key=lambda each: each.at)
    if forgotten_at(item) <= now:
        return Change(closing_word(item.life), item.life.closes_at, item.life.closes_at)
    told = (each for each in history_of(item) if each.told_from <= now)
    return max(told, default=None, key=lambda each: each.at)


def forgotten_at(posting: BoardPosting) -> datetime:
    """The instant (UTC) from which none of its changes is announced; a quick answer that spares most the long one."""
    return posting.life.closes_at + KEPT


def one_of_each_group(items: Iterable[T]) -> list[T]:
    """The member that speaks for its translation group: the original, or the first there is where that is not."""
    chosen: dict[str, T] = {}
    for item in items:
        if item.group not in chosen or item.id == item.group:
            chosen[item.group] = item
    return list(chosen.values())


def history_of(posting: BoardPosting) -> Iterator[Change]:
    """Every change of a posting from its opening to its last closing, those to come included, oldest first.

    One withdrawn on the day it was published was never open by its own dates, but readers may have seen it for some
    hours: its closing is told. A translation that came after the closing, of an original nobody sees, has none.
    """
    opens_at, last = posting.life.opens_at, posting.lives[-1]
    if last.closes_at < opens_at:
        return
    if opens_at < life_at(posting.lives, opens_at).closes_at:
        yield Change(What.OPENED, opens_at, opens_at)
    yield from (Change(What(each.what), each.at, each.told_from) for each in posting.synopsis.told)
    yield Change(closing_word(last), last.closes_at, last.closes_at)


def event_history_of(event: BoardEvent) -> Iterator[Change]:
    """Every time an event takes place after all, those to come included. Only that has a date of its own."""
    zone = to_zone(event.zone)
    instants = sorted({each.on.starts_at(zone) for each in event.content.reopened})
    return (Change(What.REINSTATED, at, at) for at in instants if at >= event.opens_at)


def deadlines_of(posting: BoardPosting, change: Change) -> tuple[Moment | None, Moment | None]:
    """The deadlines before and after a change: None where something else closed it, or it has no fixed one."""
    content, last = posting.content, posting.lives[-1]
    if change.what is What.OPENED:
        earlier = deadline_changes(content, posting.deadline_zone)
        return None, earlier[0].was if earlier else _fixed(posting)
    for step in reversed(steps_of(content, posting.lives, posting.zone, posting.deadline_zone)):
        if step.change == change:
            return step.before, step.after
    return None if last.closed_early else _fixed(posting), None


def _fixed(posting: BoardPosting) -> Moment | None:
    deadline = posting.content.deadline
    return None if isinstance(deadline, Rolling) else deadline
