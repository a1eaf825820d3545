"""What each address of the site is served with: one table, from which everything that hosts are told is made.

A rule is a glob with a value: a path of the site with at most one `*`, which stands for any characters, slashes too.
That is all that each host can do. Of the rules for one header the first that matches counts.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    EMBED,
    FEEDS,
    FULL_TEXT,
    JOBS_CSV,
    JOBS_JOOBLE,
    JOBS_JSON,
    JOBS_SCHEMA,
    JOBS_XML,
    LLMS,
    MEDIA,
    NOT_FOUND,
    NUMBERS_CSV,
    SEARCH,
    THEME,
    file_of,
)
from jobboard.outputs.page.frame import CONTENT_SECURITY_POLICY, EMBED_POLICY, FULL_TEXT_POLICY
from jobboard.source.kinds import KINDS

Rules = tuple[tuple[str, str], ...]
"""(glob, value), the first that matches counts."""

CHECKED = "no-cache"
"""Of what may change, and that is nearly all: a browser may keep it, and asks each time whether it still holds (RFC
9111, 5.2.2.4). Without it, a page that has not changed for weeks may be shown for days without asking (4.2.2)."""

LASTING = "public, max-age=31536000, immutable"
"""Of the theme's files, whose names change with what is in them (RFC 8246)."""

DRAWINGS = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox"
"""The policy of an SVG: should one hold what it must not, it could do nothing. Its own style and pictures are in it."""

FRAMED_BY_NOBODY, FRAMED_BY_ANYBODY = "frame-ancestors 'none'", "frame-ancestors *"
"""Who may show a page in a frame. Browsers obey this as a header alone, never in a page (CSP 3, 6.4.2)."""

PAGES = f"{CONTENT_SECURITY_POLICY}; {FRAMED_BY_NOBODY}"

EVERYWHERE = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
)
"""Headers with one value for every address."""

HIDDEN = r"(?:_|(?:.*/)?\.)"
"""Begins the paths that nobody is shown: names with a dot, the build's own among them, and `_headers` and its like."""

SHOWN = ".well-known/"
"""All the same: what proves to others whose a host is lies there (RFC 8615)."""

_TEXTS = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "json": "application/json",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
    "opml": "text/x-opml",
    "ics": "text/calendar",
    "csv": "text/csv",
    "md": "text/markdown",
    "txt": "text/plain",
    "vtt": "text/vtt",
}
_OTHERS = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/vnd.microsoft.icon",
    "woff2": "font/woff2",
    "wasm": "application/wasm",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
_UTF_8 = "; charset=utf-8"
TYPES_BY_ENDING = {ending: f"{each}{_UTF_8}" for ending, each in _TEXTS.items()} | _OTHERS
"""The type of a file by its ending, unless a rule says more."""

LEAST_COMPRESSED = 1024
"""Bytes below which compressing saves nothing: the answer fits into one packet anyway."""

_TABLE = f"text/csv{_UTF_8}; header=present"
_FEED_TYPES = (("*.rss.xml", f"application/rss+xml{_UTF_8}"), ("*.atom.xml", f"application/atom+xml{_UTF_8}"))
_DATA = sorted((kind for kind in KINDS if kind.has_data and kind.data_file != JOBS_JSON), key=lambda kind: kind.root)
_FOR_PROGRAMS = (
    *(JOBS_JSON, JOBS_SCHEMA, JOBS_CSV, NUMBERS_CSV),
    *(file for kind in _DATA for file in (kind.data_file, kind.schema_file)),
    *(JOBS_XML, JOBS_JOOBLE, LLMS),
)


def served_with(site: Site, path: str) -> dict[str, str]:
    """The headers of the file, or the page, at a path of the site. One of unknown type has no `Content-Type`."""
    found = {
        "Content-Type": type_of(site, path),
        "Cache-Control": _first(lifetimes(), path),
        "Content-Security-Policy": _first(policies(site), path),
        "Access-Control-Allow-Origin": "*" if _first(tuple((each, "*") for each in shared(site)), path) else "",
        **dict(EVERYWHERE),
    }
    return {name: value for name, value in found.items() if value}


def type_of(site: Site, path: str) -> str:
    """What a file is, with its parameters; empty if nobody knows."""
    return _first(special_types(site), path) or TYPES_BY_ENDING.get(file_of(path).rpartition(".")[2].lower(), "")


def is_text(type_: str) -> bool:
    """Whether a type is of text that compresses well."""
    return "charset" in type_


def special_types(site: Site) -> Rules:
    """What is not what its ending says, or not only that."""
    feeds = tuple((f"{each}{FEEDS}*.json", f"application/feed+json{_UTF_8}") for each in prefixes_of(site))
    schemas = (("*.schema.json", f"application/schema+json{_UTF_8}"),)
    return (*feeds, *_FEED_TYPES, *schemas, (JOBS_CSV, _TABLE), (NUMBERS_CSV, _TABLE))


def lifetimes() -> Rules:
    """How long a browser keeps what it was sent (`Cache-Control`)."""
    return ((f"{THEME}*", LASTING), ("*", CHECKED))


def policies(site: Site) -> Rules:
    """What a page may load and do, and who may frame it (`Content-Security-Policy`)."""
    embeds = tuple((f"{each}{EMBED}*", f"{EMBED_POLICY}; {FRAMED_BY_ANYBODY}") for each in prefixes_of(site))
    searches = (*(f"{each}{SEARCH}*" for each in prefixes_of(site)), f"{FULL_TEXT}*")
    full_text = tuple((each, f"{FULL_TEXT_POLICY}; {FRAMED_BY_NOBODY}") for each in searches)
    return (
        (f"{MEDIA}*.svg", DRAWINGS),
        *(full_text if site.has_full_text else ()),
        *(embeds if site.has_embeds else ()),
        ("*", PAGES),
    )


def shared(site: Site) -> tuple[str, ...]:
    """Globs of what is there for other programs, which scripts of any site may read: data, feeds, calendars."""
    feeds = (*(f"{each}{FEEDS}*.json" for each in prefixes_of(site)), *(glob for glob, _ in _FEED_TYPES))
    return (*_FOR_PROGRAMS, *feeds, "*.opml", "*.ics")


def not_found_pages(site: Site) -> Rules:
    """The page for what is not there, in the language of the path: the root's edition last."""
    return tuple((f"{each}*", f"{each}{NOT_FOUND}") for each in reversed(prefixes_of(site)))


def matches(glob: str, path: str) -> bool:
    """Whether a path of the site is one of a glob's; a page is named by its address or by its file."""
    return re.fullmatch(_regex(glob), path, re.IGNORECASE) is not None


def regex_of(site: Site, glob: str) -> str:
    """The same for a server, which asks for the whole path of what it sends, capitals or not: of a page, its file."""
    return f"^{re.escape(base_of(site))}{_regex(glob)}$"


def base_of(site: Site) -> str:
    """The path of the site on its host, with a slash at both ends."""
    return f"{urlsplit(site.url).path}/"


def prefixes_of(site: Site) -> tuple[str, ...]:
    """Where the editions are, the root's first."""
    return tuple(site.prefix_of(each) for each in site.languages or (site.lang,))


def _first(rules: Rules, path: str) -> str:
    return next((value for glob, value in rules if matches(glob, path)), "")


def _regex(glob: str) -> str:
    page = r"(?:index\.html)?" if glob == "" or glob.endswith("/") else ""
    return ".*".join(re.escape(part) for part in glob.split("*")) + page
