"""Files for search engines and hosts: robots.txt, headers and redirects."""

from __future__ import annotations

from jobboard.board.site import Site
from jobboard.outputs.addresses import SITEMAP, absolute, href
from jobboard.outputs.frame import CONTENT_SECURITY_POLICY


def robots(site: Site) -> str:
    """robots.txt (RFC 9309): everything may be read; closed postings say `noindex` themselves."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(site, SITEMAP)}\n"


def headers(site: Site) -> str:
    """The `_headers` file of Netlify and Cloudflare Pages; other hosts copy the four lines."""
    lines = (
        f"Content-Security-Policy: {CONTENT_SECURITY_POLICY}; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin-when-cross-origin",
        "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()",
    )
    return f"{href(site, '')}*\n" + "".join(f"  {line}\n" for line in lines)


def redirects(site: Site, moves: tuple[tuple[str, str], ...]) -> str:
    """The `_redirects` file of Netlify and Cloudflare Pages, for items that were renamed."""
    return "".join(f"{href(site, old)} {href(site, new)} 301\n" for old, new in moves)
