"""A name for this code and the libraries it renders with: with another one, nothing made before is trusted."""

from __future__ import annotations

import functools
import hashlib
import sys
import zoneinfo
from contextlib import suppress
from importlib import metadata
from pathlib import Path

LIBRARIES = (
    *("babel", "comrak", "feedgen", "icalendar", "idna", "jinja2", "lxml", "markdown", "markupsafe", "msgspec", "nh3"),
    *("pillow", "pyyaml", "tzdata"),
)
NOT_SEEN = ("beautifulsoup4", "click", "pelican", "rich", "watchfiles")
"""Libraries of commands, messages and imports: nothing they do is on a page or in a cache."""

_ZONES = "tzdata.zi"
"""Begins with the version of the time zones a system has, which go before those of the package."""


@functools.cache
def code_version() -> str:
    """A digest of every module of this package, of the versions of its libraries, of Python and of the time zones."""
    digest = hashlib.blake2b(sys.version.encode(), digest_size=8)
    package = Path(__file__).parents[1]
    for module in sorted(package.rglob("*.py")):
        digest.update(module.relative_to(package).as_posix().encode() + b"\0" + module.read_bytes() + b"\0")
    for library in LIBRARIES:
        digest.update(f"{library} {_version_of(library)}\0".encode())
    digest.update(_system_zones())
    return digest.hexdigest()


def _version_of(library: str) -> str:
    """Its version; empty if it is not there, as one may leave out the second Markdown engine."""
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""


def _system_zones() -> bytes:
    for folder in zoneinfo.TZPATH:
        with suppress(OSError), (Path(folder) / _ZONES).open("rb") as file:
            return file.readline(100)
    return b""
