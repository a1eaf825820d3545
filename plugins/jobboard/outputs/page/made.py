"""Cards and entries: what lists, calendars and feeds show of an item, known by what it says once it is made.

A list depends on the digest of what was made, so one made anew and equal counts as unchanged, whatever changed in its
item. The digest is kept from build to build under what it was made of: the item, by its own digest, and the site. So
nothing is made only to learn that it is as it was.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct

from jobboard.base.digest import digest_of
from jobboard.base.map import Map
from jobboard.board.site import Site
from jobboard.outputs.text.cached import remembered
from jobboard.source.content.cache import Digests

T = TypeVar("T")

_DIGEST = 32
"""Characters of one digest."""


class Whole(Protocol):
    """An item with a digest of all there is to say of it."""

    @property
    def digest(self) -> str: ...


class Made(Struct, Generic[T], frozen=True, eq=False):
    """A card or an entry that is made when it is asked for. Whoever has it sees nothing else of the item.

    The digest covers every field of it. Two with one digest are equal.
    """

    digest: str
    _make: Callable[[Site, Any], T]
    _site: Site
    _item: Any

    @property
    def value(self) -> T:
        """The card or entry itself."""
        return _value_of(self)  # type: ignore[no-any-return]  # what is remembered has no type of its own

    def make(self) -> T:
        return self._make(self._site, self._item)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Made) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)


class Making:
    """Names cards and entries by their digests, and makes those that are new with `map_`; `digests` are those known.

    What is made `for_once` is compared with nothing made before: what it is and its items name it well enough.
    """

    def __init__(self, digests: Digests | None = None, map_: Map = map, *, for_once: bool = False) -> None:
        self._digests = digests or Digests()
        self._map = map_
        self._for_once = for_once

    def __call__(self, make: Callable[[Site, Any], T], site: Site, items: Sequence[Whole]) -> list[Made[T]]:
        """What `make` makes of each of these items on a site, in order: it is given nothing else."""
        keys = [*map(_key_of, items)]
        what = f"{make.__module__}.{make.__qualname__} {site.lang}"
        if self._for_once:
            return [Made(f"{what} {key}", make, site, item) for key, item in zip(keys, items, strict=True)]
        last, now = self._digests.of(what, site.digest)
        unknown: dict[str, Whole] = {}
        for key, item in zip(keys, items, strict=True):
            if key in last:
                now[key] = last[key]
            elif key not in now:
                unknown[key] = item
        now |= zip(unknown, self._map(functools.partial(_digest_of_made, make, site), unknown.values()), strict=True)
        return [Made(now[key], make, site, item) for key, item in zip(keys, items, strict=True)]


def _key_of(item: Whole) -> str:
    """The item's digest, made short where it is put together of several."""
    return item.digest if len(item.digest) <= _DIGEST else digest_of(item.digest.encode())


def _digest_of_made(make: Callable[[Site, Any], object], site: Site, item: object) -> str:
    return digest_of(repr(make(site, item)).encode())


@remembered(2048)
def _value_of(made: Made[Any]) -> Any:
    return made.make()
