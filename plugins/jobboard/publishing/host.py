"""What every kind of host can do: say what it has, take a site, go back to an earlier one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from jobboard.publishing.site_files import SiteFile
from jobboard.publishing.travel import Travel


class NotPublishedError(Exception):
    """A host could not be asked, or did not take the site; the message says why, for people."""


class There(Struct, frozen=True):
    """What a host has: digests by path of what readers see, the name of that site, and the names of all it keeps.

    `is_sure` is false where nothing is known of what it has, and all of it travels.
    """

    files: Mapping[str, str] = {}
    current: str = ""
    known: tuple[str, ...] = ()
    is_sure: bool = True


class Load(Struct, frozen=True):
    """A site on its way: the folders it is in, its files by path, what of them travels, and the instant (aware)."""

    folders: tuple[Path, ...]
    files: Mapping[str, SiteFile]
    travel: Travel
    now: datetime


Tell = Callable[[str], None]
"""ToldState a line on what goes on."""


class Host(Protocol):
    """A place that sites are published at. All of it raises NotPublishedError, NoEarlierError or OSError."""

    @property
    def digest(self) -> Callable[[bytes], str]:
        """How it names what is in a file."""

    def look(self) -> There:
        """What it has now."""

    def carry(self, load: Load, there: There) -> str:
        """Bring the site, and show it to readers. Says what was done, in a sentence."""

    def go_back(self, there: There) -> str:
        """Show the earlier site to readers again; answers its name."""
