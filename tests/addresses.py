"""The addresses that outputs hold, found the way their readers find them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml import html

_ADDRESSES = ("href", "src", "action", "cite", "poster", "data-build", "data-url")
_PROPERTIES = {"og:url", "og:image", "og:audio", "og:video"}


def in_page(root: Any) -> Iterator[str]:
    """Every address of a page or a piece of one: links, pictures in all widths, markup, and what waits in templates."""
    for each in root.iter():
        if not isinstance(each.tag, str):
            continue
        yield from (each.get(name) for name in _ADDRESSES if each.get(name) is not None)
        if each.get("data-find"):
            yield from (json.loads(each.get("data-find"))[name] for name in ("facets", "titles", "item", "all"))
        yield from (part.split()[0] for part in each.get("srcset", "").split(",") if part.strip())
        if each.get("property") in _PROPERTIES:
            yield each.get("content")
        if (each.get("http-equiv") or "").lower() == "refresh":
            yield each.get("content").partition("url=")[2]
        if each.get("type") == "application/ld+json":
            yield from in_json(json.loads(each.text))


def in_json(value: Any, name: str = "") -> Iterator[str]:
    """Every text of JSON that is an address, and those within texts that are HTML."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from in_json(each, key)
    elif isinstance(value, list):
        for each in value:
            yield from in_json(each, name)
    elif isinstance(value, str) and name == "content_html":
        yield from in_page(html.fragment_fromstring(value, create_parent=True))
    elif isinstance(value, str) and value.startswith("https://") and " " not in value:
        yield value
