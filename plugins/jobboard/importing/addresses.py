"""What is read off a web address."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_SIZE = re.compile(r"(?:-[0-9]+x[0-9]+|-scaled)?(\.[A-Za-z0-9]+)$")
"""What WordPress puts into the name of a picture it has made smaller."""


def host_of(address: str) -> str:
    """The host of an address, empty if it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def absolute(address: str, base: str) -> str:
    """A web address in full, empty if it is none."""
    try:
        full = urljoin(base, address)
        return full if address and urlsplit(full).scheme in ("http", "https") and urlsplit(full).hostname else ""
    except ValueError:
        return ""


def is_shown(url: str, html: str) -> bool:
    """True if a text names the file, be it in another of the sizes WordPress makes."""
    name = url.split("?", 1)[0].rsplit("/", 1)[-1]
    return bool(name) and f"/{_SIZE.sub('', name)}" in html
