"""Plain pages and the introductions of topics, linked: models, bodies and organisations in, board items out."""

from __future__ import annotations

from collections.abc import Mapping

from jobboard.base.digest import digest_of
from jobboard.board.board import BoardIntroduction, BoardOrganisation, BoardPage
from jobboard.board.site import Site
from jobboard.board.synopsis import Resolved
from jobboard.model.introduction import Introduction
from jobboard.model.library import Library
from jobboard.model.page import Page


def is_out(item: Page | Introduction, library: Library) -> bool:
    """True for what is published: no draft, and no introduction of a topic whose own is one."""
    original = library.introductions.get(item.translation_of or "") if isinstance(item, Introduction) else None
    return item.status is None and (original is None or original.status is None)


def link_page(item: Page, library: Library, links: Resolved, site: Site) -> BoardPage:
    """A published page, a translation completed: it stands in the menu where its original does."""
    document = library.documents[item.path]
    group, place = item.translation_of or item.id, (item.menu, item.order)
    return BoardPage(
        id=item.id,
        content=item,
        menu=item.menu,
        order=item.order,
        body=document.body,
        links=links,
        lang=item.lang or site.lang,
        group=group,
        digest=digest_of(repr((item.id, document.digest, place, group, links)).encode()),
    )


def link_introduction(
    item: Introduction,
    library: Library,
    links: Resolved,
    organisations: Mapping[str, BoardOrganisation],
    site: Site,
) -> BoardIntroduction:
    """A published introduction, a translation completed, with the organisations it names."""
    document = library.documents[item.path]
    group = item.translation_of or item.id
    named = tuple(organisations[id_] for id_ in item.organisations)
    return BoardIntroduction(
        id=item.id,
        content=item,
        body=document.body,
        links=links,
        lang=item.lang or site.lang,
        organisations=named,
        group=group,
        digest=digest_of(repr((item.id, document.digest, group, links, [each.digest for each in named])).encode()),
    )
