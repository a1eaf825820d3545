"""What a source says of one item, whichever kind of source it is; nothing here is safe or checked yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ImportFailedError(Exception):
    """Nothing was imported; the message says why, in words for whoever typed the command."""


class Origin(StrEnum):
    """The kind of source, kept in each file: the same article reads otherwise in a feed and in an export."""

    FEED = "feed"
    WORDPRESS = "wordpress"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A category or tag. `slug` is the source's own short name of it, `scheme` says which list it is out of."""

    name: str
    slug: str = ""
    scheme: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """A picture or file that belongs to an item, by its address."""

    url: str
    title: str = ""
    alt: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One item of a source.

    `key` names it for ever. `published` and `updated` read as front matter does (a day, or a minute with its offset),
    empty where the source has none that is certain; `typed` is what it has. `withheld` says why it was not public
    there, empty if it certainly was. `html` is its text, whose relative addresses start at `base`. `image` is its
    picture, `files` are attached, `links` are enclosures to be shown as links. `is_elsewhere` is true if it stays
    published at `url`.
    """

    origin: Origin
    key: str
    title: str
    slug: str = ""
    url: str = ""
    base: str = ""
    published: str = ""
    updated: str = ""
    typed: str = ""
    withheld: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[Term, ...] = ()
    html: str = ""
    summary: str = ""
    lang: str = ""
    image: Medium | None = None
    files: tuple[Medium, ...] = ()
    links: tuple[Medium, ...] = ()
    is_elsewhere: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Everything a source holds: the items asked for in its own order, and what it holds that is not imported.

    `types` counts items by their types that were not asked for, `notes` says what else was left out or mended.
    """

    entries: tuple[Imported, ...]
    types: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
