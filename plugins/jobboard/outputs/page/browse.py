"""Pages of values: what a list can be narrowed by, under its terms, each with the number of what is there."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import here
from jobboard.outputs.page.frame import Head, head_of
from jobboard.outputs.page.menus import PageMenu
from jobboard.outputs.page.trail import Position
from jobboard.outputs.page.versions import Versions, versions_of_list

Way = tuple[str, tuple[tuple[str, str, int], ...]]
"""A term with its values: the name of each, its list, and how many are there."""


class BrowsePage(Struct, frozen=True, kw_only=True):
    """The view of such a page. `views` are the lists beside it, if there are any."""

    template: ClassVar = "browse.html"
    head: Head
    heading: str
    ways: tuple[Way, ...]
    empty: str
    views: PageMenu | None


class Folder(Struct, frozen=True, kw_only=True):
    """Lists of a kind that are below one address, `path` in every edition: what they are by, and what a reader finds
    there. `empty` is said while nothing is on any of them."""

    path: str
    term: str
    title: str
    description: str
    section: str
    empty: str


def folder_page(site: Site, folder: Folder, ways: tuple[Way, ...], views: PageMenu | None) -> BrowsePage:
    """The page at the address that a list of the folder has when its last part is taken off. Search engines find the
    same elsewhere."""
    return BrowsePage(
        head=head_of(
            site,
            here(site, folder.path),
            folder.title,
            folder.description,
            section=folder.section,
            is_indexed=False,
            place=Position(called=folder.term),
            versions=Versions(switch=versions_of_list(site, folder.path).switch),
        ),
        heading=folder.title,
        ways=ways,
        empty=folder.empty,
        views=views,
    )
