"""Files that left the site and stay for a while: pages that readers, their browsers or hosts still have may load them.

A page and the files it names by their digests are of one build. Where an older page is shown, be it from a tab that is
restored, by a host that keeps pages for ten minutes, or by a search engine that draws it days later, its files must
still be there (decision 35).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

_KEPT = timedelta(days=30)
"""How long a file stays after the build that no longer had it."""

Keeps = Callable[[str], bool]
"""Whether a file of that path stays when it leaves the site."""


def keeps_nothing(_path: str) -> bool:
    """The rule of builds that nobody reads from."""
    return False


def stay_on(gone: Iterable[str], before: Mapping[str, str], now: str, keeps: Keeps) -> dict[str, str]:
    """Those of the files that are gone which stay, each with the instant it left (ISO 8601, UTC).

    `before` are those that stayed at the last build.
    """
    left = {path: before.get(path, now) for path in gone if path in before or keeps(path)}
    return {path: since for path, since in left.items() if not _is_due(since, now)}


def _is_due(since: str, now: str) -> bool:
    return bool(since and now) and datetime.fromisoformat(now) - datetime.fromisoformat(since) >= _KEPT
