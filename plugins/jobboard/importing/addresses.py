"""What is read off a web address."""

from __future__ import annotations

from urllib.parse import urlsplit


def host_of(address: str) -> str:
    """The host of an address, empty if it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
