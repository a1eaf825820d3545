"""Reads built pages the way a browser, a search engine and a feed reader would."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import html5lib

_HTML = "{http://www.w3.org/1999/xhtml}"
Site = Mapping[str, bytes]


def document(site: Site, path: str) -> ET.Element:
    """A page, parsed as HTML5; a mistake in its markup is an error."""
    return html5lib.HTMLParser(strict=True).parse(site[path].decode())


def text_of(element: ET.Element) -> str:
    """All the text in an element, on one line."""
    return " ".join("".join(element.itertext()).split())


def find(element: ET.Element, tag: str, **attributes: str) -> list[ET.Element]:
    """The elements of that name below, with those attribute values (`data_closes` is `data-closes`)."""
    wanted = {name.strip("_").replace("_", "-"): value for name, value in attributes.items()}
    return [
        each for each in element.iter(f"{_HTML}{tag}") if all(each.get(name) == value for name, value in wanted.items())
    ]


def links(element: ET.Element) -> list[str]:
    return [each.get("href", "") for each in find(element, "a")]


def markup(site: Site, path: str) -> list[dict[str, Any]]:
    """The nodes of a page's JSON-LD, which is one graph."""
    scripts = find(document(site, path), "script", type="application/ld+json")
    blocks = [json.loads("".join(script.itertext())) for script in scripts]
    assert [sorted(each) for each in blocks] in ([], [["@context", "@graph"]])
    return [node for each in blocks for node in each["@graph"]]


def job_markup(site: Site, path: str) -> dict[str, Any] | None:
    return next((each for each in markup(site, path) if each["@type"] == "JobPosting"), None)


def feed(site: Site, path: str) -> Any:
    """A feed as a reader sees it; a malformed one is an error."""
    parsed = feedparser.parse(site[path])
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def sitemap(site: Site) -> list[str]:
    return [
        each.text or ""
        for each in ET.fromstring(site["sitemap.xml"]).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]


def pages_of_list(site: Mapping[str, bytes], path: str) -> list[str]:
    """The files of a list's pages, in reading order from the one at `path`, `jobs/`."""
    found: list[str] = []
    following: re.Match[bytes] | None = None
    while not found or following:
        found.append(f"{following[1].decode() if following else path}index.html")
        following = re.search(rb'rel="next" href="/([^"]+)"', site[found[-1]])
    return found
