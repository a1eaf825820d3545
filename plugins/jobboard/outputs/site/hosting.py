"""Files for search engines and hosts: robots.txt, headers and redirects."""

from __future__ import annotations

from jobboard.base.digest import digest_of
from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    EMBED,
    FULL_TEXT,
    JOBS_CSV,
    JOBS_JOOBLE,
    JOBS_JSON,
    JOBS_SCHEMA,
    JOBS_XML,
    LLMS,
    MEDIA,
    NUMBERS_CSV,
    SEARCH,
    SITEMAP,
    THEME,
    absolute,
    href,
)
from jobboard.outputs.page.frame import CONTENT_SECURITY_POLICY, EMBED_POLICY, FULL_TEXT_POLICY
from jobboard.source.kinds import KINDS

CHECKED = "no-cache"
"""Of what may change, and that is nearly all: a browser may keep it, and asks each time whether it still holds (RFC
9111, 5.2.2.4). Without it, a page that has not changed for weeks may be shown for days without asking (4.2.2)."""

DRAWINGS = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox"
"""The policy of an SVG: should one hold what it must not, it could do nothing. Its own style and pictures are in it."""

FRAMED_BY_NOBODY, FRAMED_BY_ANYBODY = "frame-ancestors 'none'", "frame-ancestors *"
"""Who may show a page in a frame. Browsers obey this as a header alone, never in a page (CSP 3, 6.4.2)."""

LASTING = "public, max-age=31536000, immutable"
"""Of the theme's files, whose names change with what is in them (RFC 8246)."""

_JSON = "application/json; charset=utf-8"
_SCHEMA = "application/schema+json; charset=utf-8"
_CSV = "text/csv; charset=utf-8; header=present"
_OTHERS = sorted((kind for kind in KINDS if kind.has_data and kind.data_file != JOBS_JSON), key=lambda kind: kind.root)
_TYPES = (
    (JOBS_JSON, _JSON),
    (JOBS_SCHEMA, _SCHEMA),
    (JOBS_CSV, _CSV),
    (NUMBERS_CSV, _CSV),
    *(each for kind in _OTHERS for each in ((kind.data_file, _JSON), (kind.schema_file, _SCHEMA))),
    (JOBS_XML, "application/xml; charset=utf-8"),
    (JOBS_JOOBLE, "application/xml; charset=utf-8"),
    (LLMS, "text/plain; charset=utf-8"),
)
"""Files for other programs, which scripts of any site may read."""


def robots(site: Site) -> str:
    """robots.txt (RFC 9309): everything may be read; closed postings say `noindex` themselves."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(site, SITEMAP)}\n"


def indexnow_key(site: Site) -> str:
    """By what search engines know that whoever tells them of the site may write into it (indexnow.org/documentation).

    It is no secret, since the site shows it, and it is made of what never changes.
    """
    return digest_of(f"indexnow {site.identity}".encode())


def indexnow_path(site: Site) -> str:
    """Where the key is: a file that is named as it says."""
    return f"{indexnow_key(site)}.txt"


def headers(site: Site) -> str:
    """The `_headers` file of Netlify and Cloudflare Pages; other hosts copy the lines.

    Where several rules give one header, Cloudflare joins the values, unless a line with `!` takes the earlier away;
    Netlify passes over such a line.
    """
    lines = (
        f"Content-Security-Policy: {CONTENT_SECURITY_POLICY}; {FRAMED_BY_NOBODY}",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin-when-cross-origin",
        "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()",
        f"Cache-Control: {CHECKED}",
        *(["X-Robots-Tag: noindex"] if site.is_staging else []),
    )
    everywhere = f"{href(site, '')}*\n" + "".join(f"  {line}\n" for line in lines)
    theme = f"{href(site, THEME)}*\n  ! Cache-Control\n  Cache-Control: {LASTING}\n"
    drawings = f"{href(site, MEDIA)}*.svg\n  ! Content-Security-Policy\n  Content-Security-Policy: {DRAWINGS}\n"
    full_text = "".join(_rule(site, path, f"{FULL_TEXT_POLICY}; {FRAMED_BY_NOBODY}") for path in _with_full_text(site))
    embeds = "".join(_rule(site, path, f"{EMBED_POLICY}; {FRAMED_BY_ANYBODY}") for path in _embeds(site))
    calendars = f"{href(site, '')}*.ics\n  Content-Type: text/calendar; charset=utf-8\n"
    twins = f"{href(site, '')}*.md\n  Content-Type: text/markdown; charset=utf-8\n" if site.has_twins else ""
    return (
        everywhere
        + theme
        + drawings
        + full_text
        + embeds
        + calendars
        + twins
        + "".join(
            f"{href(site, path)}\n  Content-Type: {type_}\n  Access-Control-Allow-Origin: *\n" for path, type_ in _TYPES
        )
    )


def _with_full_text(site: Site) -> tuple[str, ...]:
    """Pages and files that run the WebAssembly of the index, if there is one."""
    pages = (f"{edition.prefix}{SEARCH}" for edition in site.editions())
    return (*pages, f"{FULL_TEXT}*") if site.has_full_text else ()


def _embeds(site: Site) -> tuple[str, ...]:
    """What other sites may frame, in every edition, where there is any."""
    return tuple(f"{edition.prefix}{EMBED}*" for edition in site.editions()) if site.has_embeds else ()


def _rule(site: Site, path: str, policy: str) -> str:
    """A policy in the place of that of all others."""
    return f"{href(site, '')}{path}\n  ! Content-Security-Policy\n  Content-Security-Policy: {policy}\n"


def redirects(site: Site, moves: tuple[tuple[str, str], ...]) -> str:
    """The `_redirects` file of Netlify and Cloudflare Pages, for items that were renamed."""
    return "".join(f"{href(site, old)} {href(site, new)} 301\n" for old, new in moves)
