"""The page at an address that something had before."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    href,
)
from jobboard.outputs.page.frame import Head, head_of


class MovedPage(Struct, frozen=True, kw_only=True):
    """The view of an old address: it sends the reader on at once, and says where."""

    template: ClassVar = "moved.html"
    head: Head
    title: str
    href: str


def moved_page(site: Site, title: str, path: str) -> MovedPage:
    """The page at an address an item had before; `path` is where it is now."""
    return MovedPage(
        head=head_of(site, path, title, site.say("This page has moved."), is_indexed=False),
        title=title,
        href=href(site, path),
    )
