"""Plain pages: about the site, how to apply, privacy, imprint. Each in its own language, like items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from jobboard.board.board import BoardPage
from jobboard.board.order import one_per_group
from jobboard.board.site import Site
from jobboard.model.page import Menu
from jobboard.outputs.addresses import ACCESSIBILITY, HOME, TOPICS_PAGE, href, link_here, plain_path
from jobboard.outputs.framed import link_to, path_here
from jobboard.outputs.page.frame import Head, head_of
from jobboard.outputs.page.link import Link, other_language
from jobboard.outputs.page.media import PageFiles
from jobboard.outputs.page.meta import Meta, meta_of
from jobboard.outputs.page.trail import Position
from jobboard.outputs.page.twin import twin_of
from jobboard.outputs.page.versions import translation_links, versions_of_item
from jobboard.outputs.text import words
from jobboard.outputs.text.bodies import body_html, summary_of

_LAST = 1_000_000
"""After every page that has a place in its menu."""


class PlainPage(Struct, frozen=True, kw_only=True):
    """The view of a plain page."""

    template: ClassVar = "page.html"
    head: Head
    title: str
    lang: str
    meta: Meta | None
    body: str
    """HTML: print it with `|judged`."""


def plain_page(site: Site, item: BoardPage, members: tuple[tuple[str, str], ...], files: PageFiles) -> PlainPage:
    """A plain page. `members` are (language, path) of its translation group, the original first."""
    content, original = item.content, plain_path(item.id)
    path = path_here(site, item.lang, original)
    description = summary_of(content.summary, item.body, 200) or site.description
    versions = versions_of_item(site, item, members, HOME)
    place = Position(lang=other_language(site, item.lang))
    head = head_of(site, path, content.title, description, original=original, versions=versions, place=place)
    return PlainPage(
        head=replace(head, section=href(site, path), twin=twin_of(site, original)),
        title=content.title,
        lang=other_language(site, item.lang),
        meta=meta_of(
            site,
            item.lang,
            translation_links(site, members, original),
            updated=words.moment_words(content.updated, site.zone, site.lang) if content.updated else None,
        ),
        body=body_html(site, item.body, item.links, seen=files.measured),
    )


def menus_of(site: Site, items: Sequence[BoardPage], *, has_topics: bool) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """What an edition's pages lead to beside its lists: at the top, and in the footer.

    A page that has no translation is there in the language it has: an imprint must be found from every page.
    """
    chosen = sorted(one_per_group(items, site.lang), key=lambda each: (each.order or _LAST, each.group))
    topics = (Link(text=site.say("Topics"), href=link_here(site, TOPICS_PAGE)),) if has_topics else ()
    statement = Link(text=site.say("Accessibility"), href=link_here(site, ACCESSIBILITY))
    return (
        _links(site, chosen, Menu.MAIN),
        (*topics, *_links(site, chosen, Menu.FOOTER), *((statement,) if site.accessibility else ())),
    )


def _links(site: Site, items: Iterable[BoardPage], menu: Menu) -> tuple[Link, ...]:
    return tuple(
        Link(
            text=each.content.menu_title or each.content.title,
            href=link_to(site, each),
            lang=other_language(site, each.lang),
        )
        for each in items
        if each.menu is menu
    )
