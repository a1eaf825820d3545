"""The way to a page: its address from the top down, each part that is a page of its own with its name, itself the last.

An address says what is above it (docs/standards.md#addresses): nobody keeps a second tree. Home has no way to it, and
neither has what answers for every address there is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import CLOSED_JOBS, EVENTS, HOME, JOBS, NEWS, ORGANISATIONS, TOPICS_PAGE, here, href
from jobboard.outputs.page.link import Link
from jobboard.outputs.page.markup import breadcrumbs
from jobboard.source.catalogue import mark

SECTIONS: Mapping[str, str] = {
    JOBS: mark("Jobs"),
    NEWS: mark("News"),
    EVENTS: mark("Events"),
    ORGANISATIONS: mark("Organisations"),
    TOPICS_PAGE: mark("Topics"),
    CLOSED_JOBS: mark("Closed jobs"),
}
"""What every board calls these pages where it leads to them."""


class Crumb(Struct, frozen=True, kw_only=True):
    """A page on the way to another: its path, that of no edition, and its name, whose language `lang` is, if it is not
    the page's."""

    path: str
    name: str
    lang: str = ""


class Position(Struct, frozen=True, kw_only=True):
    """Where a page is. `called` is its name there, if that is not its title, and `lang` the language of the name.
    `within` are pages above it that are no sections."""

    called: str = ""
    lang: str = ""
    within: tuple[Crumb, ...] = ()


def trail_of(site: Site, path: str, title: str, place: Position) -> tuple[Crumb, ...]:
    """The way to the page at `path`, which may be that of an edition or of a frame; empty for home."""
    own = _in_no_edition(site, path)
    if not own.endswith("/"):
        return ()
    sections = (Crumb(path=at, name=site.say(name)) for at, name in SECTIONS.items())
    known = {each.path: each for each in (*sections, *place.within)}
    found = [Crumb(path=HOME, name=site.say("Home")), *(known[each] for each in _above(own) if each in known)]
    itself = known.get(own) or Crumb(path=own, name=place.called or title, lang=place.lang)
    return (*found, itself)


def links_of_trail(site: Site, trail: tuple[Crumb, ...]) -> tuple[Link, ...]:
    """The same for readers: the last is where they are."""
    last = len(trail) - 1
    return tuple(
        Link(text=each.name, href=href(site, here(site, each.path)), lang=each.lang, is_current=number == last)
        for number, each in enumerate(trail)
    )


def markup_of_trail(site: Site, path: str, trail: tuple[Crumb, ...]) -> dict[str, Any]:
    """The same for search engines; `path` is where the page is, be it an edition's or nobody's."""
    above = tuple((each.name, here(site, each.path)) for each in trail[:-1])
    return breadcrumbs(site, (*above, (trail[-1].name, path)))


def _in_no_edition(site: Site, path: str) -> str:
    """Without the folder of the edition, or of its frames."""
    return path.removeprefix(f"{site.lang}/")


def _above(path: str) -> Iterator[str]:
    """The folders an address is in, from the top down."""
    parts = path.split("/")[:-2]
    return (f"{'/'.join(parts[: number + 1])}/" for number in range(len(parts)))
