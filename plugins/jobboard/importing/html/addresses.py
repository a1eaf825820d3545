"""What is read off a web address."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

_PLAIN_PATH = re.compile(r"/(?:[A-Za-z0-9._~!$&'()+,;=@/-]|%[0-9A-Fa-f]{2})*")
_SPECIAL = re.compile(r"//|%(?:[01][0-9A-Fa-f]|2[aAeEfF5]|3[aA]|5[cC]|7[fF])")
"""What hosts read in more than one way: an empty part, and signs that mean something once they are unpacked."""

_SIZE = re.compile(r"(?:-[0-9]+x[0-9]+|-scaled)?(\.[A-Za-z0-9]+)$")
"""What WordPress puts into the name of a picture it has made smaller."""


def named_host(address: str) -> str:
    """The host of an address, empty if it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def absolute_address(address: str, base: str) -> str:
    """A web address in full, empty if it is none."""
    try:
        full = urljoin(base, address)
        return full if address and urlsplit(full).scheme in ("http", "https") and urlsplit(full).hostname else ""
    except ValueError:
        return ""


def redirected_path(address: str) -> str:
    """The path of an old address as a host's list of redirects has it, empty if a line of that would mean more.

    Hosts read a `*` and a word behind a colon as anything, and a space as the end of the path.
    """
    path = quote(urlsplit(address).path, safe="/%!$&'()+,;=@~")
    is_plain = _PLAIN_PATH.fullmatch(path) and not _SPECIAL.search(path) and path.strip("/")
    return path if is_plain and not any(set(part) <= {"."} for part in path.strip("/").split("/")) else ""


def is_shown(url: str, html: str) -> bool:
    """True if a text names the file, be it in another of the sizes WordPress makes."""
    name = url.split("?", 1)[0].rsplit("/", 1)[-1]
    return bool(name) and f"/{_SIZE.sub('', name)}" in html
