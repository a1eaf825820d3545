"""Menus of lists: those that belong together, with what they are announced as."""

from __future__ import annotations

from msgspec import Struct

from jobboard.outputs.page.link import Link, with_current


class PageMenu(Struct, frozen=True, kw_only=True):
    """Lists that belong together, the one being read among them; `label` is what the menu is announced as."""

    label: str
    links: tuple[Link, ...]


class Ways(Struct, frozen=True, kw_only=True):
    """Lists under the terms they are found by. `label` is what they are announced as, or what opens them."""

    label: str
    groups: tuple[tuple[str, tuple[Link, ...]], ...]


def menu_of(label: str, links: tuple[Link, ...], current: str) -> PageMenu:
    """A menu for whoever is at the address `current`."""
    return PageMenu(label=label, links=with_current(links, current))


def ways_of(label: str, groups: tuple[tuple[str, tuple[Link, ...]], ...], current: str) -> Ways:
    """Lists under their terms, for whoever is at the address `current`."""
    return Ways(label=label, groups=tuple((term, with_current(links, current)) for term, links in groups))
