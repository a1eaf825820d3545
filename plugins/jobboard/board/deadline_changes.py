"""How the deadline of a posting was changed, step by step, decided by the instants and not by the days as written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from msgspec import Struct

from jobboard.board.status import to_zone
from jobboard.model.closing import EarlierDeadline, Rolling
from jobboard.model.moment import Moment
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
    return tuple(_changes(posting, zone_name)) if posting.deadline_was else ()


def _changes(posting: Posting, zone_name: str) -> Iterator[DeadlineChange]:
    zone = to_zone(zone_name)
    earlier = _in_order(posting.deadline_was, zone)
    last = None if posting.deadline is None or isinstance(posting.deadline, Rolling) else posting.deadline
    for number, each in enumerate(earlier):
        became = earlier[number + 1].deadline if number + 1 < len(earlier) else last
        on = each.changed or (posting.updated if len(earlier) == 1 else None)
        if became is None or became.ends_at(zone) != each.deadline.ends_at(zone):
            is_extension = became is None or became.ends_at(zone) > each.deadline.ends_at(zone)
            yield DeadlineChange(each.deadline, became, on, is_extension)


def _in_order(earlier: tuple[EarlierDeadline, ...], zone: tzinfo) -> list[EarlierDeadline]:
    dated = [(each.changed, each) for each in earlier if each.changed is not None]
    if len(dated) < len(earlier):
        return list(earlier)
    return [each for _, each in sorted(dated, key=lambda pair: pair[0].starts_at(zone))]
