"""Dated folders, of which a link names the one that readers see: their names, their order, which of them go."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

CURRENT, RELEASES, INCOMING, GOING = "current", "releases", ".incoming", ".going"
"""The link a server shows; the folder of all sites; in it the one that is being filled, and one that is removed."""

LIST_ENDING = ".manifest"
"""Ends the name of the list beside a site, on machines that are not looked through."""


class NoEarlierError(Exception):
    """There is no earlier site to go back to; the message says so for people."""


def site_name(now: datetime, known: Iterable[str]) -> str:
    """What a site that comes in at `now` (aware) is called: later than all that are known, whatever the clock says."""
    name, newest = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}", max(known, default="")
    return name if name > newest else f"{newest}-1"


def earlier(known: Iterable[str], current: str) -> str:
    """The site before that one. Raises NoEarlierError."""
    before = [name for name in known if name < current]
    if not current or not before:
        raise NoEarlierError("there is no earlier site to go back to")
    return max(before)


def never_shown_again(known: Iterable[str], before: str, keep: int) -> list[str]:
    """What goes once a site has taken the place of `before`, so that `keep` are left with the new one.

    What is later than `before` goes, too: somebody went back from it, or it was broken off before anybody saw it.
    """
    held = sorted(name for name in known if name <= before)[1 - keep :]
    return sorted(name for name in known if name not in held)
