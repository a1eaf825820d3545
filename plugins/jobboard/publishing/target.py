"""Where a site is published: what a line of `JOBBOARD_PUBLISH` says, taken apart."""

from __future__ import annotations

import re

from msgspec import Struct

SITES_KEPT = 5
"""How many sites a host keeps, the one that readers see among them, unless it is told otherwise."""

TOKEN, PASSWORD = "NETLIFY_AUTH_TOKEN", "JOBBOARD_PUBLISH_PASSWORD"
"""In the environment: what Netlify, and what a host with passwords, is told."""

_PLACE = re.compile(
    r"(?P<kind>[a-z0-9]+)://(?:(?P<user>[\w.+-]+)@)?(?P<host>[A-Za-z0-9][A-Za-z0-9.-]*)"
    r"(?::(?P<port>[0-9]{1,5}))?(?P<path>/[\w./~+-]*)?"
)
_SITE = re.compile(r"(?P<kind>netlify):(?P<host>[A-Za-z0-9][A-Za-z0-9.-]*)")
_PACK = re.compile(r"(?P<kind>pack):(?P<path>[^\0]+)")
_UP = re.compile(r"(?:^|/)\.\.(?:/|$)")
_OPEN, _HERE = ("ftp", "webdav"), ("localhost", "127.0.0.1")
"""What tells a password to everybody on the way, and where there is no way."""

SSH = ("ssh", "rsync")
BY_RCLONE = ("sftp", "ftp", "ftps", "webdav", "webdavs")


class PublishTarget(Struct, frozen=True, kw_only=True):
    """One place, by its name in the settings. `kind` is `folder`, `pack`, or the word before the colon of its address.

    `path` is a path there; `host` the name of a machine, bucket or site; a `port` of 0 is the usual one. `keep` is how
    many sites stay, `compress` asks for a compressed copy beside each text, `is_staging` tells a site for nobody but
    the group, `has_limits` that what the host's plan takes is asked of the site. `url` is where readers find it, if
    that is not SITEURL.
    """

    name: str
    kind: str
    path: str = ""
    host: str = ""
    user: str = ""
    port: int = 0
    url: str = ""
    plan: str = ""
    endpoint: str = ""
    ssh_config: str = ""
    keep: int = SITES_KEPT
    compress: bool = False
    is_staging: bool = False
    has_limits: bool = True


def parts_of_target(address: str) -> dict[str, str | int]:
    """The parts of a target that its address says. Raises ValueError for an address that is none."""
    found = _PLACE.fullmatch(address) or _SITE.fullmatch(address) or _PACK.fullmatch(address)
    known = (*SSH, *BY_RCLONE, "s3", "netlify", "pack")
    if found is None:
        if re.match(r"[a-z0-9]{2,}:", address) or not address.strip() or "\0" in address:
            raise ValueError(address)
        return {"kind": "folder", "path": address}
    parts = {name: value for name, value in found.groupdict().items() if value}
    if parts["kind"] in _OPEN and parts["host"] not in _HERE:
        raise ValueError(address)
    if parts["kind"] not in known or _UP.search(parts.get("path", "")):
        raise ValueError(address)
    path = parts.get("path", "")
    if parts["kind"] in SSH and path.strip("/") in ("", "~"):
        raise ValueError(address)
    return {**parts, "path": path.removeprefix("/") if path.startswith("/~/") else path, **_port(parts)}


def _port(parts: dict[str, str]) -> dict[str, int]:
    port = int(parts.get("port", 0))
    if port > 65535:
        raise ValueError(port)
    return {"port": port}
