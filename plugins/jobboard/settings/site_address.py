"""The address of a site: whether it can be one, and who can open it."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from jobboard.source.content.sample_addresses import ENDING

_BROKEN = re.compile(r"[\s\"'<>]")
"""What would end an address where it is written."""

_LONGEST = 1000
"""Characters: longer ones fit into no picture of squares (QR), and into no address bar."""

_OF_GUIDES = (".example.com", ".example.net", ".example.org")


def is_address(text: str) -> bool:
    """True for a web address that others can be put below."""
    try:
        parts = urlsplit(text)
        has_port = parts.port != 0
    except ValueError:
        return False
    is_whole = parts.scheme in ("http", "https") and parts.hostname and has_port and len(text) <= _LONGEST
    return bool(is_whole and not parts.query and not parts.fragment and not _BROKEN.search(text))


def is_web_page(text: str) -> bool:
    """True for the whole address of a page of a secure site, with whatever it is asked; no password goes into it."""
    page = re.split("[?#]", text, maxsplit=1)[0]
    host = page.removeprefix("https://").partition("/")[0]
    return page.startswith("https://") and is_address(page) and not re.search("[%@]", host) and not _BROKEN.search(text)


def is_local(url: str) -> bool:
    """True for an address that only this machine answers to."""
    host = _host_of(url)
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return address.is_loopback or address.is_unspecified


def is_sample(url: str) -> bool:
    """True for an address that nobody can own (RFC 2606): of a sample, a test, or a guide that shows how it is done."""
    return f".{_host_of(url)}".endswith((ENDING, ".test", ".invalid", *_OF_GUIDES))


def _host_of(url: str) -> str:
    return (urlsplit(url).hostname or "").rstrip(".")
