"""Files for search engines and hosts: the sitemap, robots.txt, headers and redirects."""

from __future__ import annotations

from datetime import datetime
from xml.etree import ElementTree as ET

from jobboard.board.site import Site
from jobboard.outputs.addresses import SITEMAP, absolute, href
from jobboard.outputs.frame import CONTENT_SECURITY_POLICY

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

Page = tuple[str, datetime | None]
"""An address in the sitemap, with the instant its content last changed where that is known."""


def sitemap(site: Site, pages: tuple[Page, ...]) -> str:
    """The sitemap (sitemaps.org 0.9). `lastmod` is the content's, never the build's."""
    root = ET.Element("urlset", xmlns=_NAMESPACE)
    for path, changed in pages:
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = absolute(site, path)
        if changed is not None:
            ET.SubElement(url, "lastmod").text = changed.isoformat()
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def robots(site: Site) -> str:
    """robots.txt (RFC 9309): everything may be read; closed postings say `noindex` themselves."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(site, SITEMAP)}\n"


def headers(site: Site) -> str:
    """The `_headers` file of Netlify and Cloudflare Pages; other hosts copy the lines."""
    lines = (
        f"Content-Security-Policy: {CONTENT_SECURITY_POLICY}; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin-when-cross-origin",
        "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()",
    )
    calendars = f"{href(site, '')}*.ics\n  Content-Type: text/calendar; charset=utf-8\n"
    return f"{href(site, '')}*\n" + "".join(f"  {line}\n" for line in lines) + calendars


def redirects(site: Site, moves: tuple[tuple[str, str], ...]) -> str:
    """The `_redirects` file of Netlify and Cloudflare Pages, for items that were renamed."""
    return "".join(f"{href(site, old)} {href(site, new)} 301\n" for old, new in moves)
