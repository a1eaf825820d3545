"""Links as pages show them: their words, where they lead, and the language of what they lead to."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.model.topic import Topic
from jobboard.outputs.addresses import (
    link_here,
    organisation_path,
    topic_path,
)
from jobboard.outputs.text import words


class Link(Struct, frozen=True, kw_only=True):
    """A link with its words; `lang` only where they are in another language than the page.

    `is_current` is true of the one that leads where the reader is.
    """

    text: str
    href: str
    lang: str = ""
    is_current: bool = False


def organisation_links(site: Site, organisations: Iterable[BoardOrganisation]) -> tuple[Link, ...]:
    """The short names of organisations, leading to their pages."""
    return tuple(_named(site, each, each.content.short_name or each.content.name) for each in organisations)


def employer_links(site: Site, organisations: Iterable[BoardOrganisation]) -> tuple[Link, ...]:
    """Organisations by their whole names."""
    return tuple(_named(site, each, each.content.name) for each in organisations)


def _named(site: Site, organisation: BoardOrganisation, name: str) -> Link:
    path = organisation_path(organisation.id)
    return Link(text=name, href=link_here(site, path), lang=other_language(site, organisation.lang))


def with_current(links: Iterable[Link], current: str) -> tuple[Link, ...]:
    """Links, the one to the address `current` marked as such."""
    return tuple(replace(each, is_current=True) if each.href == current else each for each in links)


def other_language(site: Site, lang: str) -> str:
    """The language code, if it is not the page's own; else empty, so that no `lang` is written."""
    return "" if lang == site.lang else lang


def language_label(site: Site, lang: str) -> str:
    """ "in French", for an item in another language than the page."""
    return "" if lang == site.lang else words.in_language(lang, site.lang)


def topic_links(site: Site, topics: Iterable[Topic]) -> tuple[Link, ...]:
    """The names of topics, leading to their pages where every topic has one."""
    return tuple(Link(text=each.name_in(site.lang, site.main), href=topic_href(site, each.id)) for each in topics)


def topic_href(site: Site, id_: str) -> str:
    """The page of a topic that some visible item has; empty where a site has none for it."""
    return link_here(site, topic_path(id_)) if site.has_extras else ""
