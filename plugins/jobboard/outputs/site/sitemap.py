"""The sitemap (sitemaps.org 0.9): one file, or an index of parts where the addresses do not fit into one.

A part is handed over as text, a line for each page: planning a hundred thousand addresses then costs one string.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape

from jobboard.board.site import Site
from jobboard.outputs.addresses import absolute, sitemap_part_path

MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024
"""What one file may hold (sitemaps.org), before compression."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_AROUND_AN_ADDRESS = 120
"""More bytes than the elements and the date around an address take."""


def sitemap_line(path: str, changed: datetime | None = None) -> str:
    """A page as parts name it: its path, and the instant its content last changed where that is known."""
    return f"{path} {changed.isoformat()}" if changed else path


def sitemap_parts(site: Site, lines: Sequence[str], most: int = MOST_ADDRESSES) -> list[str]:
    """Cut a sitemap into as few parts as fit, each its lines joined; one part if all fit into it.

    A page's part is chosen by its path alone, so a page that comes, changes or goes touches one part and no other.
    Their number is a power of two, so that it seldom moves; an index names as many files as a file does addresses.
    """
    parts: list[list[str]] = [list(lines)]
    while len(parts) < MOST_ADDRESSES and not all(_fits(site, part, most) for part in parts):
        count = 2 * len(parts)
        parts = [[] for _ in range(count)]
        for line in lines:
            parts[zlib.crc32(line.partition(" ")[0].encode()) % count].append(line)
    return ["\n".join(part) for part in parts]


def sitemap(site: Site, part: str) -> str:
    """A sitemap of one part. `lastmod` is the content's, never the build's."""
    return _document("urlset", "url", map(functools.partial(_url, site), part.split("\n") if part else ()))


def sitemap_index(site: Site, count: int) -> str:
    """The index of `count` parts.

    It gives no `lastmod`: the newest one in a part stays the same when an older page joins it, and a crawler that
    went by it would miss that page.
    """
    parts = (f"<loc>{escape(absolute(site, sitemap_part_path(number)))}</loc>" for number in range(1, count + 1))
    return _document("sitemapindex", "sitemap", parts)


def _fits(site: Site, part: Sequence[str], most: int) -> bool:
    if len(part) > most:
        return False
    return sum(map(len, part)) + len(part) * (len(site.url) + _AROUND_AN_ADDRESS) <= MOST_BYTES


def _url(site: Site, line: str) -> str:
    path, _, changed = line.partition(" ")
    location = f"<loc>{escape(absolute(site, path))}</loc>"
    return f"{location}\n    <lastmod>{changed}</lastmod>" if changed else location


def _document(root: str, element: str, members: Iterable[str]) -> str:
    """XML as text: a tree of as many elements as there are pages takes ten times as long."""
    lines = "".join(f"  <{element}>\n    {each}\n  </{element}>\n" for each in members)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_NAMESPACE}">\n{lines}</{root}>\n'
