"""How the deadline of a posting, or the day of its review, was changed, step by step.

It is decided by the instants and not by the days as written.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from msgspec import Struct

from jobboard.board.status import to_zone
from jobboard.model.moments.moment import Moment
from jobboard.model.parts.closing import Rolling
from jobboard.model.posting import Posting


class DeadlineChange(Struct, frozen=True):
    """One change: from what, to what (None: the posting became a rolling one), and when, if that is known."""

    was: Moment
    became: Moment | None
    on: Moment | None
    is_extension: bool


def deadline_changes(posting: Posting, zone_name: str) -> tuple[DeadlineChange, ...]:
    """The changes of a deadline meant in that zone, first to last; those that changed nothing are left out.

    They are in the order of their `changed` if each has one, else in the order they are written. One change alone,
    without a day of its own, was made on `updated`.
    """
    if not posting.deadline_was:
        return ()
    last = None if posting.deadline is None or isinstance(posting.deadline, Rolling) else posting.deadline
    earlier = [(each.deadline, each.changed) for each in posting.deadline_was]
    return tuple(_changes(earlier, last, posting.updated, to_zone(zone_name)))


def review_changes(posting: Posting, zone_name: str) -> tuple[DeadlineChange, ...]:
    """The changes of its day of review, likewise; the last may have made a deadline of it."""
    if not posting.review_was:
        return ()
    last = posting.review_by if isinstance(posting.deadline, Rolling) else posting.deadline
    earlier = [(each.review_by, each.changed) for each in posting.review_was]
    return tuple(_changes(earlier, None if isinstance(last, Rolling) else last, posting.updated, to_zone(zone_name)))


def _changes(
    earlier: list[tuple[Moment, Moment | None]], last: Moment | None, updated: Moment | None, zone: tzinfo
) -> Iterator[DeadlineChange]:
    earlier = _in_order(earlier, zone)
    for number, (was, changed) in enumerate(earlier):
        became = earlier[number + 1][0] if number + 1 < len(earlier) else last
        on = changed or (updated if len(earlier) == 1 else None)
        if became is None or became.ends_at(zone) != was.ends_at(zone):
            yield DeadlineChange(was, became, on, became is None or became.ends_at(zone) > was.ends_at(zone))


def _in_order(earlier: list[tuple[Moment, Moment | None]], zone: tzinfo) -> list[tuple[Moment, Moment | None]]:
    dated = [(changed.starts_at(zone), was, changed) for was, changed in earlier if changed is not None]
    if len(dated) < len(earlier):
        return earlier
    return [(was, changed) for _, was, changed in sorted(dated, key=lambda each: each[0])]
