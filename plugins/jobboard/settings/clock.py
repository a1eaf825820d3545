"""The instant a site is built for: named by somebody, or the clock's. The only place that reads the clock."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

NOW = "JOBBOARD_NOW"

EARLIEST = datetime(2020, 1, 1, tzinfo=UTC)
"""Nothing of this was written before; a clock that is further back was never set."""


def clock_now() -> datetime:
    """The instant now (UTC)."""
    return datetime.now(UTC)


def instant_here(given: str, zone: str) -> datetime:
    """The instant given, or named by the environment, on the clocks of a zone if it names none; else the clock's (UTC).

    Raises ValueError with a sentence.
    """
    value = given or os.environ.get(NOW) or ""
    return to_instant(value, zone) if value else clock_now()


def to_instant(value: str, zone: str) -> datetime:
    """The instant that is written, on the clocks of a zone if it names none. Raises ValueError with a sentence."""
    try:
        now = datetime.fromisoformat(value)
        return now.replace(tzinfo=now.tzinfo or ZoneInfo(zone)).astimezone(UTC)
    except (ValueError, OSError, KeyError, OverflowError):
        raise ValueError(f"expected an instant like 2026-12-01T12:00+01:00, found {value!r}") from None
