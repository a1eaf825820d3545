"""Dates of feeds and exports as front matter has them: `2024-03-05 14:30+01:00`, the instant and the wall clock both.

Seconds are cut: a board is true to the minute. A date out of the years a field may name is no date.
"""

from __future__ import annotations

import email.utils
import re
from calendar import timegm
from datetime import UTC, datetime, timedelta, timezone
from time import struct_time

from jobboard.model.moment import NotAMomentError, parse_moment

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NO_DATE = "0000-00-00"
_WIDEST = timedelta(hours=15)
"""No clock on Earth is further from UTC."""


def from_feed(typed: str, parsed: struct_time | None) -> str:
    """The date of a feed's entry: as `typed`, with its own offset; else as the reader understood it, in UTC.

    A date without a time stays one; a time without a zone is taken for the item's wall clock.
    """
    typed = typed.strip()
    if _DAY.fullmatch(typed):
        return checked(typed)
    instant = _typed_instant(typed)
    if instant is None and parsed is not None:
        try:
            instant = datetime.fromtimestamp(timegm(parsed), UTC)
        except (ValueError, OverflowError, OSError):
            return ""
    return "" if instant is None else _text(instant)


def from_wordpress(local: str, gmt: str) -> str:
    """A date WordPress tells twice, on the site's clock and in UTC; their difference is the offset.

    A draft has no UTC date: then it is the site's clock alone. Without either it is empty.
    """
    here, there = _wall_clock(local), _wall_clock(gmt)
    if here is None:
        return "" if there is None else _text(there.replace(tzinfo=UTC))
    if there is None or abs(here - there) > _WIDEST:
        return _text(here)
    offset = timedelta(minutes=round((here - there).total_seconds() / 60))
    return _text(here.replace(tzinfo=timezone(offset)))


def is_later(one: str, other: str) -> bool:
    """True if the minute `one` comes after `other`, both as front matter has them."""
    try:
        return parse_moment(one).starts_at(UTC) > parse_moment(other).starts_at(UTC)
    except NotAMomentError:
        return False


def checked(text: str) -> str:
    """`text` if a field of a file would take it, else an empty string."""
    try:
        parse_moment(text)
    except NotAMomentError:
        return ""
    return text


def _typed_instant(text: str) -> datetime | None:
    for read in (datetime.fromisoformat, email.utils.parsedate_to_datetime):
        try:
            return read(text)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return None


def _wall_clock(text: str) -> datetime | None:
    if not text.strip() or text.startswith(_NO_DATE):
        return None
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found.replace(tzinfo=None)


def _text(instant: datetime) -> str:
    offset = instant.utcoffset()
    if offset is not None and offset.total_seconds() % 60:  # no zone of today has seconds
        instant, offset = instant.astimezone(UTC), timedelta(0)
    zone = "" if offset is None else "Z" if not offset else f"{instant:%z}"
    zone = f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone
    return checked(f"{instant.year:04}-{instant:%m-%d %H:%M}{zone}")
