"""The file that a request means, as a static host would find it; None for what the site does not have.

Nothing but files that belong to the site are found: none whose name begins with a dot, and none outside of its folder,
whatever a link in it leads to.
"""

from __future__ import annotations

import mimetypes
import re
from pathlib import Path, PurePath
from urllib.parse import unquote_to_bytes

_TYPES = {
    ".xml": "application/xml; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".opml": "text/x-opml; charset=utf-8",
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
_BAD_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def file_asked_for(target: str) -> str | None:
    """The path in the site that a request's target names, a `/` at its end for a folder; None if it names none."""
    raw = target.partition("#")[0].partition("?")[0]
    if not raw.startswith("/") or _BAD_PERCENT.search(raw):
        return None
    try:
        path = unquote_to_bytes(raw).decode("utf-8")
    except UnicodeDecodeError:
        return None
    *folders, name = path[1:].split("/")
    is_plain = path.isprintable() and "\\" not in path and not any(each == "" for each in folders)
    return path[1:] if is_plain and not any(each.startswith(".") for each in (*folders, name)) else None


def file_at(site: Path, path: str) -> Path | None:
    """The file of the site at a path; for a folder its page."""
    file = site / path / "index.html" if path == "" or path.endswith("/") else site / path
    try:
        found = file.resolve(strict=True)
        is_own = found.is_file() and found.is_relative_to(site.resolve())
    except (OSError, ValueError, RuntimeError):
        return None
    inner = found.relative_to(site.resolve()).parts if is_own else ()
    return found if is_own and not any(part.startswith(".") for part in inner) else None


def media_type(file: PurePath) -> str:
    """What a file is, as its ending says."""
    return _TYPES.get(file.suffix.lower()) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
