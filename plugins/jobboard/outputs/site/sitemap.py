"""The sitemap (sitemaps.org 0.9): one file, or an index of parts where the addresses do not fit into one.

A part is handed over as text, a line for each page: planning a hundred thousand addresses then costs one string.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import datetime
from xml.etree import ElementTree as ET

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
    root = ET.Element("urlset", xmlns=_NAMESPACE)
    for line in part.split("\n") if part else ():
        path, _, changed = line.partition(" ")
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = absolute(site, path)
        if changed:
            ET.SubElement(url, "lastmod").text = changed
    return _document(root)


def sitemap_index(site: Site, count: int) -> str:
    """The index of `count` parts.

    It gives no `lastmod`: the newest one in a part stays the same when an older page joins it, and a crawler that
    went by it would miss that page.
    """
    root = ET.Element("sitemapindex", xmlns=_NAMESPACE)
    for number in range(1, count + 1):
        ET.SubElement(ET.SubElement(root, "sitemap"), "loc").text = absolute(site, sitemap_part_path(number))
    return _document(root)


def _fits(site: Site, part: Sequence[str], most: int) -> bool:
    if len(part) > most:
        return False
    return sum(map(len, part)) + len(part) * (len(site.url) + _AROUND_AN_ADDRESS) <= MOST_BYTES


def _document(root: ET.Element) -> str:
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
