"""How a file is served: its type and how long browsers may keep it, for hosts that must be told with each file."""

from __future__ import annotations

import mimetypes

from jobboard.outputs.addresses import THEME
from jobboard.outputs.site.hosting import CHECKED, LASTING

_TYPES = (
    (".rss.xml", "application/rss+xml; charset=utf-8"),
    (".atom.xml", "application/atom+xml; charset=utf-8"),
    (".schema.json", "application/schema+json; charset=utf-8"),
    (".ics", "text/calendar; charset=utf-8"),
    (".opml", "text/x-opml; charset=utf-8"),
    (".csv", "text/csv; charset=utf-8; header=present"),
    (".md", "text/markdown; charset=utf-8"),
    (".html", "text/html; charset=utf-8"),
    (".css", "text/css; charset=utf-8"),
    (".js", "text/javascript; charset=utf-8"),
    (".xml", "application/xml; charset=utf-8"),
    (".json", "application/json; charset=utf-8"),
    (".txt", "text/plain; charset=utf-8"),
    (".webp", "image/webp"),
    (".avif", "image/avif"),
    (".woff2", "font/woff2"),
)
"""By the end of the name, the longest that fits first; of all others Python's own table is asked."""


def type_of(path: str) -> str:
    """The media type (RFC 6838) of a file of the site."""
    known = next((type_ for ending, type_ in _TYPES if path.endswith(ending)), None)
    return known or mimetypes.types_map.get(f".{path.rpartition('.')[2].lower()}", "application/octet-stream")


def lifetime_of(path: str) -> str:
    """The value of Cache-Control: names of the theme's files change with what is in them, and no others."""
    return LASTING if path.startswith(THEME) else CHECKED
