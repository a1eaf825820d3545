"""What nobody may see yet, for a preview: records in, the same as if they were published at an instant out.

A draft is no draft then, and what is to come has come. Everything after goes by the same rules as on the site: nothing
but these records knows that it is a preview.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

from jobboard.model.common import Visibility
from jobboard.model.library import Library
from jobboard.model.moments.moment import Moment


def as_if_published(library: Library, instant: datetime, zone_of: Callable[[Any], tzinfo]) -> Library:
    """The library in which whatever was looked at is published by `instant` (aware)."""
    own = {
        folder: {id_: _published(item, instant, zone_of) for id_, item in found.own.items()}
        for folder, found in library.items.items()
    }
    return dataclasses.replace(
        library,
        items={folder: found.with_own(own[folder]) for folder, found in library.items.items()},
        changed={
            folder: tuple(own[folder].get(each.id, each) for each in found) for folder, found in library.changed.items()
        },
    )


def other_in(shown: Library, written: Library) -> set[str]:
    """The paths of what is shown otherwise than it is written: what readers do not see yet."""
    pairs = ((shown.changed[folder], found) for folder, found in written.changed.items())
    return {each.path for ones, others in pairs for each, other in zip(ones, others, strict=True) if each is not other}


def opens_by_itself_at(item: Any, zone: tzinfo) -> datetime | None:
    """When a record appears (UTC) by what is written in it; None of one that is a draft, or has no such day."""
    published: Moment | None = None if _is_draft(item) else getattr(item, "published", None)
    return None if published is None else published.starts_at(zone)


def _published(item: Any, instant: datetime, zone_of: Callable[[Any], tzinfo]) -> Any:
    changes: dict[str, object] = {"status": None} if _is_draft(item) else {}
    if hasattr(item, "published") and item.published.starts_at(zone_of(item)) > instant:
        changes["published"] = _minute_of(instant)
    return dataclasses.replace(item, **changes) if changes else item


def _is_draft(item: Any) -> bool:
    return getattr(item, "status", None) == Visibility.DRAFT


def _minute_of(instant: datetime) -> Moment:
    """The minute an instant is in, which has begun by then."""
    there = instant.astimezone(UTC)
    return Moment(there.date(), there.time().replace(second=0, microsecond=0), timedelta(0))
